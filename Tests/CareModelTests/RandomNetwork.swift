import CareModel
import CarePolicies
import RandomStreams

/// Random valid networks with every mechanism on: several regions, hospitals that lack units, full wards,
/// transport by road and air, trips as steps, deaths, postponement, casualties and mass-casualty events.
enum RandomNetwork {
  static func make(seed: UInt64) -> (CareNetwork, Scenario) {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
    func number(_ from: Int, _ to: Int) -> Int { from + Int(random.uniform() * Double(to - from + 1)) }
    func share() -> Double { random.uniform() }

    var kinds = [
      UnitKind(id: "emergency", title: "emergency", waitTargetHours: 1),
      UnitKind(
        id: "theatre", title: "theatre", helpWithinRegion: share() < 0.5, waitTargetHours: 6,
        isSharedBetweenRegions: true,
        openingHours: OpeningHours(
          weekdays: 0b1_1111, fromMinute: 465, untilMinute: 990, aroundTheClockShare: 0.3)),
      UnitKind(
        id: "icu", title: "intensive care", isHospitalBed: true, isIntensiveCare: true,
        helpWithinRegion: share() < 0.7, waitTargetHours: 2, isSharedBetweenRegions: true),
      UnitKind(
        id: "ward", title: "ward", isHospitalBed: true, limit: .physical,
        helpWithinRegion: share() < 0.5, waitTargetHours: 4, isSharedBetweenRegions: true),
      UnitKind(
        id: "municipal", title: "municipal care", needsTransport: false),
    ]
    let regionCount = number(1, 4)
    var regions: [Region] = []
    var facilities: [Facility] = []
    var units: [CareUnit] = []
    for region in 0..<regionCount {
      regions.append(
        Region(
          id: "r\(region)", name: "Region \(region)",
          roadNetwork: region == 3 ? "island" : "mainland",
          parameters: [NamedNumber(name: "delay_factor", value: 0.5 + share())]))
      for hospital in 0..<number(1, 3) {
        let index = facilities.count
        facilities.append(
          Facility(
            id: "h\(region)-\(hospital)", name: "Hospital", region: region,
            latitude: 55 + 10 * share(), longitude: 12 + 8 * share()))
        units.append(CareUnit(facility: index, kind: 0, staffedBeds: number(1, 4)))
        units.append(CareUnit(facility: index, kind: 3, staffedBeds: number(4, 12), physicalBeds: 14))
        if hospital == 0 || share() < 0.6 {
          units.append(CareUnit(facility: index, kind: 1, staffedBeds: number(1, 3)))
        }
        // A region may lack intensive care altogether; the first has it.
        if region == 0 || share() < 0.5 {
          units.append(CareUnit(facility: index, kind: 2, staffedBeds: number(1, 3)))
        }
      }
      facilities.append(
        Facility(id: "municipal-\(region)", name: "Municipal", region: region, latitude: 58, longitude: 15))
      units.append(CareUnit(facility: facilities.count - 1, kind: 4, staffedBeds: number(1, 3)))
    }
    let hospitals = facilities.indices.filter { facilities[$0].id.hasPrefix("h") }

    var care = Pathway(
      id: "care",
      steps: [
        Step(
          id: "emergency", unitKind: 0, stay: .exponential(mean: 2), careFactor: 0.3,
          next: [
            Branch(to: .step(1), share: .fixed(0.4)), Branch(to: .exit(.home), share: .fixed(0.2)),
            Branch(to: .step(3)),
          ]),
        Step(
          id: "theatre", unitKind: 1, stay: .lognormal(mean: 2.5, coefficientOfVariation: 0.5),
          careFactorAfter: 0.01,
          next: [Branch(to: .step(2), share: .fixed(0.5)), Branch(to: .step(3))]),
        Step(
          id: "icu", unitKind: 2, stay: .lognormal(mean: 40, coefficientOfVariation: 1),
          waitDeath: WaitDeath(ratePerDay: 0.7), next: [Branch(to: .step(3))]),
        Step(
          id: "ward", unitKind: 3, stay: .lognormal(mean: 60, coefficientOfVariation: 1),
          next: [
            Branch(to: .step(1), share: .fixed(0.1)), Branch(to: .step(4), share: .fixed(0.3)),
            Branch(to: .exit(.dead), share: .fixed(0.02)), Branch(to: .exit(.home)),
          ]),
        Step(
          id: "ready", unitKind: 3, stay: .exponential(mean: 24), stayFactor: .column("delay_factor"),
          isDischargeReady: true, next: [Branch(to: .step(5))]),
        Step(
          id: "municipal", unitKind: 4, stay: .exponential(mean: 50),
          next: [Branch(to: .exit(.municipalCare))]),
      ])
    var surgery = Pathway(
      id: "surgery",
      steps: [
        Step(id: "before", unitKind: 3, stay: .constant(2), next: [Branch(to: .step(1))]),
        Step(
          id: "operation", unitKind: 1, stay: .lognormal(mean: 2, coefficientOfVariation: 0.4),
          keepsBed: true, next: [Branch(to: .step(2), share: .fixed(0.2)), Branch(to: .step(3))]),
        Step(id: "icu", unitKind: 2, stay: .exponential(mean: 20), next: [Branch(to: .step(3))]),
        Step(id: "after", unitKind: 3, stay: .exponential(mean: 30)),
      ])
    // A bed kept by one who is in theatre and ready to leave it.
    surgery.steps[1].isDischargeReady = share() < 0.3
    addNewer(to: &care, &kinds, share)
    addWaiting(to: &care, &kinds, share)
    let team = kinds.count
    kinds.append(UnitKind(id: "team", title: "surgical team", needsTransport: false))
    for facility in Set(units.filter { $0.kind == 1 }.map(\.facility)).sorted() {
      units.append(CareUnit(facility: facility, kind: team, staffedBeds: number(1, 2)))
    }
    if share() < 0.7 {
      for step in care.steps.indices where care.steps[step].unitKind == 1 {
        care.steps[step].together = [team] + (share() < 0.3 ? [team] : [])
      }
    }
    let law = DeathLaw(
      family: .logLogistic, median: .bySeverity(factorMinutes: 43_500, exponent: -1.95), shape: 2,
      factorBeforeCare: 0.3)
    var classes = [
      PatientClass(id: "acute", title: "Acute", pathway: 0, priority: 3),
      PatientClass(
        id: "planned", title: "Planned", pathway: 1, priority: 5, isPlanned: true, canWait: true,
        postponement: Postponement(
          bands: [
            .init(fromDays: 0, emergencyPerDay: 0.05, deathPerDay: 0.01),
            .init(fromDays: 5, emergencyPerDay: 0.1, deathPerDay: 0.02),
          ], emergencyClass: 0)),
      PatientClass(
        id: "t1", title: "T1", origin: .military, pathway: 0, priority: 0, isEvacuable: true,
        injurySeverity: 25...50, death: law),
      PatientClass(
        id: "t2", title: "T2", origin: .civilian, pathway: 0, priority: 1, isEvacuable: true,
        injurySeverity: 9...24,
        death: DeathLaw(family: .weibull, median: .hours(72), shape: 1.3)),
      PatientClass(id: "worse", title: "Worse", pathway: 0, priority: 1),
    ]
    if share() < 0.5 { classes[0].worsening = Worsening(after: .exponential(mean: 5), patientClass: 4) }
    if share() < 0.5 { classes[3].worsening = Worsening(after: .exponential(mean: 4), patientClass: 2) }
    if share() < 0.6 {
      care.steps[1].uses = [
        StockUse(stock: 0, amount: 3, whenShort: share() < 0.5 ? .wait : .without, factorWithout: 2)
      ]
    }
    // Read at barriers, in the midst of what partitions do.
    let spanned = (0..<kinds.count).map { kind in
      DeclaredMeasure(
        id: "queue_of_\(kind)", quantity: .meanQueue, unitKind: kind,
        span: MeasureSpan(fromHours: 13.5, untilHours: 24))
    }
    var network = CareNetwork(
      id: "random", title: "Random", runInDays: Double(number(0, 3)), unitKinds: kinds, regions: regions,
      facilities: facilities, units: units, classes: classes, pathways: [care, surgery],
      inflows: [
        Inflow(
          id: "acute", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(3), profile: 0,
          groupSize: share() < 0.5 ? .uniform(from: 0, to: 3) : nil,
          facilities: hospitals),
        Inflow(
          id: "planned", classes: [(patientClass: 1, share: 1)], ratePerDay: .fixed(2), profile: 0,
          facilities: hospitals),
      ],
      profiles: [
        ArrivalProfile(
          id: "day", hours: (0..<24).map { $0 < 7 ? 0.5 : 1.2 }, weekdays: [1, 1, 1, 1, 1, 0.7, 0.7],
          months: share() < 0.5 ? [1, 2, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1] : nil,
          holidays: share() < 0.5 ? [CalendarDate(daysSince1970: 20_824)] : [])
      ],
      fleets: [
        Fleet(
          id: "ambulance", title: "ambulance", mode: .road, vehicles: .fixed(2), seats: 2,
          loadHours: 0.3, handoverHours: 0.3, speedLoaded: 70, speedEmpty: 80, detourFactor: 1.3,
          rangeKilometres: 400),
        Fleet(
          id: "aircraft", title: "aircraft", mode: .air, vehicles: .fixed(1), isNational: true,
          dispatchDelayHours: 0.5, loadHours: 0.3, handoverHours: 0.3, groundHours: 1.5,
          speedLoaded: 400, speedEmpty: 400),
      ],
      stocks: [
        Stock(
          id: "blood", title: "Blood", level: .fixed(20), largest: .fixed(60), deliveryPerDay: .fixed(6),
          deliveryIntervalDays: 2)
      ],
      situation: SituationReporting(intervalHours: 12, delayHours: 1), measures: spanned)
    if share() < 0.5 {
      network.presentAtStart = [
        PatientsAtStart(
          id: "ward", patientClass: 0, step: 3, facilities: hospitals,
          number: .shareOfPlaces(.fixed(share()))),
        PatientsAtStart(
          id: "emergency", patientClass: 3, step: 0, number: .patients(.fixed(1)), remaining: .constant(3)),
      ]
    }
    var scenario = Scenario(
      id: "war", title: "War",
      streams: [
        CasualtyStream(
          id: "military", classes: [(patientClass: 2, share: 0.5), (patientClass: 3, share: 0.5)],
          phases: [
            .init(
              fromDay: 0, untilDay: 4, meanPerDayFrom: 4, meanPerDayUntil: 12,
              regions: [(region: 0, share: 1)])
          ], variation: .lognormal(cv: 0.6), delay: .exponential(mean: 1))
      ],
      events: [
        MassCasualtyStream(
          id: "strike", classes: [(patientClass: 3, share: 1)], ratePerDay: 0.4, fromDay: 0, untilDay: 5,
          scheduled: [(day: 1.5, region: 0)], regions: [(region: regionCount - 1, share: 1)],
          size: .uniform(from: 2, to: 12), delay: .exponential(mean: 0.5))
      ],
      disruptions: [
        Disruption(
          id: "hit", scheduled: [(day: 2.25, facility: 0)], ratePerDay: 1, fromDay: 0, untilDay: 6,
          facilities: hospitals.map { (facility: $0, share: 1 / Double(hospitals.count)) },
          unitKinds: share() < 0.5 ? [] : [1, 3], lostShare: 0.3 + 0.7 * share(), killedShare: 0.2,
          order: Disruption.Order.allCases[number(0, 2)],
          repair: share() < 0.8 ? .exponential(mean: 12) : nil)
      ])
    addTransport(to: &network, &scenario, share)
    if seed % 2 == 0 { addCapacity(to: &network, &scenario, seed: seed) }
    addInflow(to: &network, &scenario, share)
    addDispatch(to: &network, share)
    return (network, scenario)
  }

