import CareModel
import RandomStreams

// What only all steps together show: ways that lead nowhere, or in a circle.
extension PathwayReading {
  /// Reports steps that no patient reaches, and those that none can leave.
  func checkWays(_ own: [Step]) {
    let ways = own.map { step in
      let all = self.ways(step)
      // Beyond the last step is the end of a part.
      let inside = all.steps.filter { own.indices.contains($0) }
      return (steps: inside, leaves: all.leaves || inside.count < all.steps.count)
    }
    var isReached = Array(repeating: false, count: ways.count)
    var waiting = ways.isEmpty ? [] : [0]
    while let index = waiting.popLast() {
      if isReached[index] { continue }
      isReached[index] = true
      waiting += ways[index].steps
    }
    var canLeave = ways.map(\.leaves)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in ways.indices where !canLeave[index] && ways[index].steps.contains(where: { canLeave[$0] })
      {
        canLeave[index] = true
        hasChanged = true
      }
    }
    let onward = ways.map(\.steps)
    // Of steps that lead to one another the first is told, and what only they lead to is not.
    for index in Self.sources(of: onward, among: ways.indices.filter { !isReached[$0] }) {
      steps[index].report("no way leads to this step", about: "id")
    }
    for index in ways.indices where isReached[index] && !canLeave[index] {
      steps[index].report(
        "no way leads from this step out of care: patients would stay for ever", about: "id")
    }
  }

  /// Of some steps those that no other of them leads to, and of those that lead to one another the first.
  private static func sources(of onward: [[Int]], among chosen: [Int]) -> [Int] {
    let inside = Set(chosen)
    func reached(from first: Int) -> Set<Int> {
      var seen: Set<Int> = []
      var waiting = onward[first]
      while let next = waiting.popLast() {
        if inside.contains(next), seen.insert(next).inserted { waiting += onward[next] }
      }
      return seen
    }
    let beyond = chosen.map { reached(from: $0) }
    return chosen.indices.filter { place in
      !chosen.indices.contains { other in
        let leads = other != place && beyond[other].contains(chosen[place])
        return leads && (!beyond[place].contains(chosen[other]) || other < place)
      }
    }.map { chosen[$0] }
  }

  /// Reports steps from which a way leads back to them without time passing: patients could go round for ever. No time
  /// passes on the way on from a step that takes none, nor on those of patients who are turned away, nor on those of
  /// patients who give up at once.
  ///
  /// Who goes round by `next` alone, and for a time however short, leaves by a share: there the length of the run is
  /// estimated.
  func checkCircles(_ written: WrittenSteps) {
    let next = written.steps.map { takesNoTime($0, orLessThan: 0) ? ways($0.next).steps : [] }
    let atOnce = written.steps.map {
      takesNoTime($0, orLessThan: Self.tickHours / 2) ? ways($0.next).steps : []
    }
    let refused = written.steps.map { $0.refused.isEmpty ? [] : ways($0.refused).steps }
    let gaveUp = written.steps.map { (step: Step) -> [Int] in
      let isImpatient = step.patience.map { isNothing($0, orLessThan: Self.tickHours / 2) } ?? false
      guard isImpatient || step.waitsWhile != nil, !step.gaveUp.isEmpty else { return [] }
      // Who gives up at closing and waits for the opening of the same calendar waits for a time.
      return ways(step.gaveUp).steps.filter { next in
        let other = written.steps[next]
        return isImpatient || other.endsDuring != step.waitsWhile || other.unitKind != nil
      }
    }
    let onward = written.steps.indices.map { atOnce[$0] + refused[$0] + gaveUp[$0] }
    // One report for all steps that lead to one another, at the first.
    var told: Set<Int> = []
    func report(_ key: String, _ own: [[Int]], among onward: [[Int]], _ sentence: String) {
      for index in own.indices where !told.contains(index) {
        let circle = reached(from: own[index]) { onward[$0] }
        guard circle.contains(index) else { continue }
        let around = circle.filter { step in reached(from: onward[step]) { onward[$0] }.contains(index) }
        if key == "next", waitsAround(around.map { written.steps[$0] }) { continue }
        written.readers[index].report(sentence, about: key)
        told.formUnion(around)
      }
    }
    report(
      "next", next, among: next,
      "a way leads back to this step without time passing: give a step on it a stay")
    report(
      "refused", refused, among: onward,
      "those who are turned away come back to this step without time passing")
    report(
      "gave_up", gaveUp, among: onward,
      "those who give up come back to this step without time passing: give them patience")
  }

  /// Whether patients wait for results on the way round, and go round by shares alone: where results are back at once,
  /// they still leave some time.
  private func waitsAround(_ steps: [Step]) -> Bool {
    steps.contains { $0.awaitsOrders && !$0.orders.isEmpty }
      && steps.allSatisfy { $0.next.allSatisfy { $0.condition == nil } }
  }

  private func takesNoTime(_ step: Step, orLessThan hours: Double) -> Bool {
    guard step.move == nil else { return false }
    guard let stay = step.stay else { return true }
    var factor = 1.0
    switch step.stayFactor {
    case .fixed(let number): factor = number
    case .column(let name):
      let numbers = places(of: step.unitKind).compactMap { columns.number(name, atFacility: $0)?.value }
      factor = numbers.max() ?? 1
    }
    if let least = step.stayByState?.points.map(\.factor).min() { factor *= least }
    return isNothing(stay, times: factor, orLessThan: hours)
  }

  private func isNothing(_ law: Distribution, times factor: Double = 1, orLessThan hours: Double) -> Bool {
    factor == 0 || law.mean == 0 || law.mean * factor < hours
  }

  /// What the clock of a run tells apart.
  private static let tickHours = 1 / 3_600_000_000.0

  /// The steps that can be come to from some, with those.
  private func reached(from first: [Int], _ onward: (Int) -> [Int]) -> Set<Int> {
    var seen: Set<Int> = []
    var waiting = first
    while let next = waiting.popLast() {
      if seen.insert(next).inserted { waiting += onward(next) }
    }
    return seen
  }

  func ways(_ step: Step) -> (steps: [Int], leaves: Bool) {
    let next = self.ways(step.next)
    let other = [step.refused, step.gaveUp].filter { !$0.isEmpty }.map { self.ways($0) }
    return (next.steps + other.flatMap(\.steps), next.leaves || other.contains { $0.leaves })
  }

  func ways(_ branches: [Branch]) -> (steps: [Int], leaves: Bool) {
    if branches.isEmpty { return ([], true) }
    let rest =
      1
      - branches.reduce(0.0) { sum, branch in
        if branch.condition == nil, case .fixed(let share) = branch.share { sum + share } else { sum }
      }
    var steps: [Int] = []
    var leaves = false
    for branch in branches {
      switch branch.share {
      case .fixed(0): continue
      case nil where rest <= 1e-12 && branch.condition == nil: continue
      default: break
      }
      switch branch.target {
      case .step(let index): steps.append(index)
      case .exit: leaves = true
      }
    }
    return (steps, leaves)
  }
}
