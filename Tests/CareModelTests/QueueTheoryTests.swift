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
      if id == "wait_hours" { #expect(abs(z) < 4, "mean \(interval.estimate), z \(z)") }
    }
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
