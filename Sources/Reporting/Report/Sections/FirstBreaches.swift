/// Where and when resources first break.
enum FirstBreaches {
  /// Rows of the figure at most.
  private static let shown = 24

  static let section = ReportSection(
    id: "breaches", title: LocalText(sv: "Vad som brister först", en: "What breaks first"), needs: [.breaches]
  ) { report, language in
    guard let arm = report.run.record.choices.first else { return .none }
    let isSwedish = language == .swedish
    let resources = EnduranceTable.resources(report)
    let all = report.run.breaches.filter {
      $0["arm"] == arm.id && $0["region_code"] != "*" && $0.number("day_p50") != nil
    }
    guard !all.isEmpty else {
      return .paragraph(
        isSwedish
          ? "Ingen resurs brister i hälften av simuleringarna, i ”\(report.title(arm, language))”."
          : "No resource breaks in half of the simulations, in “\(report.title(arm, language))”.")
    }
    let start = all.count { $0.number("day_p50") == 0 }
    let later = all.filter { ($0.number("day_p50") ?? 0) > 0 }
    let sorted = later.enumerated().sorted { left, right in
      let (one, two) = (left.element.number("day_p50") ?? 0, right.element.number("day_p50") ?? 0)
      return (one, left.offset) < (two, right.offset)
    }.map(\.element)
    let intro =
      isSwedish
      ? "I ”\(report.title(arm, language))”. \(start > 0 ? "\(language.number(start)) \(start == 1 ? "resurs" : "resurser") i regionerna räcker inte ens den första dagen. " : "")Figuren visar de första som brister\(start > 0 ? " därefter" : ""): dagen i hälften av simuleringarna, med strecket från 5 till 95 procent av dem (streckat när färre än 95 procent någonsin brister)."
      : "In “\(report.title(arm, language))”. \(start > 0 ? "\(language.number(start)) \(start == 1 ? "resource of a region does" : "resources of regions do") not suffice even on the first day. " : "")The figure shows the first to break\(start > 0 ? " after that" : ""): the day in half of the simulations, with a line from 5 to 95 per cent of them (dashed where fewer than 95 per cent ever break)."
    return .paragraph(intro, kind: "measure")
      + figure(report, arm, Array(sorted.prefix(shown)), all, resources, language)
  }

  private typealias Resource = (kind: String, id: String, title: LocalText)

  private static func figure(
    _ report: Report, _ arm: RunRecord.Arm, _ rows: [RunTable.Row], _ all: [RunTable.Row],
    _ resources: [Resource], _ language: Language
  ) -> HTML {
    let isSwedish = language == .swedish
    let id = "breach-\(language.rawValue)"
    let isSingle = report.run.record.regions.count == 1
    func title(_ row: RunTable.Row) -> String {
      resources.first { $0.id == row["resource"] && $0.kind == row["resource_kind"] }?.title[language]
        ?? row["resource"]
    }
    func place(_ row: RunTable.Row) -> Int {
      resources.firstIndex { $0.id == row["resource"] && $0.kind == row["resource_kind"] } ?? 0
    }
    let rowHeight = 20.0
    var canvas = Canvas(width: 680, height: 40 + Double(rows.count) * rowHeight)
    let (left, right) = (290.0, 664.0)
    let last = Double(report.run.record.lastDay)
    let highest = rows.map { $0.number("day_p95") ?? last }.max() ?? 1
    let axis = Axis(lowest: 0, highest: max(1, highest), steps: 8)
    func x(_ day: Double) -> Double { left + axis.share(min(day, axis.highest)) * (right - left) }
    let bottom = 8 + Double(rows.count) * rowHeight
    for tick in axis.ticks where tick == tick.rounded() {
      canvas.line(x(tick), 4, x(tick), bottom, "s-hair")
      canvas.text(
        language.number(tick), x: x(tick), y: bottom + 16, size: 11, anchor: "middle", fill: "f-soft")
    }
    canvas.text(
      isSwedish ? "dag" : "day", x: left - 10, y: bottom + 16, size: 11, anchor: "end", fill: "f-soft")
    for (index, row) in rows.enumerated() {
      let y = 18 + Double(index) * rowHeight
      canvas.text(
        Markup.fitted(
          isSingle ? title(row) : "\(row["region"]) · \(title(row))", width: left - 16, size: 11.5),
        x: left - 10,
        y: y + 4,
        size: 11.5, anchor: "end")
      let day = row.number("day_p50") ?? 0
      let late = row.number("day_p95")
      canvas.line(
        x(row.number("day_p05") ?? day), y, late.map(x) ?? right, y, "s-ink", width: 1.6,
        dash: late == nil ? "4 3" : nil)
      canvas.mark(place(row), x: x(day), y: y, size: 4.6)
    }
    let first =
      rows.first.map { "\($0["region"]), \(title($0)), \(isSwedish ? "dag" : "day") \($0["day_p50"])" } ?? ""
    let drawing =
      rows.isEmpty
      ? HTML.none
      : canvas.svg(
        id: id, title: isSwedish ? "Första bristdag" : "First day of want",
        description: isSwedish ? "Först brister \(first)." : "First to break is \(first).", fits: false)
    let table = PageTable(
      caption: isSwedish
        ? "Första bristdag, \(report.title(arm, language))"
        : "First day of want, \(report.title(arm, language))",
      headings: isSwedish
        ? ["Region", "Resurs", "Dag i hälften", "5 %", "95 %", "Andel av simuleringarna"]
        : ["Region", "Resource", "Day in half", "5%", "95%", "Share of simulations"],
      columns: [nil, nil, "day_p50", "day_p05", "day_p95", "share"], file: "breaches.csv",
      rows: all.map { row in
        PageTable.Row(
          [.words(row["region"]), .words(title(row))]
            + ["day_p50", "day_p05", "day_p95"].map { column in
              row.number(column).map { .number(language.number($0), value: row[column]) } ?? .missing
            } + [.number(language.percent(row.number("share") ?? 0), value: row["share"])],
          key: report.key([
            "arm": arm.id, "region_code": row["region_code"], "resource_kind": row["resource_kind"],
            "resource": row["resource"],
          ]))
      })
    return PageFigure(
      id: "f-\(id)", title: isSwedish ? "Första bristdag" : "First day of want", drawing: drawing,
      tables: [table],
      tableHeading: isSwedish
        ? "Alla som brister i hälften av simuleringarna (alla: breaches.csv)"
        : "All that break in half of the simulations (all: breaches.csv)"
    ).html
  }
}
