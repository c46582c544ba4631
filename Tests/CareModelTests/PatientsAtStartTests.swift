import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

@Suite("Patients who are there when the run begins")
struct PatientsAtStartTests {
  /// A unit with more places than are ever needed, 12 arrivals a day, stays of 2.5 days that vary much: on average
  /// 30 patients in it.
  private func network(start: PatientsAtStart?) -> CareNetwork {
    let stay = Distribution.lognormal(mean: 60, coefficientOfVariation: 1.5)
    var network = Fixture.singleUnit(
      servers: 400, arrivalsPerHour: 0.5, stay: stay, runInDays: 0,
      measures: [3.0, 24, 72, 240].map {
        DeclaredMeasure(id: "at_\(Int($0))", quantity: .occupiedAt(hours: $0), unitKind: 0)
      })
    network.presentAtStart = start.map { [$0] } ?? []
    return network
  }

  private func group(_ number: Double, remaining: Distribution? = nil) -> PatientsAtStart {
    PatientsAtStart(
      id: "there", patientClass: 0, step: 0, number: .patients(.fixed(number)), remaining: remaining)
  }

  @Test(
    "With equilibrium residuals the mean census of a unit that is never full is λE from the first hour on: four times within 4 standard errors of 300 replications"
  )
  func equilibrium() throws {
    let network = network(start: group(30))
    let results = Fixture.run(network, horizonDays: 11, seed: 5, replications: 300)
    for measure in network.measures {
      var tally = Tally()
      for value in Fixture.values(measure.id, results, network) { tally.add(value) }
      let (mean, variance) = (try #require(tally.mean), try #require(tally.variance))
      #expect(abs(mean - 30) < 4 * (variance / 300).squareRoot(), "\(measure.id): \(mean)")
    }
  }

  @Test(
    "Fresh stays at the start leave too many in beds: 30 S(t) + 30 (1 − S_e(t)), S_e the residual's survival, within 4 standard errors after three days"
  )
  func fresh() throws {
    let stay = Distribution.lognormal(mean: 60, coefficientOfVariation: 1.5)
    let network = network(start: group(30, remaining: stay))
    let results = Fixture.run(network, horizonDays: 11, seed: 5, replications: 300)
    var tally = Tally()
    for value in Fixture.values("at_72", results, network) { tally.add(value) }
    var area = 0.0
    for part in 0..<7_200 { area += 0.01 * (1 - stay.cumulativeProbability((Double(part) + 0.5) * 0.01)) }
    let expected = 30 * (1 - stay.cumulativeProbability(72)) + 0.5 * area
    let (mean, variance) = (try #require(tally.mean), try #require(tally.variance))
    #expect(abs(mean - expected) < 4 * (variance / 300).squareRoot(), "\(mean), \(expected)")
    #expect(expected < 29)
  }

  @Test(
    "What is left by a law of its own is by inversion: in a pair a lognormal gives the square of its median"
  )
  func antithetic() throws {
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 0, stay: .constant(1), runInDays: 0,
      measures: [DeclaredMeasure(id: "occupied", quantity: .meanOccupied, unitKind: 0)])
    network.presentAtStart = [group(1, remaining: .lognormal(mu: PortableMath.log(24), sigma: 0.5))]
    func hours(_ draws: DrawMode) -> [Double] {
      let results = Fixture.run(network, horizonDays: 20, seed: 5, replications: 20, draws: draws)
      return Fixture.values("occupied", results, network).map { $0 * 480 }
    }
    let (first, second) = (hours(.inverted), hours(.complemented))
    try #require(first.count == 20 && second.count == 20)
    for (one, other) in zip(first, second) { #expect(abs(one * other - 576) < 0.1, "\(one), \(other)") }
  }

  @Test("They count in the census, not among arrivals, and a group of nobody changes no byte")
  func counts() {
    let some = network(start: group(30))
    let result = Fixture.run(some, horizonDays: 2, seed: 1, replications: 1, audits: true)
    let none = Fixture.run(network(start: nil), horizonDays: 2, seed: 1, replications: 1)
    let empty = Fixture.run(network(start: group(0)), horizonDays: 2, seed: 1, replications: 1)
    #expect(none[0].values == empty[0].values)
    #expect(
      Fixture.values("arrivals", result, some) == Fixture.values("arrivals", none, network(start: nil)))
    #expect(
      Fixture.values("at_3", result, some)[0] > Fixture.values("at_3", none, network(start: nil))[0] + 20)
  }

  @Test("A share of places is rounded half up, and by a column each place has its own")
  func numbers() {
    var network = network(start: nil)
    network.units[0].staffedBeds = 10
    let half = PatientsAtStart(
      id: "half", patientClass: 0, step: 0, number: .shareOfPlaces(.fixed(0.45)))
    #expect(network.patientCount(half, at: 0) == 5)
    network.facilities[0].parameters = [NamedNumber(name: "lying", value: 7.4)]
    let column = PatientsAtStart(
      id: "column", patientClass: 0, step: 0, number: .patients(.column("lying")))
    #expect(network.patientCount(column, at: 0) == 7)
    #expect(
      network.patientCount(
        PatientsAtStart(
          id: "elsewhere", patientClass: 0, step: 0, facilities: [], number: .patients(.fixed(3))), at: 0)
        == 0)
  }

  @Test("The care of the step they are in counts for them", arguments: [0.0, 1.0])
  func care(factor: Double) {
    var network = network(start: group(1_000, remaining: .constant(100)))
    network.inflows = []
    (network.units[0].staffedBeds, network.units[0].physicalBeds) = (1_000, 1_000)
    network.classes[0].death = DeathLaw(family: .exponential, median: .hours(10))
    network.pathways[0].steps[0].careFactor = factor
    network.measures = [DeclaredMeasure(id: "alive", quantity: .occupiedAt(hours: 10), unitKind: 0)]
    let alive = Fixture.values(
      "alive", Fixture.run(network, horizonDays: 2, seed: 3, replications: 1), network)
    // By the median half of them have died; four standard errors of the number are 63.
    #expect(factor == 0 ? alive == [1_000] : abs((alive.first ?? 0) - 500) < 63, "\(alive)")
  }
}
