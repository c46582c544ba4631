/// Which of the patients who come to a unit a measure is of, by their step and facility.
struct TallyScope: BitwiseCopyable, Equatable {
  /// Place among the ids of steps that measures name, or −1 for all steps.
  var step: Int32
  /// Index of the facility, or −1 for all.
  var facility: Int32

  init(_ measure: DeclaredMeasure, in network: CareNetwork) {
    step = network.tag(of: measure)
    facility = Int32(truncatingIfNeeded: measure.facility ?? -1)
  }

  /// Whether what happens in a facility, by a step with that place among those that measures name, is of these.
  @inline(__always)
  func contains(step tag: Int32, facility: Int16) -> Bool {
    (step < 0 || step == tag) && (self.facility < 0 || self.facility == Int32(facility))
  }
}

extension Sequence where Element: Equatable {
  /// Each element once, in the order of the first.
  ///
  /// - Complexity: O(n²).
  var eachOnce: [Element] {
    reduce(into: []) { found, element in
      if !found.contains(element) { found.append(element) }
    }
  }
}

extension CareNetwork {
  /// Ids of steps that measures name, each once, in the order of the measures.
  var measuredSteps: [String] { measures.compactMap(\.step).eachOnce }

  /// The place of a measure's step among those, or −1 for all steps.
  fileprivate func tag(of measure: DeclaredMeasure) -> Int32 {
    measure.step.flatMap { measuredSteps.firstIndex(of: $0) }.map { Int32($0) } ?? -1
  }
}
