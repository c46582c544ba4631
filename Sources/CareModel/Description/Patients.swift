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
