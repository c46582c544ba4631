public import RandomStreams

/// Who a patient is to the people who count.
public enum PatientOrigin: String, Sendable, CaseIterable {
  /// Ordinary illness and injury.
  case ordinary
  /// A civilian hurt by the war.
  case civilian = "civil-casualty"
  /// A member of the armed forces hurt by the war.
  case military
}

/// A class of patients: what they suffer from, the way they take and what waiting does to them.
public struct PatientClass: Sendable {
  /// Kebab-case identifier.
  public var id: String
  /// Name.
  public var title: String
  /// Origin.
  public var origin: PatientOrigin
  /// Index of the pathway.
  public var pathway: Int
  /// Place in queues: 0 is served first, 7 last.
  public var priority: Int
  /// Whether the admission policy decides on the patient at arrival.
  public var isPlanned: Bool
  /// Whether a planned patient can be postponed.
  public var canWait: Bool
  /// Whether allied evacuation may take the patient once treated.
  public var isEvacuable: Bool
  /// New injury severity score, uniform on this closed range; 0…0 when not an injury.
  public var injurySeverity: ClosedRange<Int>
  /// Death from the condition itself; nil when the model gives no law.
  public var death: DeathLaw?
  /// What being postponed does; nil for those who are never postponed.
  public var postponement: Postponement?
  /// What a long wait for a unit does; nil for nothing.
  public var worsening: Worsening?
  /// What the patient needs of a vehicle, unless the step says otherwise.
  public var seatNeed: SeatNeed

  /// A class.
  public init(
    id: String, title: String, origin: PatientOrigin = .ordinary, pathway: Int, priority: Int = 3,
    isPlanned: Bool = false, canWait: Bool = false, isEvacuable: Bool = false,
    injurySeverity: ClosedRange<Int> = 0...0, death: DeathLaw? = nil,
    postponement: Postponement? = nil, worsening: Worsening? = nil, seatNeed: SeatNeed = .any
  ) {
    self.id = id
    self.title = title
    self.origin = origin
    self.pathway = pathway
    self.priority = priority
    self.isPlanned = isPlanned
    self.canWait = canWait
    self.isEvacuable = isEvacuable
    self.injurySeverity = injurySeverity
    self.death = death
    self.postponement = postponement
    self.worsening = worsening
    self.seatNeed = seatNeed
  }
}

/// A patient who waits long enough for a unit becomes one of another class: more urgent, with another law of death.
/// Their arrival stays counted in the class they came with, all that follows in the other.
public struct Worsening: Sendable {
  /// Hours of one wait until it happens, drawn for each wait.
  public var after: Distribution
  /// Index of the class the patient becomes one of. On the same pathway they wait on, by the priority of that class;
  /// on another they begin its pathway.
  public var patientClass: Int

  /// Becoming one of `patientClass` after a wait.
  public init(after: Distribution, patientClass: Int) {
    self.after = after
    self.patientClass = patientClass
  }
}

/// The one law of death of a class: a time to death without care, whose cumulative hazard
/// Λ(t) = −ln(1 − F(t)), with t from the injury, is multiplied by the care received so far.
///
/// One unit-exponential threshold per patient is kept across all waits and moves; the patient dies when
/// the hazard gathered since arrival reaches it. A patient who arrives is alive, so the hazard before
/// arrival is not counted.
public struct DeathLaw: Sendable, Equatable {
  /// The family of the time to death.
  public enum Family: String, Sendable, CaseIterable {
    /// Λ(t) = ln 2 · t / median.
    case exponential
    /// Λ(t) = ln 2 · (t / median)^shape.
    case weibull
    /// Λ(t) = ln(1 + (t / median)^shape).
    case logLogistic = "log-logistic"
    /// Λ(t) = −ln(1 − Φ(ln(t / median) / shape)); the shape is the standard deviation of ln t.
    case lognormal
    /// Λ(t) = ln 2 · (e^(shape·t/median) − 1) / (e^shape − 1): the hazard grows by the factor e^shape until the
    /// median. With the usual a and b, shape = b · median.
    case gompertz
    /// A share of all, by F(t) = base + (ceiling − base) / (1 + e^(−shape·(t − median) / median)), where the
    /// median is the time of half the rise; those beyond the ceiling do not die.
    case logistic
  }

  /// The median time to death without care.
  public enum Median: Sendable, Equatable {
    /// The same for all.
    case hours(Double)
    /// `factorMinutes · NISS^exponent` minutes (SIMEDIS, Benhassine et al.: 43500 and −1.95).
    case bySeverity(factorMinutes: Double, exponent: Double)
  }

