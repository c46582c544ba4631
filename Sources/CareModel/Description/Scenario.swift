public import RandomStreams

/// What happens: casualties by phase, beside the ordinary inflow of the network.
public struct Scenario: Sendable {
  /// Kebab-case identifier.
  public var id: String
  /// Name.
  public var title: String
  /// Whose figures these are, in a sentence that every report repeats.
  public var whoseFigures: String
  /// How outputs are to be handled.
  public var handling: Handling
  /// Scales every daily number of casualties and the rate of mass-casualty events.
  public var casualtyFactor: Double
  /// Streams of casualties day by day.
  public var streams: [CasualtyStream]
  /// Mass-casualty events.
  public var events: [MassCasualtyStream]
  /// Days on which deliveries to stocks are other than usual; all that hold at a time multiply.
  public var deliveries: [DeliveryChange]
  /// What takes places away.
  public var disruptions: [Disruption]
  /// People at risk.
  public var forces: [Force]
  /// Levels of surge ordered beforehand.
  public var surge: [SurgePlan]
  /// Days on which more or fewer persons are at work than usual.
  public var staffChanges: [StaffChange]
  /// Times in which ways are closed.
  public var closures: [WayClosure]
  /// Vehicles that are lost on their trips.
  public var transportLosses: [TransportLoss]

  /// A scenario.
  public init(
    id: String, title: String, whoseFigures: String = "", handling: Handling = .open,
    casualtyFactor: Double = 1, streams: [CasualtyStream] = [], events: [MassCasualtyStream] = [],
    disruptions: [Disruption] = [], deliveries: [DeliveryChange] = [], forces: [Force] = [],
    closures: [WayClosure] = [], transportLosses: [TransportLoss] = [],
    surge: [SurgePlan] = [], staffChanges: [StaffChange] = []
  ) {
    self.id = id
    self.title = title
    self.whoseFigures = whoseFigures
    self.handling = handling
    self.casualtyFactor = casualtyFactor
    self.streams = streams
    self.events = events
    self.disruptions = disruptions
    self.forces = forces
    self.deliveries = deliveries
    self.closures = closures
    self.transportLosses = transportLosses
    self.surge = surge
    self.staffChanges = staffChanges
  }

  /// Nothing happens.
  public static var peace: Scenario { Scenario(id: "peace", title: "Peace") }
}

/// Wounded day by day: a rate per phase with its day-to-day variation, drawn once a day for the whole
/// stream (not each minute, which would flatten the variance), Poisson within the day.
public struct CasualtyStream: Sendable {
  /// How the daily rate varies about its mean; drawn once a day, the same in every region.
  public enum Variation: Sendable, Equatable {
    /// No variation beyond Poisson.
    case none
    /// Lognormal with this coefficient of variation.
    case lognormal(cv: Double)
    /// Gamma with this coefficient of variation.
    case gamma(cv: Double)
    /// Exponential (coefficient of variation 1).
    case exponential
    /// Any other law, divided by its mean, which must be finite and above 0.
    case scaled(Distribution)
  }

  /// A stretch of days with a rate that runs linearly from one value to another.
  public struct Phase: Sendable {
    /// First day, counted from day 0; fractions allowed.
    public var fromDay: Double
    /// First day after the phase.
    public var untilDay: Double
    /// Mean wounded a day at the beginning; of a stream on a force, casualties per 1,000 persons present a day.
    public var meanPerDayFrom: Double
    /// The same at the end.
    public var meanPerDayUntil: Double
    /// Regions with their shares, summing to one. A stream on a force is in the regions of the force instead.
    public var regions: [(region: Int, share: Double)]

    /// A phase.
    public init(
      fromDay: Double, untilDay: Double, meanPerDayFrom: Double, meanPerDayUntil: Double,
      regions: [(region: Int, share: Double)]
    ) {
      self.fromDay = fromDay
      self.untilDay = untilDay
      self.meanPerDayFrom = meanPerDayFrom
      self.meanPerDayUntil = meanPerDayUntil
      self.regions = regions
    }
  }

  /// Kebab-case identifier; the stream's name in a region is `<id>@<region>`.
  public var id: String
  /// Classes with their shares, summing to one.
  public var classes: [(patientClass: Int, share: Double)]
  /// Phases in order, not overlapping.
  public var phases: [Phase]
  /// Day-to-day variation.
  public var variation: Variation
  /// Hours from injury to arrival.
  public var delay: Distribution
  /// Column of facilities that weighs where casualties enter; nil weighs all hospitals by ward beds.
  public var entryColumn: String?
  /// What becomes of the casualties, and the force that they are of.
  public var fates: CasualtyFates

  /// A stream.
  public init(
    id: String, classes: [(patientClass: Int, share: Double)], phases: [Phase],
    variation: Variation, delay: Distribution = .constant(0), entryColumn: String? = nil,
    fates: CasualtyFates = CasualtyFates()
  ) {
    self.id = id
    self.classes = classes
    self.phases = phases
    self.variation = variation
    self.delay = delay
    self.entryColumn = entryColumn
    self.fates = fates
  }
}

/// Mass-casualty events: at given days or at random, each with a size, all at one facility.
public struct MassCasualtyStream: Sendable {
  /// Kebab-case identifier.
  public var id: String
  /// Classes with their shares, summing to one.
  public var classes: [(patientClass: Int, share: Double)]
  /// Poisson rate of events per day between the two days.
  public var ratePerDay: Double
  /// First day of random events.
  public var fromDay: Double
  /// First day without random events.
  public var untilDay: Double
  /// Scheduled events: day and region.
  public var scheduled: [(day: Double, region: Int)]
  /// Regions of random events with their shares, summing to one.
  public var regions: [(region: Int, share: Double)]
  /// Casualties of an event, the killed too; rounded to the nearest whole number.
  public var size: Distribution
  /// Hours from the event to arrival, drawn for each casualty.
  public var delay: Distribution
  /// Column of facilities that weighs where casualties enter; nil weighs all hospitals by ward beds.
  public var entryColumn: String?
  /// What becomes of the casualties, and the force that they are of.
  public var fates: CasualtyFates

  /// A stream of events.
  public init(
    id: String, classes: [(patientClass: Int, share: Double)], ratePerDay: Double = 0,
    fromDay: Double = 0, untilDay: Double = 0, scheduled: [(day: Double, region: Int)] = [],
    regions: [(region: Int, share: Double)] = [], size: Distribution,
    delay: Distribution = .constant(0), entryColumn: String? = nil,
    fates: CasualtyFates = CasualtyFates()
  ) {
    self.id = id
    self.classes = classes
    self.ratePerDay = ratePerDay
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.scheduled = scheduled
    self.regions = regions
    self.size = size
    self.delay = delay
    self.entryColumn = entryColumn
    self.fates = fates
  }
}
