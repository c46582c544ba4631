import CareModel

/// The places that a patient has: each by the step that was the last in it.
private struct HeldPlaces: Hashable {
  var bed: Int?
  var beside: Int?
}

// What patients still have when they come to a step, through however many others.
extension PathwayReading {
  /// Reports what asks for a place that patients have already: such a place is not asked for again, so that nothing is
  /// taken together with it, and it is not kept beside itself.
  func checkHeldPlaces(_ written: WrittenSteps) {
    let steps = written.steps
    guard steps.contains(where: { !$0.together.isEmpty || $0.keepsBed }) else { return }
    let held = heldPlaces(steps)
    func kind(_ step: Int?) -> Int? { step.flatMap { steps[$0].unitKind } }
    // Of one in a place that will do the kind is not known beforehand.
    func kinds(_ step: Int?) -> [Int] {
      (kind(step).map { [$0] } ?? []) + (step.map { steps[$0].otherUnits } ?? [])
    }
    for (index, step) in steps.enumerated() where step.unitKind != nil {
      let holders = held[index].flatMap { [$0.bed, $0.beside] }.compactMap { $0 }
        .filter { (holder: Int) in !Set(kinds(holder)).isDisjoint(with: kinds(index)) }
      if !step.together.isEmpty, let holder = holders.min() {
        written.readers[index].report(
          "step '\(steps[holder].id)' in the same unit leads here and its place is still held: end that one with gives_up_place",
          about: "together")
      }
      let second = held[index].flatMap { [$0.bed, $0.beside] }.flatMap { kinds($0) }
        .filter { $0 != step.unitKind && step.together.contains($0) }
      if let twice = second.min() {
        written.readers[index].report(
          "a place of \(model.network.unitKinds[twice].id) is still held on coming here, and nobody has two places of one kind: end that step with gives_up_place, or leave it out",
          about: "together")
      }
      let keeps = held[index].contains {
        $0.bed != nil && (kind($0.bed) != step.unitKind || $0.beside != nil)
      }
      if step.keepsBed, !keeps, held[index].contains(where: { kind($0.bed) == step.unitKind }) {
        written.readers[index].report(
          "the place held before is of the same unit, and nobody has two places of one kind: remove it",
          about: "keeps_bed")
      }
    }
  }

  /// What patients can have on coming to each step.
  ///
  /// - Complexity: O(steps × ways × places that patients can have).
  private func heldPlaces(_ steps: [Step]) -> [Set<HeldPlaces>] {
    var held = Array(repeating: Set<HeldPlaces>(), count: steps.count)
    var waiting: [(step: Int, places: HeldPlaces)] = steps.isEmpty ? [] : [(0, HeldPlaces())]
    while let (index, before) = waiting.popLast() {
      guard held[index].insert(before).inserted else { continue }
      let step = steps[index]
      let after = places(of: index, in: steps, before: before)
      waiting += ways(step.next).steps.map { ($0, after) }
      // Who is turned away or gives up has what they had.
      for other in [step.refused, step.gaveUp] where !other.isEmpty {
        waiting += ways(other).steps.map { ($0, before) }
      }
    }
    return held
  }

  /// What a patient has at the end of a step, as a run has it.
  private func places(of index: Int, in steps: [Step], before: HeldPlaces) -> HeldPlaces {
    let step = steps[index]
    func isOwn(_ holder: Int?) -> Bool { holder.map { steps[$0].unitKind == step.unitKind } ?? false }
    // A trip leaves everything behind.
    if step.move != nil { return HeldPlaces() }
    var places = before
    if step.unitKind == nil {
      if !step.keepsBed { places.beside = nil }
    } else if isOwn(before.bed) {
      places = HeldPlaces(bed: index, beside: step.keepsBed ? before.beside : nil)
    } else if step.keepsBed, before.bed != nil {
      places.beside = index
    } else {
      places = HeldPlaces(bed: index)
    }
    if step.givesUpPlace {
      if places.beside != nil { places.beside = nil } else { places.bed = nil }
    }
    return places
  }
}
