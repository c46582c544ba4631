import CareModel

/// Deaths by the state in which patients died, every arm.
enum CausesOfDeath {
  static let section = ReportSection(
    id: "deaths", title: LocalText(sv: "Var patienter dör", en: "Where patients die"), needs: [.deaths]
  ) { report, language in
    let isSwedish = language == .swedish
    let arms = report.run.record.arms
    func mean(_ cause: DeathCause, _ arm: RunRecord.Arm) -> Double {
      report.run.summary.row(cause.measure, arm: arm.id)?.number("mean") ?? 0
    }
    let causes = DeathCause.allCases.filter { cause in arms.contains { mean(cause, $0) > 0 } }
    if causes.isEmpty { return .none }
    let id = "causes-\(language.rawValue)"
    let quantity = Quantity(language: language)
    let table = PageTable(
      caption: isSwedish ? "Döda efter var de dog, medel" : "Deaths by where they died, mean",
      headings: [isSwedish ? "Var" : "Where"] + arms.map { report.title($0, language) },
      columns: [nil] + arms.map { _ in "mean" }, file: "summary.csv",
      rows: causes.enumerated().map { index, cause in
        PageTable.Row(
          [.words("\(index + 1). \(report.names.name(of: cause.measure)[language])")]
            + arms.map { arm in
              var cell = quantity.cell(
                report.run.summary.row(cause.measure, arm: arm.id), "mean", standardError: "standard_error")
              cell.key = report.key(["arm": arm.id, "measure": cause.measure])
              return cell
            })
      })
    let title =
      isSwedish ? "Döda till dag \(report.run.record.lastDay)" : "Deaths by day \(report.run.record.lastDay)"
    return PageFigure(
      id: "f-\(id)", title: title,
      subtitle: isSwedish
        ? "Medelvärden. Siffran i fältet är raden i tabellen."
        : "Means. The number in a field is the row of the table.",
      drawing: draw(report, causes, mean, language, id: id, title: title), tables: [table],
      tableHeading: isSwedish ? "Siffrorna" : "The numbers", printsTables: true
    ).html + key(report, causes, language)
  }

  private static func key(_ report: Report, _ causes: [DeathCause], _ language: Language) -> HTML {
    .list(
      causes.enumerated().map { index, cause in
        var canvas = Canvas(width: 34, height: 18)
        field(&canvas, index, x: 0, y: 0, width: 34, height: 18)
        return canvas.ornament() + .words("\(index + 1). \(report.names.name(of: cause.measure)[language])")
      }, kind: "key")
  }

  /// Fill and pattern of the field of a cause.
  private static func field(
    _ canvas: inout Canvas, _ index: Int, x: Double, y: Double, width: Double, height: Double
  ) {
    let fills = ["f-accent", "f-half", "f-wide", "f-shade", "f-warn", "f-warn-soft", "f-paper"]
    canvas.box(x: x, y: y, width: width, height: height, fill: fills[index % fills.count], stroke: "s-ink")
  }

  private static func draw(
    _ report: Report, _ causes: [DeathCause], _ mean: (DeathCause, RunRecord.Arm) -> Double,
    _ language: Language, id: String, title: String
  ) -> HTML {
    let arms = report.run.record.arms
    let rowHeight = 48.0
    var canvas = Canvas(width: 680, height: Double(arms.count) * rowHeight + 26)
    let (left, right) = (6.0, 640.0)
    let totals = arms.map { arm in causes.reduce(0) { $0 + mean($1, arm) } }
    let axis = Axis(lowest: 0, highest: totals.max() ?? 1, steps: 6)
    func x(_ value: Double) -> Double { left + axis.share(value) * (right - left) }
    let bottom = Double(arms.count) * rowHeight + 4
    for tick in axis.ticks {
      canvas.line(x(tick), 4, x(tick), bottom, "s-hair")
      canvas.text(
        language.number(tick, exponent: axis.exponent), x: x(tick), y: bottom + 15, size: 11,
        anchor: "middle",
        fill: "f-soft")
    }
    for (place, arm) in arms.enumerated() {
      let y = Double(place) * rowHeight
      canvas.text(
        Markup.fitted(report.title(arm, language), width: 600, size: 12.5), x: left, y: y + 15, size: 12.5)
      var start = 0.0
      for (index, cause) in causes.enumerated() {
        let value = mean(cause, arm)
        let width = x(start + value) - x(start)
        guard width > 0.4 else {
          start += value
          continue
        }
        field(&canvas, index, x: x(start), y: y + 21, width: width, height: 20)
        if width > 14 {
          let isDark = [0, 3, 4].contains(index % 7)
          canvas.text(
            "\(index + 1)", x: x(start) + width / 2, y: y + 35.5, size: 11.5, anchor: "middle",
            fill: isDark ? "f-paper" : "f-ink", isBold: true)
        }
        start += value
      }
    }
    let said = zip(arms, totals).map { "\(report.title($0, language)): \(language.plain($1))" }
    return canvas.svg(id: id, title: title, description: said.joined(separator: "; ") + ".", fits: false)
  }
}
