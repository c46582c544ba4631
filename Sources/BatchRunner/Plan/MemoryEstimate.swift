import CareModel
import RandomStreams

/// An upper bound of the memory that a plan takes, so that it is refused before it starts.
public enum MemoryEstimate {
  /// Bytes of a patient with its pending events, rounded up.
  private static let patientBytes = 256.0
  /// Half-hour bins of 30 days, three ends, two groups.
  private static let waitBytesPerKind = 1_442.0 * 3 * 2 * 8

  /// Bytes that `plan` may take with `threads` workers.
  ///
  /// Patients count as if none left, since a queue may grow without end; each worker holds the run-in
  /// and one arm.
  public static func bytes(_ plan: BatchPlan, threads: Int) -> Double {
    var state = 0.0
    var results = 0.0
    for (index, point) in plan.points.enumerated() {
      let network = point.network
      let regions = Double(network.regions.count)
      let kinds = Double(network.unitKinds.count)
      let days = Double(plan.dayCount)
      let span = network.runInDays + days
      let patients = ordinaryPerDay(network) * span + pulses(network) + casualties(point.scenario, days: days)
      let ledger = regions * (days * (32 + 17 * kinds) * 8 + kinds * waitBytesPerKind)
      state = max(state, 2 * Double(threads) * (patients * patientBytes + ledger))
      let measures = MeasureList(network)
      let arms = Double(plan.arms.count) * Double(plan.replications)
      results += arms * Double(measures.national.count) * 16
      let regional = Double(measures.regional.count) * (regions + 1) * days * 8
      let waits = kinds * waitBytesPerKind
      if index == 0 {
        results += arms * (regional + waits) + Double(plan.arms.count) * regional * 6
      }
    }
    return state + results
  }

  private static func ordinaryPerDay(_ network: CareNetwork) -> Double {
    var total = 0.0
    for inflow in network.inflows {
      let group = inflow.groupSize?.mean ?? 1
      switch inflow.process {
      case .pulse: continue
      case .renewal(let gap):
        let places = inflow.facilities?.count ?? network.facilities.count
        let mean = gap.mean
        total += group * (mean > 0 ? 24 / mean * Double(places) : 0)
      case .expectedByDay(let numbers):
        total += group * (numbers.max() ?? 0) * Double(inflow.facilities?.count ?? network.facilities.count)
      case .observedByDay(let counts):
        total += group * Double((counts.max() ?? 0) * (inflow.facilities?.count ?? network.facilities.count))
      case .poisson:
        for facility in inflow.facilities ?? Array(network.facilities.indices) {
          total += group * rate(inflow.ratePerDay, at: facility, network)
        }
      }
    }
    return total
  }

  private static func rate(_ number: PlaceNumber, at facility: Int, _ network: CareNetwork) -> Double {
    switch number {
    case .fixed(let value): return value
    case .column(let name):
      let place = network.facilities[facility]
      let region = network.regions[place.region]
      return place.parameters.first { $0.name == name }?.value
        ?? region.parameters.first { $0.name == name }?.value ?? 0
    }
  }

  private static func pulses(_ network: CareNetwork) -> Double {
    var total = 0.0
    for inflow in network.inflows {
      if case .pulse(let count, _, _) = inflow.process {
        total += Double(count) * Double(inflow.facilities?.count ?? network.facilities.count)
      }
    }
    return total
  }

  private static func casualties(_ scenario: Scenario, days: Double) -> Double {
    var total = 0.0
    for stream in scenario.streams {
      for phase in stream.phases {
        let length = max(0, min(days, phase.untilDay) - phase.fromDay)
        total += length * max(phase.meanPerDayFrom, phase.meanPerDayUntil)
      }
    }
    for stream in scenario.events {
      let length = max(0, min(days, stream.untilDay) - stream.fromDay)
      let events = Double(stream.scheduled.count) + stream.ratePerDay * length
      total += events * stream.size.mean
    }
    return 2 * total * scenario.casualtyFactor
  }
}
