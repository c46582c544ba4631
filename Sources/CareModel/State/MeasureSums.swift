import SimulationKernel

/// What a declared measure adds up over regions, classes and time: what was added in a span of the run is what there is at
/// its end less what there was at its beginning.
struct MeasureSums: Sendable {
  var requests = RequestRow.none
  var totals = ClassTotalRow.none
  var vehicles = VehicleWaitRow.none
  /// Patients times microseconds, or the microseconds for which a condition held.
  var area: Int128 = 0
  /// Open places times microseconds.
  var openArea: Int128 = 0
  /// Stays of the measure's step that began, and from arrival to each.
  var begun: Int64 = 0
  var ticksToStep: Int128 = 0
  /// Squares of the durations that the measure's deviation is of, microseconds.
  var squares: Int128 = 0
  /// Durations beyond the measure's limit.
  var overLimit: Int64 = 0
  /// Patients who left by the measure's way out.
  var exits: Int64 = 0
  /// Durations by length; empty where the measure is no quantile.
  var lengths: [Int64] = []

  /// - Parameter times: −1 takes off.
  mutating func add(_ other: MeasureSums, times: Int64 = 1) {
    requests.add(other.requests, times: times)
    totals.add(other.totals, times: times)
    vehicles.add(other.vehicles, times: times)
    area += Int128(times) * other.area
    openArea += Int128(times) * other.openArea
    begun += times * other.begun
    ticksToStep += Int128(times) * other.ticksToStep
    squares &+= Int128(times) &* other.squares
    overLimit += times * other.overLimit
    exits += times * other.exits
    if lengths.isEmpty, !other.lengths.isEmpty { lengths = Array(repeating: 0, count: other.lengths.count) }
    for bin in other.lengths.indices { lengths[bin] += times * other.lengths[bin] }
  }
}
