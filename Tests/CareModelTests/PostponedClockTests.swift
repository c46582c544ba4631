import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("From the list to an emergency")
struct PostponedClockTests {
  @Test(
    "The law of the emergency class runs from when the patient turns, not from when they were put on the list"
  )
  func clock() {
    let network = CareNetwork(
      id: "turn", title: "Turn", unitKinds: [UnitKind(id: "theatre", title: "theatre")],
      regions: [Region(id: "1", name: "One")], facilities: [Facility(id: "h", name: "H", region: 0)],
      units: [CareUnit(facility: 0, kind: 0, staffedBeds: 0)],
      classes: [
        PatientClass(
          id: "planned", title: "Planned", pathway: 0, isPlanned: true, canWait: true,
          postponement: Postponement(
            bands: [.init(fromDays: 0, emergencyPerDay: 0.5, deathPerDay: 0)], emergencyClass: 1)),
        // Severity 16 and a median of 384/16 = 24 hours: without its severity nobody would die in time.
        PatientClass(
          id: "emergency", title: "Emergency", pathway: 0, injurySeverity: 16...16,
          death: DeathLaw(
            family: .weibull, median: .bySeverity(factorMinutes: 384 * 60, exponent: -1), shape: 5)),
      ],
      pathways: [Pathway(id: "p", steps: [Step(id: "s", unitKind: 0, stay: .constant(1))])],
      inflows: [
        Inflow(
          id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 2000, fromHours: 0, spanHours: 1))
      ])
    var policies = PolicyCatalogue.policySet([], network: network)
    policies.admission = PostponeEverybody()
    let result = Fixture.run(
      network, horizonDays: 20, drainDays: 2, seed: 31, replications: 1, policies: policies)[0]
    let died = result.waits[1].died
    let all = died.reduce(0, +)
    #expect(all > 1900)
    // Half die within the median of 24 hours, within 4 standard errors; hardly anybody within five.
    let half = Double(died[0...48].reduce(0, +)) / Double(all)
    #expect(abs(half - 0.5) < 4 * (0.25 / Double(all)).squareRoot(), "share \(half)")
    #expect(died[0...10].reduce(0, +) < 10)
  }

  @Test("Planned patients are postponed when the places that are left are short", arguments: [0.0, 1.0])
  func lostPlaces(lostShare: Double) {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward", isHospitalBed: true)], beds: [10],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(100))],
      classes: [
        PatientClass(id: "acute", title: "Acute", pathway: 0),
        PatientClass(id: "planned", title: "Planned", pathway: 0, isPlanned: true, canWait: true),
      ], arrivals: [(0, 1), (1, 30)], measures: [])
    var scenario = Scenario(id: "s", title: "S")
    scenario.disruptions = [
      Disruption(id: "d", scheduled: [(day: 0.02, facility: 0)], lostShare: lostShare)
    ]
    let policies = PolicyCatalogue.policySet(
      [PolicyChoice(decision: .admission, id: "postpone-by-priority")], network: network)
    let results = Fixture.run(
      network, scenario: scenario, horizonDays: 4, seed: 1, replications: 1, policies: policies)
    #expect(Fixture.values("postponed_patients", results, network) == [lostShare])
  }

  @Test(
    "Who dies in the step to which they come from the list leaves all others on it: called in, or as an emergency",
    arguments: [2, 0])
  func diesAtOnce(calledIn: Int) throws {
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward", isHospitalBed: true)], beds: [50],
      steps: [
        Step(id: "way", next: [Branch(to: .exit(.dead), share: .fixed(0.4)), Branch(to: .step(1))]),
        Step(id: "s", unitKind: 0, stay: .constant(5)),
      ],
      classes: [
        PatientClass(
          id: "planned", title: "Planned", pathway: 0, isPlanned: true, canWait: true,
          postponement: Postponement(
            bands: [.init(fromDays: 0, emergencyPerDay: calledIn > 0 ? 0 : 2, deathPerDay: 0)],
            emergencyClass: 1)),
        PatientClass(id: "emergency", title: "Emergency", pathway: 0),
      ], arrivals: (0..<40).map { (0, Double($0) / 10) },
      measures: [
        DeclaredMeasure(id: "deaths", quantity: .deaths), DeclaredMeasure(id: "left", quantity: .left(.home)),
      ])
    var policies = PolicyCatalogue.policySet([], network: network)
    policies.admission = PostponeEverybody(calledIn: calledIn)
    let results = Fixture.run(
      network, horizonDays: 30, seed: 3, replications: 1, policies: policies, audits: true)
    let deaths = try #require(Fixture.values("deaths", results, network).first)
    let left = try #require(Fixture.values("left", results, network).first)
    #expect(deaths + left == 40 && deaths > 4 && left > 4, "\(deaths) died, \(left) left")
  }
}
