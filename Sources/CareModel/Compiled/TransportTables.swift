import SimulationKernel

/// What fleets read during a run beside their rows.
struct TransportTables: ~Copyable {
  /// Times on the way that the model gives: see ``WayTable``.
  var wayHours: Slab<Double>

  init(_ ways: WayTable) { wayHours = Slab(ways.hours) }

  private init(wayHours: consuming Slab<Double>) { self.wayHours = wayHours }

  borrowing func copy() -> TransportTables { TransportTables(wayHours: wayHours.copy()) }
}

extension NetworkTables {
  @inline(__always)
  borrowing func canTravel(_ fleet: Int, from: Int, to: Int) -> Bool {
    let rules = fleets[fleet]
    if rules.isRoad, facilities[from].roadNetwork != facilities[to].roadNetwork { return false }
    return rules.range <= 0 || kilometres[from * facilityCount + to] <= rules.range
  }

  /// Hours from the order to leave until the patient is handed over.
  borrowing func tripHours(_ fleet: Int, from: Int, to: Int) -> Double {
    let rules = fleets[fleet]
    return rules.fixedHours + wayHours(rules, rules.speedLoaded, from: from, to: to) + rules.handoverHours
  }

  /// Hours of the empty way back.
  borrowing func returnHours(_ fleet: Int, from: Int, to: Int) -> Double {
    let rules = fleets[fleet]
    return wayHours(rules, rules.speedEmpty, from: to, to: from)
  }

  /// Hours on the way alone: as the model gives them, else by distance and speed.
  @inline(__always)
  borrowing func wayHours(_ rules: FleetRow, _ speed: Double, from: Int, to: Int) -> Double {
    if rules.wayTable >= 0 {
      let given =
        transport.wayHours[(Int(rules.wayTable) * facilityCount + from) * facilityCount + to]
      if given >= 0 { return given }
    }
    return kilometres[from * facilityCount + to] * rules.detour / speed
  }

  borrowing func fleet(ofDesk entity: Int) -> Int {
    for fleet in 0..<fleetCount where Int(desks[fleet]) == entity { return fleet }
    preconditionFailure("entity \(entity) is no desk")
  }
}
