/// A profession whose persons places need.
public struct Profession: Sendable, Equatable {
  /// Kebab-case identifier.
  public var id: String
  /// Name.
  public var title: String
  /// Share who are absent on any day.
  public var sicknessShare: Double
  /// Hours a week that each works while the facility runs in surge; nil means as usual.
  public var surgeWeeklyHours: Double?
  /// What long surges do; nil means nothing.
  public var exhaustion: Exhaustion?

  /// A profession.
  public init(
    id: String, title: String, sicknessShare: Double = 0, surgeWeeklyHours: Double? = nil,
    exhaustion: Exhaustion? = nil
  ) {
    self.id = id
    self.title = title
    self.sicknessShare = sicknessShare
    self.surgeWeeklyHours = surgeWeeklyHours
    self.exhaustion = exhaustion
  }
}

/// How many fewer come to work after many days of surge on end.
public struct Exhaustion: Sendable, Equatable {
  /// Consecutive days in surge that cost nothing.
  public var afterDays: Int
  /// Share lost with each further day in surge.
  public var lostSharePerDay: Double
  /// The share that comes in any case.
  public var leastShare: Double
  /// Share regained with each day out of surge.
  public var regainedSharePerDay: Double

  /// Exhaustion.
  public init(
    afterDays: Int, lostSharePerDay: Double, leastShare: Double = 0, regainedSharePerDay: Double = 1
  ) {
    self.afterDays = afterDays
    self.lostSharePerDay = lostSharePerDay
    self.leastShare = leastShare
    self.regainedSharePerDay = regainedSharePerDay
  }
}

/// Persons of one profession employed by a facility, or by a region for all its facilities.
public struct StaffGroup: Sendable, Equatable {
  /// Index of the profession.
  public var profession: Int
  /// Index of the region.
  public var region: Int
  /// Index of the facility; nil means all facilities of the region.
  public var facility: Int?
  /// Persons employed.
  public var persons: Double
  /// Hours that each works a week.
  public var weeklyHours: Double
  /// Index of the calendar whose shares say how the hours are spread over the week; nil spreads them evenly.
  public var calendar: Int?
  /// Of the persons, those whom another employer calls in when the scenario says so.
  public var claimedPersons: Double
  /// That employer; empty when there is none.
  public var claimedBy: String

  /// A group.
  public init(
    profession: Int, region: Int, facility: Int? = nil, persons: Double, weeklyHours: Double,
    calendar: Int? = nil, claimedPersons: Double = 0, claimedBy: String = ""
  ) {
    self.profession = profession
    self.region = region
    self.facility = facility
    self.persons = persons
    self.weeklyHours = weeklyHours
    self.calendar = calendar
    self.claimedPersons = claimedPersons
    self.claimedBy = claimedBy
  }
}

/// Persons of a profession who must be present for each open place.
public struct StaffNeed: Sendable, Equatable {
  /// Index of the profession.
  public var profession: Int
  /// Persons present for a place; above 0.
  public var personsPerPlace: Double

  /// A need.
  public init(profession: Int, personsPerPlace: Double) {
    self.profession = profession
    self.personsPerPlace = personsPerPlace
  }
}

/// Days on which more or fewer persons are at work than usual.
public struct StaffChange: Sendable, Equatable {
  /// What changes.
  public enum Kind: Sendable, Equatable {
    /// An employer takes those persons who are also its own.
    case claim(employer: String)
    /// Persons are called up: this share of those employed and not claimed, in addition.
    case callUp(share: Double)
    /// This share of those who would be present is absent.
    case absence(share: Double)
  }

  /// What changes.
  public var kind: Kind
  /// Index of the profession; nil means all.
  public var profession: Int?
  /// First day, counted from day 0.
  public var fromDay: Double
  /// First day after.
  public var untilDay: Double
  /// Indices of the regions; empty means all.
  public var regions: [Int]
  /// Indices of the facilities, of whose own staff it is alone; empty means all.
  public var facilities: [Int]

  /// A change.
  public init(
    kind: Kind, profession: Int? = nil, fromDay: Double, untilDay: Double, regions: [Int] = [],
    facilities: [Int] = []
  ) {
    self.kind = kind
    self.profession = profession
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.regions = regions
    self.facilities = facilities
  }
}
