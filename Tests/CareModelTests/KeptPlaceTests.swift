import CareModel
import CarePolicies
import RandomStreams
import Testing

/// Places that are kept for patients whom a vehicle is to bring.
@Suite("A place kept elsewhere is given back when nobody can come to it")
struct KeptPlaceTests {
  /// Wards at the first facility, one intensive-care place at each of the others; the first patient is on a ward for two
  /// hours, those of the second class come to intensive care by themselves.
  private func network(dispatchHours: Double = 0, facilities: Int = 2, arrivals: [(Int, Double)])
    -> CareNetwork
  {
    var network = PlaceHoldingTests.network(
      kinds: [
        UnitKind(id: "ward", title: "Ward", needsTransport: false),
        UnitKind(id: "icu", title: "Intensive care", needsTransport: true),
      ], beds: [4, 1],
      steps: [
        Step(id: "ward", unitKind: 0, stay: .constant(2), next: [Branch(to: .step(1))]),
        Step(id: "icu", unitKind: 1, stay: .constant(20)),
      ],
      classes: [
        PatientClass(id: "first", title: "First", pathway: 0, priority: 5),
        PatientClass(id: "other", title: "Other", pathway: 1, priority: 0),
      ], arrivals: arrivals,
      measures: [0, 1].map { DeclaredMeasure(id: "h\($0)", quantity: .meanHoursInSystem, classes: [$0]) })
    network.pathways.append(Pathway(id: "q", steps: [Step(id: "icu", unitKind: 1, stay: .constant(20))]))
    network.units[1].facility = 1
    for facility in 1..<facilities {
      network.facilities.append(Facility(id: "g\(facility)", name: "G", region: 0))
      if facility > 1 { network.units.append(CareUnit(facility: facility, kind: 1, staffedBeds: 1)) }
      network.travelTimes.append(TravelTime(from: .facility(0), to: .facility(facility), hours: 1))
    }
    for (index, arrival) in arrivals.enumerated() { network.inflows[index].facilities = [arrival.0] }
    var car = TransportFixture.network().fleets[0]
    car.dispatchDelayHours = dispatchHours
    network.fleets = [car]
    return network
  }

  private func hours(_ id: String, _ network: CareNetwork, _ scenario: Scenario) -> Double? {
    Fixture.values(
      id,
      Fixture.run(network, scenario: scenario, horizonDays: 6, seed: 1, replications: 1, audits: true),
      network
    ).first
  }

  @Test("When the last vehicle is lost, or the way closes, others get the place", arguments: [false, true])
  func cutOff(isClosed: Bool) {
    let network = network(arrivals: [(0, 0), (1, 24)])
    var scenario = Scenario.peace
    if isClosed {
      scenario.closures = [WayClosure(fleet: 0, fromDay: 1.0 / 24, untilDay: 5)]
    } else {
      scenario.transportLosses = [
        TransportLoss(fleet: 0, sharePerTrip: 1, fromDay: 0, untilDay: 5, passengersDieShare: 0)
      ]
    }
    #expect(hours("h1", network, scenario) == 20)
    // The way opens at 120 h: 1.75 h on it, and the stay.
    #expect(hours("h0", network, scenario) == (isClosed ? 141.75 : nil))
  }

  @Test("Who waits to be brought to a place that a hit takes asks for another at once")
  func hit() throws {
    let network = network(dispatchHours: 10, facilities: 3, arrivals: [(0, 0)])
    let scenario = Scenario(
      id: "s", title: "S",
      disruptions: [Disruption(id: "hit", scheduled: [(day: 5.0 / 24, facility: 1)], lostShare: 1)])
    // Asked at 2 and anew at 5; the car comes at 15, the way takes 1.75 h.
    let found = try #require(hours("h0", network, scenario))
    #expect(abs(found - 36.75) < 1e-6)
  }

  @Test(
    "Who needs no vehicle to what the region lacks is in another in no time, whatever fleets there are",
    arguments: [nil, 0, 1])
  func noVehicle(vehicles: Double?) throws {
    var network = TransportFixture.network(vehicles: vehicles ?? 0, arrivals: [0])
    if vehicles == nil { network.fleets = [] }
    network.unitKinds[1].needsTransport = false
    network.measures = [
      DeclaredMeasure(id: "system_hours", quantity: .meanHoursInSystem),
      DeclaredMeasure(id: "moved", quantity: .transfers),
    ]
    try TransportFixture.expect("system_hours", network, hours: 1)
    #expect(TransportFixture.figure("moved", network) == 1)
  }
}
