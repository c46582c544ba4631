import CareModel
import RandomStreams

extension RandomNetwork {
  /// Capacity that changes over time, drawn from a stream of its own so that the rest of the network is as before.
  static func addCapacity(to network: inout CareNetwork, _ scenario: inout Scenario, seed: UInt64) {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 1))
    addCalendars(to: &network) { random.uniform() }
    addSurge(to: &network, &scenario) { random.uniform() }
    addStaff(to: &network, &scenario) { random.uniform() }
    addStates(to: &network) { random.uniform() }
    addOrders(to: &network) { random.uniform() }
  }

  /// Nurses of facilities and of regions, surgeons of regions, and what takes them away.
  private static func addStaff(
    to network: inout CareNetwork, _ scenario: inout Scenario, _ share: () -> Double
  ) {
    network.professions = [
      Profession(
        id: "nurse", title: "Nurses", sicknessShare: 0.1 * share(), surgeWeeklyHours: 50,
        exhaustion: Exhaustion(afterDays: 1, lostSharePerDay: 0.2, leastShare: 0.5, regainedSharePerDay: 0.1)),
      Profession(id: "surgeon", title: "Surgeons"),
    ]
    for kind in 1...3 where share() < 0.7 {
      network.unitKinds[kind].staffPriority = share() < 0.5 ? 0 : 1
      network.unitKinds[kind].staffNeed = [StaffNeed(profession: 0, personsPerPlace: 0.1 + share())]
      if kind == 1 { network.unitKinds[kind].staffNeed.append(StaffNeed(profession: 1, personsPerPlace: 1)) }
      for level in network.unitKinds[kind].surgeLevels.indices where share() < 0.5 {
        network.unitKinds[kind].surgeLevels[level].staffNeed = [
          StaffNeed(profession: 0, personsPerPlace: 0.1 + share())
        ]
      }
    }
    for region in network.regions.indices {
      network.staff.append(StaffGroup(profession: 1, region: region, persons: 12 * share(), weeklyHours: 40))
      network.staff.append(
        StaffGroup(
          profession: 0, region: region, persons: 20 * share(), weeklyHours: 38,
          calendar: share() < 0.5 ? 1 : nil,
          claimedPersons: 5 * share(), claimedBy: "army"))
    }
    for facility in network.facilities.indices where share() < 0.7 {
      network.staff.append(
        StaffGroup(
          profession: 0, region: network.facilities[facility].region, facility: facility,
          persons: 60 * share(),
          weeklyHours: 38, calendar: share() < 0.4 ? 0 : nil))
    }
    for unit in network.units.indices where share() < 0.2 {
      network.units[unit].staffNeedFactor = 0.5 + share()
    }
    scenario.disruptions[0].lostStaffShare = 0.4 * share()
    scenario.staffChanges = [
      StaffChange(kind: .claim(employer: "army"), fromDay: 2 * share(), untilDay: 4),
      StaffChange(kind: .callUp(share: 0.4), profession: 0, fromDay: 3 * share(), untilDay: 5),
      StaffChange(kind: .absence(share: share()), fromDay: 1 + share(), untilDay: 3, facilities: [0]),
      StaffChange(kind: .absence(share: share()), fromDay: 4 * share(), untilDay: 4.5, regions: [0]),
    ]
  }

  /// Levels of the units limited by staffed places, some of them ordered beforehand.
  private static func addSurge(
    to network: inout CareNetwork, _ scenario: inout Scenario, _ share: () -> Double
  ) {
    for unit in network.units.indices {
      network.units[unit].physicalBeds += Int(share() * 4)
    }
    for kind in network.unitKinds.indices where network.unitKinds[kind].limit == .staffed && share() < 0.6 {
      network.unitKinds[kind].surgeLevels = [
        SurgeLevel(id: "more", extra: .share(share()), leadTimeHours: share() < 0.3 ? 0 : 20 * share()),
        SurgeLevel(id: "all", extra: .physical, leadTimeHours: 40 * share()),
      ]
      for _ in 0..<2 where share() < 0.5 {
        let from = 4 * share()
        scenario.surge.append(
          SurgePlan(
            unitKind: kind, level: share() < 0.5 ? 1 : 2, fromDay: from, untilDay: from + 3 * share() + 0.01,
            regions: share() < 0.5 ? [] : [0]))
      }
    }
  }

  /// Calendars over midnight, of kinds and of single units.
  private static func addCalendars(to network: inout CareNetwork, _ share: () -> Double) {
    network.calendars = [
      OpeningCalendar(
        id: "nights",
        intervals: [
          OpeningInterval(weekdays: 0b11_0000, fromMinute: 1_320, untilMinute: 360, share: share()),
          OpeningInterval(weekdays: 0x7F, fromMinute: 420, untilMinute: 960, share: 0.5 + share() / 2),
        ], otherwiseShare: share() < 0.5 ? 0 : share()),
      OpeningCalendar(
        id: "days", intervals: [OpeningInterval(weekdays: 0b1_1111, fromMinute: 0, untilMinute: 1_440)],
        otherwiseShare: share()),
    ]
    for kind in network.unitKinds.indices where network.unitKinds[kind].openingHours == nil {
      if share() < 0.3 { network.unitKinds[kind].calendar = share() < 0.5 ? 0 : 1 }
    }
    for unit in network.units.indices where share() < 0.2 {
      network.units[unit].calendar = share() < 0.5 ? 0 : 1
    }
    for step in network.pathways[0].steps.indices where network.pathways[0].steps[step].stay != nil {
      if share() < 0.3 { network.pathways[0].steps[step].endsDuring = share() < 0.5 ? 0 : 1 }
    }
    network.pathways[0].steps[0].next.insert(
      Branch(to: .step(3), share: .fixed(0.3), when: BranchCondition(during: 0)), at: 0)
  }

  /// What follows the state: a stay, and the way on.
  private static func addStates(to network: inout CareNetwork, _ share: () -> Double) {
    if share() < 0.3 { network.pathways[0].steps[1].waitsWhile = 0 }
    if share() < 0.3 {
      network.pathways[0].steps[3].stayByState = StateFactor(
        state: StateFactor.State.allCases[Int(share() * 4)], unitKind: 3,
        place: share() < 0.5 ? .facility : .region,
        points: [.init(state: 0, factor: 1.1), .init(state: 6, factor: 0.7)])
    }
    if share() < 0.3 {
      // From the operation to the ward or intensive care, whichever has fewer.
      network.pathways[1].steps[1].next = [
        Branch(to: .step(2), share: .fixed(0.5)), Branch(to: .step(3), share: .fixed(0.5)),
      ]
      network.pathways[1].steps[1].nextBy = share() < 0.5 ? .shortestLine : .fewestPatients
    }
  }

  /// Blood tests in a laboratory that may be at another hospital of the region, or in none, ordered on the way in and
  /// awaited further on, or by nobody.
  private static func addOrders(to network: inout CareNetwork, _ share: () -> Double) {
    guard share() < 0.5 else { return }
    let (kind, pathway, test) = (network.unitKinds.count, network.pathways.count, network.classes.count)
    network.unitKinds.append(
      UnitKind(
        id: "laboratory", title: "laboratory", helpWithinRegion: share() < 0.5,
        isSharedBetweenRegions: share() < 0.5, preemption: share() < 0.3 ? .resume : .none,
        turnaround: share() < 0.3 ? .constant(0.2) : nil))
    for facility in network.facilities.indices where facility == 0 || share() < 0.5 {
      network.units.append(CareUnit(facility: facility, kind: kind, staffedBeds: 1 + Int(share() * 2)))
    }
    // At times its first step is in the emergency department, where patients are too.
    let entry = Step(
      id: "entry", unitKind: share() < 0.5 ? 0 : kind, stay: .exponential(mean: 0.2),
      givesUpPlace: share() < 0.5, next: [Branch(to: .step(1))])
    let analysis = Step(
      id: "analysis", unitKind: kind, stay: .exponential(mean: 2),
      patience: share() < 0.3 ? .exponential(mean: 4) : nil,
      next: [Branch(to: .step(0), share: .fixed(0.2)), Branch(to: .exit(.home))])
    network.pathways.append(Pathway(id: "laboratory", steps: [entry, analysis]))
    for priority in [0, 5] {
      network.classes.append(
        PatientClass(id: "test-\(priority)", title: "Test", pathway: pathway, priority: priority))
    }
    network.pathways[0].steps[0].orders = [test, test + 1]
    network.pathways[0].steps[3].orders = [test]
    let awaiting = Int(share() * 5)
    if network.pathways[0].steps[awaiting].stay != nil {
      network.pathways[0].steps[awaiting].awaitsOrders = true
    }
  }
}
