import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("A network with one unit agrees with queueing theory")
struct QueueTheoryTests {
  @Test("M/M/4 waits as Erlang C says, within 4 standard errors")
  func waiting() throws {
    let wait = DeclaredMeasure(id: "wait_hours", quantity: .meanWaitHours, unitKind: 0)
    let waited = DeclaredMeasure(id: "waited_share", quantity: .waitedShare, unitKind: 0)
    let network = Fixture.singleUnit(
      servers: 4, arrivalsPerHour: 3.2, stay: .exponential(mean: 1), measures: [wait, waited])
    let results = Fixture.run(network, horizonDays: 60, seed: 1, replications: 12)
    for (id, exact) in [("wait_hours", 0.745541), ("waited_share", 0.745541 * 0.8)] {
      let values = Fixture.values(id, results, network)
      let interval = try #require(StudentInterval.of(values))
      let z = (interval.estimate - exact) / interval.standardError
      #expect(abs(z) < 4, "\(id) \(interval.estimate), z \(z)")
    }
  }

  /// M^X/M/1, Gross and Harris (1998), section 3.1: L = ρ (1 + E[X²] / E[X]) / (2 (1 − ρ)); stays have a mean of one hour.
  @Test(
    "Time in system of those who come in groups is that of M^X/M/1, within 4.5 standard errors",
    arguments: [
      (.count(.geometric, mean: 3), 15), (.count(.poisson, mean: 2), 2 + 4), (.constant(4), 16),
      (.count(.negativeBinomial(shape: 0.5), mean: 2), 2 + 4 + 8),
    ] as [(Distribution, Double)])
  func groups(size: Distribution, meanSquare: Double) throws {
    let load = 0.7
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: load / size.mean, stay: .exponential(mean: 1), runInDays: 15,
      measures: [DeclaredMeasure(id: "time", quantity: .meanHoursInSystem)])
    network.inflows[0].groupSize = size
    let present = load * (1 + meanSquare / size.mean) / (2 * (1 - load))
    try Fixture.check(network, days: 90, seed: 8, [("time", present / load)])
  }

  @Test("Erlang B loss holds for two stay laws, within 4 standard errors")
  func loss() throws {
    let refused = DeclaredMeasure(id: "refused", quantity: .refusedShare, unitKind: 0)
    for stay in [Distribution.exponential(mean: 10), .lognormal(mean: 10, coefficientOfVariation: 2)] {
      let network = Fixture.singleUnit(
        servers: 10, arrivalsPerHour: 1, stay: stay, whenFull: .refuse, measures: [refused])
      let results = Fixture.run(network, horizonDays: 120, seed: 2, replications: 12)
      let interval = try #require(StudentInterval.of(Fixture.values("refused", results, network)))
      let z = (interval.estimate - 0.214582) / interval.standardError
      #expect(abs(z) < 4, "share \(interval.estimate), z \(z)")
    }
  }
}
