import RandomStreams
import SimulationKernel

/// Who is near whom: units by facility and kind, help within a region by distance, hubs, distances.
struct PlaceIndex {
  var unitOf: [Int32]
  var nearUnits: [RowRange] = []
  /// As `nearUnits`, wherever a vehicle goes; empty where nothing is ordered.
  var orderUnits: [RowRange] = []
  var nearUnitRows: [Int32] = []
  var nearestElsewhere: [Int32] = []
  var hubs: [Int32] = []
  var units: [UnitStartRow] = []
  var regionUnits: [RowRange] = []

  /// - Complexity: O(facilities² × kinds × fleets).
  init(_ network: CareNetwork, calendars: borrowing CalendarTables, reach: FleetReach) {
    let facilityCount = network.facilities.count
    let kindCount = network.unitKinds.count
    unitOf = Array(repeating: -1, count: facilityCount * kindCount)
    var sizes = Array(repeating: 0, count: facilityCount * kindCount)
    for region in network.regions.indices {
      let start = units.count
      for unit in network.units where network.facilities[unit.facility].region == region {
        let key = unit.facility * kindCount + unit.kind
        unitOf[key] = Int32(units.count - start)
        sizes[key] =
          network.unitKinds[unit.kind].limit == .physical ? unit.physicalBeds : unit.staffedBeds
        units.append(
          UnitStartRow(
            facility: Int32(unit.facility), kind: Int32(unit.kind), staffed: Int32(unit.staffedBeds),
            physical: Int32(unit.physicalBeds), originHash: streamHash(unit.streamName(in: network)),
            waitingPlaces: Int32(clamping: unit.waitingPlaces ?? .max),
            calendar: unit.calendar.map { Int32($0) } ?? calendars.ofKind[unit.kind]))
      }
      regionUnits.append(RowRange(start: Int32(start), count: Int32(units.count - start)))
    }
    let hasOrders = !network.orderedClasses.isEmpty
    for facility in 0..<facilityCount {
      let region = network.facilities[facility].region
      let order = reach.byDistance(from: facility, network.facilities.indices)
      for kind in 0..<kindCount {
        let start = nearUnitRows.count
        let needsTransport = network.unitKinds[kind].needsTransport
        for other in order
        where network.facilities[other].region == region && sizes[other * kindCount + kind] > 0 {
          guard other == facility || !needsTransport || reach.isServed(from: facility, to: other) else {
            continue
          }
          nearUnitRows.append(unitOf[other * kindCount + kind])
        }
        nearUnits.append(RowRange(start: Int32(start), count: Int32(nearUnitRows.count - start)))
        if hasOrders {
          let first = nearUnitRows.count
          nearUnitRows += order.filter {
            network.facilities[$0].region == region && sizes[$0 * kindCount + kind] > 0
          }.map { unitOf[$0 * kindCount + kind] }
          orderUnits.append(RowRange(start: Int32(first), count: Int32(nearUnitRows.count - first)))
        }
        let elsewhere = order.first { other in
          network.facilities[other].region != region && sizes[other * kindCount + kind] > 0
            && (!needsTransport || reach.isServed(from: facility, to: other))
        }
        nearestElsewhere.append(Int32(elsewhere ?? -1))
      }
    }
    for region in network.regions.indices {
      for kind in 0..<kindCount {
        var best = -1
        var most = 0
        for facility in 0..<facilityCount where network.facilities[facility].region == region {
          if sizes[facility * kindCount + kind] > most {
            most = sizes[facility * kindCount + kind]
            best = facility
          }
        }
        hubs.append(Int32(best))
      }
    }
  }
}

extension CareUnit {
  /// The name that the unit's own draws are keyed by.
  package func streamName(in network: CareNetwork) -> String {
    "\(network.facilities[facility].id)/\(network.unitKinds[kind].id)"
  }
}
