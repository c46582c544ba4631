public import CareModel
public import CarePolicies

/// An experiment that was read and checked with its model and scenario.
public struct LoadedExperiment: Sendable {
  /// A named set of policies.
  public struct Arm: Sendable {
    /// Kebab-case id.
    public let id: String
    /// What a person calls it.
    public let title: String
    /// When its policies are in force; a design point may have another.
    public let term: PolicyTerm
    /// The policies it names; other decisions take their default.
    public let choices: [PolicyChoice]
  }

  /// Something varied.
  public struct Factor: Sendable {
    /// Column name.
    public let id: String
    /// What a person calls it.
    public let title: String
    /// Ids of its levels.
    public let levels: [String]
    /// What each level sets.
    public let changes: [[Change]]

    /// What its levels set, sorted, such as `scenario.casualty_factor` or `arms.share.from_day`.
    public var paths: [String] { Set(changes.flatMap { $0 }.map(\.path)).sorted() }

    /// Whether it varies the day of a decision, and not what is known of the world.
    public var movesDecision: Bool { paths.contains { $0.hasPrefix("arms.") } }
  }

  /// A value that a level sets.
  public struct Change: Sendable, Equatable {
    /// The path as written, such as `scenario.casualty_factor`.
    public let path: String
    /// The value as written when it is a number, a text or true or false; nil for anything larger.
    public let value: String?
    /// Where it is from.
    public let source: String
  }

  /// One combination of levels with the world and the scenario it makes.
  public struct DesignPoint: Sendable {
    /// Level ids, by factor.
    public let levels: [String]
    /// The network.
    public let network: CareNetwork
    /// The scenario.
    public let scenario: Scenario
    /// When the policies of an arm are in force, by arm.
    public let terms: [PolicyTerm]
  }

  /// A value known beforehand.
  public struct Expectation: Sendable {
    /// Measure.
    public let measure: String
    /// Value.
    public let value: Double
    /// Standard error of the value itself.
    public let standardError: Double
    /// Largest difference that passes; nil means a test against standard errors.
    public let tolerance: Double?
    /// Arm; nil means the baseline.
    public let arm: String?
    /// Level by factor, nil where it holds at all levels.
    public let levels: [String?]
    /// Where the value is from.
    public let source: String
  }

  /// Kebab-case id.
  public let id: String
  /// What a person calls it.
  public let title: String
  /// The question.
  public let question: String
  /// The strictest handling of all inputs.
  public let handling: Handling
  /// Seed of all draws.
  public let seed: UInt64
  /// Replications of each arm and design point, at least 1.
  public let replications: Int
  /// Whether replications 2p and 2p + 1 are an antithetic pair; then their number is even.
  public let isAntithetic: Bool
  /// Days measured, at least 1.
  public let horizonDays: Double
  /// Days after the horizon.
  public let drainDays: Double
  /// Whether the built-in arm `no-wait` comes last.
  public let noWait: Bool
  /// Whether figures by region and day are written.
  public let writesRegionsDaily: Bool
  /// What a run may need at most.
  public let memoryLimitGigabytes: Double
  /// Where that is said, or where it is not: file, line and column.
  public let memoryLimitPlace: String
  /// Arms; the first is the baseline.
  public let arms: [Arm]
  /// Factors.
  public let factors: [Factor]
  /// All combinations of levels; the last factor varies fastest. One point without factors.
  public let points: [DesignPoint]
  /// Measures to show beside the usual ones.
  public let shown: [String]
  /// Values known beforehand.
  public let expectations: [Expectation]
  /// Swedish words of experiment, scenario and model; of a text that several translate the first counts.
  public let translations: [Translation]
  /// How well the numbers of model, scenario and experiment are founded.
  public let evidence: Evidence
  /// All files read, in reading order: experiment, model, its tables, scenario.
  public let inputFiles: [InputFile]
}
