/// The world of a model, checked and in memory: regions, facilities, units, patients, ordinary inflow and
/// transport. It knows no files and holds no state; ``NetworkTables`` is compiled from it.
public struct CareNetwork: Sendable {
  /// Kebab-case name of the model.
  public var id: String
  /// What a person calls the model.
  public var title: String
  /// How outputs of this model are to be handled.
  public var handling: Handling
  /// ISO 8601 time of day 0, 00:00, with its fixed offset from UTC.
  public var timeOrigin: String
  /// Weekday of day 0: 0 is Monday, 6 is Sunday.
  public var firstWeekday: Int
  /// Length of the run-in before day 0, in days: identical in all arms.
  public var runInDays: Double
  /// Kinds of unit, in the order of tables.
  public var unitKinds: [UnitKind]
  /// Regions, in the order of tables.
  public var regions: [Region]
  /// Facilities, each in one region.
  public var facilities: [Facility]
  /// Units, each of one kind at one facility.
  public var units: [CareUnit]
  /// Patient classes.
  public var classes: [PatientClass]
  /// Pathways that classes follow.
  public var pathways: [Pathway]
  /// Ordinary inflow.
  public var inflows: [Inflow]
  /// Patients who are there when the run begins.
  public var presentAtStart: [PatientsAtStart]
  /// Hour-of-day and weekday profiles that inflows name.
  public var profiles: [ArrivalProfile]
  /// Fleets that move patients between facilities.
  public var fleets: [Fleet]
  /// Ways that trains and ships go by, and other ways that can close.
  public var links: [TransportLink]
  /// Times on the way that the model gives instead of distance over speed.
  public var travelTimes: [TravelTime]
  /// Stocks that regions keep.
  public var stocks: [Stock]
  /// The situation picture: how often and how late.
  public var situation: SituationReporting
  /// Measures asked for by name beside the built-in ones.
  public var measures: [DeclaredMeasure]
  /// Opening times that unit kinds and units name.
  public var calendars: [OpeningCalendar]
  /// Professions that places need.
  public var professions: [Profession]
  /// Who is employed where.
  public var staff: [StaffGroup]

  /// A network of the given parts; indices inside the parts refer to the arrays given here.
  public init(
    id: String, title: String, handling: Handling = .open,
    timeOrigin: String = "2027-01-04T00:00:00+01:00", firstWeekday: Int = 0, runInDays: Double = 0,
    unitKinds: [UnitKind], regions: [Region], facilities: [Facility], units: [CareUnit],
    classes: [PatientClass], pathways: [Pathway], inflows: [Inflow], profiles: [ArrivalProfile] = [],
    fleets: [Fleet] = [], links: [TransportLink] = [], travelTimes: [TravelTime] = [],
    stocks: [Stock] = [], situation: SituationReporting = SituationReporting(),
    measures: [DeclaredMeasure] = [], calendars: [OpeningCalendar] = [],
    presentAtStart: [PatientsAtStart] = [],
    professions: [Profession] = [], staff: [StaffGroup] = []
  ) {
    self.id = id
    self.title = title
    self.handling = handling
    self.timeOrigin = timeOrigin
    self.firstWeekday = firstWeekday
    self.runInDays = runInDays
    self.unitKinds = unitKinds
    self.regions = regions
    self.facilities = facilities
    self.units = units
    self.classes = classes
    self.pathways = pathways
    self.inflows = inflows
    self.profiles = profiles
    self.fleets = fleets
    self.links = links
    self.travelTimes = travelTimes
    self.stocks = stocks
    self.situation = situation
    self.measures = measures
    self.calendars = calendars
    self.professions = professions
    self.staff = staff
    self.presentAtStart = presentAtStart
  }
}

extension CareNetwork {
  /// The date of day 0; 1 January 1970 when `timeOrigin` begins with none.
  public var firstDate: CalendarDate { TimeOrigin(timeOrigin).day }
}

/// How an output may be passed on: a reminder to people, not a classification.
public enum Handling: String, Sendable, Comparable, CaseIterable {
  /// May be published.
  case open
  /// For the organisation.
  case `internal`
  /// For named people.
  case protected

  /// Less strict first.
  public static func < (left: Handling, right: Handling) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .open: 0
    case .internal: 1
    case .protected: 2
    }
  }
}

/// When the national situation picture is compiled and how long after it is published.
public struct SituationReporting: Sendable {
  /// Hours between two pictures.
  public var intervalHours: Double
  /// Hours from the cut-off of a picture to its publication.
  public var delayHours: Double

  /// The most pictures that may wait for publication: the delay is at most so many intervals.
  public static var mostUnpublished: Double { 1_000 }

  /// Reporting every `intervalHours`, published `delayHours` later.
  public init(intervalHours: Double = 24, delayHours: Double = 2) {
    self.intervalHours = intervalHours
    self.delayHours = delayHours
  }
}

/// A number that is the same everywhere or stands in a named column of the facility's row, else of its
/// region's row.
public enum PlaceNumber: Sendable, Equatable {
  /// The same everywhere.
  case fixed(Double)
  /// The value of this column at the facility, else at its region.
  case column(String)
}

/// A number that a facility or region carries under a name of the model's choosing.
public struct NamedNumber: Sendable, Equatable {
  /// Column name.
  public var name: String
  /// Value, in the unit the name says.
  public var value: Double

  /// `value` under `name`.
  public init(name: String, value: Double) {
    self.name = name
    self.value = value
  }
}
