import SimulationKernel

/// A declared measure of a part of the run, and what was added up in it so far: in one stretch of time, or in the hours
/// of a calendar.
struct SpannedMeasure: Sendable {
  /// Index of the measure.
  let measure: Int
  let source: MeasureSource
  let span: MeasureSpan
  /// What was added in the stretches that have ended.
  private var ended = MeasureSums()
  /// What there was at the beginning of the stretch that is under way; nil where none is.
  private var atStart: MeasureSums?

  private init(measure: Int, source: MeasureSource, span: MeasureSpan) {
    (self.measure, self.source, self.span) = (measure, source, span)
  }

  static func all(of network: CareNetwork) -> [SpannedMeasure] {
    network.measures.enumerated().compactMap { index, measure in
      measure.span.map {
        SpannedMeasure(measure: index, source: MeasureSource(measure, in: network), span: $0)
      }
    }
  }

  /// A stretch begins, at which there is so much; nothing on day 0.
  mutating func begin(at sums: MeasureSums) { atStart = sums }

  /// The stretch that is under way ends.
  mutating func end(at sums: MeasureSums) {
    ended = total(sums)
    atStart = nil
  }

  /// What was added in all stretches.
  ///
  /// - Parameter sums: what there is now, of which a stretch that is under way takes its part.
  func total(_ sums: @autoclosure () -> MeasureSums) -> MeasureSums {
    guard let atStart else { return ended }
    var total = ended
    total.add(sums())
    total.add(atStart, times: -1)
    return total
  }

  /// The first time from `ticks` on that is of the measure; nil if none is.
  func nextBeginning(from ticks: Int64, _ world: borrowing Surroundings) -> Int64? {
    var time = max(ticks, world.startTicks + SimulationDuration.hours(span.fromHours).ticks)
    if let calendar = span.calendar { time = world.tables.nextOpen(Int32(calendar), from: time) }
    return time < last(world) ?? .max ? time : nil
  }

  /// When the stretch ends that is under way at `ticks`; nil if with the run.
  func nextEnd(after ticks: Int64, _ world: borrowing Surroundings) -> Int64? {
    let last = last(world)
    guard let calendar = span.calendar,
      let closing = world.tables.nextClosed(Int32(calendar), from: ticks)
    else { return last }
    return min(closing, last ?? .max)
  }

  /// Length of all stretches to the horizon, microseconds.
  ///
  /// - Complexity: O(stretches).
  func length(_ world: borrowing Surroundings) -> Int64 {
    var length: Int64 = 0
    var time = world.startTicks
    while let beginning = nextBeginning(from: time, world), beginning < world.horizonTicks {
      time = min(world.horizonTicks, nextEnd(after: beginning, world) ?? .max)
      length += time - beginning
    }
    return length
  }

  /// How many stretches end after `first` and not after `last`, less those that begin so.
  ///
  /// - Complexity: O(stretches).
  func edges(from first: Int64, to last: Int64, _ world: borrowing Surroundings) -> Int64 {
    var edges: Int64 = 0
    var time = world.startTicks
    while let beginning = nextBeginning(from: time, world), beginning <= last {
      if beginning > first { edges -= 1 }
      guard let end = nextEnd(after: beginning, world), end <= last else { break }
      if end > first { edges += 1 }
      time = end
    }
    return edges
  }

  /// The end of the last stretch; nil is with the run.
  private func last(_ world: borrowing Surroundings) -> Int64? {
    if let hours = span.untilHours { return world.startTicks + SimulationDuration.hours(hours).ticks }
    return span.calendar == nil ? nil : world.horizonTicks
  }
}
