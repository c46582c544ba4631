public import CareModel
import CarePolicies
import SimulationKernel

/// One replication of a plan, recorded: the same as in a batch, in one or more of its arms.
public struct TrajectoryRun: Sendable {
  /// What is asked.
  public let plan: BatchPlan
  /// Design point.
  public let point: Int
  /// Replication.
  public let replication: Int

  /// A replication of a plan.
  ///
  /// - Precondition: the plan has the point; the replication is at least 0.
  public init(_ plan: BatchPlan, point: Int = 0, replication: Int) {
    precondition(plan.points.indices.contains(point) && replication >= 0, "no such replication")
    self.plan = plan
    self.point = point
    self.replication = replication
  }

  /// The last hour that can be recorded: the end of the drain.
  public var lastHour: Int { (plan.horizonDays + plan.drainDays) * 24 }

  /// Trajectories of some arms, who share the run-in and meet the same casualties.
  ///
  /// - Parameters:
  ///   - arms: indices in the plan.
  ///   - hours: from day 0 to ``lastHour``.
  ///   - scope: whose entries are kept.
  public func record(arms: [Int], hours: Int, scope: TrajectoryScope) -> [Trajectory] {
    let network = plan.points[point].network
    let scenario = plan.points[point].scenario
    let work = TrialWork(
      plan: plan, point: point, replication: replication, auditsEveryEvent: false, workers: .one)
    let peace = work.peace(network, scenario)
    return arms.map { arm in
      var simulation = work.begin(arm, network, from: peace)
      return simulation.record(hours: hours, scope: scope, network: network, scenario: scenario)
    }
  }
}
