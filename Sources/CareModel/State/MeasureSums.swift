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

  mutating func subtract(_ earlier: MeasureSums) {
    requests.add(earlier.requests, times: -1)
    totals.add(earlier.totals, times: -1)
    vehicles.add(earlier.vehicles, times: -1)
    area -= earlier.area
    openArea -= earlier.openArea
    begun -= earlier.begun
    ticksToStep -= earlier.ticksToStep
    squares &-= earlier.squares
    overLimit -= earlier.overLimit
    exits -= earlier.exits
    for bin in earlier.lengths.indices { lengths[bin] -= earlier.lengths[bin] }
  }
}

/// A declared measure of a span of the run, and what there was at its edges.
struct SpannedMeasure: Sendable {
  /// Index of the measure.
  let measure: Int
  let source: MeasureSource
  let span: MeasureSpan
  /// What there was at the beginning; nothing where that is day 0.
  var atStart: MeasureSums?
  /// What there was at the end; nil until then, or where the span goes on to the end of the run.
  var atEnd: MeasureSums?

  static func all(of network: CareNetwork) -> [SpannedMeasure] {
    network.measures.enumerated().compactMap { index, measure in
      measure.span.map {
        SpannedMeasure(measure: index, source: MeasureSource(measure, in: network), span: $0)
      }
    }
  }
}
