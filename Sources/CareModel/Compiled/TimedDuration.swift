import OutputStatistics

/// A duration of patients' ways that some measure asks a quantile of.
struct DurationRow: BitwiseCopyable, Equatable {
  enum Kind: UInt8, BitwiseCopyable {
    /// A wait for a unit that ended in a place.
    case wait
    /// A stay in a unit's place that ended.
    case stay
    /// A wait for a vehicle of a fleet that ended with one.
    case vehicleWait
    /// From arrival to leaving the network.
    case inSystem
    /// From arrival to beginning a stay of a step.
    case toStep
  }

  var kind: Kind
  /// Index of the unit kind or the fleet; 0 in the network.
  var place: Int32
  var scope: TallyScope

  /// Whether a duration at a place is one of these, in a facility and by a step with that place among those that measures
  /// name.
  func isOf(_ kind: Kind, at place: Int, step tag: Int32, facility: Int16) -> Bool {
    self.kind == kind && Int(self.place) == place && scope.contains(step: tag, facility: facility)
  }
}

/// A duration of the patients of some classes; of all when none is named.
struct TimedDuration: Equatable {
  var row: DurationRow
  var classes: [Int]
}

extension DeclaredMeasure {
  /// The duration and the share of a measure of a network that is a quantile.
  func quantile(in network: CareNetwork) -> (duration: TimedDuration, share: Double)? {
    switch quantity {
    case .waitQuantile(let share): (timed(.wait, at: unitKind, network), share)
    case .stayQuantile(let share): (timed(.stay, at: unitKind, network), share)
    case .vehicleWaitQuantile(let share): (timed(.vehicleWait, at: fleet, network), share)
    case .systemQuantile(let share): (timed(.inSystem, at: nil, network), share)
    case .toStepQuantile(let share): (timed(.toStep, at: unitKind, network), share)
    default: nil
    }
  }

  private func timed(_ kind: DurationRow.Kind, at place: Int?, _ network: CareNetwork) -> TimedDuration {
    let row = DurationRow(
      kind: kind, place: Int32(truncatingIfNeeded: place ?? 0), scope: TallyScope(self, in: network))
    return TimedDuration(row: row, classes: Set(classes).sorted())
  }
}

extension CareNetwork {
  /// The durations whose lengths are counted for measures, each once, in the order of the measures.
  var timedDurations: [TimedDuration] {
    measures.compactMap { $0.quantile(in: self)?.duration }.eachOnce
  }

  /// Bytes that each region holds to count lengths of durations for measures.
  package var timedDurationBytes: Int {
    timedDurations.count * LogLinearBins.count * MemoryLayout<Int64>.size
  }
}
