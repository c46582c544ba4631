public import CareModel

/// What a staff would know at an hour of one simulated trajectory: numbers with their age, no words.
///
/// Nothing in it was reported by anybody. It is compiled by ``SituationReport/init(_:origin:hour:plan:)``.
public struct SituationReport: Sendable, Equatable {
  /// What it was made from.
  public var origin: SituationOrigin
  /// The hour that it is of, since day 0.
  public var hour: Int
  /// When the reports that are known by then were taken.
  public var editions: [SituationEdition]
  /// What is measured; figures name it by index.
  public var measures: [SituationMeasure]
  /// Nation, civil areas, healthcare regions, regions and hospitals, in that order.
  public var areas: [SituationArea]
  /// Regions of the model.
  public var regionCount: Int
  /// Whether levels of preparedness come from the model's own orders of surge, and not from the rules.
  public var isPreparednessOrdered: Bool
  /// How figures came to be known.
  public var plan: ReportingPlan

  /// Areas of a level, in order.
  public func areas(_ level: SituationArea.Level) -> [SituationArea] { areas.filter { $0.level == level } }

  /// The nation.
  public var nation: SituationArea { areas[0] }

  /// The index of a measure by key.
  public func measure(_ id: String) -> Int? { measures.firstIndex { $0.id == id } }

  /// The edition of a report; nil where none is published yet.
  public func edition(_ report: SituationReportKind) -> SituationEdition? {
    editions.first { $0.report == report }
  }
}

/// What a situation picture was made from.
public struct SituationOrigin: Sendable, Equatable {
  /// Id of the experiment.
  public var experiment: String
  /// Title of the experiment.
  public var title: LocalText
  /// Title of the model: what the nation is called.
  public var areaTitle: LocalText
  /// Id of the scenario.
  public var scenario: String
  /// Title of the scenario.
  public var scenarioTitle: LocalText
  /// Whose figures the scenario uses.
  public var whoseFigures: LocalText
  /// Id of the arm.
  public var arm: String
  /// Title of the arm.
  public var armTitle: LocalText
  /// The replication, from 0.
  public var replication: Int
  /// Seed of the experiment.
  public var seed: UInt64
  /// How it was chosen, said on the page; nil when it was named.
  public var pick: LocalText?
  /// How it may be passed on.
  public var handling: Handling
  /// Day 0 at 00:00.
  public var timeOrigin: String

  /// What a picture was made from.
  public init(
    experiment: String, title: LocalText, areaTitle: LocalText, scenario: String, scenarioTitle: LocalText,
    whoseFigures: LocalText = LocalText(""), arm: String, armTitle: LocalText, replication: Int, seed: UInt64,
    pick: LocalText? = nil, handling: Handling, timeOrigin: String
  ) {
    self.experiment = experiment
    self.title = title
    self.areaTitle = areaTitle
    self.scenario = scenario
    self.scenarioTitle = scenarioTitle
    self.whoseFigures = whoseFigures
    self.arm = arm
    self.armTitle = armTitle
    self.replication = replication
    self.seed = seed
    self.pick = pick
    self.handling = handling
    self.timeOrigin = timeOrigin
  }
}

/// The newest edition of a report that is published.
public struct SituationEdition: Sendable, Equatable {
  /// Which report.
  public var report: SituationReportKind
  /// When its figures were taken: hours since day 0.
  public var cutOffHour: Int
  /// When it was compiled: minutes since day 0.
  public var compiledMinute: Int
  /// When it was published: minutes since day 0.
  public var publishedMinute: Int
  /// Regions whose figures are in it, by index.
  public var reporting: [Int]
  /// Regions whose figures are of an earlier edition, with its cut-off hour.
  public var late: [Late]
  /// Regions that have not reported since day 0.
  public var missing: [Int]

  /// A region that an older figure is known of.
  public struct Late: Sendable, Equatable {
    /// Index of the region.
    public var region: Int
    /// Hours since day 0 at which its figures were taken.
    public var cutOffHour: Int
  }
}

/// A part of the country, or a hospital.
public struct SituationArea: Sendable, Equatable {
  /// What an area is.
  public enum Level: String, Sendable, CaseIterable {
    /// All regions.
    case nation
    /// A civil area.
    case civilArea = "civil_area"
    /// A healthcare region.
    case healthcareRegion = "healthcare_region"
    /// A region.
    case region
    /// A hospital.
    case hospital
  }

  /// What it is.
  public var level: Level
  /// Identifier: of a region or hospital that of the model, else the name.
  public var id: String
  /// Name.
  public var name: String
  /// Regions in it, by index; of a hospital its own.
  public var regions: [Int]
  /// Index of the facility; nil of any other area.
  public var facility: Int?
  /// Figures by index of the measure; nil where the area has none, or none is known.
  public var figures: [SituationFigure?]
  /// Preparedness of the regions in it, in the order of `regions`; nil where none is known.
  public var preparedness: [PreparednessLevel?]

  /// The value of a measure; nil without one.
  public func value(_ measure: Int?) -> Double? {
    guard let measure, figures.indices.contains(measure) else { return nil }
    return figures[measure]?.value
  }
}

/// One figure with its age.
public struct SituationFigure: Sendable, Equatable {
  /// The value; nil where it would be divided by nothing.
  public var value: Double?
  /// When it was taken: hours since day 0. In an area of several regions the newest of theirs.
  public var cutOffHour: Int
  /// When the oldest number in it was taken.
  public var oldestCutOffHour: Int
  /// Hours that it counts back from the cut-off; nil for a state.
  public var windowHours: Int?
  /// Change from a figure that was taken at least a day before; nil without one.
  public var change: Double?
  /// Hours between the two.
  public var changeHours: Int?
  /// Forecasts for 24 and 72 hours after the cut-off; empty with too few figures.
  public var forecasts: [SituationForecast]
}

/// What could be said of the days after a cut-off from the figures known by then.
public struct SituationForecast: Sendable, Equatable {
  /// Hours after the cut-off.
  public var leadHours: Int
  /// The forecast.
  public var mean: Double
  /// Lower end of the range in which nine in ten would lie; nil while there are too few earlier forecasts to compare
  /// with.
  public var lower: Double?
  /// Upper end of the range.
  public var upper: Double?
}
