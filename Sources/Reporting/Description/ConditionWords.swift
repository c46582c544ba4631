import CareModel

/// What a branch's condition asks, in words.
struct ConditionWords {
  /// Names of classes and kinds of unit, by index.
  let network: CareNetwork

  /// The condition in a line.
  func text(_ condition: BranchCondition) -> String {
    var words: [String] = []
    if !condition.classes.isEmpty {
      words.append("class " + condition.classes.map { network.classes[$0].id }.joined(separator: " or "))
    }
    if condition.severity != 0...75 {
      words.append("NISS \(condition.severity.lowerBound)–\(condition.severity.upperBound)")
    }
    if let has = condition.has { words.append("the facility has \(has)") }
    if let lacks = condition.lacks { words.append("the facility lacks \(lacks)") }
    if let unit = condition.unit { words.append(text(unit)) }
    if let span = Self.range(condition.stayHours, 0, .infinity) { words.append("stay \(span) h") }
    if condition.hours.lowerBound > -.infinity {
      words.append("from hour \(Phrase.number(condition.hours.lowerBound))")
    }
    if condition.hours.upperBound < .infinity {
      words.append("until hour \(Phrase.number(condition.hours.upperBound))")
    }
    if let calendar = condition.during {
      words.append("it is \(StepWords.times(network.calendars[calendar]))")
    }
    return words.joined(separator: " and ")
  }

  private func text(_ unit: BranchCondition.UnitState) -> String {
    var words: [String] = []
    if let free = Self.range(unit.free, 0, .max) { words.append("\(free) free") }
    if let waiting = Self.range(unit.waiting, 0, .max) { words.append("\(waiting) waiting") }
    if let share = Self.range(unit.occupiedShare, 0, .infinity) { words.append("\(share) of places in use") }
    let place = unit.isOfRegion ? " of the region" : ""
    return "\(network.unitKinds[unit.kind].id)\(place) has " + words.joined(separator: ", ")
  }

  private static func range<Number: Comparable & LosslessStringConvertible>(
    _ range: ClosedRange<Number>, _ least: Number, _ most: Number
  ) -> String? {
    switch (range.lowerBound > least, range.upperBound < most) {
    case (false, false): nil
    case (true, false): "at least \(range.lowerBound)"
    case (false, true): "at most \(range.upperBound)"
    case (true, true):
      range.lowerBound == range.upperBound
        ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
  }
}