  /// Family.
  public var family: Family
  /// Median.
  public var median: Median
  /// Shape; unused by the exponential.
  public var shape: Double
  /// Share of the logistic family that the curve begins from, before its rise.
  public var base: Double
  /// Share of the logistic family that the curve rises to.
  public var ceiling: Double
  /// Multiplier of the hazard on arrival, before any step changes it (1 is no care at all).
  public var factorBeforeCare: Double

  /// A law of death.
  public init(
    family: Family, median: Median, shape: Double = 1, base: Double = 0, ceiling: Double = 1,
    factorBeforeCare: Double = 1
  ) {
    self.family = family
    self.median = median
    self.shape = shape
    self.base = base
    self.ceiling = ceiling
    self.factorBeforeCare = factorBeforeCare
  }
}

/// What postponing does to a planned patient: rates by time on the list, so that it is never free.
public struct Postponement: Sendable, Equatable {
  /// Rates from `fromDays` on the list until the next band begins.
  public struct Band: Sendable, Equatable {
    /// Days on the list from which the rates hold.
    public var fromDays: Double
    /// Rate of turning into an emergency, per day.
    public var emergencyPerDay: Double
    /// Rate of dying, per day.
    public var deathPerDay: Double

    /// A band.
    public init(fromDays: Double, emergencyPerDay: Double, deathPerDay: Double) {
      self.fromDays = fromDays
      self.emergencyPerDay = emergencyPerDay
      self.deathPerDay = deathPerDay
    }
  }

  /// Bands by days on the list; the first begins at 0.
  public var bands: [Band]
  /// Index of the class a patient joins on becoming an emergency.
  public var emergencyClass: Int

  /// Rates of postponement.
  public init(bands: [Band], emergencyClass: Int) {
    self.bands = bands
    self.emergencyClass = emergencyClass
  }
}

/// A way through care: steps joined by branches. The first step is where it begins.
public struct Pathway: Sendable {
  /// Kebab-case identifier.
  public var id: String
  /// Steps.
  public var steps: [Step]

  /// A pathway.
  public init(id: String, steps: [Step]) {
    self.id = id
    self.steps = steps
  }
}

/// One step: a stay in a unit, then a branch.
public struct Step: Sendable {
  /// Kebab-case identifier, unique in the pathway; draws are keyed by it, never by the place.
  public var id: String
  /// Index of the unit kind; nil for a stay that needs no place.
  public var unitKind: Int?
  /// Length of stay in hours; nil for none.
  public var stay: Distribution?
  /// Multiplier of the stay by place.
  public var stayFactor: PlaceNumber
  /// Index of the calendar while which has places open the stay can end; nil for any time. One that would be over
  /// goes on until then.
  public var endsDuring: Int?
  /// Whether the bed held before is kept beside this unit and returned to (a ward bed during surgery).
  public var keepsBed: Bool
  /// What a full unit does with patients of this step; nil as its kind says.
  public var whenFull: UnitKind.WhenFull?
  /// Priority of the patient from here to the next step, 0 first; nil as the class says.
  public var priority: Int?
  /// Places of the unit that must be left free when the patient takes one: a reserve for other steps.
  public var leavesFree: Int
  /// Kinds of unit of which a place each, at the same facility, is taken with the unit and given back when the stay
  /// ends: a team, a machine. The patient waits until all are free at once and holds none of them before.
  public var together: [Int]
  /// Kinds of unit of which a place at the same facility will do where the unit has none, in this order.
  public var otherUnits: [Int]
  /// Hours of the wait from which on they will do.
  public var otherUnitsAfterHours: Double
  /// What the step uses of stocks when it begins.
  public var uses: [StockUse]
  /// The longest wait for the unit, hours; nil for no limit.
  public var patience: Distribution?
  /// Where those go whose patience ends, shares summing to one; empty means out of the network.
  public var gaveUp: [Branch]
  /// Where those go who are turned away, shares summing to one; empty means out of the network, refused.
  public var refused: [Branch]
  /// Whether the place of this step is given up when it ends, instead of held until the next one is got.
  public var givesUpPlace: Bool
  /// The trip that this step is, instead of a stay; nil for a stay.
  public var move: Move?
  /// What the patient needs of a vehicle on the way to the step's unit or on its trip; nil as the class says.
  public var seatNeed: SeatNeed?
  /// Hazard multiplier from the start of this step on; nil leaves it.
  public var careFactor: Double?
  /// Hazard multiplier from the end of this step on; nil leaves it.
  public var careFactorAfter: Double?
  /// Death while waiting for this step's unit, beside the class's law.
  public var waitDeath: WaitDeath?
  /// Whether the patient is discharge-ready in this step.
  public var isDischargeReady: Bool
  /// Where to next; shares sum to one. Empty means home.
  public var next: [Branch]
  /// By what the way on is chosen among those of `next` that are open.
  public var nextBy: WayChoice

