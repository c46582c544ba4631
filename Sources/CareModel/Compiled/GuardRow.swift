import SimulationKernel

/// A branch with a condition.
struct GuardRow: BitwiseCopyable {
  /// A step, or −1 − outcome.
  var target: Int32
  /// Taken with this share of those for whom the condition holds; always when the value is negative.
  var share: PlaceNumberRow
  /// Bit by class; all ones for any.
  var classes: SIMD4<UInt64>
  var lowestSeverity: UInt8
  var highestSeverity: UInt8
  /// Rows of `NetworkTables.capabilities` that say whether the facility can, or −1.
  var has: Int32
  var lacks: Int32
  /// Index of the unit kind, or −1.
  var kind: Int32
  var isOfRegion: Bool
  var leastFree: Int32
  var mostFree: Int32
  var leastWaiting: Int32
  var mostWaiting: Int32
  var leastShare: Double
  var mostShare: Double
  var leastStayHours: Double
  var mostStayHours: Double
  var fromHours: Double
  var untilHours: Double
  /// Index of the calendar that is open, or −1.
  var during: Int32
}

extension NetworkCompiler {
  /// The branches with a condition of one step.
  mutating func compileGuards(_ ways: [Branch], first: Int) -> RowRange {
    let start = guards.count
    for way in ways {
      guard let condition = way.condition else { continue }
      guards.append(guardRow(condition, target: target(way.target, first: first), share: way.share))
    }
    return RowRange(start: Int32(start), count: Int32(guards.count - start))
  }

  private mutating func guardRow(
    _ condition: BranchCondition, target: Int32, share: PlaceNumber?
  ) -> GuardRow {
    var classes = SIMD4<UInt64>(repeating: condition.classes.isEmpty ? .max : 0)
    for index in condition.classes { classes[index / 64] |= 1 << UInt64(index % 64) }
    let unit = condition.unit
    return GuardRow(
      target: target, share: share.map { row($0) } ?? PlaceNumberRow(column: -1, value: -1),
      classes: classes, lowestSeverity: UInt8(clamping: condition.severity.lowerBound),
      highestSeverity: UInt8(clamping: condition.severity.upperBound),
      has: condition.has.map { capability($0) } ?? -1, lacks: condition.lacks.map { capability($0) } ?? -1,
      kind: Int32(unit?.kind ?? -1), isOfRegion: unit?.isOfRegion ?? false,
      leastFree: Int32(clamping: unit?.free.lowerBound ?? 0),
      mostFree: Int32(clamping: unit?.free.upperBound ?? .max),
      leastWaiting: Int32(clamping: unit?.waiting.lowerBound ?? 0),
      mostWaiting: Int32(clamping: unit?.waiting.upperBound ?? .max),
      leastShare: unit?.occupiedShare.lowerBound ?? 0,
      mostShare: unit?.occupiedShare.upperBound ?? .infinity,
      leastStayHours: condition.stayHours.lowerBound, mostStayHours: condition.stayHours.upperBound,
      fromHours: condition.hours.lowerBound, untilHours: condition.hours.upperBound,
      during: Int32(condition.during ?? -1))
  }

  /// The row of a capability, one flag for each facility.
  private mutating func capability(_ name: String) -> Int32 {
    if let known = capabilityNames.firstIndex(of: name) { return Int32(known) }
    capabilityNames.append(name)
    capabilities += network.facilities.map { $0.capabilities.contains(name) }
    return Int32(capabilityNames.count - 1)
  }
}
