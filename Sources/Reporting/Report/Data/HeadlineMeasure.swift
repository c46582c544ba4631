/// The measure that the answer of a report is about, and the ones beside it.
package enum HeadlineMeasure {
  static let deaths = "deaths_after_drain_patients"
  static let casualtyDeaths = "casualty_deaths_after_drain_patients"

  /// Whether anybody died in any arm at the point that is shown.
  static func isMortal(_ run: ReportRun) -> Bool { isSaid(deaths, run) }

  /// Deaths where there are any; else the first measure that the model declares, else the wait for its first unit.
  package static func id(_ run: ReportRun) -> String {
    if isMortal(run) { return deaths }
    let record = run.record
    if let declared = record.nationalMeasures.first(where: { $0.isDeclared && isSaid($0.id, run) }) {
      return declared.id
    }
    let kind = record.unitKinds.first { $0.isQueued } ?? record.unitKinds.first
    return kind.map { "\($0.column)_waiting_mean_patients" } ?? "arrivals_patients"
  }

  /// What arms are compared by, the headline first: those that are not zero throughout.
  package static func compared(_ run: ReportRun) -> [String] {
    let record = run.record
    var list = [deaths, casualtyDeaths]
    for kind in record.unitKinds where kind.isIntensiveCare {
      list.append("\(kind.column)_casualty_wait_restricted_mean_hours")
    }
    list += [
      "postponed_patients", "backlog_at_horizon_patients", "transfers_patients", "evacuated_patients",
      "refused_patients",
    ]
    list = list.filter { isSaid($0, run) }
    if list.count < 3 {
      list += record.nationalMeasures.filter { $0.isDeclared && isSaid($0.id, run) }.prefix(12).map(\.id)
    }
    for measure in record.shownMeasures where !list.contains(measure) { list.append(measure) }
    if list.isEmpty { list = [id(run)] }
    return list
  }

  /// Whether a measure has a value other than zero in any arm.
  private static func isSaid(_ measure: String, _ run: ReportRun) -> Bool {
    run.record.arms.contains { arm in
      run.summary.row(measure, arm: arm.id)?.number("mean").map { $0 != 0 } ?? false
    }
  }
}
