import CareModel

/// Gathers the replications of one design point, in index order.
struct PointFold {
  private let network: CareNetwork
  private let measures: MeasureList
  private let watch: EnduranceWatch
  private let dayCount: Int
  private let keepsDaily: Bool
  private let armNames: [String]
  private let isAntithetic: Bool
  private var drawMistakes: [String] = []
  private var standstills: [Standstill]
  private var trials: [[TrialFigures]]
  private var waits: [[WaitRecord]]
  private var endurance: [[EnduranceRecord]]
  private var flows: [[[Int]]]
  private var regional: [[[Double]]]

  init(_ plan: BatchPlan, point: Int) {
    network = plan.points[point].network
    measures = MeasureList(network)
    watch = EnduranceWatch(network, measures: measures)
    dayCount = plan.dayCount
    // Of several design points figures by day are written or nothing.
    keepsDaily = plan.writesRegionsDaily || plan.points.count == 1
    armNames = plan.arms.map(\.id)
    isAntithetic = plan.isAntithetic
    standstills = plan.arms.map { _ in Standstill() }
    trials = plan.arms.map { _ in [] }
    waits = plan.arms.map { _ in [] }
    regional = plan.arms.map { _ in [] }
    let nothing = watch.records
    endurance = plan.arms.map { _ in nothing }
    flows = plan.arms.map { _ in [] }
  }

  /// Adds the next replication: one result for each arm.
  mutating func add(_ results: [TrialResult]) {
    for (arm, result) in results.enumerated() {
      drawMistakes += result.drawMistakes.map {
        "arm \(armNames[arm]), replication \(trials[arm].count): \($0)"
      }
      trials[arm].append(
        TrialFigures(
          values: result.values.map { value in value.flatMap { $0.isFinite ? $0 : nil } },
          casualtyDigest: result.casualtyDigest, eventCount: result.eventCount))
      standstills[arm].add(result.standstill)
      merge(result.waits, into: arm)
      let days = watch.firstDays(
        result.regional, regionCount: network.regions.count, dayCount: dayCount)
      for (row, day) in days.enumerated() { endurance[arm][row].firstDays.days.append(day) }
      flows[arm].append(result.flows)
      if keepsDaily { regional[arm].append(result.regional) }
    }
  }

  private mutating func merge(_ records: [WaitRecord], into arm: Int) {
    if waits[arm].isEmpty {
      waits[arm] = records
      return
    }
    for (row, record) in records.enumerated() {
      for bin in record.started.indices { waits[arm][row].started[bin] += record.started[bin] }
      for bin in record.died.indices { waits[arm][row].died[bin] += record.died[bin] }
      for bin in record.left.indices { waits[arm][row].left[bin] += record.left[bin] }
      for bin in record.stillWaiting.indices { waits[arm][row].stillWaiting[bin] += record.stillWaiting[bin] }
    }
  }

  /// The outcome of the design point.
  func finish() -> PointOutcome {
    PointOutcome(
      arms: trials.indices.map { arm in
        var outcome = ArmOutcome(
          trials: trials[arm], waits: waits[arm], endurance: endurance[arm],
          daily: keepsDaily
            ? DailySummary(
              regional[arm], measureCount: measures.regional.count, regionCount: network.regions.count,
              dayCount: dayCount) : nil, isAntithetic: isAntithetic)
        outcome.standstill = standstills[arm]
        outcome.flows = FlowRecord.records(flows[arm], regionCount: network.regions.count)
        return outcome
      }, drawMistakes: drawMistakes)
  }
}
