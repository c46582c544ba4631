import CareModel

/// The days on which arms begin: those of the arms themselves, and those that changes give them.
struct ArmDays {
  private let names: NameIndex
  private let horizonDays: Double

  /// - Parameter names: of the arms in the file, the baseline first.
  init(names: NameIndex, horizonDays: Double?) {
    self.names = names
    self.horizonDays = horizonDays ?? .infinity
  }

  /// Checks the day that an arm itself names.
  func check(_ fields: FieldReader, arm: Int) {
    guard let day = fields.number("from_day"), let sentence = mistake(day, arm: arm) else { return }
    fields.report(sentence, about: "from_day")
  }

  /// Resolves a change of an arm; nil when its mistake is reported.
  func resolved(_ change: Override) -> Override? {
    func report(_ sentence: String) -> Override? {
      change.fields.log.add(sentence, at: change.place, path: change.fields.path)
      return nil
    }
    let steps = change.path.segments.map { segment in
      switch segment {
      case .key(let name), .element(let name): name
      }
    }
    guard steps.count == 2, steps[1] == "from_day" else {
      return report("of an arm only from_day can be set: arms.\(steps[0]).from_day")
    }
    guard let arm = names.index(of: steps[0], report: { _ = report($0) }) else { return nil }
    let reading = ValueReading(
      field: Field("from_day", .number(.nonNegative), "", isSetting: true), factor: 1,
      path: "\(change.fields.path).value", key: "from_day", cover: nil,
      context: ReadingContext(log: change.fields.log))
    guard case .number(let day) = reading.value(of: change.value) else { return nil }
    if let sentence = mistake(day, arm: arm) {
      change.fields.log.add(sentence, at: change.value.place, path: "\(change.fields.path).value")
      return nil
    }
    var resolved = change
    resolved.armDay = (arm, day)
    resolved.text = "arms.\(steps[0]).from_day"
    return resolved
  }

  private func mistake(_ day: Double, arm: Int) -> String? {
    if arm == 0, day > 0 { return "the first arm is the baseline: it is in force from day 0" }
    guard day > horizonDays else { return nil }
    return "from_day is \(plainText(day)), after the horizon of \(plainText(horizonDays)) days"
  }
}
