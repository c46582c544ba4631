/// Two runs side by side.
enum ComparedRuns {
  static let section = ReportSection(
    id: "compared", title: LocalText(sv: "Jämfört med en annan körning", en: "Compared with another run"),
    needs: [.otherRun], startsSheet: true
  ) { report, language in
    guard let other = report.other else { return .none }
    let isSwedish = language == .swedish
    let pairs = pairs(report.run.record, other.record)
    let measures = HeadlineMeasure.compared(report.run)
    let intro = HTML.paragraph(
      isSwedish
        ? "Den här körningen (A): \(name(report.run, language)). Den andra (B): \(name(other, language))."
        : "This run (A): \(name(report.run, language)). The other (B): \(name(other, language)).",
      kind: "measure")
    let lengths = lengths(report.run.record, other.record, language)
    let tables = pairs.map { pair in table(report, other, pair, measures, language) }
    return intro + lengths + .joined(tables) + ComparedCourses.html(report, other, pairs, language)
  }

  /// That the runs differ in length; nothing when they do not.
  private static func lengths(_ own: RunRecord, _ other: RunRecord, _ language: Language) -> HTML {
    guard (own.horizonDays, own.drainDays) != (other.horizonDays, other.drainDays) else { return .none }
    func said(_ record: RunRecord) -> String {
      language == .swedish
        ? "\(record.horizonDays) dygn och \(record.drainDays) dygns uppföljning"
        : "\(record.horizonDays) days and \(record.drainDays) of follow-up"
    }
    return .paragraph(
      language == .swedish
        ? "Körningarna är olika långa: A \(said(own)), B \(said(other)). Dagar i måttens namn är A:s; B:s tal gäller B:s egna dagar."
        : "The runs differ in length: A \(said(own)), B \(said(other)). Days in the names of measures are those of A; figures of B are by the days of B.",
      kind: "measure")
  }

  private static func name(_ run: ReportRun, _ language: Language) -> String {
    let record = run.record
    let (title, scenario) = (
      record.words(record.title)[language], record.words(record.scenarioTitle)[language]
    )
    return language == .swedish
      ? "\(title), \(scenario), \(record.replications) simuleringar, frö \(record.seed)"
      : "\(title), \(scenario), \(record.replications) simulations, seed \(record.seed)"
  }

  /// Arms of the same id; where none is, the first of both.
  private static func pairs(_ own: RunRecord, _ other: RunRecord) -> [(
    own: RunRecord.Arm, other: RunRecord.Arm
  )] {
    let same = own.arms.compactMap { arm in other.arms.first { $0.id == arm.id }.map { (arm, $0) } }
    if !same.isEmpty { return same }
    guard let first = own.arms.first, let second = other.arms.first else { return [] }
    return [(first, second)]
  }

  private static func table(
    _ report: Report, _ other: ReportRun, _ pair: (own: RunRecord.Arm, other: RunRecord.Arm),
    _ measures: [String],
    _ language: Language
  ) -> HTML {
    let isSwedish = language == .swedish
    let quantity = Quantity(language: language)
    let match = RunMatch(report.run, arm: pair.own.id, other, arm: pair.other.id)
    let rows = measures.map { measure -> PageTable.Row in
      let own = report.run.summary.row(measure, arm: pair.own.id)
      let second = other.summary.row(measure, arm: pair.other.id)
      let comparison = RunComparison(
        report.run, arm: pair.own.id, other, arm: pair.other.id, measure: measure, match)
      var (a, b) = (quantity.estimate(own), quantity.estimate(second))
      a.key = report.key(["arm": pair.own.id, "measure": measure])
      // The other run's tables are not this folder's.
      b.value = nil
      let error = comparison?.interval.map { ($0.upper - $0.lower) / 4 }
      let difference =
        comparison.map { PageTable.Cell.number(quantity.said($0.difference, error)) } ?? .missing
      let interval = comparison?.interval.map { interval in
        PageTable.Cell.number(
          "\(quantity.said(interval.lower, error)) \(isSwedish ? "till" : "to") \(quantity.said(interval.upper, error))"
        )
      }
      return PageTable.Row(
        [.words(report.names.name(of: measure)[language]), a, b, difference, interval ?? .missing])
    }
    let method = match.sentence(isAntithetic: report.run.record.isAntithetic)[language]
    let title = report.title(pair.own, language)
    return .element("h3", [:], title) + .paragraph(method, kind: "sub")
      + PageTable(
        caption: isSwedish ? "A och B, \(title)" : "A and B, \(title)",
        headings: isSwedish
          ? ["Mått", "A", "B", "B minus A", "95 procents chansintervall"]
          : ["Measure", "A", "B", "B minus A", "95 per cent chance interval"],
        columns: [nil, "mean"], file: "summary.csv", rows: rows, hidesCaption: true
      ).html
  }
}
