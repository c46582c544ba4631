/// Alternatives side by side: the headline with its chance interval, differences, and a table of key figures.
enum ArmsCompared {
  static let section = ReportSection(
    id: "arms", title: LocalText(sv: "Resultat i korthet", en: "Results in brief"), startsSheet: true
  ) { report, language in
    .joined([
      report.offers.contains(.alternatives) ? figure(report, language) : .none, table(report, language),
    ])
  }

  private static func figure(_ report: Report, _ language: Language) -> HTML {
    let isSwedish = language == .swedish
    let measure = HeadlineMeasure.id(report.run)
    let name = report.names.name(of: measure)[language]
    let id = "dots-\(language.rawValue)"
    let arms = report.run.record.arms
    let rows = arms.compactMap { arm in report.run.summary.row(measure, arm: arm.id).map { (arm, $0) } }
    let drawing = draw(report, rows.filter { !$0.0.isNoWait }, language, id: id, name: name)
    let quantity = Quantity(language: language)
    let table = PageTable(
      caption: name,
      headings: isSwedish
        ? ["Alternativ", "Medel", "Intervall från", "till", "Skillnad", "Intervall från", "till"]
        : ["Alternative", "Mean", "Interval from", "to", "Difference", "Interval from", "to"],
      columns: [
        nil, "mean", "ci95_lower", "ci95_upper", "difference_mean", "difference_ci95_lower",
        "difference_ci95_upper",
      ], file: "summary.csv",
      rows: rows.map { arm, row in
        PageTable.Row(
          [.words(report.title(arm, language))]
            + ["mean", "ci95_lower", "ci95_upper"].map {
              quantity.cell(row, $0, standardError: "standard_error")
            }
            + ["difference_mean", "difference_ci95_lower", "difference_ci95_upper"].map {
              quantity.cell(row, $0, standardError: "difference_standard_error")
            }, key: report.key(["arm": arm.id, "measure": measure]))
      })
    return PageFigure(
      id: "f-\(id)", title: name,
      subtitle: isSwedish
        ? "Medelvärde med 95 procents chansintervall, och parvis skillnad mot det första alternativet. Grått band: mitten av utfallen (5–95 procent av simuleringarna)."
        : "Mean with its 95 per cent chance interval, and paired difference to the first alternative. Grey band: the middle of the outcomes (5–95 per cent of simulations).",
      drawing: drawing, tables: [table], tableHeading: isSwedish ? "Siffrorna" : "The numbers",
      note: withoutQueues(rows, language),
      printsTables: true
    ).html
  }

  /// The thought experiment without queues is too far from the rest to be drawn beside it.
  private static func withoutQueues(
    _ rows: [(RunRecord.Arm, RunTable.Row)], _ language: Language
  ) -> HTML {
    guard let (_, row) = rows.first(where: { $0.0.isNoWait }), let mean = row.number("mean") else {
      return .none
    }
    let said = Quantity(language: language).said(mean, row.number("standard_error"))
    return .paragraph(
      language == .swedish
        ? "Utan köer, som tankeexperiment: \(said)." : "Without queues, as a thought experiment: \(said).",
      kind: "note")
  }

