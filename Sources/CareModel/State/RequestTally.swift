/// A request of the cohort that went over to another class while the patient waited. Of a part of the run it is of the
/// last from its beginning on.
struct MovedRequest: BitwiseCopyable {
  /// When it was made, and when it went over.
  var since: Int64
  var until: Int64
  /// Index of the unit kind.
  var kind: Int32
  /// The place of the step among those that measures name.
  var step: Int32
  var facility: Int16
  var former: UInt8
  var joined: UInt8
}

/// Requests and stays of the cohort that a measure asks for apart, with the squares of their lengths.
struct RequestTally: BitwiseCopyable {
  var row = RequestRow.none
  /// Stays that began, those with them that go on in the place of the step before.
  var begun: Int64 = 0
  /// From arrival to each of them, microseconds.
  var ticksToStep: Int128 = 0
  // Of square microseconds. They wrap beyond 10^38: ten million patients of a century each.
  var waitSquares: Int128 = 0
  var staySquares: Int128 = 0
  var toStepSquares: Int128 = 0

  mutating func start(after waited: Int64, target: Int64) {
    row.start(after: waited, target: target)
    waitSquares &+= Int128(waited) &* Int128(waited)
  }

  mutating func begin(sinceArrival: Int64) {
    begun += 1
    ticksToStep += Int128(sinceArrival)
    toStepSquares &+= Int128(sinceArrival) &* Int128(sinceArrival)
  }

  mutating func end(after ticks: Int64) {
    row.end(after: ticks)
    staySquares &+= Int128(ticks) &* Int128(ticks)
  }
}
