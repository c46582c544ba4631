import SimulationKernel

/// What is known nationally: the numbers of every region at the last published cut-off, hours old.
public struct SituationPicture: ~Copyable, Sendable {
  struct Row: BitwiseCopyable {
    var occupied: Int32
    var capacity: Int32
    var free: Int32
    var staffed: Int32
    var waiting: Int32
  }

  struct RegionRow: BitwiseCopyable {
    var postponed: Int32
    var fitToFlyIntensiveCare: Int32
    var fitToFlyOther: Int32
  }

  /// Regions in the picture.
  public let regionCount: Int
  /// Unit kinds in the picture.
  public let kindCount: Int
  /// Number of pictures published so far; 0 while nothing is known.
  public internal(set) var edition: Int
  var cutOffTicks: Int64
  var rows: Slab<Row>
  var regions: Slab<RegionRow>
  var openShares: Slab<Double>
  /// Free places of each facility: `facility * kindCount + kind`.
  var freePlaces: Slab<Int32>
  /// Requests that wait at the desk of each fleet; 0 for fleets of the regions.
  var craftWaiting: Slab<Int32>
  /// Craft of each national fleet that are lost.
  var craftLost: Slab<Int32>

  init(regionCount: Int, kindCount: Int, fleetCount: Int, facilityCount: Int) {
    self.regionCount = regionCount
    self.kindCount = kindCount
    edition = 0
    cutOffTicks = 0
    rows = Slab(
      repeating: Row(occupied: 0, capacity: 0, free: 0, staffed: 0, waiting: 0),
      count: regionCount * kindCount)
    regions = Slab(
      repeating: RegionRow(postponed: 0, fitToFlyIntensiveCare: 0, fitToFlyOther: 0), count: regionCount)
    openShares = Slab(repeating: 1, count: regionCount * kindCount)
    freePlaces = Slab(repeating: 0, count: facilityCount * kindCount)
    craftWaiting = Slab(repeating: 0, count: fleetCount)
    craftLost = Slab(repeating: 0, count: fleetCount)
  }

  init(copying other: borrowing SituationPicture) {
    regionCount = other.regionCount
    kindCount = other.kindCount
    edition = other.edition
    cutOffTicks = other.cutOffTicks
    rows = other.rows.copy()
    regions = other.regions.copy()
    openShares = other.openShares.copy()
    freePlaces = other.freePlaces.copy()
    craftWaiting = other.craftWaiting.copy()
    craftLost = other.craftLost.copy()
  }

  /// Patients in places of a kind in a region.
  public func occupied(region: Int, kind: Int) -> Int { Int(rows[region * kindCount + kind].occupied) }

  /// Open places of a kind in a region.
  public func capacity(region: Int, kind: Int) -> Int { Int(rows[region * kindCount + kind].capacity) }

  /// Staffed places of a kind in a region.
  public func staffed(region: Int, kind: Int) -> Int { Int(rows[region * kindCount + kind].staffed) }

  /// Patients waiting for a place of a kind in a region.
  public func waiting(region: Int, kind: Int) -> Int { Int(rows[region * kindCount + kind].waiting) }

  /// Free places of a kind in a region: open, not taken and clean. Patients beyond the open places of one unit take
  /// none from another.
  public func free(region: Int, kind: Int) -> Int { Int(rows[region * kindCount + kind].free) }

  /// Free places that others may send patients to, as the national office proposed.
  public func open(region: Int, kind: Int) -> Int {
    Int((Double(free(region: region, kind: kind)) * openShares[region * kindCount + kind]).rounded(.down))
  }

  /// Planned patients on the list of a region.
  public func postponed(region: Int) -> Int { Int(regions[region].postponed) }

  /// Treated casualties in intensive care who could be flown out.
  public func fitToFlyIntensiveCare(region: Int) -> Int { Int(regions[region].fitToFlyIntensiveCare) }

  /// Treated casualties on other wards who could be flown out.
  public func fitToFlyOther(region: Int) -> Int { Int(regions[region].fitToFlyOther) }
}
