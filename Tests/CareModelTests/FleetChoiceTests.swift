import CareModel
import RandomStreams
import Testing

@Suite("Which fleet is asked, and who rides together")
struct FleetChoiceTests {
  /// The car of the fixture, back after 2.75 h, and five slow ones: 3.75 h to the other region.
  private func withSlow(
    vehicles: Double = 1, slowVehicles: Double = 5, arrivals: [Double], car: (inout Fleet) -> Void = { _ in }
  ) -> CareNetwork {
    var network = TransportFixture.network(vehicles: vehicles, arrivals: arrivals)
    var slow = network.fleets[0]
    slow.id = "slow"
    slow.vehicles = .fixed(slowVehicles)
    car(&network.fleets[0])
    network.fleets.append(slow)
    network.travelTimes.append(TravelTime(from: .facility(0), to: .facility(1), fleet: 1, hours: 3))
    return network
  }

  /// Each patient of the fixture in a class of their own, to be measured singly.
  private func singly(_ network: CareNetwork, priorities: [Int] = []) -> CareNetwork {
    var network = network
    network.classes = network.inflows.indices.map {
      PatientClass(
        id: "c\($0)", title: "C", pathway: 0, priority: priorities.isEmpty ? 4 : priorities[$0])
    }
    for index in network.inflows.indices {
      network.inflows[index].classes = [(patientClass: index, share: 1)]
      network.measures.append(
        DeclaredMeasure(id: "hours_\(index)", quantity: .meanHoursInSystem, classes: [index]))
    }
    return network
  }

  @Test("Crews whose hours of the day are over are not counted as there")
  func usedUp() throws {
    // The car is used up by the first; the second goes with a slow one rather than at midnight.
    let network = withSlow(arrivals: [0, 6]) {
      $0.crew = CrewHours(fromMinute: 0, untilMinute: 0, hoursPerDay: 2)
    }
    try TransportFixture.expect("system_hours", network, hours: (2.75 + 4.75) / 2)
  }

  @Test(
    "Who would have a vehicle back after the shift, or after sunset, goes otherwise",
    arguments: [false, true])
  func endOfShift(isByLight: Bool) throws {
    // The car is away from 17 to 19.75, and would go on in the morning; a slow one is there 3.75 h after it is asked.
    // On the equator the sun sets at six.
    var network = withSlow(arrivals: [17, 17.5]) {
      if isByLight {
        $0.isDaylightOnly = true
      } else {
        $0.crew = CrewHours(fromMinute: 7 * 60, untilMinute: 19 * 60)
      }
    }
    for facility in network.facilities.indices {
      (network.facilities[facility].latitude, network.facilities[facility].longitude) = (0, 0)
    }
    try TransportFixture.expect("system_hours", network, hours: (2.75 + 4.75) / 2)
  }

  @Test("Who would have a vehicle back when its crew has no hours left goes otherwise")
  func hoursUsedByThoseBefore() throws {
    // Two trips use up the day: the second waits for the car, there after 4.25 h. The third would have it at midnight, and is
    // there after 8.75 h with a slow one.
    var network = withSlow(arrivals: [0, 0.5, 1]) {
      $0.crew = CrewHours(fromMinute: 0, untilMinute: 0, hoursPerDay: 5)
    }
    network.travelTimes[1].hours = 8
    network = singly(network)
    try TransportFixture.expect("hours_1", network, hours: 2.75 - 0.5 + 1.75 + 1)
    try TransportFixture.expect("hours_2", network, hours: 8.75 + 1)
  }

  @Test("Outside the shift only the vehicles with a crew are counted")
  func nightCrews() throws {
    // Of two cars one has a crew at night: the second patient would have it at 2.75.
    let network = withSlow(vehicles: 2, arrivals: [0, 0.5]) {
      $0.crew = CrewHours(fromMinute: 7 * 60, untilMinute: 19 * 60, shareOutside: 0.5)
    }
    try TransportFixture.expect("system_hours", network, hours: (2.75 + 4.75) / 2)
  }

