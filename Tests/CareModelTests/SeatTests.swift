import CareModel
import CarePolicies
import Testing

@Suite("Seats by what they are fit for")
struct SeatTests {
  /// Patients at hour 0 with these needs, in this order; a vehicle leaves at 06:00 each day.
  private func network(_ needs: [SeatNeed], seats: SeatsByKind, byStep: Bool = false) -> CareNetwork {
    var network = TransportFixture.network(vehicles: 1, arrivals: needs.map { _ in 0 }) {
      $0.departure = .atTimes([360])
      $0.seatsByKind = seats
    }
    network.classes = needs.enumerated().map { number, need in
      PatientClass(
        id: "c\(number)", title: "C", pathway: byStep ? number : 0, seatNeed: byStep ? .any : need)
    }
    if byStep {
      network.pathways = needs.enumerated().map { number, need in
        var pathway = network.pathways[0]
        pathway.id = "p\(number)"
        pathway.steps[0].seatNeed = need
        return pathway
      }
    }
    for number in needs.indices { network.inflows[number].classes = [(patientClass: number, share: 1)] }
    return network
  }

  @Test(
    "Each takes the least seat that will do; who finds none waits for the next vehicle",
    arguments: [false, true])
  func fitting(byStep: Bool) throws {
    // One lies, one finds no stretcher, two sit: three leave at 6, one at 30.
    let network = network(
      [.lying, .lying, .any, .any], seats: SeatsByKind(sitting: 2, lying: 1), byStep: byStep)
    let wait = try #require(TransportFixture.figure("vehicle_hours", network))
    #expect(abs(wait - 12) < 1e-6)
  }

  @Test("A place with intensive care is fit for all, a seat for those who sit alone")
  func better() throws {
    let all = network([.any, .lying, .intensiveCare], seats: SeatsByKind(lying: 1, intensiveCare: 2))
    try TransportFixture.expect("vehicle_hours", all, hours: 6)
    // The first sits on the stretcher: the second has a place with intensive care, the third none until the day after.
    let short = network([.any, .lying, .intensiveCare], seats: SeatsByKind(lying: 1, intensiveCare: 1))
    try TransportFixture.expect("vehicle_hours", short, hours: 14)
  }

  @Test("A fleet without a fitting seat is not asked")
  func otherFleet() throws {
    var network = ClosureTests.withAir(arrivals: [0])
    network.fleets[0].seatsByKind = SeatsByKind(sitting: 4)
    network.classes[0].seatNeed = .lying
    let hours = try #require(TransportFixture.figure("system_hours", network))
    #expect(abs(hours - 7.75) < 1e-6)
  }

  @Test("Where no fleet with a fitting seat goes nobody is taken, but in the arm without waiting")
  func noneFits() throws {
    var network = TransportFixture.network(arrivals: [0, 0]) { $0.seatsByKind = SeatsByKind(sitting: 4) }
    network.classes[0].seatNeed = .intensiveCare
    #expect(TransportFixture.figure("came", network) == 0)
    // Nor where the fleet that has one has no vehicles.
    var fitting = network.fleets[0]
    fitting.id = "helicopter"
    fitting.vehicles = .fixed(0)
    fitting.seatsByKind = SeatsByKind(intensiveCare: 1)
    network.fleets.append(fitting)
    #expect(TransportFixture.figure("came", network) == 0)
    var policies = PolicyCatalogue.policySet([], network: network)
    policies.isNoWait = true
    #expect(TransportFixture.figure("came", network, policies: policies) == 2)
    network.fleets[1].vehicles = .fixed(1)
    #expect(TransportFixture.figure("came", network) == 2)
  }

  @Test("Seats that are fit for all change no byte", arguments: [3, 6])
  func sameBytes(seed: Int) {
    var (network, scenario) = RandomNetwork.make(seed: UInt64(seed))
    for fleet in network.fleets.indices { network.fleets[fleet].seatsByKind = nil }
    var given = network
    for fleet in given.fleets.indices {
      given.fleets[fleet].seatsByKind = SeatsByKind(intensiveCare: given.fleets[fleet].seats)
    }
    scenario.closures = []
    #expect(TransportFixture.areAlike(network, given, scenarios: (scenario, scenario)))
  }
}