  /// Queues in order of arrival, places given up, a branch alone, and a trip with the ambulance or the aircraft.
  private static func addNewer(to care: inout Pathway, _ kinds: inout [UnitKind], _ share: () -> Double) {
    for kind in kinds.indices where share() < 0.4 { kinds[kind].queue = .fifo }
    for step in care.steps.indices where share() < 0.3 { care.steps[step].givesUpPlace = true }
    for kind in kinds.indices where share() < 0.4 { kinds[kind].helpOrder = .oneLine }
    for kind in kinds.indices where share() < 0.2 && kinds[kind].preemption == .none {
      kinds[kind].queue = .credit
      kinds[kind].credits = [
        .init(atStart: 2, perHour: 3), .init(perHour: 1), .init(atStart: -1, perHour: 0.5),
      ]
    }
    for step in care.steps.indices where care.steps[step].unitKind != nil {
      if share() < 0.2 { care.steps[step].priority = share() < 0.5 ? 0 : 7 }
      if share() < 0.2 { care.steps[step].leavesFree = 1 }
      // Intensive care and wards, the ward also for the emergency department.
      let other = care.steps[step].unitKind == 2 ? 3 : 2
      if care.steps[step].unitKind != 1, share() < 0.3 {
        care.steps[step].otherUnits =
          share() < 0.5 ? [other] : [other, care.steps[step].unitKind == 0 ? 3 : 0]
        if share() < 0.5 { care.steps[step].otherUnitsAfterHours = 4 * share() }
      }
    }
    let first = care.steps.count
    care.steps.append(
      Step(
        id: "away",
        move: Move(
          fleet: share() < 0.5 ? 0 : 1, unitKind: share() < 0.5 ? 2 : 3, leastHours: 0.2,
          way: .exponential(mean: 1)),
        careFactor: share() < 0.5 ? 0.5 : nil, careFactorAfter: share() < 0.5 ? 0.4 : nil,
        waitDeath: share() < 0.5 ? WaitDeath(ratePerDay: 0.5) : nil, next: [Branch(to: .step(first + 1))]))
    care.steps.append(
      Step(
        id: "choice",
        next: [
          Branch(to: .step(2), share: .fixed(0.2)), Branch(to: .exit(.home), share: .fixed(0.1)),
          Branch(to: .step(3)),
        ]))
    care.steps[0].next.insert(Branch(to: .step(first), share: .fixed(0.15)), at: 0)
    care.steps[3].next.insert(Branch(to: .step(first), share: .fixed(0.05)), at: 0)
  }

