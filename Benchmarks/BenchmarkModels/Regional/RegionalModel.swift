import RandomStreams
import SimulationKernel

/// The regional benchmark hand-coded in event style: 21 regions of one entity, with shared vehicles.
struct RegionalModel<Dice: RegionalDice>: ~Copyable, SimulationEntity {
  typealias Event = RegionalEvent
  typealias World = Shared<Void>
  typealias Scheduler = EventScheduler<RegionalEvent, NoMessage>

  var dice: Dice
  /// Triage nurses, intensive-care beds and ward beds of every region, then the vehicles.
  var rooms: RegionalRooms<RegionalPatient>
  /// Individuals so far of each origin: the ordinals of their draws.
  var ordinals: Slab<UInt32>
  /// Mean time between the arrivals of each origin, hours.
  let gapHours: Slab<Double>
  var counts = RegionalCounts()

  init(dice: Dice) {
    self.dice = dice
    let regions = RegionalParameters.regionCount
    var resources = Slab<RegionalResource>(capacity: 3 * regions + 1)
    for region in 0..<regions { resources.append(.places(RegionalParameters.nurses(region))) }
    for region in 0..<regions { resources.append(.places(RegionalParameters.intensiveCareBeds(region))) }
    for region in 0..<regions { resources.append(.places(RegionalParameters.wardBeds(region))) }
    resources.append(.places(Int32(RegionalParameters.vehicleCount)))
    rooms = RegionalRooms(resources: resources, patientCapacity: 4096)
    ordinals = Slab(repeating: 0, count: 3 * regions)
    gapHours = Slab((0..<3 * regions).map { origin in RegionalParameters.gapHours(origin: origin) })
  }

  @inline(__always)
  mutating func handle(_ event: RegionalEvent, in world: World, _ scheduler: inout Scheduler) {
    switch event {
    case .acuteArrival(let region): acuteArrives(region, in: &scheduler)
    case .plannedArrival(let region): plannedArrives(region, in: &scheduler)
    case .burst(let region): burstArrives(region, in: &scheduler)
    case .triageEnds(let patient): triageEnds(patient, in: &scheduler)
    case .travelEnds(let patient): travelEnds(patient, in: &scheduler)
    case .vehicleReturns: if let next = rooms.give(vehicles) { boardVehicle(next, in: &scheduler) }
    case .intensiveCareEnds(let patient): requestWard(patient, in: &scheduler)
    case .wardStayEnds(let patient): wardStayEnds(patient, in: &scheduler)
    }
  }

  @inline(__always)
  func nurses(_ region: UInt8) -> Int { Int(region) }
  @inline(__always)
  func intensiveCare(_ region: UInt8) -> Int { RegionalParameters.regionCount + Int(region) }
  @inline(__always)
  func ward(_ region: UInt8) -> Int { 2 * RegionalParameters.regionCount + Int(region) }
  var vehicles: Int { 3 * RegionalParameters.regionCount }
}
