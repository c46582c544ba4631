import CareModel

/// An upper bound of the memory that a plan takes, so that it is refused before it starts.
public enum MemoryEstimate {
  /// Half-hour bins of 30 days, four ends, two groups: as if every kind of wait happened in every region.
  private static let waitBytesPerKind = 1_442.0 * 4 * 2 * 8

  /// Why `plan` is not begun with `threads` workers; nil when it fits.
  public static func refusal(of plan: BatchPlan, threads: Int) -> BatchFailure? {
    let needed = bytes(plan, threads: threads)
    return needed <= Double(plan.memoryLimitBytes)
      ? nil : .memory(neededBytes: needed, limitBytes: plan.memoryLimitBytes)
  }

  /// The most workers, at least one and at most `wanted`, with which `plan` stays within its limit: each may hold a
  /// replication of its own, and results are the same with fewer.
  ///
  /// - Complexity: O(log `wanted`) estimates.
  public static func threads(for plan: BatchPlan, atMost wanted: Int) -> Int {
    // Many share one replication, and then hold less than few.
    if refusal(of: plan, threads: wanted) == nil { return wanted }
    var (fitting, above) = (1, wanted)
    while above - fitting > 1 {
      let middle = (fitting + above) / 2
      if refusal(of: plan, threads: middle) == nil { fitting = middle } else { above = middle }
    }
    return fitting
  }

  /// Bytes that `plan` may take with `threads` workers.
  ///
  /// Patients count as if none left, since a queue may grow without end; each replication under way holds the end of
  /// the run-in, one arm, and what the arms before it gave. Waits are merged; figures by day are kept of each
  /// replication of one design point.
  public static func bytes(_ plan: BatchPlan, threads: Int) -> Double {
    var state = 0.0
    var results = 0.0
    for (index, point) in plan.points.enumerated() {
      let network = point.network
      let regions = Double(network.regions.count)
      let kinds = Double(network.unitKinds.count)
      let days = Double(plan.dayCount)
      let span = network.runInDays + days
      let casualties = casualties(point.scenario)
      let patients = PatientMemory.bytes(ordinary: ordinary(network, days: span), casualties: casualties)
      let before = PatientMemory.bytes(ordinary: ordinary(network, days: network.runInDays), casualties: 0)
      let lengths = Double(network.timedDurationBytes)
      let ledger = regions * (days * (32 + 17 * kinds) * 8 + kinds * waitBytesPerKind + lengths)
      let atOnce = Double(TrialPool.piecesAtOnce(plan, threads: threads))
      let measures = MeasureList(network)
      let arms = Double(plan.arms.count)
      let regional = Double(measures.regional.count) * (regions + 1) * days * 8
      let waits = kinds * waitBytesPerKind
      state = max(state, atOnce * (patients + before + 2 * ledger + arms * (regional + waits)))
      let flows = regions * (regions + 1) * 8
      let trials = arms * Double(plan.replications)
      results += trials * Double(measures.national.count) * 16 + arms * waits
      if index == 0 { results += trials * flows + (trials + arms * 6) * regional }
    }
    return state + results
  }

  private static func casualties(_ scenario: Scenario) -> Double {
    scenario.streams.reduce(0.0) { $0 + scenario.expectedPatients(of: $1) }
      + scenario.events.reduce(0.0) { $0 + scenario.expectedPatients(of: $1) }
  }

  /// Everybody but casualties, with what is ordered for them.
  private static func ordinary(_ network: CareNetwork, days: Double) -> Double {
    let orders = network.pathways.map(\.orders.count).max() ?? 0
    return Double(1 + orders) * patients(network, days: days)
  }

  private static func patients(_ network: CareNetwork, days: Double) -> Double {
    network.inflows.reduce(0.0) { $0 + network.expectedPatients(of: $1, days: days) }
      + Double(network.presentAtStart.reduce(0) { $0 + network.patientCount($1) })
  }
}
