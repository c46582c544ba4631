import SimulationKernel

/// The state of every unit and region at one moment of one replication.
public struct TrajectorySample: Sendable, Equatable {
  /// Hours since day 0, 00:00. Of two things at one time the sample comes first.
  public var hour: Int
  /// Units, region by region.
  public var units: [UnitSample]
  /// Regions in the order of the network.
  public var regions: [RegionSample]
  /// The picture that is published at this moment; nil while there is none.
  public var published: PublishedPicture?

  /// Sum over the units of a kind; `region` nil means the nation, `facility` nil every facility.
  ///
  /// - Complexity: O(units).
  public func total(kind: Int, region: Int? = nil, facility: Int? = nil) -> UnitSample {
    var sum = UnitSample(region: region ?? -1, facility: facility ?? -1, kind: kind)
    for unit in units
    where unit.kind == kind && (region ?? unit.region) == unit.region
      && (facility ?? unit.facility) == unit.facility
    {
      sum.add(unit)
    }
    return sum
  }
}

/// One unit at one moment, or a sum of units.
public struct UnitSample: Sendable, Equatable {
  /// Region; −1 in a sum over regions.
  public var region: Int
  /// Facility; −1 in a sum over facilities.
  public var facility: Int
  /// Kind of unit.
  public var kind: Int
  /// Places with a patient in them, or kept for one on the way.
  public var occupied = 0
  /// Places with staff.
  public var staffed = 0
  /// Places open to the next patient when they are free.
  public var open = 0
  /// Places being cleaned.
  public var cleaning = 0
  /// Patients who wait.
  public var waiting = 0
  /// Waiting since midnight, patients times microseconds; of midnight it is of the whole day that ends.
  public var waitedToday: Int64 = 0
  /// Patients in a place who are ready to leave it.
  public var dischargeReady = 0
  /// Patients in a place whose stay is over and who wait for a place elsewhere.
  public var blocked = 0
  /// Places that disruptions have taken.
  public var lost = 0

  /// An empty sum.
  public init(region: Int, facility: Int, kind: Int) {
    self.region = region
    self.facility = facility
    self.kind = kind
  }

  /// Open places that nobody has: never below zero. Of a sum it is the sum's, which hides what is free beside what
  /// is overfull; ``UnitSample/add(_:)`` keeps them apart in ``freePlaces``.
  public private(set) var freePlaces = 0

  /// Adds a unit. A unit's own free places count, also where another is overfull.
  public mutating func add(_ unit: UnitSample) {
    occupied += unit.occupied
    staffed += unit.staffed
    open += unit.open
    cleaning += unit.cleaning
    waiting += unit.waiting
    waitedToday += unit.waitedToday
    dischargeReady += unit.dischargeReady
    blocked += unit.blocked
    lost += unit.lost
    freePlaces += unit.freePlaces
  }

  /// Of midnight: the mean number waiting on the day that ends.
  public var meanWaitingOfDay: Double { Double(waitedToday) / Double(SimulationDuration.ticksPerDay) }

  /// Sets what is free from the other numbers.
  mutating func countFree() { freePlaces = max(0, open - occupied - cleaning) }
}

/// One region at one moment.
public struct RegionSample: Sendable, Equatable {
  /// A fleet of the region.
  public struct FleetSample: Sendable, Equatable {
    /// Vehicles that the region has.
    public var vehicles: Int
    /// Vehicles on a trip.
    public var away: Int
    /// Patients waiting for a vehicle of the fleet, or for a national craft of it.
    public var waiting: Int
    /// Vehicles lost so far.
    public var lost: Int
  }

  /// A stock of the region.
  public struct StockSample: Sendable, Equatable {
    /// What is there, in the unit of the stock.
    public var level: Double
    /// Used since midnight.
    public var usedToday: Double
    /// Needs since midnight that were not met.
    public var shortToday: Double
  }

  /// Planned patients on the list.
  public var postponed: Int
  /// Fleets in the order of the network.
  public var fleets: [FleetSample]
  /// Stocks in the order of the network.
  public var stocks: [StockSample]
  /// Persons present by profession, in the order of the network.
  public var staff: [Double]
  /// Level whose places are open by kind of unit, 0 for none.
  public var surgeLevels: [Int]
  /// Whether the region's reports do not come through.
  public var isSilent: Bool
  /// What has been counted since day 0.
  public var counts: RegionCounts
}

/// What has been counted in a region since day 0.
public struct RegionCounts: Sendable, Equatable {
  /// Patients who arrived, casualties among them.
  public var arrivals = 0
  /// Casualties who arrived.
  public var casualtyArrivals = 0
  /// Patients admitted to a hospital bed.
  public var hospitalAdmissions = 0
  /// Patients who died, of those who arrived before the horizon.
  public var deaths = 0
  /// Casualties who died.
  public var casualtyDeaths = 0
  /// Patients sent to other regions.
  public var transfersOut = 0
  /// Patients received from other regions.
  public var transfersIn = 0
  /// Patients flown to allied care.
  public var evacuated = 0
  /// Planned patients put on the list.
  public var postponed = 0
}

/// The picture that is known nationally at a moment: numbers of an earlier one.
public struct PublishedPicture: Sendable, Equatable {
  /// A kind of unit in a region, as it was at the cut-off.
  public struct Row: Sendable, Equatable {
    /// Places with a patient in them.
    public var occupied: Int
    /// Open places.
    public var open: Int
    /// Places that were open, not taken and clean.
    public var free: Int
    /// Staffed places.
    public var staffed: Int
    /// Patients waiting.
    public var waiting: Int
  }

  /// Number of the picture.
  public var edition: Int
  /// When its numbers were taken: microseconds since day 0, below zero in the run-in.
  public var cutOffTicks: Int64
  /// By `region * kinds + kind`.
  public var rows: [Row]
}
