package import SimulationKernel

/// One entity of a network in a run: the national office, which acts at barriers alone, a region, or a fleet's desk.
///
/// Entity 0 is the office, the regions follow, then the desks. What is unwrapped below is there by that numbering: an
/// event or message that went astray traps.
package struct CareEntity: ~Copyable, SimulationEntity {
  package typealias World = Shared<Surroundings>
  package var region: RegionState?
  package var desk: FlightDesk?

  init(region: consuming RegionState?, desk: consuming FlightDesk?) {
    self.region = region
    self.desk = desk
  }

  init(copying other: borrowing CareEntity) {
    switch other.region {
    case .some(let other): region = RegionState(copying: other)
    case .none: region = nil
    }
    switch other.desk {
    case .some(let other): desk = FlightDesk(copying: other)
    case .none: desk = nil
    }
  }

  /// Every entity of a network before its run.
  static func all(_ tables: borrowing NetworkTables, dayCount: Int) -> Slab<CareEntity> {
    var entities = Slab<CareEntity>(capacity: tables.entityCount)
    entities.append(CareEntity(region: nil, desk: nil))
    for region in 0..<tables.regionCount {
      entities.append(
        CareEntity(region: RegionState(index: region, tables: tables, dayCount: dayCount), desk: nil))
    }
    for fleet in 0..<tables.fleetCount where tables.desks[fleet] >= 0 {
      let desk = FlightDesk(
        entity: Int(tables.desks[fleet]), fleet: fleet, vehicles: tables.fleets[fleet].vehicles)
      entities.append(CareEntity(region: nil, desk: desk))
    }
    return entities
  }

  // swift-format-ignore: NeverForceUnwrap
  @inline(__always)
  package mutating func warm(for event: CareEvent) -> UInt8 {
    guard case .stayEnds(let patient) = event else { return 0 }
    return region!.patients[Int(patient)].priority
  }

  // swift-format-ignore: NeverForceUnwrap
  package mutating func handle(
    _ event: CareEvent, in world: World, _ scheduler: inout CareScheduler
  ) {
    switch event {
    case .decide: desk!.decide(world.value, &scheduler)
    case .craftBack: desk!.craftBack(&scheduler)
    case .deskWakes: desk!.dispatch(world.value, &scheduler)
    default: region!.handle(event, world.value, &scheduler)
    }
    if world.value.auditsEveryEvent { audit(world.value) }
  }

  // swift-format-ignore: NeverForceUnwrap
  package mutating func receive(
    _ message: CareMessage, in world: World, _ scheduler: inout CareScheduler
  ) {
    switch message {
    case .patient(let row): region!.receive(row, world.value, &scheduler)
    case .backToDuty(let force): region!.backToDuty(Int(force))
    case .craftWanted(let request): desk!.ask(request, &scheduler)
    case .craftGiven(let request, let desk):
      region!.receive(request, desk: Int(desk), world.value, &scheduler)
    case .craftTaken(let request): desk!.craftTaken(request)
    case .craftUsed(let hours, let planned, let order):
      desk!.craftUsed(forHours: hours, planned: planned, order: order, world.value, &scheduler)
    case .evacuate(let intensiveCare, let other):
      region!.receiveFlight(
        intensiveCare: Int(intensiveCare), other: Int(other), world.value, &scheduler)
    }
    if world.value.auditsEveryEvent { audit(world.value) }
  }
}

package typealias CareEngine = SimulationEngine<CareEntity>

extension CareEntity {
  /// The region that this entity is; traps when it is none.
  // swift-format-ignore: NeverForceUnwrap
  var ofRegion: RegionState {
    _read { yield region! }
    _modify { yield &region! }
  }
}

extension SimulationEngine where Entity == CareEntity {
  /// A region by its index in the network.
  // swift-format-ignore: NeverForceUnwrap
  package subscript(region index: Int) -> RegionState {
    _read { yield entities[1 + index].region! }
    _modify { yield &entities[1 + index].region! }
  }

  /// A desk by its index among the desks of a network with `regionCount` regions.
  // swift-format-ignore: NeverForceUnwrap
  package subscript(desk index: Int, after regionCount: Int) -> FlightDesk {
    _read { yield entities[1 + regionCount + index].desk! }
    _modify { yield &entities[1 + regionCount + index].desk! }
  }
}
