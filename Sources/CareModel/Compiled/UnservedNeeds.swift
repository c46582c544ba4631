/// Units of a kind that patients at some facilities may need and cannot come to: they are refused.
package struct UnservedNeed {
  package let unitKind: Int
  /// They have none of the kind, and no fleet with a vehicle goes from there to one that has, whatever is open.
  package let facilities: [Int]
}

extension CareNetwork {
  /// What no fleet brings patients to, by kind.
  ///
  /// - Complexity: O(kinds × facilities² × fleets + (inflows + streams + pathways) × facilities × kinds).
  package func unservedNeeds(in scenario: Scenario) -> [UnservedNeed] {
    guard !fleets.isEmpty else { return [] }
    let reach = FleetReach(self, modes: WayModes(self), ways: WayTable(self))
    let own = facilities.indices.map { facility in
      Set(units.filter { $0.facility == facility }.map(\.kind))
    }
    let needed = kindsNeeded(in: scenario, own)
    return unitKinds.indices.compactMap { kind in
      let isLimited = unitKinds[kind].limit == .physical
      let places = units.filter { $0.kind == kind && (isLimited ? $0.physicalBeds : $0.staffedBeds) > 0 }
      let unserved = facilities.indices.filter { facility in
        guard needed[facility].contains(kind), !own[facility].contains(kind) else { return false }
        return !places.contains { place in
          let isNear = facilities[place.facility].region == facilities[facility].region
          return (isNear && !unitKinds[kind].needsTransport)
            || reach.isServed(from: facility, to: place.facility)
        }
      }
      return unserved.isEmpty ? nil : UnservedNeed(unitKind: kind, facilities: unserved)
    }
  }

  /// The kinds of unit that patients may need at each facility: of the pathways of those who come there, and of those
  /// whose units it has.
  private func kindsNeeded(in scenario: Scenario, _ own: [Set<Int>]) -> [Set<Int>] {
    var needed = Array(repeating: Set<Int>(), count: facilities.count)
    let ofPathway = pathways.map { Set($0.steps.compactMap(\.unitKind)) }
    // What is ordered is carried by no vehicle.
    let ordered = orderedClasses
    let ofPatients = Set(classes.indices.filter { !ordered.contains($0) }.map { classes[$0].pathway })
    func come(_ mix: [(patientClass: Int, share: Double)], to facility: Int) {
      for part in mix where part.share > 0 {
        needed[facility].formUnion(ofPathway[classes[part.patientClass].pathway])
      }
    }
    for facility in facilities.indices {
      for pathway in ofPatients where !ofPathway[pathway].isDisjoint(with: own[facility]) {
        needed[facility].formUnion(ofPathway[pathway])
      }
      for inflow in inflows where inflow.facilities?.contains(facility) ?? !own[facility].isEmpty {
        come(inflow.classes, to: facility)
      }
      // Casualties enter where there are hospital beds.
      guard own[facility].contains(where: { unitKinds[$0].isHospitalBed }) else { continue }
      let region = facilities[facility].region
      for stream in scenario.streams
      where stream.phases.contains(where: { $0.regions.contains { $0.region == region && $0.share > 0 } }) {
        come(stream.classes, to: facility)
      }
      for event in scenario.events
      where event.scheduled.contains(where: { $0.region == region })
        || event.regions.contains(where: { $0.region == region && $0.share > 0 })
      {
        come(event.classes, to: facility)
      }
    }
    return needed
  }
}
