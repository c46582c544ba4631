import CareModel
import RandomStreams

extension ModelReading {
  /// The trip that a step is; what belongs to a stay alone is reported beside it.
  func move(_ fields: FieldReader) -> Move? {
    guard fields.keyPlace(of: "move") != nil else { return nil }
    let ofStay = [
      "unit", "stay", "stay_factor", "stay_factor_column", "stay_by_state", "ends_during", "keeps_bed",
      "when_full", "refused",
      "together", "uses", "patience", "waits_while", "gave_up", "gives_up_place", "leaves_free", "or_units",
      "or_units_after",
      "discharge_ready", "orders", "awaits_orders",
    ]
    for key in ofStay where fields.keyPlace(of: key) != nil {
      fields.report(
        key == "patience" || key == "gave_up"
          ? "nobody gives up the wait for a vehicle: remove it; wait_death is the one thing that ends that wait"
          : "a step that moves has no place and no stay: remove it, or make it a step of its own", about: key)
    }
    guard let trip = fields.object("move") else { return nil }
    let fleet = fleetNames.index(of: "fleet", in: trip)
    let way = trip.distribution("way", in: .hours)
    if let mean = way?.mean, !mean.isFinite { trip.report("this law has no finite mean", about: "way") }
    let facility = facilityNames.index(of: "facility", in: trip)
    if trip.keyPlace(of: "facility") != nil {
      for key in ["destination", "unit"] where trip.keyPlace(of: key) != nil {
        trip.report("facility is given already; keep one of the two", about: key)
      }
      guard let fleet, let facility else { return nil }
      return Move(
        fleet: fleet, destination: .facility, unitKind: 0, facility: facility,
        leastHours: trip.hours("least"), way: way)
    }
    if trip.keyPlace(of: "destination") == nil {
      trip.report("write destination and unit, or facility")
    } else if trip.keyPlace(of: "unit") == nil {
      trip.report("unit is missing")
    }
    let destination = trip.text("destination").flatMap { Move.Destination(rawValue: $0) }
    let kind = kindNames.index(of: "unit", in: trip)
    if let kind, let destination, isWhole("units") { check(destination, kind, trip) }
    guard let fleet, let kind else { return nil }
    return Move(
      fleet: fleet, destination: destination ?? .otherRegion, unitKind: kind,
      leastHours: trip.hours("least"), way: way)
  }

  /// Whether there is anywhere to go at all.
  private func check(_ destination: Move.Destination, _ kind: Int, _ trip: FieldReader) {
    let facilities = network.facilities
    let units = network.units.filter { $0.kind == kind && facilities.indices.contains($0.facility) }
    let regions = units.map { facilities[$0.facility].region }
    switch destination {
    case .otherRegion where units.isEmpty, .nearest where units.isEmpty:
      trip.report("no facility has a unit of this kind", about: "unit")
    case .otherRegion where network.regions.count < 2:
      trip.report("the model has one region: there is no other to go to", about: "destination")
    case .withinRegion where !Set(regions).contains(where: { hasOther(than: units, in: $0) }):
      trip.report("no facility of a region with several has a unit of this kind", about: "unit")
    default: break
    }
  }

  /// Whether a region has a facility from which another one with a unit can be gone to.
  private func hasOther(than units: [CareUnit], in region: Int) -> Bool {
    let places = network.facilities.indices.filter { network.facilities[$0].region == region }
    return places.contains { from in units.contains { $0.facility != from && places.contains($0.facility) } }
  }

  /// Reports classes and steps that no vehicle has a seat for: they would go without one.
  func checkSeats() {
    guard !network.fleets.isEmpty, network.fleets.count == root.objects("fleets").count else { return }
    func carries(_ fleet: Fleet, _ need: SeatNeed) -> Bool {
      guard let seats = fleet.seatsByKind else { return true }
      switch need {
      case .any: return seats.total > 0
      case .lying: return seats.lying + seats.intensiveCare > 0
      case .intensiveCare: return seats.intensiveCare > 0
      }
    }
    for (index, patientClass) in network.classes.enumerated()
    where !network.fleets.contains(where: { carries($0, patientClass.seatNeed) }) {
      classes[index].report("no fleet has a seat that is fit for this", about: "needs_seat")
    }
    for (index, pathway) in network.pathways.enumerated() {
      let fields = pathways[index].objects("steps")
      guard fields.count == pathway.steps.count else { continue }
      for (step, fields) in zip(pathway.steps, fields) {
        let fleets = step.move.map { [network.fleets[$0.fleet]] } ?? network.fleets
        if let need = step.seatNeed, !fleets.contains(where: { carries($0, need) }) {
          fields.report(
            step.move == nil
              ? "no fleet has a seat that is fit for this" : "the fleet has no seat that is fit for this",
            about: "needs_seat")
        } else if step.move != nil, step.seatNeed == nil {
          for patientClass in network.classes
          where patientClass.pathway == index && !carries(fleets[0], patientClass.seatNeed) {
            fields.report(
              "the fleet has no seat that is fit for class \(patientClass.id), which comes here",
              about: "move")
          }
        }
      }
    }
  }
}
