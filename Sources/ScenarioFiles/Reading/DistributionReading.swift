import RandomStreams

extension DistributionSpecification {
  /// Reads `{law: "lognormal", mean_hours: 60, cv: 1}` and the like; reports every mistake and returns nil if
  /// there is one.
  public init?(
    _ node: JSON5Node, dimension: DistributionDimension, path: String, cover: SourceNote? = nil,
    context: ReadingContext
  ) {
    let before = context.log.count
    guard
      let reader = FieldReader(
        node, as: dimension.laws, path: path, cover: cover, context: context)
    else { return nil }
    // A parameter in doubt would make sentences about combinations misleading. Missing sources are no doubt.
    let isReadable = reader.list.fields.allSatisfy {
      reader.has($0.key) || reader.keyPlace(of: $0.key) == nil && $0.presence != .required
    }
    guard isReadable, !reader.hasUnknownKeys(besides: dimension.laws.tag), let law = Self.law(reader) else {
      return nil
    }
    if context.log.count > before, node.isIncomplete { return nil }
    // Extreme parameters, each in range, can still overflow together.
    if let sentence = law.distribution.mistakes.first {
      reader.report("these parameters cannot be drawn from, choose less extreme ones: \(sentence)")
      return nil
    }
    self = law
  }

  private static func law(_ reader: FieldReader) -> DistributionSpecification? {
    func number(_ key: String) -> Double { reader.number(key) ?? 0 }
    switch reader.variant {
    case "constant": return .constant(number("value"))
    case "exponential": return .exponential(mean: number("mean"))
    case "lognormal": return lognormal(reader)
    case "gamma": return gamma(reader)
    case "weibull": return .weibull(shape: number("shape"), scale: number("scale"))
    case "log-logistic": return .logLogistic(median: number("median"), shape: number("shape"))
    case "erlang": return .erlang(stages: reader.integer("stages") ?? 1, mean: number("mean"))
    case "normal": return normal(reader)
    case "uniform", "triangular": return bounded(reader)
    case "empirical": return .empirical(reader.numbers("values") ?? [])
    case "discrete": return discrete(reader)
    case "geometric": return count(.geometric, reader)
    case "poisson": return count(.poisson, reader)
    case "negative-binomial": return count(.negativeBinomial(shape: number("shape")), reader)
    case "mixture": return mixture(reader)
    case "shifted": return reader.specification("of").map { .shifted($0, by: number("by")) }
    case "truncated", "limited": return limited(reader)
    default: return nil
    }
  }

  private static func lognormal(_ reader: FieldReader) -> DistributionSpecification? {
    let keys = ["mean", "median", "cv", "sd", "sigma"].filter { reader.has($0) }
    func number(_ key: String) -> Double { reader.number(key) ?? 0 }
    switch keys {
    case ["mean", "cv"]:
      return .lognormalMean(number("mean"), coefficientOfVariation: number("cv"))
    case ["mean", "sd"]:
      return variation(reader).map { .lognormalMean(number("mean"), coefficientOfVariation: $0) }
    case ["median", "sigma"]:
      return .lognormalMedian(number("median"), sigma: number("sigma"))
    default:
      let given = keys.isEmpty ? "nothing" : keys.joined(separator: " and ")
      reader.report("lognormal needs mean with cv or sd, or median with sigma; given is \(given)")
      return nil
    }
  }

  private static func gamma(_ reader: FieldReader) -> DistributionSpecification? {
    guard let mean = reader.number("mean") else { return nil }
    if reader.has("cv") == reader.has("sd") {
      reader.report("gamma needs mean with either cv or sd")
      return nil
    }
    guard let variation = reader.number("cv") ?? variation(reader) else { return nil }
    return .gamma(shape: 1 / (variation * variation), scale: mean * variation * variation)
  }

  /// Standard deviation over mean; nil after reporting one that is out of the range of a cv.
  private static func variation(_ reader: FieldReader) -> Double? {
    guard let mean = reader.number("mean"), let deviation = reader.number("sd") else { return nil }
    let variation = deviation / mean
    if NumberRange.variation.contains(variation) { return variation }
    let times =
      "\(plainText(NumberRange.variation.lowest)) to \(plainText(NumberRange.variation.highest)) times"
    reader.report("sd is \(plainText(variation)) times the mean; it must be \(times) it", about: "sd")
    return nil
  }

