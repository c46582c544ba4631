/// What in a trajectory gives rise to an inject: the list that exercise files name, the reader checks and the
/// generator follows. A new one is a case here, its keys in ``ExerciseFields`` and its finder in Reporting.
public enum InjectTrigger: String, Sendable, CaseIterable {
  /// Figures of a kind of unit at set times.
  case reportTime = "report-time"
  /// The national picture is published.
  case picturePublished = "picture-published"
  /// The published figure of a region is not what the region has now.
  case pictureDiffers = "picture-differs"
  /// Reports of a region cease to come through.
  case reportsCease = "reports-cease"
  /// Need of a kind of unit passes a share of its staffed places.
  case occupancyAbove = "occupancy-above"
  /// The queue for a kind of unit passes a number.
  case waitingAbove = "waiting-above"
  /// A level of surge is ordered.
  case surgeOrdered = "surge-ordered"
  /// An event with many hurt at once.
  case massCasualty = "mass-casualty"
  /// Where the casualties of such an event are taken.
  case massCasualtyAllocation = "mass-casualty-allocation"
  /// A wrong number of such an event's casualties is told.
  case massCasualtyRumour = "mass-casualty-rumour"
  /// Casualties hurt already and still on their way.
  case inboundAnnounced = "inbound-announced"
  /// A flight with treated casualties leaves.
  case flightLeft = "flight-left"
  /// Such a flight is cancelled.
  case flightCancelled = "flight-cancelled"
  /// A region asks the nearest other one for places, and that has none.
  case moveRefused = "move-refused"
  /// A region asks, by the national office, the one with the most free places.
  case moveRequested = "move-requested"
  /// Patients wait for vehicles.
  case transportQueue = "transport-queue"
  /// Patients are ready to leave, and the places they are to go to are full.
  case dischargeQueue = "discharge-queue"
  /// A stock falls below a number of days.
  case stockBelow = "stock-below"
  /// Fewer persons of a profession are present than a share of the first day's.
  case staffBelow = "staff-below"
  /// Places are lost to a hit, a loss of power or the like.
  case disruption = "disruption"
  /// Lost places are back.
  case repaired = "repaired"
  /// Casualties have died waiting.
  case diedWaiting = "died-waiting"

  /// What it is, in a sentence.
  public var text: String {
    switch self {
    case .reportTime: "At set times: the figures of a kind of unit in a region."
    case .picturePublished: "Whenever the national picture is published: its figures, as old as they are."
    case .pictureDiffers:
      "The published number of free places in a region and the region's own differ: both are honest, of other times."
    case .reportsCease: "A region's reports do not come through any more."
    case .occupancyAbove:
      "Patients in a kind of unit and waiting for it pass a share of its staffed places in a region; again only after it has fallen 5 per cent below."
    case .waitingAbove:
      "More patients than a number wait for a kind of unit in a region; again only after it has fallen to half."
    case .surgeOrdered: "A level of surge is ordered for a kind of unit in a region."
    case .massCasualty:
      "An event with many hurt at once, as it is first reported; all whom it brings are its casualties, of whatever class."
    case .massCasualtyAllocation: "To which hospitals the casualties of an event go."
    case .massCasualtyRumour:
      "A wrong number of an event's casualties: only on request, and marked as a rumour."
    case .inboundAnnounced:
      "At set times: casualties of a region who are hurt already and will arrive within some hours."
    case .flightLeft: "A flight to allied care leaves."
    case .flightCancelled: "A flight to allied care is cancelled."
    case .moveRefused:
      "Patients wait for a kind of unit, and the nearest region that has it has no free place; once in twelve hours."
    case .moveRequested:
      "Patients wait for a kind of unit in another region, and this region has the most free places on the published picture; once in twelve hours."
    case .transportQueue:
      "More patients than a number wait for vehicles in a region; again only after it has fallen to half."
    case .dischargeQueue:
      "Patients ready to leave pass a share of a region's staffed places while the kind of unit they are to go to is full; once a day."
    case .stockBelow:
      "A stock falls below a number of days at normal use, else at that of the last day; once a day."
    case .staffBelow:
      "Fewer persons of a profession are present in a region than a share of those at the same hour of the first day; once a day."
    case .disruption: "Places are lost at a facility."
    case .repaired: "Places that were lost are back."
    case .diedWaiting: "At set times: casualties of a region who have died waiting since the last time."
    }
  }

