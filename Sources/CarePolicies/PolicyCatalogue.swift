public import CareModel

/// A number that a policy takes, as an experiment writes it.
public struct PolicyParameter: Sendable {
  /// Key with the unit last: `postpone_above_share`.
  public let key: String
  /// Value when the experiment does not say.
  public let standard: Double
  /// Allowed values.
  public let range: ClosedRange<Double>
  /// Whether it counts things, so that it is a whole number.
  public let isWhole: Bool
  /// What it does, in a sentence.
  public let text: String
  /// Where the standard value comes from; an assumption says so.
  public let source: String

  /// A parameter.
  public init(
    key: String, standard: Double, range: ClosedRange<Double>, isWhole: Bool = false, text: String,
    source: String
  ) {
    self.key = key
    self.standard = standard
    self.range = range
    self.isWhole = isWhole
    self.text = text
    self.source = source
  }
}

/// The values an experiment gives a policy, completed by the standard ones.
public struct PolicyValues: Sendable {
  private let pairs: [(key: String, value: Double)]

  /// Values by key.
  public init(_ pairs: [(key: String, value: Double)]) { self.pairs = pairs }

  /// The value of `parameter`: the experiment's, else the standard one.
  public func value(of parameter: PolicyParameter) -> Double {
    pairs.first { $0.key == parameter.key }?.value ?? parameter.standard
  }
}

/// One policy of the catalogue: its name, its page and how it is put in force.
public struct PolicyEntry: Sendable {
  /// The decision it takes over.
  public let decision: Decision
  /// Kebab-case name.
  public let id: String
  /// One sentence for a list.
  public let summary: String
  /// The page: what it decides, on what knowledge, what it costs, what it is not.
  public let guide: String
  /// Parameters.
  public let parameters: [PolicyParameter]
  /// Pairs of parameters of which the first must not be above the second: what ends and what begins the same.
  public let ordered: [(lower: PolicyParameter, upper: PolicyParameter)]
  /// Who may put it in force.
  public let decidedBy: DecidingBody
  /// Why the policy can change nothing in a network, to follow "as"; nil if it can.
  public let idle: @Sendable (PolicyValues, CareNetwork) -> String?
  /// Puts the policy in force in a set.
  public let install: @Sendable (PolicyValues, CareNetwork, inout PolicySet) -> Void

  /// An entry.
  public init(
    decision: Decision, id: String, summary: String, guide: String,
    parameters: [PolicyParameter] = [], ordered: [(lower: PolicyParameter, upper: PolicyParameter)] = [],
    decidedBy: DecidingBody? = nil,
    idle: @escaping @Sendable (PolicyValues, CareNetwork) -> String? = { _, _ in nil },
    install: @escaping @Sendable (PolicyValues, CareNetwork, inout PolicySet) -> Void
  ) {
    self.decision = decision
    self.id = id
    self.summary = summary
    self.guide = guide
    self.parameters = parameters
    self.ordered = ordered
    self.decidedBy = decidedBy ?? .usual(for: decision)
    self.idle = idle
    self.install = install
  }
}

/// A policy as an arm names it.
public struct PolicyChoice: Sendable {
  /// Decision.
  public let decision: Decision
  /// Name in the catalogue.
  public let id: String
  /// Values given, by key.
  public let values: [(key: String, value: Double)]

  /// A choice.
  public init(decision: Decision, id: String, values: [(key: String, value: Double)] = []) {
    self.decision = decision
    self.id = id
    self.values = values
  }
}

/// Every policy by decision and name; the first of a decision is its default.
public enum PolicyCatalogue {
  /// All entries, by decision.
  public static let entries: [PolicyEntry] =
    [
      AdmitAll.entry, PostponeByPriority.entry,
      NearestCapable.entry,
      NoTransfer.entry, BalanceOccupancy.entry,
      NoEvacuation.entry, CadenceFlights.entry,
      NoSurge.entry, ThresholdLevels.entry, NationalEscalation.entry, UsualDischarge.entry,
      FIFOWithinClass.entry, NoCoordination.entry,
      AcceptProposals.entry, ScheduledResupply.entry,
    ]

  /// The entries of one decision, default first.
  public static func entries(for decision: Decision) -> [PolicyEntry] {
    entries.filter { $0.decision == decision }
  }

  /// The entry of a name, or nil.
  public static func entry(_ id: String, for decision: Decision) -> PolicyEntry? {
    entries.first { $0.decision == decision && $0.id == id }
  }

  /// Whether two arms have the same policy for a decision, parameter for parameter.
  public static func isSamePolicy(
    for decision: Decision, in one: [PolicyChoice], and other: [PolicyChoice]
  ) -> Bool {
    func policy(_ choices: [PolicyChoice]) -> (entry: PolicyEntry?, values: PolicyValues) {
      let choice = choices.first { $0.decision == decision }
      return (
        choice.map { entry($0.id, for: decision) } ?? entries(for: decision).first,
        PolicyValues(choice?.values ?? [])
      )
    }
    let (left, right) = (policy(one), policy(other))
    return left.entry?.id == right.entry?.id
      && (left.entry?.parameters ?? []).allSatisfy { left.values.value(of: $0) == right.values.value(of: $0) }
  }

  /// The defaults of every decision.
  public static var defaults: PolicySet {
    PolicySet(
      admission: AdmitAll(), routing: NearestCapable(), transfer: NoTransfer(),
      evacuation: NoEvacuation(), surge: NoSurge(), discharge: UsualDischarge(),
      triage: FIFOWithinClass(), coordination: NoCoordination())
  }

  /// The policies of an arm: its choices, and defaults for the rest.
  ///
  /// - Precondition: every choice names an entry; the loader has checked it.
  public static func policySet(
    _ choices: [PolicyChoice], network: CareNetwork, isNoWait: Bool = false
  ) -> PolicySet {
    var set = defaults
    for decision in Decision.allCases {
      let choice = choices.first { $0.decision == decision }
      guard let entry = choice.map({ entry($0.id, for: decision) }) ?? entries(for: decision).first
      else { preconditionFailure("no policy is named \(choice?.id ?? "") for \(decision.rawValue)") }
      entry.install(PolicyValues(choice?.values ?? []), network, &set)
    }
    set.isNoWait = isNoWait
    return set
  }
}
