import RandomStreams

// How often patients go round.
extension CareNetwork {
  /// Steps that a patient who begins a pathway goes through on average until they leave, or the run ends, where every
  /// place is free and no way with a condition is taken; infinite where none leads out and no time passes.
  ///
  /// The pathway is taken for an absorbing Markov chain, of which the steps are eliminated one by one (Grassmann, Taksar
  /// & Heyman 1985, doi 10.1287/opre.33.5.1107), and the end of the run for exponential with mean `hours`: a step of
  /// mean length *s* is the last with probability *s* / (*s* + `hours`).
  ///
  /// - Complexity: O(steps) for a way forward, O(steps³) at worst.
  package func expectedSteps(of pathway: Pathway, hours: Double) -> Double {
    var chain = StepChain(pathway.steps.map { ways(of: $0, hours: hours) })
    return chain.expectedSteps()
  }

  private func ways(of step: Step, hours: Double) -> StepChain.Row {
    let length = meanHours(of: step)
    let goesOn = length.isFinite ? hours / (hours + length) : 0
    let plain = step.next.filter { $0.condition == nil }
    let given = plain.map { branch in branch.share.map { meanValue($0) } }
    let rest = max(0, 1 - given.reduce(0) { $0 + ($1 ?? 0) })
    var row = StepChain.Row(isLast: 1 - goesOn + (plain.isEmpty ? goesOn : 0))
    for (branch, share) in zip(plain, given) {
      let share = goesOn * (share ?? rest)
      switch branch.target {
      case .step(let index): row.onward[index, default: 0] += share
      case .exit: row.isLast += share
      }
    }
    return row
  }

  /// A trip that has no shortest time takes a minute.
  func meanHours(of step: Step) -> Double {
    if let move = step.move { return (move.leastHours ?? 1.0 / 60) + (move.way?.mean ?? 0) }
    // At the first value of its table.
    let factor = step.stayByState?.points.first?.factor ?? 1
    return (step.stay?.mean ?? 0) * meanValue(step.stayFactor) * factor
  }

  /// The mean over all facilities.
  func meanValue(_ number: PlaceNumber) -> Double {
    if case .fixed(let value) = number { return value }
    return facilities.indices.reduce(0) { $0 + value(number, at: $1) } / Double(max(facilities.count, 1))
  }
}

/// A chain that begins in its first state.
private struct StepChain {
  struct Row {
    /// Probability that the state is the last.
    var isLast: Double
    /// Probability of each next state.
    var onward: [Int: Double] = [:]
    /// Mean number of states visited before the next, this one with them.
    var visits = 1.0
  }

  private var rows: [Row]
  /// The states that lead to each.
  private var before: [Set<Int>]

  init(_ rows: [Row]) {
    self.rows = rows
    before = Array(repeating: [], count: rows.count)
    for (index, row) in rows.enumerated() {
      for next in row.onward.keys where rows.indices.contains(next) { before[next].insert(index) }
    }
  }

  mutating func expectedSteps() -> Double {
    guard !rows.isEmpty else { return 0 }
    for state in rows.indices.dropFirst().reversed() { eliminate(state) }
    return rows[0].visits / out(of: 0)
  }

  /// The states that lead to `state` lead to what follows it.
  private mutating func eliminate(_ state: Int) {
    let out = out(of: state)
    let row = rows[state]
    for index in before[state].sorted() where index < state {
      guard let share = rows[index].onward.removeValue(forKey: state), share > 0 else { continue }
      let weight = share / out
      rows[index].visits += weight * row.visits
      rows[index].isLast += weight * row.isLast
      for (next, part) in row.onward where next < state {
        rows[index].onward[next, default: 0] += weight * part
        before[next].insert(index)
      }
    }
  }

  /// Probability of not coming back at once, summed rather than subtracted, which keeps a small one exact.
  private func out(of state: Int) -> Double {
    rows[state].onward.sorted { $0.key < $1.key }.reduce(rows[state].isLast) {
      $1.key < state ? $0 + $1.value : $0
    }
  }
}
