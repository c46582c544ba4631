public import BatchRunner
import CareModel

/// The figures that a run writes beside its tables.
public enum RunFigures {
  /// Places of intensive care in use, the baseline beside the last arm that names policies: `icu_fan.svg`
  /// for a kind of unit named `icu`. None without intensive care, and none after a design of several points.
  ///
  /// - Complexity: O(arms × days).
  public static func files(_ outcome: BatchOutcome) -> [(name: String, text: String)] {
    guard let network = outcome.plan.points.first?.network,
      let kind = network.unitKinds.firstIndex(where: { $0.isIntensiveCare }),
      let last = outcome.plan.arms.lastIndex(where: { !$0.isNoWait }),
      let chart = FanChart(outcome, unitKind: kind, arms: last > 0 ? [0, last] : [0])
    else { return [] }
    return [("\(network.unitKinds[kind].columnName)_fan.svg", chart.svg())]
  }
}
