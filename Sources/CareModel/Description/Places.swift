public import RandomStreams

/// A region: an island of state, and the level at which findings are stated.
public struct Region: Sendable {
  /// Identifier, such as the SCB county code `"12"`.
  public var id: String
  /// Name.
  public var name: String
  /// Inhabitants; 0 when the model does not say.
  public var population: Double
  /// Civil area; empty when the model does not say.
  public var civilArea: String
  /// Healthcare region; empty when the model does not say.
  public var healthcareRegion: String
  /// Regions of one road network can be reached from each other by road.
  public var roadNetwork: String
  /// Row and column of the tile map, 0 when none.
  public var gridRow: Int
  /// Column of the tile map, 0 when none.
  public var gridColumn: Int
  /// Numbers that pathways and inflows name by column.
  public var parameters: [NamedNumber]

  /// A region.
  public init(
    id: String, name: String, population: Double = 0, civilArea: String = "",
    healthcareRegion: String = "", roadNetwork: String = "mainland", gridRow: Int = 0,
    gridColumn: Int = 0, parameters: [NamedNumber] = []
  ) {
    self.id = id
    self.name = name
    self.population = population
    self.civilArea = civilArea
    self.healthcareRegion = healthcareRegion
    self.roadNetwork = roadNetwork
    self.gridRow = gridRow
    self.gridColumn = gridColumn
    self.parameters = parameters
  }
}

/// A place with units: a hospital, municipal care, a field hospital.
public struct Facility: Sendable {
  /// Kebab-case identifier.
  public var id: String
  /// Name.
  public var name: String
  /// Index of its region.
  public var region: Int
  /// Degrees north (WGS 84).
  public var latitude: Double
  /// Degrees east (WGS 84).
  public var longitude: Double
  /// What it can do beyond its units: `trauma`, `neurosurgery` …
  public var capabilities: [String]
  /// Numbers that pathways and inflows name by column.
  public var parameters: [NamedNumber]

  /// A facility.
  public init(
    id: String, name: String, region: Int, latitude: Double = 0, longitude: Double = 0,
    capabilities: [String] = [], parameters: [NamedNumber] = []
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.latitude = latitude
    self.longitude = longitude
    self.capabilities = capabilities
    self.parameters = parameters
  }
}

/// A kind of unit: what its places are, and what a full unit does with the next patient.
public struct UnitKind: Sendable {
  /// What happens to a patient who finds no free place.
  public enum WhenFull: String, Sendable, CaseIterable {
    /// Wait, keeping the bed held before.
    case queue
    /// Turn the patient away (lost calls cleared).
    case refuse
  }

  /// In which order those who wait get a place.
  public enum Queue: String, Sendable, CaseIterable {
    /// By the priority of their class or of the triage policy; in order of arrival within one.
    case priority
    /// In order of arrival, whatever their priority.
    case fifo
    /// By the credit that they gain as they wait, each at the pace of their priority.
    case credit
  }

  /// What one who waits gains in a queue by credit. The greatest is next.
  public struct Credit: Sendable, Equatable {
    /// At the beginning of the wait.
    public var atStart: Double
    /// With each hour of it.
    public var perHour: Double

    /// A credit.
    public init(atStart: Double = 0, perHour: Double) {
      (self.atStart, self.perHour) = (atStart, perHour)
    }
  }

  /// Whether a more urgent patient takes a place from another.
  public enum Preemption: String, Sendable, CaseIterable {
    /// Never.
    case none
    /// Yes; the stay of the other goes on from where it stopped.
    case resume
    /// Yes; the stay of the other begins again.
    case restart
  }

  /// Which number of places limits who is let in.
  public enum Limit: String, Sendable, CaseIterable {
    /// Staffed places.
    case staffed
    /// Physical places: use beyond the staffed ones is overcrowding.
    case physical
  }

  /// Who gets a free place where the units of a region help each other.
  public enum HelpOrder: String, Sendable, CaseIterable {
    /// Who waits at the facility, and others of the region when nobody does.
    case ownLineFirst = "own-line-first"
    /// The first of all who wait in the region, as if they stood in one line.
    case oneLine = "one-line"
  }