  /// Cleaning, pre-emption, patience, refusals that lead elsewhere.
  private static func addWaiting(to care: inout Pathway, _ kinds: inout [UnitKind], _ share: () -> Double) {
    for kind in kinds.indices {
      if share() < 0.4 { kinds[kind].turnaround = share() < 0.5 ? .constant(1) : .exponential(mean: 2) }
      if kinds[kind].queue == .priority, share() < 0.5 {
        kinds[kind].preemption = share() < 0.5 ? .resume : .restart
      }
    }
    // A step without a unit, in the ward bed.
    care.steps[3].next.insert(Branch(to: .step(care.steps.count), share: .fixed(0.1)), at: 0)
    care.steps.append(Step(id: "papers", stay: .exponential(mean: 12)))
    for step in care.steps.indices where care.steps[step].unitKind != nil {
      if share() < 0.3 {
        care.steps[step].patience = .exponential(mean: 6)
        if share() < 0.5, care.steps[step].unitKind != 3 {
          care.steps[step].gaveUp = [Branch(to: .step(3), share: .fixed(0.5)), Branch(to: .exit(.home))]
        }
      }
      if share() < 0.2 {
        care.steps[step].whenFull = .refuse
        if step < 3 {
          care.steps[step].refused = [Branch(to: .step(3), share: .fixed(0.7)), Branch(to: .exit(.refused))]
        }
      }
    }
  }

  static func allPolicies(_ network: CareNetwork) -> PolicySet {
    PolicyCatalogue.policySet(
      [
        PolicyChoice(
          decision: .admission, id: "postpone-by-priority",
          values: [
            (key: "ward_postpone_above_share", value: 0.8), (key: "ward_resume_below_share", value: 0.7),
            (key: "work_off_share", value: 0.5),
          ]),
        PolicyChoice(decision: .transfer, id: "balance-occupancy"),
        PolicyChoice(
          decision: .surge, id: "threshold-levels", values: [(key: "lower_after_hours", value: 6)]),
        PolicyChoice(
          decision: .evacuation, id: "cadence-flights",
          values: [
            (key: "first_flight_day", value: 1), (key: "cadence_days", value: 1),
            (key: "critical_seats", value: 2), (key: "other_seats", value: 3),
            (key: "fit_to_fly_after_hours", value: 12),
          ]),
      ], network: network)
  }
}