  /// A step.
  public init(
    id: String, unitKind: Int? = nil, stay: Distribution? = nil, stayFactor: PlaceNumber = .fixed(1),
    endsDuring: Int? = nil, keepsBed: Bool = false, whenFull: UnitKind.WhenFull? = nil, priority: Int? = nil,
    leavesFree: Int = 0, refused: [Branch] = [], together: [Int] = [], otherUnits: [Int] = [],
    otherUnitsAfterHours: Double = 0, uses: [StockUse] = [], patience: Distribution? = nil,
    gaveUp: [Branch] = [],
    givesUpPlace: Bool = false, move: Move? = nil, seatNeed: SeatNeed? = nil, careFactor: Double? = nil,
    careFactorAfter: Double? = nil,
    waitDeath: WaitDeath? = nil, isDischargeReady: Bool = false, next: [Branch] = [],
    nextBy: WayChoice = .shares
  ) {
    self.id = id
    self.unitKind = unitKind
    self.stay = stay
    self.stayFactor = stayFactor
    self.endsDuring = endsDuring
    self.keepsBed = keepsBed
    self.whenFull = whenFull
    self.priority = priority
    self.leavesFree = leavesFree
    self.refused = refused
    self.together = together
    self.otherUnits = otherUnits
    self.otherUnitsAfterHours = otherUnitsAfterHours
    self.uses = uses
    self.patience = patience
    self.gaveUp = gaveUp
    self.givesUpPlace = givesUpPlace
    self.move = move
    self.seatNeed = seatNeed
    self.careFactor = careFactor
    self.careFactorAfter = careFactorAfter
    self.waitDeath = waitDeath
    self.isDischargeReady = isDischargeReady
    self.next = next
    self.nextBy = nextBy
  }
}

/// A constant hazard while waiting for a unit, with its own threshold per patient.
public struct WaitDeath: Sendable, Equatable {
  /// Rate per day of waiting.
  public var ratePerDay: Double

  /// A hazard of `ratePerDay`.
  public init(ratePerDay: Double) { self.ratePerDay = ratePerDay }
}

/// A trip by a vehicle as a step of a pathway: the patient waits for a vehicle of one fleet, travels, and goes
/// on where they arrive.
public struct Move: Sendable, Equatable {
  /// Where a trip leads.
  public enum Destination: String, Sendable, CaseIterable {
    /// One of the other regions, all equally likely.
    case otherRegion = "other-region"
    /// One of the other facilities of the region that have the unit, all equally likely.
    case withinRegion = "within-region"
    /// The nearest other facility that has the unit, in any region.
    case nearest
    /// The facility that is named.
    case facility
  }

  /// Index of the fleet.
  public var fleet: Int
  /// Where to.
  public var destination: Destination
  /// Index of a unit kind that is there; of another region, the facility with most places of it. Not used of a named
  /// facility.
  public var unitKind: Int
  /// The facility that is gone to, where it is named.
  public var facility: Int?
  /// Shortest time on the way, hours, above 0; nil for the fleet's time between the two places.
  public var leastHours: Double?
  /// Time on the way beyond the shortest, hours; nil for none. The vehicle takes as long for the way back.
  public var way: Distribution?

  /// A trip.
  public init(
    fleet: Int, destination: Destination = .otherRegion, unitKind: Int, facility: Int? = nil,
    leastHours: Double? = nil, way: Distribution? = nil
  ) {
    self.fleet = fleet
    self.destination = destination
    self.unitKind = unitKind
    self.facility = facility
    self.leastHours = leastHours
    self.way = way
  }
}

/// One way on from a step.
public struct Branch: Sendable {
  /// Where a branch leads.
  public enum Target: Sendable, Equatable {
    /// A step of the pathway, by index.
    case step(Int)
    /// Out of the network.
    case exit(Outcome)
  }

  /// Where to.
  public var target: Target
  /// Share of patients; nil takes what the other branches leave. With a condition it is the share of those for whom
  /// it holds and whom no earlier one took, and nil takes all of them.
  public var share: PlaceNumber?
  /// What must hold; nil for nothing. Branches with a condition are tried first, in their order; the shares of those
  /// without one are of the patients that are left.
  public var condition: BranchCondition?

  /// A branch.
  public init(to target: Target, share: PlaceNumber? = nil, when condition: BranchCondition? = nil) {
    self.target = target
    self.share = share
    self.condition = condition
  }
}

/// How a patient leaves the network.
public enum Outcome: String, Sendable, CaseIterable {
  /// Home.
  case home
  /// To municipal care.
  case municipalCare = "municipal-care"
  /// Back to military duty.
  case returnToDuty = "return-to-duty"
  /// Evacuated to allies.
  case evacuated
  /// Turned away by a full unit.
  case refused
  /// Died.
  case dead
  /// Left a queue when their patience ended.
  case gaveUp = "gave-up"
}
