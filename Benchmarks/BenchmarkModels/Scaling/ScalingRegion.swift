import RandomStreams
import SimulationKernel

/// What happens to a region of the scaling benchmark; the payload is a patient's row.
enum ScalingEvent: BitwiseCopyable {
  case acuteArrival
  case plannedArrival
  case burst
  case triageEnds(UInt32)
  case vehicleReturns
  case intensiveCareEnds(UInt32)
  case wardStayEnds(UInt32)
}

/// A patient on the way from one region to another.
struct ScalingTransfer: BitwiseCopyable {
  var urgency: UInt8
  var needsIntensiveCare: Bool
}

/// A patient inside a region; rows are used again after the exit.
struct ScalingPatient: RegionalQueueRow {
  var requested: SimulationTime
  var next: UInt32
  var urgency: UInt8
  var intensiveCare: RegionalIntensiveCare
}

/// What all regions read.
struct ScalingWorld {
  let regionCount: Int
}

/// One region of a country of many: the regional benchmark with vehicles of its own, so that nothing between two
/// regions is faster than the shortest journey, half an hour.
struct ScalingRegion: ~Copyable, SimulationEntity {
  typealias World = Shared<ScalingWorld>
  typealias Scheduler = EventScheduler<ScalingEvent, ScalingTransfer>

  static let nurses = 0
  static let intensiveCare = 1
  static let ward = 2
  static let vehicles = 3

  var random: Xoshiro256PlusPlus
  let number: Int
  let size: Double
  /// Mean time between the arrivals of acute patients, planned patients and bursts, hours.
  let gapHours: SIMD3<Double>
  var rooms: RegionalRooms<ScalingPatient>
  var arrivals = 0
  var wardDischarges = 0
  var transfers = 0
  var wardWait = RegionalWait()

  init(number: Int, key: StreamKey) {
    self.number = number
    let kind = number % RegionalParameters.regionCount
    size = RegionalParameters.size(kind)
    random = Xoshiro256PlusPlus(key: key, lane: UInt32(number))
    gapHours = SIMD3(
      RegionalParameters.gapHours(origin: 3 * kind), RegionalParameters.gapHours(origin: 3 * kind + 1),
      RegionalParameters.gapHours(origin: 3 * kind + 2))
    let resources: Slab<RegionalResource> = Slab([
      .places(RegionalParameters.nurses(kind)), .places(RegionalParameters.intensiveCareBeds(kind)),
      .places(RegionalParameters.wardBeds(kind)), .places(Int32(size.rounded(.up))),
    ])
    rooms = RegionalRooms(resources: resources, patientCapacity: 256)
  }

  mutating func start(_ scheduler: inout Scheduler) {
    scheduler.schedule(.acuteArrival, after: .hours(gapHours[0] * random.exponential()))
    scheduler.schedule(.plannedArrival, after: .hours(gapHours[1] * random.exponential()))
    scheduler.schedule(.burst, after: .hours(gapHours[2] * random.exponential()))
  }

  @inline(__always)
  mutating func handle(_ event: ScalingEvent, in world: World, _ scheduler: inout Scheduler) {
    switch event {
    case .acuteArrival:
      scheduler.schedule(.acuteArrival, after: .hours(gapHours[0] * random.exponential()))
      let level = random.uniform()
      arrive(urgency: level < 0.1 ? 0 : level < 0.4 ? 1 : 2, &scheduler)
    case .plannedArrival:
      scheduler.schedule(.plannedArrival, after: .hours(gapHours[1] * random.exponential()))
      arrivals += 1
      dispose(enter(urgency: 3), world, &scheduler)
    case .burst:
      scheduler.schedule(.burst, after: .hours(gapHours[2] * random.exponential()))
      for _ in 0..<10 + random.below(31) {
        let level = random.uniform()
        arrive(urgency: level < 0.3 ? 0 : level < 0.7 ? 1 : 2, &scheduler)
      }
    case .triageEnds(let patient): triageEnds(patient, world, &scheduler)
    case .vehicleReturns:
      if let next = rooms.give(Self.vehicles) { leave(next, world, &scheduler) }
    case .intensiveCareEnds(let patient): requestWard(patient, &scheduler)
    case .wardStayEnds(let patient):
      if let next = rooms.give(Self.ward) { beginWardStay(next, &scheduler) }
      wardDischarges += 1
      rooms.discard(patient)
    }
  }

  @inline(__always)
  mutating func receive(_ message: ScalingTransfer, in world: World, _ scheduler: inout Scheduler) {
    transfers += 1
    let patient = enter(urgency: message.urgency)
    rooms.patients[Int(patient)].intensiveCare = message.needsIntensiveCare ? .needed : .notNeeded
    requestBed(patient, &scheduler)
  }
}
