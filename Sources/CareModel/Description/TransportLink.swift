/// A way of one mode between two places, in both directions. Where links of a mode join two places, vehicles of that
/// mode go by one of them; trains and ships go by links alone.
public struct TransportLink: Sendable, Equatable {
  /// Kebab-case identifier.
  public var id: String
  /// The mode that uses it.
  public var mode: Fleet.Mode
  /// One end.
  public var from: WayEnd
  /// The other end.
  public var to: WayEnd

  /// A link.
  public init(id: String, mode: Fleet.Mode, from: WayEnd, to: WayEnd) {
    self.id = id
    self.mode = mode
    self.from = from
    self.to = to
  }
}

/// A time in which no trip begins that all of what is given here fits: a fleet, a mode, a facility at one end, or a
/// link that is its only way. A trip begun is finished.
public struct WayClosure: Sendable, Equatable {
  /// Index of the fleet.
  public var fleet: Int?
  /// Mode; with a facility alone, air.
  public var mode: Fleet.Mode?
  /// Index of the link.
  public var link: Int?
  /// Index of the facility.
  public var facility: Int?
  /// First day, counted from day 0; fractions allowed.
  public var fromDay: Double
  /// First day after.
  public var untilDay: Double

  /// A closure.
  public init(
    fleet: Int? = nil, mode: Fleet.Mode? = nil, link: Int? = nil, facility: Int? = nil, fromDay: Double,
    untilDay: Double
  ) {
    self.fleet = fleet
    self.mode = mode
    self.link = link
    self.facility = facility
    self.fromDay = fromDay
    self.untilDay = untilDay
  }
}

/// Vehicles that are lost as they leave: the vehicle is gone, and each of those on board dies or waits again where
/// they were.
public struct TransportLoss: Sendable, Equatable {
  /// Index of the fleet.
  public var fleet: Int
  /// Share of trips that end so.
  public var sharePerTrip: Double
  /// First day, counted from day 0; fractions allowed.
  public var fromDay: Double
  /// First day after.
  public var untilDay: Double
  /// Regions that trips leave from, by index; empty means all.
  public var regions: [Int]
  /// Share of those on board who die.
  public var passengersDieShare: Double

  /// Losses of a fleet.
  public init(
    fleet: Int, sharePerTrip: Double, fromDay: Double, untilDay: Double, regions: [Int] = [],
    passengersDieShare: Double = 0
  ) {
    self.fleet = fleet
    self.sharePerTrip = sharePerTrip
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.regions = regions
    self.passengersDieShare = passengersDieShare
  }
}
