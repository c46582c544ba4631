public import BatchRunner

/// What a planner reads of a batch: figures with intervals, differences in sentences, the first regions to
/// breach. ``FindingsText`` and ``FindingsJSON`` show the same content.
public struct Findings: Sendable {
  /// What was asked.
  public var plan: BatchPlan
  /// The figures that arms are compared by.
  public var figures: [FigureDefinition]
  /// Findings by design point.
  public var points: [PointFindings]
  /// The sweep over design points; nil for a single one.
  public var sweep: SweepFindings?
  /// Values beside those expected.
  public var verdicts: [ExpectationVerdict]
}

/// One figure that arms are compared by.
public struct FigureDefinition: Sendable, Equatable {
  /// Name of the measure, or of the difference.
  public var id: String
  /// Heading of its column.
  public var heading: String
  /// Unit.
  public var unit: String
}

/// Findings of one design point.
public struct PointFindings: Sendable {
  /// `factor level` of each factor; empty without a design.
  public var label: String
  /// Patients who came to need their first hospital bed, a day, in the baseline.
  public var bedsNeededPerDay: Double?
  /// Hospital admissions a day in the baseline arm.
  public var admissionsPerDay: Double?
  /// Stays begun a day in the first kind of unit, in the baseline arm.
  public var visitsPerDay: Double?
  /// Name of the first kind of unit.
  public var visitsTitle: String
  /// Casualties who arrived alive, mean over replications.
  public var casualties: Double?
  /// Arms in the order of the plan.
  public var arms: [ArmFindings]
  /// First breaches in the baseline arm, those of day 0 apart.
  public var breaches: [BreachFinding]
  /// Kinds of unit watched for breaches, then stocks that are short, by title.
  public var resources: [String]
  /// Regions that have such a unit, by resource.
  public var regionCounts: [Int]
  /// Whether stocks are among them.
  public var hasStocks: Bool
}

/// Findings of one arm.
public struct ArmFindings: Sendable {
  /// Name.
  public var id: String
  /// Title.
  public var title: String
  /// Whether it is the arm without waiting.
  public var isNoWait: Bool
  /// Figures in the order of ``Findings/figures``.
  public var figures: [Estimate?]
  /// Paired difference of deaths after the drain to the baseline; nil for the baseline.
  public var deathDifference: Estimate?
  /// The difference in a sentence; nil for the baseline and the arm without waiting.
  public var sentence: String?
  /// Regions that breach in at least half of the replications, by resource.
  public var breachCounts: [Int]
  /// Of those, the ones that do so on day 0.
  public var breachedAtStart: [Int]
  /// Patients who still wait for a place at the end, mean over replications.
  public var stillWaiting: Double
  /// Planned patients on the list at the end, mean over replications.
  public var stillListed: Double
  /// Replications at whose end patients wait for each other for ever.
  public var standstillReplications: Int
  /// Names of the kinds of unit in which they do.
  public var standstillUnits: [String]
}

/// The first breach of one resource of one region.
public struct BreachFinding: Sendable, Equatable {
  /// Code of the region.
  public var regionCode: String
  /// Name of the region.
  public var region: String
  /// Kind of unit, or stock.
  public var resource: String
  /// Median first day.
  public var day: Int
  /// Day by which 5 % of replications have breached.
  public var early: Int
  /// Day by which 95 % have; nil when fewer ever do.
  public var late: Int?
  /// Share of replications that breach.
  public var share: Double
}
