/// Vehicles of one kind.
public struct Fleet: Sendable {
  /// How a vehicle travels.
  public enum Mode: String, Sendable, CaseIterable {
    /// By road, within one road network or along a link.
    case road
    /// By air, between any two places.
    case air
    /// By rail, along links alone.
    case rail
    /// By sea, along links alone.
    case sea
  }

  /// Kebab-case identifier.
  public var id: String
  /// Name.
  public var title: String
  /// Mode.
  public var mode: Mode
  /// Vehicles in each region (column or number); for a national fleet their number at its desk.
  public var vehicles: PlaceNumber
  /// Whether one national desk sends the vehicles out.
  public var isNational: Bool
  /// Hours from a request to the order: of a national fleet half each way to its desk and back, of a region's own with
  /// its dispatcher, while no vehicle is bound.
  public var dispatchDelayHours: Double
  /// Patients that one vehicle takes on one trip to one facility.
  public var seats: Int
  /// The same seats by what they are fit for; nil when each seat is fit for everybody.
  public var seatsByKind: SeatsByKind?
  /// Hours to load.
  public var loadHours: Double
  /// Hours to hand over.
  public var handoverHours: Double
  /// Hours on the ground beside loading, such as taxiing and ambulance transfer.
  public var groundHours: Double
  /// Speed with a patient, km/h.
  public var speedLoaded: Double
  /// Speed empty, km/h.
  public var speedEmpty: Double
  /// Length of the way over the great-circle distance.
  public var detourFactor: Double
  /// Longest great-circle trip in km; 0 is no limit.
  public var rangeKilometres: Double
  /// When a vehicle with seats leaves.
  public var departure: Departure
  /// Of vehicles that leave when full: the fewest who wait for the trip and find seats with whom one leaves; nil for as
  /// many as there are seats.
  public var leastPatients: Int?
  /// When crews are at work; nil for always.
  public var crew: CrewHours?
  /// Whether vehicles leave between sunrise and sunset alone, of the facility they leave from.
  public var isDaylightOnly: Bool
  /// Weather in which no vehicle leaves; nil for any.
  public var weather: FleetWeather?
  /// Whether a vehicle is away until it is back where it left from; if not, until it has handed over.
  public var returns: Bool

  /// A fleet.
  public init(
    id: String, title: String, mode: Mode, vehicles: PlaceNumber, isNational: Bool = false,
    dispatchDelayHours: Double = 0, seats: Int = 1, seatsByKind: SeatsByKind? = nil, loadHours: Double,
    handoverHours: Double, groundHours: Double = 0, speedLoaded: Double, speedEmpty: Double,
    detourFactor: Double = 1, rangeKilometres: Double = 0, departure: Departure = .atOnce,
    leastPatients: Int? = nil,
    crew: CrewHours? = nil, isDaylightOnly: Bool = false, weather: FleetWeather? = nil, returns: Bool = true
  ) {
    self.id = id
    self.title = title
    self.mode = mode
    self.vehicles = vehicles
    self.isNational = isNational
    self.dispatchDelayHours = dispatchDelayHours
    self.seats = seatsByKind?.total ?? seats
    self.seatsByKind = seatsByKind
    self.loadHours = loadHours
    self.handoverHours = handoverHours
    self.groundHours = groundHours
    self.speedLoaded = speedLoaded
    self.speedEmpty = speedEmpty
    self.detourFactor = detourFactor
    self.rangeKilometres = rangeKilometres
    self.departure = departure
    self.leastPatients = leastPatients
    self.crew = crew
    self.isDaylightOnly = isDaylightOnly
    self.weather = weather
    self.returns = returns
  }
}

/// When a vehicle leaves with those who wait for the same trip.
public enum Departure: Sendable, Equatable {
  /// As soon as there is a vehicle, with those who are there.
  case atOnce
  /// When its seats are taken or the next has no fitting one, or when the first has waited so many hours, nil for no
  /// limit, or at times of the day, minutes after midnight.
  case whenFull(longestWaitHours: Double?, orAt: [Int] = [])
  /// At times of the day, minutes after midnight, with those who are there.
  case atTimes([Int])
}

/// Hours in which the crews of a fleet begin trips; a trip begun is finished.
public struct CrewHours: Sendable, Equatable {
  /// Beginning of the shift, minutes after midnight.
  public var fromMinute: Int
  /// End of the shift; not after the beginning, it is on the next day. The same as the beginning: around the clock.
  public var untilMinute: Int
  /// Share of vehicles with a crew at other times, rounded half up; at least one vehicle when above zero.
  public var shareOutside: Double
  /// The most hours a day that a vehicle is away, taken over all vehicles of a region or desk: when they have been
  /// ordered away for so long, none leaves until midnight. Nil for no limit.
  public var hoursPerDay: Double?

  /// Hours of crews.
  public init(
    fromMinute: Int = 0, untilMinute: Int = 0, shareOutside: Double = 0, hoursPerDay: Double? = nil
  ) {
    self.fromMinute = fromMinute
    self.untilMinute = untilMinute
    self.shareOutside = shareOutside
    self.hoursPerDay = hoursPerDay
  }
}

/// Weather that keeps a fleet's vehicles where they are: drawn for each region and block of hours, for this fleet.
public struct FleetWeather: Sendable, Equatable {
  /// Share of blocks in which no vehicle leaves from the region.
  public var cancelledShare: Double
  /// Length of a block, whole hours from midnight of the first day of the run-in.
  public var blockHours: Int

  /// Weather.
  public init(cancelledShare: Double, blockHours: Int) {
    self.cancelledShare = cancelledShare
    self.blockHours = blockHours
  }
}
