/// Between which facilities fleets can take patients, closures aside.
struct FleetReach {
  let network: CareNetwork
  let modes: WayModes
  let ways: WayTable
  /// Great-circle distances, `from * facilityCount + to`.
  let kilometres: [Double]
  /// Vehicles of the fleets that are no nation's, `region * fleetCount + fleet`.
  let regionVehicles: [Int32]

  /// - Complexity: O(facilities² + regions × fleets).
  init(_ network: CareNetwork, modes: WayModes, ways: WayTable) {
    self.network = network
    self.modes = modes
    self.ways = ways
    kilometres = Self.kilometres(network)
    regionVehicles = network.regions.indices.flatMap { region in
      network.fleets.map { fleet in
        fleet.isNational ? 0 : Int32(max(0, network.number(fleet.vehicles, ofRegion: region).rounded()))
      }
    }
  }

  /// Whether the fleet makes the trip if it has a vehicle.
  func makes(_ fleet: Fleet, from: Int, to: Int) -> Bool {
    let length = kilometres[from * network.facilities.count + to] * fleet.detourFactor
    let isTooFar = fleet.rangeKilometres > 0 && length > fleet.rangeKilometres
    return !isTooFar && modes.goes(fleet.mode, from: from, to: to)
  }

  /// Whether a fleet with a vehicle makes the trip. Without any fleet a model moves people in no time.
  func isServed(from: Int, to: Int) -> Bool {
    network.fleets.isEmpty
      || network.fleets.indices.contains { index in
        hasVehicle(index, region: network.facilities[from].region)
          && makes(network.fleets[index], from: from, to: to)
      }
  }

  private func hasVehicle(_ fleet: Int, region: Int) -> Bool {
    guard network.fleets[fleet].isNational else {
      return regionVehicles[region * network.fleets.count + fleet] > 0
    }
    guard case .fixed(let number) = network.fleets[fleet].vehicles else { return false }
    return number.rounded() > 0
  }

  /// How far it is, to be compared: in kilometres where all ways go by distance, else in hours on the way with the
  /// fastest of `fleets` that makes the trip.
  func distance(from: Int, to: Int, by fleets: Range<Int>? = nil) -> Double {
    guard !network.travelTimes.isEmpty, from != to else {
      return kilometres[from * network.facilities.count + to]
    }
    return (fleets ?? network.fleets.indices)
      .filter { makes(network.fleets[$0], from: from, to: to) }
      .map { hours($0, from: from, to: to) }
      .min() ?? .infinity
  }

  private func hours(_ fleet: Int, from: Int, to: Int) -> Double {
    let count = network.facilities.count
    if ways.tables[fleet] >= 0 {
      let given = ways.hours[(Int(ways.tables[fleet]) * count + from) * count + to]
      if given >= 0 { return given }
    }
    let rules = network.fleets[fleet]
    return kilometres[from * count + to] * rules.detourFactor / rules.speedLoaded
  }

  /// The facilities by their distance from one. Ties are broken by index, so that the order is the same everywhere.
  func byDistance(from: Int, _ facilities: some Sequence<Int>, by fleets: Range<Int>? = nil) -> [Int] {
    facilities.map { (distance: distance(from: from, to: $0, by: fleets), index: $0) }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .map(\.index)
  }

  /// Great-circle distances between all facilities, `from * facilityCount + to`.
  private static func kilometres(_ network: CareNetwork) -> [Double] {
    network.facilities.flatMap { from in
      network.facilities.map { to in
        GreatCircle.kilometres(from.latitude, from.longitude, to.latitude, to.longitude)
      }
    }
  }
}
