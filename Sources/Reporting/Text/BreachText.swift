/// The first regions to breach, in text.
struct BreachText {
  /// Breaches shown.
  static let shown = 5
  let point: PointFindings

  init(_ point: PointFindings) { self.point = point }

  /// The definition, the first breaches of the baseline and how many regions breach in each arm.
  func lines(width: Int) -> [String] {
    if point.resources.isEmpty { return [] }
    var lines = Paragraph.wrap(
      "A region breaches when, over a day, the mean number waiting for a place is at least 5 % of the "
        + "staffed places, and at least one, in half of the replications"
        + (point.hasStocks ? "; of a stock, when a use of it goes without." : "."), width: width)
    if !point.breaches.isEmpty {
      lines.append("First to breach after day 0, with “\(point.arms[0].title)”:")
      let rows = point.breaches.prefix(Self.shown).map { breach in
        [
          breach.region, breach.resource, "\(breach.day)",
          "\(breach.early) to \(breach.late.map { "\($0)" } ?? "never")",
          SpokenNumber.percent(breach.share),
        ]
      }
      lines += TextTable(
        headings: ["region", "resource", "day", "5–95 % of replications", "replications that breach"],
        rows: Array(rows)
      ).lines(width: width)
    }
    lines.append("Regions that breach (of these, already on day 0):")
    let rows = point.arms.filter { !$0.isNoWait }.map { arm in
      [arm.id]
        + point.resources.indices.map { index in
          let early = arm.breachedAtStart[index]
          let count = "\(arm.breachCounts[index]) of \(point.regionCounts[index])"
          return early > 0 ? "\(count) (\(early))" : count
        }
    }
    return lines + TextTable(headings: ["arm"] + point.resources, rows: rows).lines(width: width)
  }

  /// One line, for one design point of many.
  func short(width: Int) -> [String] {
    if point.breaches.isEmpty { return [] }
    let parts = point.breaches.prefix(Self.shown).map { "\($0.region), \($0.resource), day \($0.day)" }
    return Paragraph.wrap("First to breach: \(parts.joined(separator: "; ")).", width: width)
  }
}