  @Test("Those who wait for the shift are counted by those who come later")
  func beforeShift() throws {
    // Until 07:00 the first waits for the one car: with it the second would come at 11.5, with a slow one at 10.25.
    let network = withSlow(arrivals: [6, 6.5]) {
      $0.crew = CrewHours(fromMinute: 7 * 60, untilMinute: 19 * 60)
    }
    try TransportFixture.expect("system_hours", network, hours: (1 + 2.75 + 4.75) / 2)
  }

  @Test(
    "All who come in one moment ride together, by a fleet of the region and of the nation",
    arguments: [false, true])
  func together(isNational: Bool) throws {
    let network = TransportFixture.network(seats: 3, isNational: isNational, arrivals: [1, 1, 1])
    try TransportFixture.expect("vehicle_hours", network, hours: 0)
  }

  @Test(
    "Seats go to the most urgent, then to who has waited longest, whoever came first",
    arguments: [false, true])
  func seatsByLine(isNational: Bool) throws {
    // The car leaves with the first, is back at 2.75 and takes the fourth and the third; the second goes at 5.5.
    let network = singly(
      TransportFixture.network(seats: 2, isNational: isNational, arrivals: [0, 0.5, 0.6, 0.7]),
      priorities: [4, 5, 2, 0])
    try TransportFixture.expect("hours_1", network, hours: 5 + 2.75)
    try TransportFixture.expect("hours_2", network, hours: 2.15 + 2.75)
    try TransportFixture.expect("hours_3", network, hours: 2.05 + 2.75)
  }

  @Test(
    "One that waits to be full is counted with its longest wait, and without one where no other can leave at once"
  )
  func fullOrLater() throws {
    func hours(_ longestWait: Double?, slow: Double = 1) -> Double? {
      let network = singly(
        withSlow(slowVehicles: slow, arrivals: [0]) { fleet in
          (fleet.seats, fleet.departure) = (20, .whenFull(longestWaitHours: longestWait))
        })
      return TransportFixture.figure("hours_0", network)
    }
    // Slow at once: 3.75 and a stay of 1; by car 1.75 after the wait.
    #expect(try abs(#require(hours(nil)) - 4.75) < 1e-6)
    #expect(try abs(#require(hours(12)) - 4.75) < 1e-6)
    #expect(try abs(#require(hours(1)) - 3.75) < 1e-6)
    #expect(try abs(#require(hours(12, slow: 0)) - 14.75) < 1e-6)
    #expect(hours(nil, slow: 0) == nil)
  }

  @Test("All of one event ride together, whatever the priority of their class", arguments: [0, 3, 7])
  func oneEvent(priority: Int) throws {
    var network = TransportFixture.network(vehicles: 2, seats: 20)
    network.classes[0].priority = priority
    network.classes[0].origin = .military
    var scenario = Scenario.peace
    scenario.events = [
      MassCasualtyStream(
        id: "strike", classes: [(patientClass: 0, share: 1)], scheduled: [(day: 0.5, region: 0)],
        size: .constant(40))
    ]
    try TransportFixture.expect("vehicle_hours", network, scenario: scenario, hours: 0)
    #expect(TransportFixture.figure("came", network, scenario: scenario) == 40)
  }

  @Test("Who changes to another fleet stands before those who asked later")
  func keepsWait() throws {
    // The line of the car reaches the fourth before the fifth asks a slow one, of which there is one. When the way of
    // the car closes those who waited for it go first: at 6.85, 13.6 and 20.35; the fifth at 27.1.
    let network = singly(withSlow(slowVehicles: 1, arrivals: [0, 0.1, 0.2, 0.3, 0.4, 0.5]))
    let scenario = ClosureTests.closed([WayClosure(fleet: 0, fromDay: 0.6 / 24, untilDay: 5)])
    try TransportFixture.expect("hours_2", network, scenario: scenario, hours: 6.65 + 4.75)
    try TransportFixture.expect("hours_5", network, scenario: scenario, hours: 26.6 + 4.75)
  }

