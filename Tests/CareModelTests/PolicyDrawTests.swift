import CareModel
import CarePolicies
import RandomStreams
import Synchronization
import Testing

/// Keeps what a policy drew, in order of the calls.
private final class Drawn: Sendable {
  let values = Mutex<[Double]>([])
}

/// Lets a casualty in where they enter, after a draw.
private struct Drawing: RoutingPolicy {
  let drawn: Drawn

  func facility(
    forClass patientClass: Int, enteringAt entry: Int, in region: borrowing RegionState,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int {
    let value = random.uniform()
    drawn.values.withLock { $0.append(value) }
    return entry
  }
}

/// Puts everybody on the list.
struct PostponeEverybody: AdmissionPolicy {
  /// Patients who are called in each morning.
  var calledIn = 0

  func decide(
    on patient: PlannedPatient, in region: borrowing RegionState, memory: inout PolicyMemory,
    using random: inout KeyedStream
  ) -> AdmissionDecision { .postpone }

  func numberCalledIn(
    in region: borrowing RegionState, memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int { calledIn }
}

@Suite("What policies draw")
struct PolicyDrawTests {
  @Test("An arm's choice for one decision does not change what another decision draws")
  func decisionsApart() {
    let (network, scenario) = RandomNetwork.make(seed: 3)
    func draws(_ admission: (any AdmissionPolicy)?) -> [Double] {
      let drawn = Drawn()
      var policies = PolicyCatalogue.policySet([], network: network)
      policies.routing = Drawing(drawn: drawn)
      if let admission { policies.admission = admission }
      _ = Fixture.run(
        network, scenario: scenario, horizonDays: 6, seed: 3, replications: 1, policies: policies)
      return drawn.values.withLock { $0 }
    }
    let usual = draws(nil)
    let postponed = draws(PostponeEverybody())
    #expect(usual.count > 10)
    #expect(usual == postponed)
    #expect(Set(usual).count == usual.count)
  }
}
