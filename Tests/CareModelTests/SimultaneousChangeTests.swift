import CareModel
import CarePolicies
import RandomStreams
import Testing

/// Small networks by hand, in which several things change at one instant; the order of lists decides nothing.
@Suite("What changes at one instant has changed before anybody gets anything of it")
struct SimultaneousChangeTests {
  private static let hours = DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem)
  private static let deaths = DeclaredMeasure(id: "deaths", quantity: .deaths)

  private static func figure(
    _ measure: DeclaredMeasure, _ network: CareNetwork, _ scenario: Scenario = .peace
  ) -> Double? {
    var network = network
    network.measures = [measure]
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 4, drainDays: 4, seed: 1, replications: 1, audits: true)
    return Fixture.values(measure.id, results, network).first
  }

  private static func scenario(_ disruptions: [Disruption] = [], surge: [SurgePlan] = []) -> Scenario {
    Scenario(id: "s", title: "S", disruptions: disruptions, surge: surge)
  }

  /// Two nurses are present, for an intensive care unit of two places before a ward, in which a stay takes ten hours. The
  /// kind that is `ward` stands at that place among the two.
  private static func nurses(
    ward: Int, arrival: Double, level: SurgeLevel? = nil, beds: Int = 2
  ) -> CareNetwork {
    var kinds = (0..<2).map { kind in
      UnitKind(
        id: "k\(kind)", title: "k", surgeLevels: level.map { [$0] } ?? [],
        staffNeed: [StaffNeed(profession: 0, personsPerPlace: 1)], staffPriority: kind == ward ? 1 : 0)
    }
    kinds[ward].isHospitalBed = true
    var network = PlaceHoldingTests.network(
      kinds: kinds, beds: [beds, beds], steps: [Step(id: "s", unitKind: ward, stay: .constant(10))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, arrival)], measures: [])
    for unit in 0..<2 { network.units[unit].physicalBeds = 2 }
    network.professions = [Profession(id: "nurse", title: "Nurses")]
    network.staff = [StaffGroup(profession: 0, region: 0, facility: 0, persons: 8, weeklyHours: 42)]
    return network
  }

  @Test("Of two levels that open together, the kind that is served first has the staff", arguments: [0, 1])
  func levels(ward: Int) {
    let network = Self.nurses(
      ward: ward, arrival: 1, level: SurgeLevel(id: "all", extra: .physical, leadTimeHours: 12), beds: 0)
    let plans = (0..<2).map { SurgePlan(unitKind: $0, level: 1, fromDay: 0, untilDay: $0 == ward ? 9 : 1) }
    // Intensive care has both until the end of the day.
    #expect(Self.figure(Self.hours, network, Self.scenario(surge: plans)) == 33)
  }

  @Test("So it is when one repair ends for both, or two do", arguments: [0, 1], [false, true])
  func repairs(ward: Int, isTwo: Bool) {
    let network = Self.nurses(ward: ward, arrival: 3)
    let hits = (isTwo ? [[0], [1]] : [[]]).enumerated().map { index, kinds in
      Disruption(
        id: "d\(index)", scheduled: [(day: 2.0 / 24, facility: 0)], unitKinds: kinds, lostShare: 1,
        repair: .constant(10))
    }
    let begun = DeclaredMeasure(id: "begun", quantity: .meanOccupied, unitKind: ward)
    #expect(Self.figure(begun, network, Self.scenario(hits)) == 0)
  }

  @Test("Nobody is let in by staff that one hit sets free into places that another takes", arguments: [0, 1])
  func hits(ward: Int) {
    let hits = [1 - ward, ward].map { kind in
      Disruption(
        id: "d\(kind)", scheduled: [(day: 6.0 / 24, facility: 0)], unitKinds: [kind], lostShare: 1,
        killedShare: 1)
    }
    #expect(Self.figure(Self.deaths, Self.nurses(ward: ward, arrival: 3), Self.scenario(hits)) == 0)
  }

  @Test("Who loses a place is not sent to one that is lost at that instant", arguments: [false, true])
  func hitsElsewhere(isReversed: Bool) {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward", helpWithinRegion: true, needsTransport: false)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 1)], measures: [])
    network.inflows[0].facilities = [0]
    network.facilities.append(Facility(id: "g", name: "G", region: 0))
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 1))
    let hits = (0..<2).map { facility in
      Disruption(
        id: "d\(facility)", scheduled: [(day: 6.0 / 24, facility: facility)], lostShare: 1,
        killedShare: facility == 0 ? 0 : 1)
    }
    #expect(
      Self.figure(Self.deaths, network, Self.scenario(isReversed ? hits.reversed() : hits)) == 0)
  }

  @Test("A hit at the instant of a repair takes its share of what the repair has given back")
  func repairAndHit() {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward")], beds: [4],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(50))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: (0..<4).map { _ in (0, 1) },
      measures: [])
    let hit = Disruption(
      id: "d", scheduled: [(day: 6.0 / 24, facility: 0), (day: 12.0 / 24, facility: 0)], lostShare: 0.5,
      killedShare: 1, repair: .constant(6))
    // Two of four at 6; at 12 two lie in four places, and two of those are lost.
    #expect(Self.figure(Self.deaths, network, Self.scenario([hit])) == 2)
  }

  @Test("Of those who lose their places together who had it longest asks first, whoever lost it first")
  func longestFirst() {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward")], beds: [3],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: (0..<3).map { PatientClass(id: "p\($0)", title: "P", pathway: 0) },
      arrivals: [(0, 0), (1, 1), (2, 2)], measures: [])
    network.inflows.reverse()
    let hit = Disruption(id: "d", scheduled: [(day: 4.0 / 24, facility: 0)], lostShare: 0.667)
    // The last in lose theirs at 4; the first goes at 10, the second has 7 hours left and the third 8.
    for (patient, hours) in [10.0, 16, 23].enumerated() {
      let measure = DeclaredMeasure(id: "h", quantity: .meanHoursInSystem, classes: [patient])
      #expect(Self.figure(measure, network, Self.scenario([hit])) == hours)
    }
  }

  @Test("A delivery goes to the first in line, for whichever unit they wait", arguments: [0, 1])
  func delivery(first: Int) {
    var network = PlaceHoldingTests.network(
      kinds: (0..<2).map { UnitKind(id: "k\($0)", title: "k") }, beds: [2, 2], steps: [],
      classes: (0..<2).map {
        PatientClass(id: "p\($0)", title: "P", pathway: $0, priority: $0 == first ? 3 : 5)
      }, arrivals: [(first, 1), (1 - first, 0.5)], measures: [])
    network.pathways = (0..<2).map {
      var step = Step(id: "s", unitKind: $0, stay: .constant(10))
      step.uses = [StockUse(stock: 0, amount: 2, whenShort: .wait)]
      return Pathway(id: "w\($0)", steps: [step])
    }
    network.stocks = [Stock(id: "blood", title: "Blood", level: .fixed(0), deliveryPerDay: .fixed(2))]
    // At 06:00 of day 0, and of day 1.
    for (patient, hours) in [(first, 15.0), (1 - first, 39.5)] {
      let measure = DeclaredMeasure(id: "h", quantity: .meanHoursInSystem, classes: [patient])
      #expect(Self.figure(measure, network) == hours)
    }
  }

  @Test("Who waits for one stock goes short of none that is delivered with it", arguments: [0, 1])
  func deliveries(waitedFor: Int) {
    var step = Step(id: "s", unitKind: 0, stay: .constant(10))
    step.uses = (0..<2).map {
      StockUse(stock: $0, amount: 2, whenShort: $0 == waitedFor ? .wait : .without)
    }
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward")], beds: [2], steps: [step],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 1)], measures: [])
    network.stocks = (0..<2).map {
      Stock(id: "s\($0)", title: "S", level: .fixed(0), deliveryPerDay: .fixed(2))
    }
    for stock in 0..<2 {
      let short = DeclaredMeasure(id: "short", quantity: .stockShort, stock: stock)
      #expect(Self.figure(short, network) == 0)
    }
  }

  @Test("A unit whose hours end as those of the next begin lets nobody in then", arguments: [0, 1])
  func hoursOfTwo(second: Int) {
    func open(_ from: Int, _ until: Int) -> OpeningCalendar {
      let interval = OpeningInterval(weekdays: 127, fromMinute: from, untilMinute: until)
      return OpeningCalendar(id: "c\(from)", intervals: [interval], otherwiseShare: 0)
    }
    var network = PlaceHoldingTests.network(
      kinds: (0..<2).map { (kind: Int) in UnitKind(id: "k\(kind)", title: "k", calendar: kind) },
      beds: [1, 1],
      steps: [
        Step(id: "s", unitKind: 1 - second, stay: .constant(1), next: [Branch(to: .step(1))]),
        Step(id: "t", unitKind: second, stay: .constant(3)),
      ], classes: (0..<2).map { PatientClass(id: "p\($0)", title: "P", pathway: 0) },
      arrivals: [(0, 2.5), (1, 2.75)], measures: [])
    // The first is done at 3.5 and holds the place until the other unit opens at 4.
    let hours = [open(0, 240), open(240, 480)]
    network.calendars = second == 1 ? hours : hours.reversed()
    for (patient, hours) in [4.5, 28.25].enumerated() {
      let measure = DeclaredMeasure(id: "h", quantity: .meanHoursInSystem, classes: [patient])
      #expect(Self.figure(measure, network) == hours)
    }
  }

  @Test("What was taken together with a unit goes to the line before its patient asks for it again")
  func givenBack() {
    var operation = Step(id: "s", unitKind: 0, stay: .constant(10), next: [Branch(to: .step(1))])
    operation.together = [1]
    var network = PlaceHoldingTests.network(
      kinds: ["theatre", "team"].map { UnitKind(id: $0, title: $0) }, beds: [1, 1],
      steps: [operation, Step(id: "t", unitKind: 1, stay: .constant(5))],
      classes: [3, 1].enumerated().map {
        PatientClass(id: "p\($0.offset)", title: "P", pathway: $0.offset, priority: $0.element)
      }, arrivals: [(0, 0), (1, 1)], measures: [])
    network.pathways.append(Pathway(id: "q", steps: [Step(id: "t", unitKind: 1, stay: .constant(5))]))
    for (patient, hours) in [20.0, 14].enumerated() {
      let measure = DeclaredMeasure(id: "h", quantity: .meanHoursInSystem, classes: [patient])
      #expect(Self.figure(measure, network) == hours)
    }
  }

  @Test("Persons work the longer weeks of surge from its opening, also where no place needs them")
  func surgeWeek() {
    var network = PlaceHoldingTests.network(
      kinds: [
        UnitKind(
          id: "ward", title: "ward",
          surgeLevels: [SurgeLevel(id: "all", extra: .physical, leadTimeHours: 12)])
      ], beds: [1], steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: [(0, 1)], measures: [])
    network.units[0].physicalBeds = 2
    network.professions = [Profession(id: "porter", title: "Porters")]
    network.professions[0].surgeWeeklyHours = 84
    network.staff = [StaffGroup(profession: 0, region: 0, facility: 0, persons: 8, weeklyHours: 42)]
    let plan = SurgePlan(unitKind: 0, level: 1, fromDay: 0, untilDay: 2)
    let present = DeclaredMeasure(id: "p", quantity: .meanPresentStaff, profession: 0)
    // Two until 12:00 of day 0, four until the end of day 1, two on the two days after: 11 person-days in four.
    #expect(Self.figure(present, network, Self.scenario(surge: [plan])) == 2.75)
  }

  @Test("Of units that open together each is given out, also when one is turned away and gives back a place")
  func turnedAway() {
    // At 8 the first of the line for `exam` lacks the drug: they go back to the ward that they lie in, with a team, and the
    // ward is given out first. Who waits for `scan` has it at 8 all the same.
    let day = OpeningCalendar(
      id: "day", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 480, untilMinute: 1_080)],
      otherwiseShare: 0)
    let names = ["ward", "exam", "clinic", "scan", "team"]
    var network = PlaceHoldingTests.network(
      kinds: names.enumerated().map { index, name in
        UnitKind(id: name, title: name, calendar: (1...3).contains(index) ? 0 : nil)
      }, beds: [1, 1, 1, 1, 1], steps: [],
      classes: [
        PatientClass(
          id: "first", title: "F", pathway: 0, priority: 0,
          worsening: Worsening(after: .constant(1.0 / 6), patientClass: 1)),
        PatientClass(id: "worse", title: "W", pathway: 1, priority: 0),
        PatientClass(id: "scanned", title: "S", pathway: 2, priority: 3),
        PatientClass(id: "waits", title: "A", pathway: 3, priority: 3),
        PatientClass(id: "uses", title: "U", pathway: 4, priority: 3),
      ], arrivals: [(0, 6), (2, 7.25), (3, 6.75), (4, 7.5)], measures: [])
    network.calendars = [day]
    network.stocks = [Stock(id: "drug", title: "Drug", level: .fixed(1))]
    let hour = Distribution.constant(1)
    network.pathways = [
      Pathway(
        id: "first",
        steps: [
          Step(id: "ward", unitKind: 0, stay: hour, next: [Branch(to: .step(1))]),
          Step(id: "clinic", unitKind: 2, stay: hour),
        ]),
      Pathway(
        id: "worse",
        steps: [
          Step(
            id: "exam", unitKind: 1, stay: hour, refused: [Branch(to: .step(1))],
            uses: [StockUse(stock: 0, amount: 1, whenShort: .refuse)]),
          Step(id: "ward", unitKind: 0, stay: hour, together: [4]),
        ]),
      Pathway(id: "scan", steps: [Step(id: "scan", unitKind: 3, stay: hour)]),
      Pathway(id: "waits", steps: [Step(id: "ward", unitKind: 0, stay: hour)]),
      Pathway(id: "uses", steps: [Step(id: "s", stay: hour, uses: [StockUse(stock: 0, amount: 1)])]),
    ]
    let wait = DeclaredMeasure(id: "wait", quantity: .meanWaitHours, unitKind: 3)
    #expect(Self.figure(wait, network) == 0.75)
  }
}
