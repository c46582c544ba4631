// The rows of pathways: steps, their rarer parts, what they order, trips and ways on.

/// What every patient's step reads fills the first 64 bytes; a row is two cache lines.
struct StepRow: BitwiseCopyable {
  /// Index of the unit kind, or −1.
  var unitKind: Int16
  var keepsBed: Bool
  var isDischargeReady: Bool
  var givesUpPlace: Bool
  /// Whether a full unit turns the patient away.
  var refuses: Bool
  /// Whether a stock that is short does.
  var refusesWhenShort: Bool
  /// Whether the way on depends on more than shares: some have a condition, or lines are compared.
  var looksAhead: Bool
  /// Whether the step is a branch alone: no place, no stay, no care.
  var passesThrough: Bool
  /// Whether a stay begins with anything but its length: another factor of the hazard, stocks, orders, being ready to
  /// leave, hours in which it ends.
  var beginsWithMore: Bool
  /// Whether more than a place is needed at once: other places, or stocks.
  var needsMore: Bool
  /// Whether a stay ends with anything but a branch: another factor of the hazard, places taken
  /// together, or what was ordered.
  var endsWithMore: Bool
  /// What the patient needs of a vehicle: a ``SeatNeed``, or 255 as the class says.
  var seatNeed: UInt8
  /// Priority of who comes to the step; ``classPriority`` or ``samePriority``.
  var priority: UInt8
  /// Index of the trip that the step is, or −1.
  var move: Int16
  /// Index of the stay's distribution (hours), or −1.
  var stay: Int32
  var stayPurpose: UInt32
  var branchPurpose: UInt32
  var branchStart: Int32
  var branchCount: UInt16
  var refusedCount: UInt16
  /// Of what the transfer policy draws for those who wait for the step.
  var transferPurpose: UInt32
  var stayFactor: PlaceNumberRow
  /// Hazard multiplier from the end on; negative leaves it.
  var careFactorAfter: Double
  /// Deaths per hour of waiting for the unit.
  var waitRatePerHour: Double
  /// Hazard multiplier from the start on; negative leaves it.
  var careFactor: Double
  /// Kinds taken together with the unit, in a run of `NetworkTables.togetherKinds`.
  var together: RowRange
  /// Uses of stocks, in a run of `NetworkTables.stockUses`.
  var uses: RowRange
  /// Index of the distribution of the longest wait in hours, or −1, and where those go who give up.
  var patience: Int32
  var gaveUp: RowRange
  var patiencePurpose: UInt32
  var worseningPurpose: UInt32
  var gaveUpPurpose: UInt32
  /// Where those who are turned away go; none means out, refused.
  var refusedStart: Int32
  var refusedPurpose: UInt32

  /// Some step of the pathway has a priority of its own, and this one that of the class.
  static let classPriority: UInt8 = 254
  /// No step of the pathway has one: priorities stay as they are.
  static let samePriority: UInt8 = 255

  /// Its ways on.
  var ways: RowRange { RowRange(start: branchStart, count: Int32(branchCount)) }

  /// Whether who comes to the step may go on at once: it is a branch alone, or a trip that cannot be made.
  @inline(__always)
  var isPassedBy: Bool { passesThrough || move >= 0 }
}

/// What few steps have, apart from what every event reads.
struct RareStepRow: BitwiseCopyable {
  /// Places that the step leaves free in its unit.
  var leavesFree: Int32
  /// Index of the calendar while which is open the stay can end, or −1.
  var endsDuring: Int32
  /// Index of the calendar while which is open patients wait, or −1.
  var waitsWhile: Int32
  /// Kinds of unit that will do, in a run of `NetworkTables.otherKinds`, and from which length of the wait on.
  var others: RowRange
  var othersAfterTicks: Int64
  var nextBy: WayChoice
  /// Index of the multiplier of the stay that follows the state, or −1.
  var stayByState: Int32
  /// What is ordered as the stay begins, in a run of `NetworkTables.orders`.
  var orders: RowRange
  /// Whether the stay goes on until all that was ordered is back.
  var awaitsOrders: Bool
}

/// Something that a step orders.
struct OrderRow: BitwiseCopyable {
  var patientClass: Int32
  /// Of the step and the place in its list: sets its draws apart from the patient's own and those of other orders.
  var nameHash: UInt32
}

/// A trip as a step. Where it may lead stands in `NetworkTables.moveTargets`.
struct MoveRow: BitwiseCopyable {
  var fleet: Int32
  /// Index of the distribution of the time beyond the least, or −1.
  var way: Int32
  /// Negative for the fleet's time between the two places.
  var leastHours: Double
  var destinationPurpose: UInt32
  var wayPurpose: UInt32
}

struct BranchRow: BitwiseCopyable {
  /// A step, or −1 − outcome.
  var target: Int32
  /// The rest when the value is negative.
  var share: PlaceNumberRow
}
