/// A paired difference of deaths said in a sentence, with its chance interval.
struct DifferenceSentence {
  let armTitle: String
  let armID: String
  let baselineTitle: String
  let day: Int
  let level: Double
  let isAntithetic: Bool

  func text(_ difference: Estimate) -> String {
    let exponent = SpokenNumber.exponent(for: difference.mean, standardError: difference.standardError)
    let subject = "With “\(armTitle)” (\(armID))"
    let than = "than with “\(baselineTitle)”"
    let isNone = SpokenNumber.isZero(difference.mean, exponent: exponent)
    guard let lower = difference.lower, let upper = difference.upper else {
      let deaths =
        isNone
        ? "as many deaths by day \(day) as with “\(baselineTitle)”"
        : "\(count(difference.mean, exponent)) by day \(day) \(than)"
      return "\(subject) \(deaths), given these assumptions; "
        + "one \(isAntithetic ? "pair of replications" : "replication") gives no interval."
    }
    if lower == 0, upper == 0 {
      return "\(subject) as many deaths by day \(day) as with “\(baselineTitle)” in every replication."
    }
    let percent = SpokenNumber.percent(level)
    if difference.excludesZero {
      let bounds = [abs(lower), abs(upper)].sorted().map { SpokenNumber.text($0, exponent: exponent) }
      return "\(subject) \(count(difference.mean, exponent)) by day \(day) \(than), \(percent) interval "
        + "\(bounds[0]) to \(bounds[1]), given these assumptions."
    }
    // The bound on the side of the mean is said last, so that the sentence ends where it began.
    let bounds = difference.mean < 0 && !isNone ? [upper, lower] : [lower, upper]
    let said = bounds.map { directed($0, exponent) }
    let mean =
      isNone
      ? "as many on average as with “\(baselineTitle)”" : "\(directed(difference.mean, exponent)) \(than)"
    return
      "\(subject) no clear difference in deaths by day \(day): \(mean), \(percent) interval \(said[0]) to \(said[1]), given these assumptions."
  }

  private func count(_ value: Double, _ exponent: Int) -> String {
    let number = SpokenNumber.text(abs(value), exponent: exponent)
    return "\(number) \(value < 0 ? "fewer" : "more") \(number == "1" ? "death" : "deaths")"
  }

  private func directed(_ value: Double, _ exponent: Int) -> String {
    "\(SpokenNumber.text(abs(value), exponent: exponent)) \(value < 0 ? "fewer" : "more")"
  }
}
