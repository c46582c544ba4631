import RandomStreams
import SimulationKernel

/// What fleets read during a run beside their rows.
struct TransportTables: ~Copyable {
  /// Times on the way that the model gives: see ``WayTable``.
  var wayHours: Slab<Double>
  /// Modes between facilities: see ``WayModes``.
  var modes: Slab<UInt8>
  var links: Slab<LinkRow>
  var closures: Slab<ClosureRow>
  var losses: Slab<TransportLossRow>
  /// Regions that losses name, in runs.
  var lossRegions: Slab<Int32>
  /// Minutes of the day of departures, in runs of fleets.
  var departures: Slab<Int32>
  /// Degrees of each facility when a fleet leaves by day alone.
  var positions: Slab<PositionRow>
  /// Names of `region * fleetCount + fleet` when a fleet has weather or losses.
  var originHashes: Slab<UInt32>
  /// Whether closures shut links.
  let closesLinks: Bool
  /// Day 0, and what its clock says.
  let origin: TimeOrigin

  init(_ network: CareNetwork, _ scenario: Scenario, _ ways: WayTable, _ modes: WayModes) {
    wayHours = Slab(ways.hours)
    self.modes = Slab(modes.bits)
    links = Slab(network.links.map { LinkRow($0) })
    let runIn = SimulationDuration.days(network.runInDays).ticks
    closures = Slab(
      scenario.closures.filter { $0.untilDay > $0.fromDay }.map { ClosureRow($0, runInTicks: runIn) })
    closesLinks = scenario.closures.contains { $0.link != nil }
    var regions: [Int32] = []
    var rows: [TransportLossRow] = []
    for loss in scenario.transportLosses {
      rows.append(TransportLossRow(loss, runInTicks: runIn, regionStart: regions.count))
      regions += loss.regions.map { Int32($0) }
    }
    losses = Slab(rows)
    lossRegions = Slab(regions)
    departures = Slab(network.fleets.flatMap { $0.departure.minutes })
    positions = Slab(
      network.fleets.contains { $0.isDaylightOnly }
        ? network.facilities.map { PositionRow(latitude: $0.latitude, longitude: $0.longitude) } : [])
    var hashes: [UInt32] = []
    if !scenario.transportLosses.isEmpty || network.fleets.contains(where: { $0.weather != nil }) {
      for region in network.regions {
        for fleet in network.fleets { hashes.append(streamHash(fleet.streamName(in: region))) }
      }
    }
    originHashes = Slab(hashes)
    origin = TimeOrigin(network.timeOrigin)
  }

  private init(copying other: borrowing TransportTables) {
    wayHours = other.wayHours.copy()
    modes = other.modes.copy()
    links = other.links.copy()
    closures = other.closures.copy()
    losses = other.losses.copy()
    lossRegions = other.lossRegions.copy()
    departures = other.departures.copy()
    positions = other.positions.copy()
    originHashes = other.originHashes.copy()
    closesLinks = other.closesLinks
    origin = other.origin
  }

  borrowing func copy() -> TransportTables { TransportTables(copying: self) }
}

extension Fleet {
  /// The name that draws of the fleet's weather and losses in a region are keyed by.
  func streamName(in region: Region) -> String { "vehicles of \(id)@\(region.id)" }
}

extension Departure {
  /// Times of the day in order.
  var minutes: [Int32] {
    switch self {
    case .atOnce: []
    case .whenFull(_, let minutes), .atTimes(let minutes): minutes.sorted().map { Int32($0) }
    }
  }
}

struct PositionRow: BitwiseCopyable {
  var latitude: Double
  var longitude: Double
}

/// A time in which ways are closed.
struct ClosureRow: BitwiseCopyable {
  /// −1 for all.
  var fleet: Int32
  /// −1 for all.
  var mode: Int8
  /// −1 for none.
  var link: Int32
  /// −1 for all.
  var facility: Int32
  var fromTicks: Int64
  var untilTicks: Int64

  init(_ closure: WayClosure, runInTicks: Int64) {
    let isAirfield = closure.facility != nil && closure.fleet == nil && closure.mode == nil
    fleet = Int32(closure.fleet ?? -1)
    mode = (isAirfield ? .air : closure.mode).map { Int8($0.code) } ?? -1
    link = Int32(closure.link ?? -1)
    facility = Int32(closure.facility ?? -1)
    fromTicks = runInTicks + SimulationDuration.days(closure.fromDay).ticks
    untilTicks = runInTicks + SimulationDuration.days(closure.untilDay).ticks
  }
}

/// Losses of a fleet on its trips.
struct TransportLossRow: BitwiseCopyable {
  var fleet: Int32
  var sharePerTrip: Double
  var dieShare: Double
  var fromTicks: Int64
  var untilTicks: Int64
  /// None means all.
  var regions: RowRange

  init(_ loss: TransportLoss, runInTicks: Int64, regionStart: Int) {
    fleet = Int32(loss.fleet)
    sharePerTrip = loss.sharePerTrip
    dieShare = loss.passengersDieShare
    fromTicks = runInTicks + SimulationDuration.days(loss.fromDay).ticks
    untilTicks = runInTicks + SimulationDuration.days(loss.untilDay).ticks
    regions = RowRange(start: Int32(regionStart), count: Int32(loss.regions.count))
  }
}

extension NetworkTables {
  @inline(__always)
  borrowing func canTravel(_ fleet: Int, from: Int, to: Int) -> Bool {
    let rules = fleets[fleet]
    if transport.modes.count > 0 {
      guard transport.modes[from * facilityCount + to] >> rules.mode & 1 == 1 else { return false }
    } else if rules.isRoad, facilities[from].roadNetwork != facilities[to].roadNetwork {
      return false
    }
    return rules.range <= 0 || kilometres[from * facilityCount + to] * rules.detour <= rules.range
  }

  /// Hours from the order to leave until the patient is handed over.
  borrowing func tripHours(_ fleet: Int, from: Int, to: Int) -> Double {
    let rules = fleets[fleet]
    return rules.fixedHours + wayHours(rules, rules.speedLoaded, from: from, to: to) + rules.handoverHours
  }

  /// Hours of the empty way back.
  borrowing func returnHours(_ fleet: Int, from: Int, to: Int) -> Double {
    let rules = fleets[fleet]
    return rules.returns ? wayHours(rules, rules.speedEmpty, from: to, to: from) : 0
  }

  /// Hours for which a vehicle is away on a trip, as a desk plans it.
  borrowing func roundTripHours(_ fleet: Int, from: Int, to: Int) -> Double {
    tripHours(fleet, from: from, to: to) + returnHours(fleet, from: from, to: to)
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