  /// Kebab-case identifier: `ward`, `icu`, `theatre`, `emergency`, `municipal` …
  public var id: String
  /// Name.
  public var title: String
  /// Whether its patients count in the hospital's bed census.
  public var isHospitalBed: Bool
  /// Whether its patients need intensive care: allied flights count them apart.
  public var isIntensiveCare: Bool
  /// What limits admission.
  public var limit: Limit
  /// What a full unit does.
  public var whenFull: WhenFull
  /// In which order those who wait are served.
  public var queue: Queue
  /// Of a queue by credit: by priority from 0, the last for all lower ones; not empty.
  public var credits: [Credit]
  /// Whether another facility of the region takes the patient before anyone waits.
  public var helpWithinRegion: Bool
  /// Where units help each other, who gets a place that became free.
  public var helpOrder: HelpOrder
  /// A wait beyond this many hours misses the target; 0 when there is none.
  public var waitTargetHours: Double
  /// Whether a patient who goes to such a unit elsewhere needs a vehicle of a fleet.
  public var needsTransport: Bool
  /// Whether those who wait for it may be sent to another region by the transfer policy.
  public var isSharedBetweenRegions: Bool
  /// Opening hours; nil means those of the calendar, or all places around the clock.
  public var openingHours: OpeningHours?
  /// Index of the calendar of its units that have none of their own; nil means all places around the clock.
  public var calendar: Int?
  /// Levels of surge, lowest first.
  public var surgeLevels: [SurgeLevel]
  /// Persons present for each open place; empty means that places need nobody.
  public var staffNeed: [StaffNeed]
  /// Which kinds are given staff first: lower first, in the order of kinds within one.
  public var staffPriority: Int
  /// What a patient of a more urgent class does when the unit is full: nothing, or takes the place of the least
  /// urgent in it, who waits first in line to go on.
  public var preemption: Preemption
  /// Cleaning: hours from when a patient leaves a place until it can be given to another; nil for none.
  public var turnaround: Distribution?

  /// A kind of unit.
  public init(
    id: String, title: String, isHospitalBed: Bool = false, isIntensiveCare: Bool = false,
    limit: Limit = .staffed,
    whenFull: WhenFull = .queue, queue: Queue = .priority, credits: [Credit] = [],
    helpWithinRegion: Bool = false, helpOrder: HelpOrder = .ownLineFirst, waitTargetHours: Double = 0,
    needsTransport: Bool = true,
    isSharedBetweenRegions: Bool = false, openingHours: OpeningHours? = nil,
    preemption: Preemption = .none, turnaround: Distribution? = nil, calendar: Int? = nil,
    surgeLevels: [SurgeLevel] = [], staffNeed: [StaffNeed] = [], staffPriority: Int = 0
  ) {
    self.id = id
    self.title = title
    self.isHospitalBed = isHospitalBed
    self.isIntensiveCare = isIntensiveCare
    self.limit = limit
    self.whenFull = whenFull
    self.queue = queue
    self.credits = credits
    self.helpWithinRegion = helpWithinRegion
    self.helpOrder = helpOrder
    self.waitTargetHours = waitTargetHours
    self.needsTransport = needsTransport
    self.isSharedBetweenRegions = isSharedBetweenRegions
    self.openingHours = openingHours
    self.preemption = preemption
    self.turnaround = turnaround
    self.calendar = calendar
    self.surgeLevels = surgeLevels
    self.staffNeed = staffNeed
    self.staffPriority = staffPriority
  }
}

/// Hours in which all places are open; outside them a share is. Patients in place at closing stay.
public struct OpeningHours: Sendable, Equatable {
  /// Open weekdays, bit 0 is Monday.
  public var weekdays: UInt8
  /// Opening, minutes after midnight.
  public var fromMinute: Int
  /// Closing, minutes after midnight; over midnight when before opening.
  public var untilMinute: Int
  /// Share of places open at other times; the number is rounded half up, and at least one place stays
  /// open when the share is above zero.
  public var aroundTheClockShare: Double

  /// Open on `weekdays` from `fromMinute` until `untilMinute`.
  public init(weekdays: UInt8, fromMinute: Int, untilMinute: Int, aroundTheClockShare: Double) {
    self.weekdays = weekdays
    self.fromMinute = fromMinute
    self.untilMinute = untilMinute
    self.aroundTheClockShare = aroundTheClockShare
  }
}

/// One unit: a number of places of one kind at one facility.
public struct CareUnit: Sendable {
  /// Index of its facility.
  public var facility: Int
  /// Index of its kind.
  public var kind: Int
  /// Places with staff.
  public var staffedBeds: Int
  /// Places that exist; at least the staffed ones.
  public var physicalBeds: Int
  /// The most who can wait for it; the next are turned away. Nil for no limit. Who is brought there by a vehicle, or
  /// has lost a place, waits in any case.
  public var waitingPlaces: Int?

  /// Index of its own calendar; nil means that of its kind.
  public var calendar: Int?
  /// Multiplier of what its places need of staff; above 0.
  public var staffNeedFactor: Double

  /// A unit.
  public init(
    facility: Int, kind: Int, staffedBeds: Int, physicalBeds: Int? = nil, waitingPlaces: Int? = nil,
    calendar: Int? = nil, staffNeedFactor: Double = 1
  ) {
    self.facility = facility
    self.kind = kind
    self.staffedBeds = staffedBeds
    self.physicalBeds = physicalBeds ?? staffedBeds
    self.waitingPlaces = waitingPlaces
    self.calendar = calendar
    self.staffNeedFactor = staffNeedFactor
  }
}
