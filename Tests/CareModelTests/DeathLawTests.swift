import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

@Suite("Death by time")
struct DeathLawTests {
  /// Casualties who ask for a unit without places: they wait until they die.
  private func network(_ law: DeathLaw?, waitRatePerDay: Double = 0, severity: Int = 0) -> CareNetwork {
    CareNetwork(
      id: "wait", title: "Wait", unitKinds: [UnitKind(id: "theatre", title: "theatre")],
      regions: [Region(id: "1", name: "One")], facilities: [Facility(id: "h", name: "H", region: 0)],
      units: [CareUnit(facility: 0, kind: 0, staffedBeds: 0)],
      classes: [
        PatientClass(
          id: "t1", title: "T1", origin: .military, pathway: 0, injurySeverity: severity...severity,
          death: law)
      ],
      pathways: [
        Pathway(
          id: "p",
          steps: [
            Step(
              id: "s", unitKind: 0, stay: .constant(1),
              waitDeath: waitRatePerDay > 0 ? WaitDeath(ratePerDay: waitRatePerDay) : nil)
          ])
      ], inflows: [])
  }

  private let pulse = Scenario(
    id: "s", title: "S",
    events: [
      MassCasualtyStream(
        id: "e", classes: [(patientClass: 0, share: 1)], scheduled: [(day: 0, region: 0)],
        size: .constant(4000))
    ])

  /// Share dead by `hours`, from the half-hour bins of waits that ended in death.
  private func dead(by hours: Double, _ network: CareNetwork, seed: UInt64) -> Double {
    let result = Fixture.run(
      network, scenario: pulse, horizonDays: 1, drainDays: 9, seed: seed, replications: 1)[0]
    let died = result.waits[0].died
    return Double(died[0...Int(hours * 2)].reduce(0, +)) / 4000
  }

  @Test(
    "Untreated casualties die as their law says, within 4 standard errors of a share of 4,000",
    arguments: [
      (DeathLaw(family: .exponential, median: .hours(10)), 5.0, 0.2928932),
      (DeathLaw(family: .weibull, median: .hours(10), shape: 2), 5.0, 0.1591036),
      (DeathLaw(family: .logLogistic, median: .hours(10), shape: 2), 5.0, 0.2),
      (DeathLaw(family: .logLogistic, median: .hours(10), shape: 2, factorBeforeCare: 0.1), 20.0, 0.1486601),
      (DeathLaw(family: .lognormal, median: .hours(10), shape: 1), 5.0, 0.2441086),
      (DeathLaw(family: .gompertz, median: .hours(10), shape: 1), 5.0, 0.2302514),
      // Of those alive on arrival, at the injury.
      (DeathLaw(family: .logistic, median: .hours(10), shape: 3, ceiling: 0.5), 5.0, 0.0691393),
    ])
  func lawIsMet(law: DeathLaw, hours: Double, share: Double) {
    let found = dead(by: hours, network(law), seed: 11)
    let z = (found - share) / (share * (1 - share) / 4000).squareRoot()
    #expect(abs(z) < 4, "share \(found), expected \(share), z \(z)")
  }

  @Test("The median by severity is that of SIMEDIS: 88.53 minutes at NISS 24")
  func severity() {
    let law = DeathLaw(
      family: .logLogistic, median: .bySeverity(factorMinutes: 43_500, exponent: -1.95), shape: 50)
    // With shape 50 nearly all die within a few minutes of the median.
    #expect(dead(by: 1, network(law, severity: 24), seed: 12) < 0.001)
    #expect(dead(by: 2, network(law, severity: 24), seed: 12) > 0.999)
  }

  @Test("Half of those who wait for intensive care at ln 2 a day die within the day")
  func waiting() {
    let found = dead(by: 24, network(nil, waitRatePerDay: 0.6931471805599453), seed: 13)
    let z = (found - 0.5) / (0.25 / 4000).squareRoot()
    #expect(abs(z) < 4, "share \(found), z \(z)")
  }

  @Test("Without queues nobody dies of waiting")
  func noWait() {
    let network = network(DeathLaw(family: .exponential, median: .hours(1)))
    let result = Fixture.run(
      network, scenario: pulse, horizonDays: 1, drainDays: 3, seed: 14, replications: 1,
      policies: PolicyCatalogue.policySet([], network: network, isNoWait: true))[0]
    #expect(result.waits[0].died.reduce(0, +) == 0)
  }
}
