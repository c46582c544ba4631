import RandomStreams

// Ways round that nothing limits.
extension CareNetwork {
  /// Of each circle round which patients can be sent again and again within minutes, for as long as a condition holds or a
  /// unit turns them away, one step, by index: how often they go round is not known beforehand.
  ///
  /// A leg of a circle takes less than a minute on average, and nine of ten who have no condition to go by take it. Circles
  /// of shares alone are not among them: their rounds are counted by ``expectedSteps(of:hours:)``.
  ///
  /// - Complexity: O(ways²).
  package func quickCircles(in pathway: Pathway) -> [Int] {
    var legs: [(from: Int, to: Int, isGuarded: Bool)] = []
    for (index, step) in pathway.steps.enumerated() {
      func add(_ branches: [Branch], hours: Double, isGuarded: Bool) {
        guard hours < 1.0 / 60 else { return }
        let plain = branches.filter { $0.condition == nil }
        let given = plain.reduce(0) { $0 + ($1.share.map { meanValue($0) } ?? 0) }
        for branch in branches {
          let share = branch.share.map { meanValue($0) } ?? (branch.condition == nil ? 1 - given : 1)
          guard case .step(let target) = branch.target, share > (branch.condition == nil ? 0.9 : 0) else {
            continue
          }
          legs.append((index, target, isGuarded || branch.condition != nil))
        }
      }
      add(step.next, hours: meanHours(of: step), isGuarded: false)
      add(step.refused, hours: 0, isGuarded: true)
      add(step.gaveUp, hours: step.patience?.mean ?? .infinity, isGuarded: true)
    }
    func reached(from first: Int) -> Set<Int> {
      var seen: Set<Int> = []
      var waiting = [first]
      while let next = waiting.popLast() {
        guard seen.insert(next).inserted else { continue }
        waiting += legs.filter { $0.from == next }.map(\.to)
      }
      return seen
    }
    var told: [Int] = []
    for leg in legs where leg.isGuarded {
      let circle = reached(from: leg.to)
      if circle.contains(leg.from), told.allSatisfy({ !circle.contains($0) }) { told.append(leg.from) }
    }
    return told
  }
}
