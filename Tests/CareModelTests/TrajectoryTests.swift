import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("A recorded replication")
struct TrajectoryTests {
  private static let horizonDays = 5

  private static func simulation(
    _ network: CareNetwork, _ scenario: Scenario, seed: UInt64, policies: PolicySet? = nil
  ) -> CareSimulation {
    var peace = CareSimulation(
      network, scenario: scenario, horizonDays: horizonDays, drainDays: 1, seed: seed, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    peace.runIn()
    return peace.copy(with: policies ?? RandomNetwork.allPolicies(network))
  }

  @Test("The counts at its end are those of a run that is not recorded", arguments: UInt64(1)...8)
  func sameAsUnrecorded(seed: UInt64) {
    let (network, scenario) = RandomNetwork.make(seed: seed)
    let measures = MeasureList(network)
    var plain = Self.simulation(network, scenario, seed: seed)
    plain.run()
    let result = plain.result(network, measures: measures)
    var recorded = Self.simulation(network, scenario, seed: seed)
    let days = Self.horizonDays + 1
    let trajectory = recorded.record(
      hours: days * 24, scope: .everyone, network: network, scenario: scenario)
    let last = trajectory.samples[days * 24].regions
    func daily(_ id: String, _ region: Int) -> Int {
      let measure = measures.regionalIndex(of: id) ?? -1
      let start = (measure * network.regions.count + region) * days
      return Int(result.regional[start..<(start + days)].reduce(0, +))
    }
    for region in network.regions.indices {
      #expect(last[region].counts.arrivals == daily("arrivals_patients", region))
      #expect(last[region].counts.deaths == daily("deaths_patients", region))
      #expect(last[region].counts.transfersOut == daily("transfers_out_patients", region))
      #expect(last[region].counts.transfersIn == daily("transfers_in_patients", region))
    }
    #expect(last.reduce(0) { $0 + $1.counts.arrivals } > 100)
  }

  @Test("Entries and samples tell the same story: who began and has not ended is in a place")
  func entriesAgreeWithSamples() throws {
    let network = Fixture.singleUnit(
      servers: 3, arrivalsPerHour: 0.9, stay: .exponential(mean: 3), runInDays: 0)
    var simulation = Self.simulation(
      network, .peace, seed: 3,
      policies: .some(
        PolicyCatalogue.policySet([], network: network)))
    let trajectory = simulation.record(hours: 120, scope: .everyone, network: network, scenario: .peace)
    #expect(trajectory.samples.count == 121)
    var mostWaiting = 0
    for sample in trajectory.samples {
      let before = trajectory.entries.filter { $0.ticks < Int64(sample.hour) * 3_600_000_000 }
      func count(_ kind: TrajectoryEntry.Kind) -> Int { before.count { $0.kind == kind } }
      let unit = sample.total(kind: 0)
      #expect(unit.occupied == count(.began) - count(.stayEnded))
      #expect(unit.waiting == count(.arrived) - count(.began))
      #expect(unit.freePlaces == 3 - unit.occupied)
      mostWaiting = max(mostWaiting, unit.waiting)
    }
    #expect(mostWaiting > 0)
  }

  @Test("Arms meet the same casualties, each hurt before arriving, and entries stand in the order of time")
  func orderAndCasualties() {
    let (network, scenario) = RandomNetwork.make(seed: 4)
    var baseline = Self.simulation(
      network, scenario, seed: 4, policies: PolicyCatalogue.policySet([], network: network))
    var other = Self.simulation(network, scenario, seed: 4)
    let runs = [
      baseline.record(hours: 96, scope: .casualties, network: network, scenario: scenario),
      other.record(hours: 96, scope: .casualties, network: network, scenario: scenario),
    ]
    func arrivals(_ run: Trajectory) -> [TrajectoryEntry] { run.entries.filter { $0.kind == .arrived } }
    #expect(arrivals(runs[0]).map(\.ordinal) == arrivals(runs[1]).map(\.ordinal))
    #expect(arrivals(runs[0]).map(\.ticks) == arrivals(runs[1]).map(\.ticks))
    #expect(arrivals(runs[0]).count > 10)
    for run in runs {
      #expect(zip(run.entries, run.entries.dropFirst()).allSatisfy { $0.ticks <= $1.ticks })
      #expect(arrivals(run).allSatisfy { $0.value >= 0 })
      let isCasualty = network.classes.map { $0.origin != .ordinary }
      let patientEntries = run.entries.filter { $0.kind == .began || $0.kind == .left || $0.kind == .died }
      #expect(patientEntries.allSatisfy { isCasualty[Int($0.patientClass)] })
    }
  }
}
