public import BatchRunner
import CareModel

/// The figures that a run writes beside its tables.
public enum RunFigures {
  /// Intensive care by day, the baseline beside the arm with the fewest deaths: places in use and patients
  /// waiting, `icu_fan.svg` and `icu_waiting_fan.svg` for a kind of unit named `icu`. None without intensive
  /// care, and none after a design of several points.
  ///
  /// - Complexity: O(arms × days).
  public static func files(_ outcome: BatchOutcome) -> [(name: String, text: String)] {
    guard let network = outcome.plan.points.first?.network,
      let kind = network.unitKinds.firstIndex(where: { $0.isIntensiveCare })
    else { return [] }
    let arms = [0] + (bestArm(outcome).map { [$0] } ?? [])
    let name = network.unitKinds[kind].columnName
    let charts: [(String, FanChart?)] = [
      ("\(name)_fan.svg", FanChart(outcome, unitKind: kind, arms: arms)),
      (
        "\(name)_waiting_fan.svg",
        FanChart(outcome, unitKind: kind, arms: arms, quantity: .patientsWaiting)
      ),
    ]
    return charts.compactMap { name, chart in chart.map { (name, $0.svg()) } }
  }

  /// The arm after the baseline, other than the one without queues, with the fewest mean deaths.
  private static func bestArm(_ outcome: BatchOutcome) -> Int? {
    guard let deaths = outcome.measures.nationalIndex(of: FindingsBuilder.Measures.deaths),
      let point = outcome.points.first
    else { return nil }
    let candidates = outcome.plan.arms.indices.dropFirst().filter { !outcome.plan.arms[$0].isNoWait }
    return candidates.min { left, right in
      mean(point.arms[left].values(of: deaths)) < mean(point.arms[right].values(of: deaths))
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .infinity : values.reduce(0, +) / Double(values.count)
  }
}
