import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel
import Testing

@Suite("Audit of the draws", .serialized)
struct DrawAuditTests {
  /// One facility, two units after each other, in a pathway whose steps have these ids.
  func twoStays(_ first: String, _ second: String) -> CareNetwork {
    var network = Fixture.singleUnit(
      servers: 3, arrivalsPerHour: 0.5, stay: .exponential(mean: 2), runInDays: 1)
    network.pathways = [
      Pathway(
        id: "way",
        steps: [
          Step(id: first, unitKind: 0, stay: .exponential(mean: 2), next: [Branch(to: .step(1))]),
          Step(id: second, unitKind: 0, stay: .exponential(mean: 3)),
        ])
    ]
    return network
  }

  func mistakes(_ network: CareNetwork, register: DrawRegister? = DrawRegister()) -> [String] {
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network), register: register)
    simulation.runIn()
    var arm = simulation.copy(with: PolicyCatalogue.policySet([], network: network))
    arm.run()
    return arm.drawMistakes
  }

  @Test("Two steps whose stays have one name use a counter twice: stream, patient and step are said")
  func sameName() throws {
    let found = mistakes(twoStays("stay", "stay"))
    let first = try #require(found.first)
    #expect(
      first.hasPrefix(
        "The stream of individual 0 of origin \"arrivals@one\", purpose \"way.stay.stay\", visit 0, key 0x"))
    #expect(first.hasSuffix("was opened 2 times: no counter may be used twice."))
    #expect(found.count > 20)
    #expect(mistakes(twoStays("stay", "stay"), register: nil).isEmpty)
    #expect(mistakes(twoStays("one", "two")).isEmpty)
  }

  /// "costarring" and "liquid" are a known pair of 32-bit FNV-1a, and stay one when the same is added to both.
  @Test("Two pathways whose names hash alike are said, though no patient takes both")
  func sameHash() {
    var network = Fixture.singleUnit(
      servers: 3, arrivalsPerHour: 0.5, stay: .exponential(mean: 2), runInDays: 1)
    let steps = network.pathways[0].steps
    network.pathways = [Pathway(id: "liquid", steps: steps), Pathway(id: "costarring", steps: steps)]
    let found = mistakes(network)
    #expect(found.count == 3, "one for the stay, one for the branch and one for transfers")
    #expect(found.allSatisfy { $0.hasPrefix("The purposes \"costarring.stay.") })
  }

  @Test("A cleaning that takes no time has a draw of its own, as any other")
  func cleanings() {
    var network = Fixture.singleUnit(
      servers: 1, arrivalsPerHour: 0.5, stay: .exponential(mean: 1), runInDays: 1)
    network.unitKinds[0].turnaround = .discrete([WeightedValue(0, weight: 1), WeightedValue(1, weight: 1)])
    #expect(mistakes(network).isEmpty)
  }

  @Test("Regions and desks on three threads note what one thread notes")
  func threads() {
    let (network, scenario) = RandomNetwork.make(seed: 6)
    func count(_ shortestLink: SimulationDuration, _ workers: WindowWorkers) -> Int {
      let register = DrawRegister()
      var simulation = CareSimulation(
        network, scenario: scenario, horizonDays: 4, drainDays: 2, seed: 6, replication: 0,
        policies: RandomNetwork.allPolicies(network), shortestLink: shortestLink, register: register)
      simulation.runIn(workers: workers)
      simulation.run(workers: workers)
      #expect(simulation.drawMistakes.isEmpty)
      return register.count
    }
    let workers = WindowWorkers(count: 3, spinsBeforeParking: 0, leastEventsPerWindow: 0)
    #expect(count(.tick, workers) == count(.longest, .one))
  }

  @Test("An audit changes no figure, and knows the first arrivals")
  func changesNothing() {
    var (network, scenario) = RandomNetwork.make(seed: 5)
    network.presentAtStart = []
    let policies = RandomNetwork.allPolicies(network)
    func run(_ register: DrawRegister?) -> TrialResult {
      var simulation = CareSimulation(
        network, scenario: scenario, horizonDays: 4, drainDays: 2, seed: 5, replication: 0,
        policies: policies, register: register)
      if let register {
        #expect(register.count == network.inflows.reduce(0) { $0 + ($1.facilities?.count ?? 0) })
      }
      simulation.runIn()
      simulation.run()
      return simulation.result(network, measures: MeasureList(network))
    }
    #expect(run(nil) == run(DrawRegister()))
  }
}
