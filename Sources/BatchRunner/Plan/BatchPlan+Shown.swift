import ScenarioFiles

extension BatchPlan {
  /// Place of the design point that stands for the design where a page shows one: the model as it is.
  ///
  /// Of each factor it has the level that changes nothing, of days of decision the first, else one called 1, else the
  /// first.
  package var shownPoint: Int {
    let usual = factors.indices.map(usualLevel)
    return points.firstIndex { $0.levels.map(\.level) == usual } ?? 0
  }

  /// Whether a factor varies the day of a decision.
  package func movesDecision(factor: Int) -> Bool {
    factorDetails.first { $0.id == factors[factor] }?.movesDecision ?? false
  }

  private func usualLevel(ofFactor factor: Int) -> String {
    let first = points[0].levels[factor].level
    guard let detail = factorDetails.first(where: { $0.id == factors[factor] }) else {
      return points.contains { $0.levels[factor].level == "1" } ? "1" : first
    }
    if detail.movesDecision { return first }
    let plain = zip(detail.levels, detail.changes).first { $0.1.isEmpty }?.0
    return plain ?? detail.levels.first { $0 == "1" } ?? first
  }
}
