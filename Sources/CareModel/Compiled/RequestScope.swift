/// Requests, waits and stays that some measure asks for apart from the others of their unit.
struct RequestScope: BitwiseCopyable, Equatable {
  /// Index of the unit kind.
  var kind: Int32
  var scope: TallyScope

  /// Whether what happens in a unit of a kind and a facility, by a step with that place among those that measures name,
  /// is of these.
  @inline(__always)
  func isOf(kind: Int, step tag: Int32, facility: Int16) -> Bool {
    Int(self.kind) == kind && scope.contains(step: tag, facility: facility)
  }
}

extension DeclaredMeasure {
  /// The requests that the measure is of, where the ledger does not hold them: of one step or one facility, or with the
  /// squares of their lengths.
  func requestScope(in network: CareNetwork) -> RequestScope? {
    guard let unitKind, quantity.isOfRequests, step != nil || facility != nil || quantity.isDeviation
    else { return nil }
    return RequestScope(
      kind: Int32(truncatingIfNeeded: unitKind), scope: TallyScope(self, in: network))
  }
}

extension DeclaredMeasure.Quantity {
  /// Whether it is made of the requests for a unit, their waits and stays.
  var isOfRequests: Bool {
    switch self {
    case .meanWaitHours, .waitDeviation, .waitedShare, .waitedOverShare, .refusedShare, .refused, .pushedOut,
      .gaveUpShare, .requests, .meanStayHours, .stayDeviation, .exits, .meanHoursToStep, .toStepDeviation,
      .toStepOverShare:
      true
    default: false
    }
  }

  /// Whether it is a standard deviation over patients.
  var isDeviation: Bool {
    switch self {
    case .waitDeviation, .stayDeviation, .systemDeviation, .toStepDeviation: true
    default: false
    }
  }
}

extension CareNetwork {
  /// The requests that measures ask for apart, each once, in the order of the measures.
  var requestScopes: [RequestScope] { measures.compactMap { $0.requestScope(in: self) }.eachOnce }
}
