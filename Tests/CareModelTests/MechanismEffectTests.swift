import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

/// Each mechanism alone, put into one small network: its effect goes the way it must, by the interval of paired
/// differences over replications with the same arrivals; and at zero it changes no byte.
@Suite("What each mechanism changes")
struct MechanismEffectTests {
  /// A change of the network and the scenario.
  typealias Change = @Sendable (inout CareNetwork, inout Scenario) -> Void

  struct Effect: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let measure: String
    let isMore: Bool
    let change: Change
    /// How many it takes to be seen.
    let replications: Int
    /// The mechanism there and without effect.
    let zero: Change?

    init(
      _ testDescription: String, _ measure: String, isMore: Bool, replications: Int = 12,
      zero: Change? = nil, _ change: @escaping Change
    ) {
      self.testDescription = testDescription
      self.measure = measure
      self.isMore = isMore
      self.replications = replications
      self.change = change
      self.zero = zero
    }
  }

  /// Two hospitals of one region: emergency department, ward and theatre; ordinary and urgent patients, of whom the
  /// urgent ones can die; a stream of wounded to the first of them from day 2 to 5.
  static var base: (CareNetwork, Scenario) {
    let steps = [
      Step(
        id: "emergency", unitKind: 0, stay: .exponential(mean: 2), careFactor: 0.5,
        next: [
          Branch(to: .step(1), share: .fixed(0.3)), Branch(to: .step(2), share: .fixed(0.2)),
          Branch(to: .exit(.home)),
        ]),
      Step(
        id: "theatre", unitKind: 2, stay: .lognormal(mean: 2, coefficientOfVariation: 0.5),
        next: [Branch(to: .step(2))]),
      Step(id: "ward", unitKind: 1, stay: .lognormal(mean: 30, coefficientOfVariation: 1)),
    ]
    let network = CareNetwork(
      id: "base", title: "Base", runInDays: 2,
      unitKinds: [
        UnitKind(id: "emergency", title: "Emergency"),
        UnitKind(id: "ward", title: "Ward", isHospitalBed: true), UnitKind(id: "theatre", title: "Theatre"),
        UnitKind(id: "team", title: "Team"),
      ],
      regions: [Region(id: "1", name: "One")],
      facilities: [
        Facility(id: "a", name: "A", region: 0, parameters: [NamedNumber(name: "front", value: 1)]),
        Facility(id: "b", name: "B", region: 0),
      ],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: 3), CareUnit(facility: 0, kind: 1, staffedBeds: 18),
        CareUnit(facility: 0, kind: 2, staffedBeds: 1), CareUnit(facility: 0, kind: 3, staffedBeds: 1),
        CareUnit(facility: 1, kind: 0, staffedBeds: 5), CareUnit(facility: 1, kind: 1, staffedBeds: 40),
        CareUnit(facility: 1, kind: 2, staffedBeds: 3), CareUnit(facility: 1, kind: 3, staffedBeds: 1),
      ],
      classes: [
        PatientClass(id: "ordinary", title: "Ordinary", pathway: 0, priority: 4),
        PatientClass(id: "urgent", title: "Urgent", pathway: 0, priority: 1),
        PatientClass(
          id: "wounded", title: "Wounded", origin: .military, pathway: 0, priority: 2,
          death: DeathLaw(family: .exponential, median: .hours(12))),
      ], pathways: [Pathway(id: "care", steps: steps)],
      inflows: [
        Inflow(
          id: "in", classes: [(patientClass: 0, share: 0.8), (patientClass: 1, share: 0.2)],
          ratePerDay: .fixed(24))
      ],
      fleets: [
        Fleet(
          id: "ambulance", title: "Ambulances", mode: .road, vehicles: .fixed(6), loadHours: 0.2,
          handoverHours: 0.2, speedLoaded: 60, speedEmpty: 60)
      ],
      stocks: [Stock(id: "blood", title: "Blood", level: .fixed(1e6), deliveryPerDay: .fixed(0))],
      measures: [
        DeclaredMeasure(id: "front", quantity: .meanWaitHours, unitKind: 0),
        DeclaredMeasure(id: "front_urgent", quantity: .meanWaitHours, unitKind: 0, classes: [1]),
        DeclaredMeasure(id: "front_ordinary", quantity: .meanWaitHours, unitKind: 0, classes: [0]),
        DeclaredMeasure(id: "theatre", quantity: .meanWaitHours, unitKind: 2),
        DeclaredMeasure(id: "ward", quantity: .meanWaitHours, unitKind: 1),
        DeclaredMeasure(id: "blocked", quantity: .meanBlocked, unitKind: 0),
        DeclaredMeasure(id: "refused_share", quantity: .refusedShare, unitKind: 0),
        DeclaredMeasure(id: "gave_up", quantity: .gaveUpShare, unitKind: 0),
        DeclaredMeasure(id: "dead", quantity: .deathShare),
      ])
    let scenario = Scenario(
      id: "war", title: "War",
      streams: [
        CasualtyStream(
          id: "wounded", classes: [(patientClass: 2, share: 1)],
          phases: [
            .init(
              fromDay: 2, untilDay: 5, meanPerDayFrom: 12, meanPerDayUntil: 12,
              regions: [(region: 0, share: 1)])
          ], variation: .none, entryColumn: "front")
      ])
    return (network, scenario)
  }

  static func hit(lost: Double, killed: Double = 0, hours: Double = 48) -> Disruption {
    Disruption(
      id: "hit", scheduled: [(day: 3, facility: 1)], unitKinds: [0, 1], lostShare: lost, killedShare: killed,
      repair: .constant(hours))
  }

  static let effects: [Effect] = [
    Effect("Two ward beds fewer lengthen the wait at the front door", "front", isMore: true) { network, _ in
      network.units[1].staffedBeds = 16
      network.units[1].physicalBeds = 16
    },
    Effect("Beds given up before the next is got shorten it", "front", isMore: false) { network, _ in
      for step in 0..<2 { network.pathways[0].steps[step].givesUpPlace = true }
    },
    Effect(
      "Cleaning for an hour lengthens it", "front", isMore: true,
      zero: { network, _ in network.unitKinds[0].turnaround = .constant(0) }
    ) { network, _ in network.unitKinds[0].turnaround = .constant(1) },
    Effect("Pre-emption shortens the wait of the urgent", "front_urgent", isMore: false) { network, _ in
      network.unitKinds[0].preemption = .resume
    },
    Effect("Pre-emption that begins again lengthens the wait of the others", "front_ordinary", isMore: true) {
      network, _ in network.unitKinds[0].preemption = .restart
    },
    Effect("A queue in order of arrival lengthens the wait of the urgent", "front_urgent", isMore: true) {
      network, _ in network.unitKinds[0].queue = .fifo
    },
    Effect(
      "A queue by credit lets the urgent wait longer than one by priority", "front_urgent", isMore: true,
      zero: { network, _ in
        network.unitKinds[0].queue = .credit
        network.unitKinds[0].credits = (0..<8).map { .init(atStart: -1e6 * Double($0), perHour: 1) }
      }
    ) { network, _ in
      network.unitKinds[0].queue = .credit
      network.unitKinds[0].credits = [.init(perHour: 2), .init(perHour: 1)]
    },
    Effect(
      "Those who have no patience make the wait of the others shorter", "front", isMore: false,
      zero: { network, _ in network.pathways[0].steps[0].patience = .constant(1e6) }
    ) { network, _ in network.pathways[0].steps[0].patience = .exponential(mean: 3) },
    Effect("And give up", "gave_up", isMore: true) { network, _ in
      network.pathways[0].steps[0].patience = .exponential(mean: 3)
    },
    Effect("A unit that refuses turns some away", "refused_share", isMore: true) { network, _ in
      network.unitKinds[0].whenFull = .refuse
    },
    Effect(
      "Three places to wait in shorten the wait of those who get in", "front", isMore: false,
      zero: { network, _ in network.units[0].waitingPlaces = 1_000_000 }
    ) { network, _ in
      network.units[0].waitingPlaces = 3
      network.units[4].waitingPlaces = 3
    },
    Effect("One team for three theatres lengthens the wait for them", "theatre", isMore: true) { network, _ in
      network.pathways[0].steps[1].together = [3]
    },
    Effect(
      "Worsening makes those who came urgent wait longer", "front_urgent", isMore: true, replications: 36,
      zero: { network, _ in
        network.classes[0].worsening = Worsening(after: .constant(1e6), patientClass: 1)
      }
    ) { network, _ in
      network.classes[0].worsening = Worsening(after: .exponential(mean: 1), patientClass: 1)
    },
    Effect("Help within the region shortens the wait for a ward", "ward", isMore: false) { network, _ in
      network.unitKinds[1].helpWithinRegion = true
    },
    Effect(
      "Theatres that close at night lengthen the wait for them", "theatre", isMore: true,
      zero: { network, _ in
        network.unitKinds[2].openingHours = OpeningHours(
          weekdays: 0x7F, fromMinute: 480, untilMinute: 960, aroundTheClockShare: 1)
      }
    ) { network, _ in
      network.unitKinds[2].openingHours = OpeningHours(
        weekdays: 0x7F, fromMinute: 480, untilMinute: 960, aroundTheClockShare: 0)
    },
    Effect(
      "Groups of ten, as many in all, lengthen the wait", "front", isMore: true, replications: 36,
      zero: { network, _ in network.inflows[0].groupSize = nil }
    ) { network, _ in
      network.inflows[0].ratePerDay = .fixed(2.4)
      network.inflows[0].groupSize = .constant(10)
    },
    Effect(
      "Operations that wait for blood wait longer when there is little of it", "theatre", isMore: true,
      zero: { network, _ in
        network.pathways[0].steps[1].uses = [
          StockUse(stock: 0, amount: 1, whenShort: .wait, factorWithout: 1)
        ]
      }
    ) { network, _ in
      network.stocks[0].level = .fixed(10)
      network.stocks[0].deliveryPerDay = .fixed(9)
      network.pathways[0].steps[1].uses = [StockUse(stock: 0, amount: 1, whenShort: .wait, factorWithout: 1)]
    },
    Effect(
      "Those who go without blood die more often", "dead", isMore: true,
      zero: { network, _ in
        network.pathways[0].steps[0].uses = [
          StockUse(stock: 0, amount: 1, whenShort: .without, factorWithout: 9)
        ]
      }
    ) { network, _ in
      network.stocks[0].level = .fixed(0)
      network.pathways[0].steps[0].uses = [
        StockUse(stock: 0, amount: 1, whenShort: .without, factorWithout: 9)
      ]
    },
    Effect(
      "A hit on the larger hospital lengthens the wait", "front", isMore: true,
      zero: { _, scenario in scenario.disruptions = [hit(lost: 0)] }
    ) { _, scenario in scenario.disruptions = [hit(lost: 0.8)] },
    Effect("A hit that kills kills", "dead", isMore: true) { _, scenario in
      scenario.disruptions = [hit(lost: 0.8, killed: 1)]
    },
    Effect("Care that comes late kills: three times the wounded", "dead", isMore: true) { _, scenario in
      scenario.casualtyFactor = 3
    },
    Effect(
      "Dying while waiting for a ward adds deaths", "dead", isMore: true,
      zero: { network, _ in network.pathways[0].steps[2].waitDeath = WaitDeath(ratePerDay: 0) }
    ) { network, _ in network.pathways[0].steps[2].waitDeath = WaitDeath(ratePerDay: 3) },
    Effect(
      "Wards full at the start block the front door", "blocked", isMore: true,
      zero: { network, _ in
        network.presentAtStart = [
          PatientsAtStart(id: "there", patientClass: 0, step: 2, number: .patients(.fixed(0)))
        ]
      }
    ) { network, _ in
      network.presentAtStart = [
        PatientsAtStart(
          id: "there", patientClass: 0, step: 2, number: .shareOfPlaces(.fixed(1)),
          remaining: .constant(24 * 6))
      ]
    },
    Effect(
      "Leading those who find four waiting home shortens the wait", "front", isMore: false,
      zero: { network, _ in
        network.pathways[0].steps[0].next.insert(
          Branch(
            to: .exit(.home), when: BranchCondition(unit: .init(kind: 0, waiting: 1_000_000...2_000_000))),
          at: 0)
      }
    ) { network, _ in
      network.pathways[0].steps[0].next.insert(
        Branch(to: .exit(.home), when: BranchCondition(unit: .init(kind: 0, waiting: 2...1_000))), at: 0)
    },
  ]

  /// The network as it is.
  private static let without = results(nil, 36).1

  private static func results(_ change: Change?, _ replications: Int) -> (CareNetwork, [TrialResult]) {
    var (network, scenario) = base
    change?(&network, &scenario)
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 10, drainDays: 10, seed: 77, replications: replications)
    return (network, results)
  }

  @Test(
    "The paired difference of 12 or 36 replications lies on one side of zero by its 99 % interval",
    arguments: effects)
  func direction(_ effect: Effect) throws {
    let (changed, with) = Self.results(effect.change, effect.replications)
    let before = Fixture.values(effect.measure, Array(Self.without.prefix(with.count)), Self.base.0)
    let after = Fixture.values(effect.measure, with, changed)
    try #require(before.count == effect.replications && after.count == effect.replications)
    let interval = try #require(
      PairedDifference.of(treatment: after, baseline: before, level: 0.99)
    ).interval
    #expect(effect.isMore ? interval.lower > 0 : interval.upper < 0, "\(interval)")
  }

  @Test("Without effect it changes no byte", arguments: effects.filter { $0.zero != nil })
  func zero(_ effect: Effect) {
    let with = Self.results(effect.zero, 3).1
    #expect(Self.without.prefix(3).map(\.values) == with.map(\.values))
  }
}
