public import CareModel
public import CarePolicies
public import ScenarioFiles

/// What is asked: arms, design points and replications, checked and in memory.
///
/// The first arm is the baseline. Every design point runs every arm on the same casualties.
public struct BatchPlan: Sendable {
  /// Kebab-case name of the experiment: column `experiment`.
  public var experimentID: String
  /// Name of the experiment.
  public var title: String
  /// The question the experiment asks.
  public var question: String
  /// How the outputs are to be handled: the strictest mark of all inputs.
  public var handling: Handling
  /// Kebab-case name of the model.
  public var modelID: String
  /// Name of the model.
  public var modelTitle: String
  /// Kebab-case name of the scenario: column `scenario`.
  public var scenarioID: String
  /// Name of the scenario.
  public var scenarioTitle: String
  /// Whose figures the scenario uses, in a sentence.
  public var whoseFigures: String
  /// Seed of all streams.
  public var seed: UInt64
  /// Replications of each design point, from 0 upwards.
  public var replications: Int
  /// Whether replications 2p and 2p + 1 are an antithetic pair: the same streams, in the second with one less
  /// every uniform, and all draws by inversion but residual stays of patients present at the start. Intervals
  /// are over the means of pairs.
  public var isAntithetic: Bool
  /// Days from day 0 whose arrivals are the cohort.
  public var horizonDays: Int
  /// Days after the horizon in which the cohort is followed.
  public var drainDays: Int
  /// Share of repetitions in which an interval covers the true value, between 0 and 1.
  public var confidenceLevel: Double
  /// Arms, baseline first.
  public var arms: [ArmPlan]
  /// Design points, at least one.
  public var points: [DesignPoint]
  /// Where the numbers of the inputs come from.
  public var evidence: EvidenceShares
  /// Values that the run is checked against.
  public var expectations: [Expectation]
  /// Files read, with their SHA-256 in lower-case hexadecimal.
  public var inputs: [(path: String, sha256: String)]
  /// Memory that the run may take, in bytes.
  public var memoryLimitBytes: Int
  /// Whether `regions_daily.csv` is written: the largest table by far in a design of many points.
  public var writesRegionsDaily: Bool
  /// What is varied, with what each level sets, in the order of ``factors``; empty without a design.
  public var factorDetails: [LoadedExperiment.Factor] = []
  /// Measures that findings show beside the usual ones.
  public var shownMeasures: [String] = []
  /// Swedish words for texts of the inputs.
  public var translations: [Translation] = []
  /// Assumptions of the inputs, each text once.
  public var assumptions: [AssumptionGroup] = []

  /// A plan.
  public init(
    experimentID: String, title: String, question: String = "", handling: Handling = .open,
    modelID: String, modelTitle: String, scenarioID: String, scenarioTitle: String,
    whoseFigures: String = "", seed: UInt64, replications: Int, isAntithetic: Bool = false,
    horizonDays: Int, drainDays: Int,
    confidenceLevel: Double = 0.95, arms: [ArmPlan], points: [DesignPoint],
    evidence: EvidenceShares = EvidenceShares(), expectations: [Expectation] = [],
    inputs: [(path: String, sha256: String)] = [], memoryLimitBytes: Int = 8_000_000_000,
    writesRegionsDaily: Bool = true
  ) {
    self.experimentID = experimentID
    self.title = title
    self.question = question
    self.handling = handling
    self.modelID = modelID
    self.modelTitle = modelTitle
    self.scenarioID = scenarioID
    self.scenarioTitle = scenarioTitle
    self.whoseFigures = whoseFigures
    self.seed = seed
    self.replications = replications
    self.isAntithetic = isAntithetic
    self.horizonDays = horizonDays
    self.drainDays = drainDays
    self.confidenceLevel = confidenceLevel
    self.arms = arms
    self.points = points
    self.evidence = evidence
    self.expectations = expectations
    self.inputs = inputs
    self.memoryLimitBytes = memoryLimitBytes
    self.writesRegionsDaily = writesRegionsDaily
  }

  /// Factors of the design, in order; empty without a design.
  public var factors: [String] { points.first?.levels.map(\.factor) ?? [] }

  /// Place of the arm without waiting, or nil.
  public var noWaitArm: Int? { arms.firstIndex { $0.isNoWait } }

  /// Days that are measured.
  public var dayCount: Int { horizonDays + drainDays }
}

/// One arm: the policies it names; the rest are the catalogue's defaults.
public struct ArmPlan: Sendable {
  /// Kebab-case name: column `arm`.
  public var id: String
  /// Name.
  public var title: String
  /// Policies named.
  public var choices: [PolicyChoice]
  /// Whether no queue exists in this arm.
  public var isNoWait: Bool

  /// An arm.
  public init(id: String, title: String, choices: [PolicyChoice] = [], isNoWait: Bool = false) {
    self.id = id
    self.title = title
    self.choices = choices
    self.isNoWait = isNoWait
  }
}

/// One combination of factor levels, with the network and scenario it leads to.
public struct DesignPoint: Sendable {
  /// Level of each factor; the same factors in the same order at every point.
  public var levels: [(factor: String, level: String)]
  /// The network.
  public var network: CareNetwork
  /// The scenario.
  public var scenario: Scenario
  /// When the policies of an arm are in force, by arm, days at most the horizon; all of the run for arms beyond the list and
  /// for the baseline.
  public var terms: [PolicyTerm]

  /// A design point.
  public init(
    levels: [(factor: String, level: String)] = [], network: CareNetwork, scenario: Scenario,
    terms: [PolicyTerm] = []
  ) {
    self.levels = levels
    self.network = network
    self.scenario = scenario
    self.terms = terms
  }

  /// When the policies of arm `arm` are in force.
  public func term(ofArm arm: Int) -> PolicyTerm {
    terms.indices.contains(arm) ? terms[arm] : PolicyTerm()
  }
}

/// How many of the numbers of the inputs are sourced, derived from sourced ones, or assumed.
public struct EvidenceShares: Sendable, Equatable {
  /// Numbers with a source.
  public var sourced: Int
  /// Numbers derived or fitted.
  public var derived: Int
  /// Numbers assumed.
  public var assumed: Int

  /// Counts of numbers.
  public init(sourced: Int = 0, derived: Int = 0, assumed: Int = 0) {
    self.sourced = sourced
    self.derived = derived
    self.assumed = assumed
  }

  /// All numbers.
  public var total: Int { sourced + derived + assumed }
}

/// A value that a measure should have: a published result, a theory's.
public struct Expectation: Sendable {
  /// Column name of the measure.
  public var measure: String
  /// Value, in the unit of the measure.
  public var value: Double
  /// Its own standard error; nil is exact.
  public var standardError: Double?
  /// Largest difference that passes; nil is a test against standard errors.
  public var tolerance: Double?
  /// Name of the arm; nil is the baseline.
  public var arm: String?
  /// Levels it holds at; empty is every design point.
  public var levels: [(factor: String, level: String)]
  /// Where the value comes from.
  public var source: String

  /// An expectation.
  public init(
    measure: String, value: Double, standardError: Double? = nil, tolerance: Double? = nil,
    arm: String? = nil,
    levels: [(factor: String, level: String)] = [], source: String = ""
  ) {
    self.measure = measure
    self.value = value
    self.standardError = standardError
    self.tolerance = tolerance
    self.arm = arm
    self.levels = levels
    self.source = source
  }
}
