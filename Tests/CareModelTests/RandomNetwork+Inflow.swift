import CareModel
import RandomStreams

extension RandomNetwork {
  /// Rates that follow the state, killed and ill casualties, a force at risk that loses and regains people.
  static func addInflow(to network: inout CareNetwork, _ scenario: inout Scenario, _ share: () -> Double) {
    if share() < 0.5 {
      network.pathways[0].steps[5].next = [
        Branch(to: .exit(.returnToDuty), share: .fixed(0.6)), Branch(to: .exit(.municipalCare)),
      ]
    }
    if share() < 0.5 {
      network.inflows[0].rateFactor = StateFactor(
        state: StateFactor.State.allCases[Int(share() * 4)], unitKind: 3,
        place: share() < 0.5 ? .facility : .region,
        points: [.init(state: 0, factor: 1.2), .init(state: 5, factor: 0.4)])
    }
    if share() < 0.3 { scenario.streams[0].variation = .scaled(.weibull(shape: 1.5, scale: 3)) }
    if share() < 0.5 {
      scenario.streams[0].fates = CasualtyFates(
        killedShare: 0.2, diseaseShare: 0.3, diseaseClasses: [(patientClass: 3, share: 1)])
    }
    if share() < 0.5 { scenario.events[0].fates = CasualtyFates(killedShare: 0.3) }
    if share() < 0.5 { network.stocks[0].shelfLifeDays = 1 + Int(share() * 4) }
    if share() < 0.4, !network.pathways[0].steps[1].uses.isEmpty {
      network.pathways[0].steps[1].uses[0] = StockUse(stock: 0, amount: 3, whenShort: .refuse)
      network.pathways[0].steps[1].refused = [
        Branch(to: .step(3), share: .fixed(0.7)), Branch(to: .exit(.refused)),
      ]
    }
    if share() < 0.7 { addEffects(to: &scenario, share) }
    if share() < 0.7 { addForce(to: &scenario, regionCount: network.regions.count, share) }
  }

  private static func addEffects(to scenario: inout Scenario, _ share: () -> Double) {
    for index in scenario.disruptions.indices {
      scenario.disruptions[index].cause = Disruption.Cause.allCases[Int(share() * 8)]
      scenario.disruptions[index].effects = Disruption.Effects(
        stayFactor: share() < 0.5 ? 1.5 : 1, turnaroundFactor: share() < 0.5 ? 3 : 1,
        stopsReports: share() < 0.5, deliveryFactor: share() < 0.5 ? 0.5 : 1)
      scenario.disruptions[index].follower = .init(event: 0, share: 0.3)
    }
  }

  private static func addForce(to scenario: inout Scenario, regionCount: Int, _ share: () -> Double) {
    scenario.forces = [
      Force(
        id: "brigade", persons: 120,
        regions: (0..<regionCount).map { (region: $0, share: 1 / Double(regionCount)) },
        reinforcements: [.init(day: 2, persons: 50)], returnDelayHours: share() < 0.5 ? 0 : 3)
    ]
    scenario.streams.append(
      CasualtyStream(
        id: "combat", classes: [(patientClass: 2, share: 1)],
        phases: [.init(fromDay: 0, untilDay: 6, meanPerDayFrom: 20, meanPerDayUntil: 40, regions: [])],
        variation: .gamma(cv: 0.6), delay: .exponential(mean: 1),
        fates: CasualtyFates(force: 0, killedShare: 0.2)))
    scenario.events.append(
      MassCasualtyStream(
        id: "ambush", classes: [(patientClass: 2, share: 1)], scheduled: [(day: 1.2, region: 0)],
        size: .constant(8), delay: .exponential(mean: 0.5),
        fates: CasualtyFates(force: 0, killedShare: 0.5)))
  }
}