  private static func normal(_ reader: FieldReader) -> DistributionSpecification? {
    guard let mean = reader.number("mean"), let deviation = reader.number("sd"),
      let minimum = reader.number("minimum")
    else { return nil }
    // Four deviations out, one draw in 30,000 is kept and a run would hang.
    if minimum > mean + 4 * deviation {
      reader.report(
        "the minimum lies more than four standard deviations above the mean", about: "minimum")
      return nil
    }
    return .normal(mean: mean, standardDeviation: deviation, minimum: minimum)
  }

  private static func bounded(_ reader: FieldReader) -> DistributionSpecification? {
    guard let minimum = reader.number("minimum"), let maximum = reader.number("maximum") else {
      return nil
    }
    if minimum >= maximum {
      reader.report("minimum must be less than maximum")
      return nil
    }
    guard reader.variant == "triangular" else {
      return .uniform(minimum: minimum, maximum: maximum)
    }
    guard let mode = reader.number("mode") else { return nil }
    if mode < minimum || mode > maximum {
      reader.report("mode must lie between minimum and maximum", about: "mode")
      return nil
    }
    return .triangular(minimum: minimum, mode: mode, maximum: maximum)
  }

  private static func discrete(_ reader: FieldReader) -> DistributionSpecification? {
    guard let values = reader.numbers("values"), let shares = reader.numbers("shares") else {
      return nil
    }
    if values.count != shares.count {
      reader.report("there are \(values.count) values and \(shares.count) shares", about: "shares")
      return nil
    }
    if let sentence = shareSumMistake(shares) {
      reader.report(sentence, about: "shares")
      return nil
    }
    return .discrete(zip(values, shares).map { DiscreteOutcome(value: $0, share: $1) })
  }

  private static func count(_ law: CountLaw, _ reader: FieldReader) -> DistributionSpecification? {
    guard let mean = reader.number("mean"), let step = reader.number("step") else { return nil }
    let steps = mean / step
    if steps < law.least {
      reader.report("the mean is less than a step, and no value is", about: "mean")
      return nil
    }
    if !NumberRange.meanSteps.contains(steps) {
      reader.report(
        "the mean is \(plainText(steps)) steps; it must be at most \(plainText(NumberRange.meanSteps.highest))",
        about: "mean")
      return nil
    }
    return .count(law, mean: mean, step: step)
  }

  private static func mixture(_ reader: FieldReader) -> DistributionSpecification? {
    let parts = reader.objects("parts").map { ($0.specification("of"), $0.number("share")) }
    var laws: [MixturePart] = []
    for case (let law?, let share?) in parts { laws.append(MixturePart(law: law, share: share)) }
    guard laws.count == parts.count else { return nil }
    if let sentence = shareSumMistake(laws.map(\.share)) {
      reader.report(sentence, about: "parts")
      return nil
    }
    return .mixture(laws)
  }

  private static func limited(_ reader: FieldReader) -> DistributionSpecification? {
    guard let law = reader.specification("of"), let minimum = reader.number("minimum") else { return nil }
    let maximum = reader.number("maximum")
    if minimum == 0, maximum == nil {
      reader.report("\(reader.variant ?? "") needs a minimum above 0, a maximum or both")
      return nil
    }
    if let maximum, minimum >= maximum {
      reader.report("minimum must be less than maximum")
      return nil
    }
    if reader.variant == "limited" { return .limited(law, minimum: minimum, maximum: maximum ?? .infinity) }
    let kept = law.distribution.probability(from: minimum, to: maximum ?? .infinity)
    if kept < Distribution.leastKept {
      reader.report(
        "\(plainText((kept * 1_000).rounded(.down) / 10)) % of the values of the other law lie between the limits; it must be at least 5 %"
      )
      return nil
    }
    let truncated = DistributionSpecification.truncated(law, minimum: minimum, maximum: maximum ?? .infinity)
    let words = truncated.distribution.wordsPerDraw
    if words > Distribution.mostWordsPerDraw {
      reader.report(
        "a value would take some \(plainText(words.rounded())) random numbers, for the law in of is drawn again too; it must be at most \(plainText(Distribution.mostWordsPerDraw))"
      )
      return nil
    }
    return truncated
  }
}
