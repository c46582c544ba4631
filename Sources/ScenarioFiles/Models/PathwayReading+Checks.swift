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
    for index in ways.indices {
      if !isReached[index] {
        steps[index].report("no way leads to this step", about: "id")
      } else if !canLeave[index] {
        steps[index].report(
          "no way leads from this step out of care: patients would stay for ever", about: "id")
      }
    }
  }

  /// Reports refusals that lead in a circle without time passing: to a step that turns away too, and back.
  func checkRefusals(_ written: WrittenSteps) {
    for (index, step) in written.steps.enumerated() where !step.refused.isEmpty {
      let reached = reached(from: ways(step.refused).steps) { next in
        let other = written.steps[next]
        let isPassed = other.unitKind == nil && other.stay == nil && other.move == nil
        return (isPassed ? ways(other.next).steps : [])
          + (other.refused.isEmpty ? [] : ways(other.refused).steps)
      }
      if reached.contains(index) {
        written.readers[index].report(
          "those who are turned away come back to this step without time passing", about: "refused")
      }
    }
  }

  /// Reports steps from which a way leads back to them without time passing: patients could go round for ever.
  func checkCircles(_ written: WrittenSteps) {
    func isTimeless(_ step: Int) -> Bool {
      let step = written.steps[step]
      return (step.stay == nil || step.stay == .constant(0)) && step.move == nil
    }
    let onward = written.steps.indices.map { isTimeless($0) ? ways(written.steps[$0].next).steps : [] }
    // One report for all steps that lead to one another, at the first.
    var told: Set<Int> = []
    for index in written.steps.indices where isTimeless(index) && !told.contains(index) {
      let circle = reached(from: onward[index]) { onward[$0] }
      guard circle.contains(index) else { continue }
      written.readers[index].report(
        "a way leads back to this step without time passing: give a step on it a stay", about: "next")
      told.formUnion(circle.filter { step in reached(from: onward[step]) { onward[$0] }.contains(index) })
    }
  }

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
      case nil where rest <= 1e-9 && branch.condition == nil: continue
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
