import CareModel

/// The days on which arms begin and end: those of the arms themselves, and those that changes give them.
struct ArmDays {
  /// A day of an arm that a change can set.
  enum Key: String, CaseIterable {
    case fromDay = "from_day"
    case untilDay = "until_day"
  }

  private let names: NameIndex
  private let horizonDays: Double

  /// - Parameter names: of the arms in the file, the baseline first.
  init(names: NameIndex, horizonDays: Double?) {
    self.names = names
    self.horizonDays = horizonDays ?? .infinity
  }

  /// Checks the days that an arm itself names.
  func check(_ fields: FieldReader, arm: Int) {
    var isMistaken = false
    for key in Key.allCases {
      guard let day = fields.number(key.rawValue), let sentence = mistake(key, day, arm: arm) else {
        continue
      }
      fields.report(sentence, about: key.rawValue)
      isMistaken = true
    }
    let term = PolicyTerm(fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day"))
    if !isMistaken, let sentence = Self.orderMistake(term) { fields.report(sentence, about: "until_day") }
  }

  /// What is wrong with a term that ends before it begins; nil when nothing is.
  static func orderMistake(_ term: PolicyTerm) -> String? {
    guard let end = term.untilDay, end <= term.fromDay else { return nil }
    return "until_day is \(plainText(end)); it must be after from_day, which is \(plainText(term.fromDay))"
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
    guard steps.count == 2, let key = Key(rawValue: steps[1]) else {
      let (first, last) = ("arms.\(steps[0]).from_day", "arms.\(steps[0]).until_day")
      return report("of an arm only from_day and until_day can be set: \(first), \(last)")
    }
    guard let arm = names.index(of: steps[0], report: { _ = report($0) }) else { return nil }
    let reading = ValueReading(
      field: Field(key.rawValue, .number(.nonNegative), "", isSetting: true), factor: 1,
      path: "\(change.fields.path).value", key: key.rawValue, cover: nil,
      context: ReadingContext(log: change.fields.log))
    guard case .number(let day) = reading.value(of: change.value) else { return nil }
    if let sentence = mistake(key, day, arm: arm) {
      change.fields.log.add(sentence, at: change.value.place, path: "\(change.fields.path).value")
      return nil
    }
    var resolved = change
    resolved.armDay = (arm, key, day)
    resolved.text = "arms.\(steps[0]).\(key.rawValue)"
    return resolved
  }

  private func mistake(_ key: Key, _ day: Double, arm: Int) -> String? {
    if arm == 0, key == .untilDay || day > 0 {
      return "the first arm is the baseline: it is in force from day 0 to the end"
    }
    guard day > horizonDays else { return nil }
    return "\(key.rawValue) is \(plainText(day)), after the horizon of \(plainText(horizonDays)) days"
  }
}

extension PolicyTerm {
  /// Moves one of its days.
  mutating func set(_ key: ArmDays.Key, to day: Double) {
    switch key {
    case .fromDay: fromDay = day
    case .untilDay: untilDay = day
    }
  }
}
