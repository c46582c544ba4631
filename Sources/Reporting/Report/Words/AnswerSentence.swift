/// The difference between an alternative and the one it is compared with, in a sentence with its chance interval.
struct AnswerSentence {
  let report: Report
  let language: Language
  let arm: RunRecord.Arm
  let measure: String
  var point: [String]?

  /// The sentence; nothing without a difference.
  var html: HTML {
    let record = report.run.record
    guard let row = report.run.summary.row(measure, arm: arm.id, point: point),
      let difference = row.number("difference_mean"), let baseline = record.arms.first
    else { return .none }
    let error = row.number("difference_standard_error")
    let exponent = SpokenNumber.exponent(for: difference, standardError: error)
    func number(_ value: Double) -> String { language.number(abs(value), exponent: exponent) }
    func said(_ column: String, _ text: String) -> HTML {
      Quantity(language: language).inline(
        text, row, column, file: "summary.csv",
        key: report.key(point: point, ["arm": arm.id, "measure": measure]))
    }
    let isSwedish = language == .swedish
    let (name, other) = (report.title(arm, language), report.title(baseline, language))
    let lower = row.number("difference_ci95_lower")
    let upper = row.number("difference_ci95_upper")
    let count = said("difference_mean", number(difference))
    let noun = noun(difference, text: number(difference))
    let isNone = SpokenNumber.isZero(difference, exponent: exponent)
    var sentence = HTML.words(isSwedish ? "Med " : "With ") + quoted(name) + .words(isSwedish ? " " : " ")
    guard let lower, let upper else {
      let one =
        record.isAntithetic
        ? (isSwedish ? "ett antitetiskt par" : "one antithetic pair")
        : (isSwedish ? "en replikation" : "one replication")
      let none = isSwedish ? " (\(one) ger inget intervall)." : " (\(one) gives no interval)."
      if isNone {
        sentence += .words((isSwedish ? "blir det " : "there are ") + same)
        return sentence + .words(isSwedish ? " som med " : " as with ") + quoted(other) + .words(none)
      }
      sentence += .words(isSwedish ? "blir det " : "there are ") + count
      sentence +=
        .words(
          " \(noun) " + (isSwedish ? "än med " : "than with ")) + quoted(other)
      return sentence + .words(none)
    }
    if lower == 0, upper == 0 {
      sentence += .words(
        (isSwedish ? "blir det " : "there are ") + same + (isSwedish ? " som med " : " as with "))
      return sentence + quoted(other) + .words(isSwedish ? " i varje simulering." : " in every simulation.")
    }
    let interval =
      HTML.words(isSwedish ? "95 procents chansintervall " : "95 per cent chance interval ")
      + bound(lower, upper, isFirst: true, said, number) + .words(isSwedish ? " till " : " to ")
      + bound(lower, upper, isFirst: false, said, number)
    if lower > 0 || upper < 0 {
      sentence +=
        .words(isSwedish ? "blir det " : "there are ") + .element("strong", [:], count + .words(" \(noun)"))
      sentence += .words(isSwedish ? " än med " : " than with ") + quoted(other)
      return sentence + .words(" (") + interval + .words(").")
    }
    sentence +=
      .words(
        isSwedish
          ? "syns ingen säker skillnad mot " : "no clear difference shows from ") + quoted(other)
    if isNone {
      return sentence + .words(": \(same)\(isSwedish ? " i medeltal" : " on average") (") + interval
        + .words(").")
    }
    sentence += .words(": ") + count + .words(" \(noun) (") + interval + .words(").")
    return sentence
  }

  private func quoted(_ words: String) -> HTML {
    .element("em", [:], words)
  }

  /// Bounds with their direction when they lie on both sides of zero, else the smaller first.
  private func bound(
    _ lower: Double, _ upper: Double, isFirst: Bool, _ said: (String, String) -> HTML,
    _ number: (Double) -> String
  ) -> HTML {
    let spans = lower <= 0 && upper >= 0
    let lowerFirst = spans || upper >= 0
    let takesLower = isFirst == lowerFirst
    let value = takesLower ? lower : upper
    let column = takesLower ? "difference_ci95_lower" : "difference_ci95_upper"
    guard spans else { return said(column, number(value)) }
    let (fewer, more) = language == .swedish ? ("färre", "fler") : ("fewer", "more")
    return said(column, number(value)) + .words(" \(value < 0 ? fewer : more)")
  }

  /// That there is no difference.
  private var same: String {
    if measure == HeadlineMeasure.deaths {
      let day = report.run.record.lastDay
      return language == .swedish ? "lika många döda till dag \(day)" : "as many deaths by day \(day)"
    }
    let name = report.names.name(of: measure)[language]
    return language == .swedish ? "lika mycket i ”\(name)”" : "as much of “\(name)”"
  }

  private func noun(_ difference: Double, text: String) -> String {
    let isSwedish = language == .swedish
    let direction = difference < 0 ? (isSwedish ? "färre" : "fewer") : (isSwedish ? "fler" : "more")
    if measure == HeadlineMeasure.deaths {
      let day = report.run.record.lastDay
      return isSwedish
        ? "\(direction) döda till dag \(day)"
        : "\(direction) \(text == "1" ? "death" : "deaths") by day \(day)"
    }
    let name = report.names.name(of: measure)[language]
    return isSwedish
      ? "\(difference < 0 ? "mindre" : "mer") i ”\(name)”"
      : "\(difference < 0 ? "less" : "more") of “\(name)”"
  }
}
