/// The decisions a policy can take over. An arm names one policy for each.
public enum Decision: String, CaseIterable, Sendable {
  /// Whether planned patients are let in, and when the postponed are called in.
  case admission
  /// Where a casualty goes first.
  case routing
  /// Whether a waiting patient goes to another region.
  case transfer
  /// Flights of treated casualties to allies.
  case evacuation
  /// Beds opened beyond the staffed ones.
  case surge
  /// How soon patients leave.
  case discharge
  /// Who is served first.
  case triage
  /// What the national office proposes.
  case coordination
  /// How a region answers a proposal.
  case answer
  /// How stocks are filled up.
  case resupply

  /// Place among all decisions.
  package var code: Int {
    switch self {
    case .admission: 0
    case .routing: 1
    case .transfer: 2
    case .evacuation: 3
    case .surge: 4
    case .discharge: 5
    case .triage: 6
    case .coordination: 7
    case .answer: 8
    case .resupply: 9
    }
  }
}

/// What a policy remembers of one region (or, for the office, of the nation): a few numbers that the
/// engine owns, copies with the state and hands back at each call.
public struct PolicyMemory: BitwiseCopyable, Sendable {
  /// Whole numbers, zero at the start.
  public var counts: SIMD4<Int64>
  /// Numbers, zero at the start.
  public var values: SIMD4<Double>

  /// Nothing remembered.
  public init() {
    counts = .zero
    values = .zero
  }
}
