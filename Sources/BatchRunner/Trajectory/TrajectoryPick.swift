import CareModel
import Dispatch
import Synchronization

/// Which replication a situation picture or an exercise is made of.
public enum TrajectoryPick: Sendable, Equatable {
  /// The one in the middle: of an even number the less severe of the two.
  case median
  /// The most severe.
  case worst
  /// The least severe.
  case best
  /// A replication by its number.
  case replication(Int)
  /// The one in which queues break nearest to the wished days; of equally near ones the nearest to the middle.
  case nearest([BreachWish])
}

/// A wish of a designer: a kind of unit breaks in a region on a day.
public struct BreachWish: Sendable, Equatable {
  /// Kind of unit.
  public var unitKind: Int
  /// Region.
  public var region: Int
  /// Day, 0 is the first of the scenario.
  public var day: Int

  /// A wish.
  public init(unitKind: Int, region: Int, day: Int) {
    self.unitKind = unitKind
    self.region = region
    self.day = day
  }
}

/// What came of a pick.
public struct PickedReplication: Sendable, Equatable {
  /// The replication.
  public var replication: Int
  /// How many were looked at.
  public var candidates: Int
  /// Deaths up to the hour that was looked at, of those who arrived from the run-in on; nil where none was run for it.
  public var deaths: Int?
  /// For each wish the day on which it came true, nil when it did not by then.
  public var breachDays: [Int?]
}

extension TrajectoryPick {
  /// Chooses among the first replications of a plan, each run in one arm to an hour.
  ///
  /// Severity is the number of deaths up to that hour; of equal numbers the patients waiting for hospital places by
  /// then, summed over the hours.
  ///
  /// - Parameters:
  ///   - arm: index in the plan.
  ///   - hours: from day 0; to the end of the exercise, say.
  ///   - candidates: how many replications, at least 1.
  ///   - threads: they change the time taken alone.
  /// - Complexity: candidates × a replication to the hour.
  public func choose(
    from plan: BatchPlan, point: Int = 0, arm: Int, hours: Int, candidates: Int, threads: Int
  ) -> PickedReplication {
    if case .replication(let number) = self {
      return PickedReplication(replication: number, candidates: 1, deaths: nil, breachDays: [])
    }
    let wishes: [BreachWish] = if case .nearest(let wishes) = self { wishes } else { [] }
    let runs = Self.severities(plan, point, arm: arm, hours: hours, candidates, wishes, threads: threads)
    let order = runs.indices.sorted {
      (runs[$0].deaths, runs[$0].waitingHours, $0) < (runs[$1].deaths, runs[$1].waitingHours, $1)
    }
    let middle = (order.count - 1) / 2
    let rank =
      switch self {
      case .best: 0
      case .worst: order.count - 1
      case .nearest:
        order.indices.min {
          (runs[order[$0]].distance(to: wishes), abs($0 - middle), $0)
            < (runs[order[$1]].distance(to: wishes), abs($1 - middle), $1)
        } ?? middle
      case .median, .replication: middle
      }
    let chosen = runs[order[rank]]
    return PickedReplication(
      replication: order[rank], candidates: candidates, deaths: chosen.deaths, breachDays: chosen.breachDays)
  }

  /// How severe one replication is.
  private struct Severity: Sendable {
    var deaths = 0
    var waitingHours = 0
    var breachDays: [Int?] = []

    /// Days off, summed over the wishes; one that never came true is as far off as a year.
    func distance(to wishes: [BreachWish]) -> Int {
      zip(wishes, breachDays).reduce(0) { $0 + ($1.1.map { [day = $1.0.day] in abs($0 - day) } ?? 365) }
    }
  }

  private static func severities(
    _ plan: BatchPlan, _ point: Int, arm: Int, hours: Int, _ candidates: Int, _ wishes: [BreachWish],
    threads: Int
  ) -> [Severity] {
    let count = max(1, candidates)
    let slots = Mutex([Severity](repeating: Severity(), count: count))
    let workers = max(1, min(threads, count))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var plan = plan
      // No reference is counted by two threads.
      plan.points = [plan.points[point]]
      plan.points[0].network = plan.points[0].network.detached()
      for replication in stride(from: worker, to: count, by: workers) {
        let run = TrajectoryRun(plan, replication: replication)
        let severity = run.record(arms: [arm], hours: hours, scope: .none).first.map { judged($0, wishes) }
        slots.withLock { $0[replication] = severity ?? Severity() }
      }
    }
    return slots.withLock { $0 }
  }

  private static func judged(_ trajectory: Trajectory, _ wishes: [BreachWish]) -> Severity {
    var severity = Severity()
    severity.deaths = trajectory.samples.last?.regions.reduce(0) { $0 + $1.counts.deaths } ?? 0
    let queues = trajectory.network.hospitalQueues
    for sample in trajectory.samples {
      for unit in sample.units where queues.contains(unit.kind) { severity.waitingHours += unit.waiting }
    }
    severity.breachDays = wishes.map { firstBreach($0, trajectory) }
    return severity
  }

  /// The first day whose mean number waiting is a breach as ``EnduranceRecord`` has it.
  private static func firstBreach(_ wish: BreachWish, _ trajectory: Trajectory) -> Int? {
    let staffed = trajectory.network.staffedPlaces(kind: wish.unitKind, region: wish.region)
    let limit = max(1, EnduranceRecord.waitingShare * Double(staffed))
    return (0..<((trajectory.samples.count - 1) / 24)).first { day in
      // The midnight that ends it.
      let end = trajectory.samples[(day + 1) * 24].total(kind: wish.unitKind, region: wish.region)
      return end.meanWaitingOfDay >= limit
    }
  }
}
