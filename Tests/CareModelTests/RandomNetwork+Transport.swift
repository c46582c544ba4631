import CareModel
import RandomStreams

extension RandomNetwork {
  /// When full, after a wait, at a time of the day, or any of them.
  private static func leavesWhenFull(_ share: Double) -> Departure {
    .whenFull(longestWaitHours: share < 0.7 ? 5 : nil, orAt: share < 0.2 || share > 0.85 ? [600] : [])
  }

  /// Times on the way, links and trains, closures, seats, departures, crews, weather and losses.
  static func addTransport(to network: inout CareNetwork, _ scenario: inout Scenario, _ share: () -> Double) {
    addWays(to: &network, share)
    network.fleets.append(
      Fleet(
        id: "train", title: "train", mode: .rail, vehicles: .fixed(1), isNational: share() < 0.5,
        dispatchDelayHours: 1,
        seatsByKind: SeatsByKind(sitting: 6, lying: 3, intensiveCare: share() < 0.5 ? 1 : 0),
        loadHours: 0.5, handoverHours: 0.5, speedLoaded: 120, speedEmpty: 120,
        departure: share() < 0.5 ? .atTimes([360, 840]) : leavesWhenFull(share()),
        returns: share() < 0.7))
    if share() < 0.6 {
      network.fleets[0].crew = CrewHours(
        fromMinute: 420, untilMinute: 1_260, shareOutside: share() < 0.5 ? 0.5 : 0,
        hoursPerDay: share() < 0.5 ? 9 : nil)
    }
    if share() < 0.4 { network.fleets[0].seatsByKind = SeatsByKind(sitting: 1, lying: 1) }
    if share() < 0.5 { network.fleets[1].isDaylightOnly = true }
    if share() < 0.5 { network.fleets[1].weather = FleetWeather(cancelledShare: 0.3, blockHours: 4) }
    for index in network.classes.indices where share() < 0.3 {
      network.classes[index].seatNeed = share() < 0.8 ? .lying : .intensiveCare
    }
    addTrips(to: &network, share)
    if share() < 0.7 {
      scenario.closures = [
        WayClosure(mode: .road, fromDay: 0.5, untilDay: 1.3),
        WayClosure(facility: Int(share() * 3), fromDay: 1, untilDay: 1.2 + 3 * share()),
        WayClosure(fleet: 1, fromDay: 2, untilDay: 3), WayClosure(link: 0, fromDay: 1, untilDay: 5),
      ]
    }
    if share() < 0.6 {
      scenario.transportLosses = network.fleets.indices.map { fleet in
        TransportLoss(
          fleet: fleet, sharePerTrip: 0.3 * share(), fromDay: 0.5, untilDay: 4,
          regions: share() < 0.5 ? [] : [0], passengersDieShare: share())
      }
    }
  }

  /// The ambulances of a region wait for their dispatcher; a train of its own does always.
  static func addDispatch(to network: inout CareNetwork, _ share: () -> Double) {
    if share() < 0.5 { network.fleets[0].dispatchDelayHours = 0.1 + share() }
  }

  private static func addWays(to network: inout CareNetwork, _ share: () -> Double) {
    let (facilities, regions) = (network.facilities.indices, network.regions.indices)
    for _ in 0..<4 {
      let from = Int(share() * Double(facilities.count))
      let to = Int(share() * Double(facilities.count))
      guard from != to else { continue }
      network.travelTimes.append(
        TravelTime(
          from: .facility(from), to: share() < 0.7 ? .facility(to) : .region(network.facilities[to].region),
          fleet: share() < 0.5 ? nil : 0, hours: 0.1 + 3 * share()))
    }
    if regions.count > 1, share() < 0.5 {
      network.travelTimes.append(TravelTime(from: .region(1), to: .region(0), hours: 1.5))
    }
    let last = regions.count - 1
    network.links = [
      TransportLink(id: "line", mode: .rail, from: .region(0), to: .region(last)),
      TransportLink(id: "bridge", mode: .road, from: .region(last), to: .facility(0)),
    ]
  }

  /// Trips to other places: the ambulance takes them, or the train.
  private static func addTrips(to network: inout CareNetwork, _ share: () -> Double) {
    guard share() < 0.6 else { return }
    let last = network.pathways[0].steps.count
    let destinations: [Move.Destination] = [.withinRegion, .nearest, .facility]
    let destination = destinations[Int(share() * 3)]
    network.pathways[0].steps.append(
      Step(
        id: "onwards",
        move: Move(
          fleet: share() < 0.5 ? 0 : 2, destination: destination, unitKind: 3,
          facility: destination == .facility ? 0 : nil, leastHours: share() < 0.5 ? 0.3 : nil,
          way: share() < 0.5 ? .exponential(mean: 0.5) : nil), seatNeed: share() < 0.5 ? .any : nil,
        next: [Branch(to: .step(3))]))
    network.pathways[0].steps[0].next.insert(Branch(to: .step(last), share: .fixed(0.1)), at: 0)
  }
}