  @Test("Who waits for a closed way takes another when that one opens")
  func opens() throws {
    // The second waits for the car from 11.75; its way closes at 12, that of the slow ones opens at 24.
    let network = singly(withSlow(arrivals: [11.5, 11.75]))
    let scenario = ClosureTests.closed([
      WayClosure(fleet: 0, fromDay: 0.5, untilDay: 5), WayClosure(fleet: 1, fromDay: 0, untilDay: 1),
    ])
    try TransportFixture.expect("hours_1", network, scenario: scenario, hours: 12.25 + 4.75)
  }

  @Test("Who has lost the last vehicle while the other way was closed takes that when it opens")
  func lostWhileClosed() throws {
    let network = singly(withSlow(arrivals: [0]))
    var scenario = ClosureTests.closed([WayClosure(fleet: 1, fromDay: 0, untilDay: 1)])
    scenario.transportLosses = [
      TransportLoss(fleet: 0, sharePerTrip: 1, fromDay: 0, untilDay: 5, passengersDieShare: 0)
    ]
    try TransportFixture.expect("hours_0", network, scenario: scenario, hours: 24 + 4.75)
  }

  @Test("A national craft whose crew would begin after its hours is ordered for the next morning")
  func nationalCrew() throws {
    // The word takes an hour each way: asked at 8.5, the craft would leave at 10.5.
    let network = TransportFixture.network(isNational: true, arrivals: [8.5]) {
      $0.dispatchDelayHours = 2
      $0.crew = CrewHours(fromMinute: 6 * 60, untilMinute: 10 * 60)
    }
    try TransportFixture.expect("vehicle_hours", network, hours: 21.5)
  }

  @Test("A region whose fleets have no vehicle, or none that goes, moves nobody", arguments: [0, 1, 2])
  func nobodyGoes(why: Int) {
    var network = TransportFixture.network(vehicles: why == 0 ? 0 : 1, arrivals: [0])
    if why == 1 { network.regions[1].roadNetwork = "island" }
    if why == 2 {
      // 63 km over the great circle, and twice as far by road.
      network.fleets[0].detourFactor = 2
      network.fleets[0].rangeKilometres = 100
    }
    #expect(TransportFixture.figure("came", network) == 0)
    #expect(TransportFixture.figure("moved", network) == 0)
  }

  @Test("A step that turns away from a full unit sends to another region who has none in theirs")
  func refusing() {
    var network = TransportFixture.network(arrivals: [0])
    network.unitKinds[1].whenFull = .refuse
    #expect(TransportFixture.figure("came", network) == 1)
  }

  @Test("No place is kept for who cannot come to it")
  func cutOff() throws {
    // One bed each in two hospitals of a region, the road between them closed: each waits for their own.
    var network = TransportFixture.network(arrivals: [0, 1, 3, 4])
    network.facilities[1].region = 0
    network.unitKinds[1].helpWithinRegion = true
    network.units = [0, 1].map { CareUnit(facility: $0, kind: 1, staffedBeds: 1) }
    network.pathways[0].steps[0].stay = .constant(2)
    network.inflows[2].facilities = [1]
    let scenario = ClosureTests.closed([WayClosure(mode: .road, fromDay: 0, untilDay: 4)])
    try TransportFixture.expect("system_hours", network, scenario: scenario, hours: (2 + 3 + 2 + 2) / 4.0)
  }

  @Test("Where times on the way are given, they say which is the nearest", arguments: [false, true])
  func nearest(isFarSlow: Bool) throws {
    // The third hospital is farther as the crow flies, and half an hour away by the table.
    var network = TransportFixture.network(arrivals: [0])
    network.facilities.append(Facility(id: "c", name: "C", region: 1, latitude: 61, longitude: 15.5))
    network.units.append(CareUnit(facility: 2, kind: 1, staffedBeds: 1))
    network.travelTimes.append(
      TravelTime(from: .facility(0), to: .facility(2), hours: isFarSlow ? 2 : 0.5))
    try TransportFixture.expect("system_hours", network, hours: isFarSlow ? 2.75 : 2.25)
  }
}