  /// What it is about: whether it has a facility.
  public var hasFacility: Bool {
    switch self {
    case .massCasualty, .massCasualtyRumour, .disruption, .repaired: true
    default: false
    }
  }

  /// Whether it is about the nation and no region.
  public var isNational: Bool {
    switch self {
    case .picturePublished, .flightLeft, .flightCancelled: true
    default: false
    }
  }

  /// Words in braces that its texts can have, each with what it stands for.
  public var blanks: [(name: String, text: String)] {
    Self.common + (isNational ? [] : Self.ofRegion) + (hasFacility ? Self.ofFacility : []) + own
  }

  /// Whether a word in braces stands for a number.
  static func isNumber(_ name: String) -> Bool {
    ![
      "time", "date", "region", "region_code", "facility", "unit", "classes", "allocation", "hurt_time",
      "cut_off",
      "below_10", "from_10_to_20", "asked_region", "asking_region", "stock", "profession", "cause",
    ].contains(name)
  }

  private static let common: [(name: String, text: String)] = [
    ("time", "clock time of what it tells"), ("date", "its date"), ("day", "its day, from day 0"),
  ]
  private static let ofRegion: [(name: String, text: String)] = [
    ("region", "name of the region"), ("region_code", "its code"),
  ]
  private static let ofFacility: [(name: String, text: String)] = [("facility", "name of the facility")]
  private static let figures: [(name: String, text: String)] = [
    ("unit", "name of the kind of unit"), ("occupied", "places in use"), ("open", "open places"),
    ("free", "free places"), ("staffed", "staffed places"), ("waiting", "patients waiting"),
    ("share", "share of the staffed places in use, per cent"), ("lost", "places lost"),
  ]
  private static let event: [(name: String, text: String)] = [
    ("number", "casualties"), ("classes", "casualties by class"), ("hurt_time", "clock time of the event"),
  ]

  private var own: [(name: String, text: String)] {
    switch self {
    case .reportTime:
      Self.figures + [
        ("change", "change of places in use since 24 hours before"), ("cut_off", "clock time of the figures"),
      ]
    case .picturePublished:
      Self.figures + [
        ("cut_off", "clock time of the figures"), ("age", "their age in hours"),
        ("below_10", "regions with less than 10 per cent free"),
        ("from_10_to_20", "regions with 10 to 20 per cent free"),
      ]
    case .pictureDiffers:
      Self.figures + [
        ("cut_off", "clock time of the published figures"), ("published_free", "free places as published"),
        ("difference", "by how much they differ"),
      ]
    case .reportsCease: [("cut_off", "clock time of the last figures")]
    case .occupancyAbove: Self.figures + [("need", "need as a share of the staffed places, per cent")]
    case .waitingAbove: Self.figures
    case .surgeOrdered: Self.figures + [("level", "the level ordered")]
    case .massCasualty, .massCasualtyRumour: Self.event
    case .massCasualtyAllocation: Self.event + [("allocation", "casualties by hospital")]
    case .inboundAnnounced:
      Self.event.filter { $0.name != "hurt_time" } + [
        ("hours", "within how many hours"), ("allocation", "casualties by hospital"),
      ]
    case .flightLeft, .flightCancelled: [("flight", "number of the flight"), ("seats", "seats allotted")]
    case .moveRefused:
      Self.figures + [
        ("asked_region", "name of the region asked"), ("asked_occupied", "its places in use"),
        ("asked_open", "its open places"),
      ]
    case .moveRequested:
      Self.figures + [
        ("asking_region", "name of the region that asks"), ("asking_waiting", "its patients waiting"),
        ("published_free", "free places here as published"),
        ("cut_off", "clock time of the published figures"),
      ]
    case .transportQueue:
      [("waiting", "patients waiting"), ("vehicles", "vehicles"), ("away", "vehicles on a trip")]
    case .dischargeQueue:
      Self.figures + [
        ("ready", "patients ready to leave"), ("ready_share", "their share of the staffed places, per cent"),
      ]
    case .stockBelow:
      [
        ("stock", "name of the stock"), ("level", "what is there"), ("days", "days it lasts"),
        ("used", "used since midnight"),
      ]
    case .staffBelow:
      [
        ("profession", "name of the profession"), ("present", "persons present"),
        ("usual", "persons at that hour of the first day"), ("share", "their share, per cent"),
      ]
    case .disruption, .repaired: [("cause", "what happened"), ("places", "places")]
    case .diedWaiting: [("number", "casualties"), ("hours", "hours since the last time")]
    }
  }
}
