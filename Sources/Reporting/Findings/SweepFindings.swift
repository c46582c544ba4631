import BatchRunner
import CareModel

/// A sweep over design points: where waiting begins to kill, where arms part, where all are saturated.
public struct SweepFindings: Sendable {
  /// One design point.
  public struct Row: Sendable {
    /// Levels of its factors.
    public var label: String
    /// Casualties, mean over replications.
    public var casualties: Double?
    /// Cells by arm, in the order of ``SweepFindings/arms``.
    public var cells: [Cell]
    /// Casualties who died while waiting for each of ``SweepFindings/resources``, in the baseline.
    public var diedWaiting: [Estimate?]
  }

  /// One arm at one design point.
  public struct Cell: Sendable {
    /// Deaths after the drain.
    public var deaths: Estimate?
    /// Deaths that waiting caused; nil without an arm that does not wait.
    public var waitingDeaths: Estimate?
    /// Of these, of casualties.
    public var casualtyWaitingDeaths: Estimate?
    /// Paired difference of deaths to the baseline; nil for the baseline.
    public var difference: Estimate?
  }

  /// Names of the arms that wait.
  public var arms: [String]
  /// Units that casualties queue for and that some died waiting for, by title.
  public var resources: [String]
  /// Rows by design point.
  public var rows: [Row]
  /// What the sweep shows, in sentences, for each combination of the other factors.
  public var sentences: [String]

  /// Share of the baseline's deaths from waiting that no arm falls below when all are saturated.
  public static let saturationShare = 0.9

  /// What the words mean.
  public static let definition =
    "Waiting begins to kill at the first level where the interval of the baseline's casualty deaths that "
    + "waiting caused lies above zero, and so for those who died waiting for one resource; arms part where the paired difference of deaths to the baseline excludes "
    + "zero; all arms are saturated where, above the level at which they part, none has fewer than "
    + "\(SpokenNumber.percent(saturationShare)) of the baseline's deaths that waiting caused."

  init(_ outcome: BatchOutcome, points: [PointFindings]) {
    let plan = outcome.plan
    let places = plan.arms.indices.filter { !plan.arms[$0].isNoWait }
    let deaths = FindingsBuilder.Measures.deaths
    let measure = outcome.measures.nationalIndex(of: deaths)
    arms = places.map { plan.arms[$0].id }
    let casualtyDeaths = outcome.measures.nationalIndex(of: FindingsBuilder.Measures.casualtyDeaths)
    let queues = Self.queues(outcome)
    resources = queues.map(\.title)
    rows = points.enumerated().map { index, point in
      let all = outcome.points[index].arms
      return Row(
        label: point.label, casualties: point.casualties,
        cells: places.map { place in
          Cell(
            deaths: measure.flatMap {
              Estimate(all[place].observations(of: $0), level: plan.confidenceLevel)
            },
            waitingDeaths: plan.noWaitArm.flatMap { none in
              measure.flatMap {
                FindingsBuilder.difference(all[place], all[none], $0, plan.confidenceLevel)
              }
            },
            casualtyWaitingDeaths: plan.noWaitArm.flatMap { none in
              casualtyDeaths.flatMap {
                FindingsBuilder.difference(all[place], all[none], $0, plan.confidenceLevel)
              }
            }, difference: point.arms[place].deathDifference)
        },
        diedWaiting: queues.map { queue in
          Estimate(all[0].observations(of: queue.measure), level: plan.confidenceLevel)
        })
    }
    sentences = []
    let hasIntervals = rows.contains { $0.cells.contains { $0.deaths?.lower != nil } }
    sentences =
      hasIntervals
      ? Self.groups(plan).compactMap { group in sentence(group, plan) }
      : [
        "Whether waiting kills and arms part is not told: one "
          + "\(plan.isAntithetic ? "antithetic pair" : "replication") gives no interval."
      ]
  }

  /// Queued kinds that any casualty of the baseline died waiting for, with the measure that counts them.
  private static func queues(_ outcome: BatchOutcome) -> [(title: String, measure: Int)] {
    let kinds = outcome.plan.points[0].network.unitKinds
    return outcome.measures.queuedKinds.compactMap { kind in
      guard
        let measure = outcome.measures.nationalIndex(
          of: "\(kinds[kind].columnName)_casualty_died_waiting_patients")
      else { return nil }
      let anyDied = outcome.points.contains { point in
        point.arms.first.map { $0.values(of: measure).contains { $0 > 0 } } ?? false
      }
      return anyDied ? (kinds[kind].title, measure) : nil
    }
  }

  /// Design points that differ in the swept factor alone: the one with most levels. A day of decision is no more or less
  /// of anything, and changes nothing in the baseline.
  private static func groups(_ plan: BatchPlan) -> [(swept: Int, points: [Int])] {
    let counts = plan.factors.indices.map { factor in
      Set(plan.points.map { $0.levels[factor].level }).count
    }
    let doses = counts.indices.filter { !plan.movesDecision(factor: $0) }
    guard let swept = doses.max(by: { (counts[$0], -$0) < (counts[$1], -$1) }) else { return [] }
    var groups: [(key: [String], points: [Int])] = []
    for (index, point) in plan.points.enumerated() {
      var key = point.levels.map(\.level)
      key.remove(at: swept)
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].points.append(index)
      } else {
        groups.append((key, [index]))
      }
    }
    return groups.map { (swept, $0.points) }
  }

  private func sentence(_ group: (swept: Int, points: [Int]), _ plan: BatchPlan) -> String? {
    func level(_ point: Int?) -> String? {
      point.map { plan.points[$0].levels[group.swept].level }
    }
    let factor = plan.factors[group.swept]
    let kills = group.points.first { rows[$0].cells.first?.casualtyWaitingDeaths?.isAboveZero ?? false }
    let part = group.points.firstIndex { point in
      rows[point].cells.contains { $0.difference?.excludesZero ?? false }
    }
    let saturated = part.flatMap { first in
      group.points[(first + 1)...].first { isSaturated(rows[$0]) }
    }
    let others = plan.points[group.points[0]].levels.enumerated().filter { $0.offset != group.swept }
    let place = others.map { "\($0.element.factor) \($0.element.level)" }.joined(separator: ", ")
    var parts: [String] = []
    if plan.noWaitArm != nil {
      parts.append(
        level(kills).map { "waiting begins to kill at \(factor) \($0)" }
          ?? "waiting kills at no level measurably")
    }
    for (index, resource) in resources.enumerated() {
      let first = group.points.first { rows[$0].diedWaiting[index]?.isAboveZero ?? false }
      if let level = level(first) {
        parts.append("unmet \(resource.prefix(1).lowercased() + resource.dropFirst()) at \(level)")
      }
    }
    if arms.count > 1 {
      parts.append(
        level(part.map { group.points[$0] }).map { "arms part at \(factor) \($0)" } ?? "arms do not part")
      parts.append(
        level(saturated).map { "every arm is saturated at \(factor) \($0)" }
          ?? "no level saturates every arm")
    }
    if parts.isEmpty { return nil }
    let text = parts.joined(separator: "; ") + ", given these assumptions."
    return place.isEmpty ? text.prefix(1).uppercased() + text.dropFirst() : "With \(place): \(text)"
  }

  private func isSaturated(_ row: Row) -> Bool {
    guard let baseline = row.cells.first?.waitingDeaths, baseline.isAboveZero else { return false }
    return row.cells.allSatisfy {
      ($0.waitingDeaths?.mean ?? 0) >= Self.saturationShare * baseline.mean
    }
  }
}
