import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel

/// One piece of work: all arms of one replication of one design point, from one run-in.
struct TrialWork {
  let plan: BatchPlan
  let point: Int
  let replication: Int
  let auditsEveryEvent: Bool
  /// Threads for the partitions of one run.
  let workers: WindowWorkers

  /// Simulates all arms.
  ///
  /// Policies are made here, so that no worker shares one with another.
  func run(_ network: CareNetwork, _ scenario: Scenario, measures: MeasureList) -> [TrialResult] {
    let peace = peace(network, scenario)
    var results: [TrialResult] = []
    for (index, arm) in plan.arms.enumerated() {
      var simulation = begin(index, network, from: peace)
      simulation.run(workers: workers)
      let result = simulation.result(network, measures: measures)
      precondition(
        result.casualtyDigest == results.first?.casualtyDigest ?? result.casualtyDigest,
        "arm \(arm.id) met other casualties than the baseline: seed \(plan.seed), replication \(replication)")
      results.append(result)
    }
    return results
  }

  /// The replication at the end of its run-in, which all arms share.
  func peace(_ network: CareNetwork, _ scenario: Scenario) -> CareSimulation {
    let isTwin = plan.isAntithetic && replication % 2 == 1
    var peace = CareSimulation(
      network, scenario: scenario, horizonDays: plan.horizonDays, drainDays: plan.drainDays,
      seed: plan.seed, replication: UInt32(isTwin ? replication - 1 : replication),
      policies: PolicyCatalogue.policySet([], network: network),
      draws: isTwin ? .complemented : plan.isAntithetic ? .inverted : .ordinary,
      register: auditsEveryEvent ? DrawRegister() : nil)
    peace.auditsEveryEvent = auditsEveryEvent
    peace.runIn(workers: workers)
    return peace
  }

  /// An arm on day 0, by its index in the plan: before its term and after it goes on as the baseline.
  func begin(
    _ index: Int, _ network: CareNetwork, from peace: borrowing CareSimulation
  ) -> CareSimulation {
    let term = plan.points[point].term(ofArm: index)
    let first = term.fromDay > 0 ? plan.arms[0] : plan.arms[index]
    var simulation = peace.copy(
      with: PolicyCatalogue.policySet(first.choices, network: network, isNoWait: first.isNoWait))
    simulation.auditsEveryEvent = auditsEveryEvent
    let (arm, baseline) = (plan.arms[index].choices, plan.arms[0].choices)
    let decisions = Decision.allCases.filter {
      !PolicyCatalogue.isSamePolicy(for: $0, in: arm, and: baseline)
    }
    func change(to choices: [PolicyChoice], onDay day: Double) -> PolicyChange {
      PolicyChange(
        day: day, policies: PolicyCatalogue.policySet(choices, network: network), decisions: decisions)
    }
    if term.fromDay > 0 { simulation.plannedChanges.append(change(to: arm, onDay: term.fromDay)) }
    if let day = term.untilDay { simulation.plannedChanges.append(change(to: baseline, onDay: day)) }
    return simulation
  }
}

extension CareNetwork {
  /// The same network in buffers of its own, so that workers do not count references to the same ones.
  func detached() -> CareNetwork {
    var copy = self
    copy.unitKinds = unitKinds.map { $0 }
    copy.regions = regions.map { $0 }
    copy.facilities = facilities.map { $0 }
    copy.units = units.map { $0 }
    copy.classes = classes.map { $0 }
    copy.pathways = pathways.map { $0 }
    copy.inflows = inflows.map { $0 }
    copy.presentAtStart = presentAtStart.map { $0 }
    copy.profiles = profiles.map { $0 }
    copy.fleets = fleets.map { $0 }
    copy.links = links.map { $0 }
    copy.travelTimes = travelTimes.map { $0 }
    copy.stocks = stocks.map { $0 }
    copy.calendars = calendars.map { $0 }
    copy.professions = professions.map { $0 }
    copy.staff = staff.map { $0 }
    copy.measures = measures.map { $0 }
    return copy
  }
}