  private static func draw(
    _ report: Report, _ rows: [(arm: RunRecord.Arm, row: RunTable.Row)], _ language: Language, id: String,
    name: String
  ) -> HTML {
    let isSwedish = language == .swedish
    let rowHeight = 46.0
    let top = 30.0
    let height = top + Double(rows.count) * rowHeight + 26
    var canvas = Canvas(width: 680, height: height)
    func values(_ columns: [String]) -> [Double] {
      rows.flatMap { row in columns.compactMap { row.row.number($0) } }
    }
    let levels = values(["mean", "ci95_lower", "ci95_upper", "p05", "p95"])
    let low = levels.min() ?? 0
    let high = levels.max() ?? 1
    // A scale that begins at zero only when that does not press all marks together.
    let level = Axis(lowest: low < high * 0.6 ? 0 : low, highest: high, steps: 4)
    let differences = values(["difference_mean", "difference_ci95_lower", "difference_ci95_upper"])
    let difference = Axis(
      lowest: min(0, differences.min() ?? 0), highest: max(0, differences.max() ?? 0), steps: 4)
    func place(_ axis: Axis, _ value: Double, _ from: Double, _ to: Double) -> Double {
      from + axis.share(value) * (to - from)
    }
    let bottom = height - 24
    let hasDifferences = differences.contains { $0 != 0 }
    let (first, second) = (hasDifferences ? (24.0, 350.0) : (24.0, 660.0), (400.0, 664.0))
    canvas.text(name, x: first.0, y: 14, size: 11.5, fill: "f-soft")
    for tick in level.ticks {
      let x = place(level, tick, first.0, first.1)
      canvas.line(x, top, x, bottom, "s-hair")
      canvas.text(
        language.number(tick, exponent: level.exponent), x: x, y: bottom + 16, size: 11, anchor: "middle",
        fill: "f-soft")
    }
    if hasDifferences {
      canvas.text(
        isSwedish ? "Skillnad mot det första" : "Difference to the first", x: second.0, y: 14, size: 11.5,
        fill: "f-soft")
      for tick in difference.ticks {
        let x = place(difference, tick, second.0, second.1)
        canvas.line(x, top, x, bottom, tick == 0 ? "s-ink" : "s-hair", width: tick == 0 ? 1.2 : 1)
        canvas.text(
          language.number(tick, exponent: difference.exponent), x: x, y: bottom + 16, size: 11,
          anchor: "middle",
          fill: "f-soft")
      }
    }
    for (index, entry) in rows.enumerated() {
      let y = top + Double(index) * rowHeight + 30
      let title = Markup.fitted(report.title(entry.arm, language), width: 330, size: 12.5)
      canvas.text(title, x: first.0, y: y - 14, size: 12.5, isBold: index == 0)
      if let p05 = entry.row.number("p05"), let p95 = entry.row.number("p95") {
        let start = place(level, p05, first.0, first.1)
        canvas.box(
          x: start, y: y - 5, width: place(level, p95, first.0, first.1) - start, height: 10, fill: "f-wide")
      }
      func interval(_ axis: Axis, _ prefix: String, _ from: Double, _ to: Double) {
        if let lower = entry.row.number("\(prefix)ci95_lower"),
          let upper = entry.row.number("\(prefix)ci95_upper")
        {
          let (a, b) = (place(axis, lower, from, to), place(axis, upper, from, to))
          canvas.line(a, y, b, y, "s-ink", width: 1.8)
          canvas.line(a, y - 5, a, y + 5, "s-ink", width: 1.4)
          canvas.line(b, y - 5, b, y + 5, "s-ink", width: 1.4)
        }
        if let mean = entry.row.number("\(prefix)mean") {
          canvas.mark(index, x: place(axis, mean, from, to), y: y, size: 5.2)
        }
      }
      interval(level, "", first.0, first.1)
      if hasDifferences { interval(difference, "difference_", second.0, second.1) }
    }
    let said = rows.map { entry in
      "\(report.title(entry.arm, language)): \(Quantity(language: language).said(entry.row.number("mean") ?? 0, entry.row.number("standard_error")))"
    }
    return canvas.svg(
      id: id, title: name,
      description: (isSwedish ? "Punkter med intervall. " : "Dots with intervals. ")
        + said.joined(separator: "; ") + ".",
      fits: false)
  }

  /// Key figures: one row a measure, one column an alternative.
  private static func table(_ report: Report, _ language: Language) -> HTML {
    let isSwedish = language == .swedish
    let arms = report.run.record.arms
    let quantity = Quantity(language: language)
    let rows = HeadlineMeasure.compared(report.run).map { measure in
      PageTable.Row(
        [.words(report.names.name(of: measure)[language])]
          + arms.map { arm in
            var cell = quantity.estimate(report.run.summary.row(measure, arm: arm.id))
            cell.key = report.key(["arm": arm.id, "measure": measure])
            return cell
          })
    }
    return .element("h3", [:], isSwedish ? "Nyckeltal" : "Key figures")
      + .paragraph(
        isSwedish
          ? "Medelvärde ± halva 95-procentsintervallet." : "Mean ± half of the 95 per cent interval.",
        kind: "sub")
      + PageTable(
        caption: isSwedish ? "Nyckeltal per alternativ" : "Key figures by alternative",
        headings: [isSwedish ? "Mått" : "Measure"]
          + (arms.count == 1 ? [isSwedish ? "Värde" : "Value"] : arms.map { report.title($0, language) }),
        columns: [nil] + arms.map { _ in "mean" }, file: "summary.csv", rows: rows, hidesCaption: true
      ).html
  }
}
