/// What varying the factors of a design does: the headline measure, or the difference to the first arm, by level.
enum Sensitivity {
  /// Panels at most; further combinations are in the table.
  private static let mostPanels = 6
  /// Rows of the table at most.
  private static let mostRows = 200

  static let section = ReportSection(
    id: "sensitivity", title: LocalText(sv: "Om antagandena ändras", en: "If assumptions change"),
    needs: [.factors], startsSheet: true
  ) { report, language in
    let record = report.run.record
    guard
      let swept = record.factors.indices.max(by: { left, right in
        (record.factors[left].levels.count, -left) < (record.factors[right].levels.count, -right)
      })
    else { return .none }
    let measure = HeadlineMeasure.id(report.run)
    let isDifference = record.choices.count > 1
    let arms = isDifference ? Array(record.choices.dropFirst()) : record.choices
    let column = isDifference ? "difference_mean" : "mean"
    return figure(report, swept, measure, arms, column, language)
  }

  /// Design points that differ in the swept factor alone.
  private static func groups(_ points: [[String]], _ swept: Int) -> [(others: [String], points: [[String]])] {
    var groups: [(others: [String], points: [[String]])] = []
    for point in points {
      var others = point
      others.remove(at: swept)
      if let place = groups.firstIndex(where: { $0.others == others }) {
        groups[place].points.append(point)
      } else {
        groups.append((others, [point]))
      }
    }
    return groups
  }

  private static func figure(
    _ report: Report, _ swept: Int, _ measure: String, _ arms: [RunRecord.Arm], _ column: String,
    _ language: Language
  ) -> HTML {
    let record = report.run.record
    let isSwedish = language == .swedish
    let isDifference = column == "difference_mean"
    let prefix = isDifference ? "difference_" : ""
    let groups = groups(report.run.summary.points, swept)
    func row(_ arm: RunRecord.Arm, _ point: [String]) -> RunTable.Row? {
      report.run.summary.row(measure, arm: arm.id, point: point)
    }
    let values = groups.flatMap { $0.points }.flatMap { point in
      arms.flatMap { arm in
        [column, "\(prefix)ci95_lower", "\(prefix)ci95_upper"].compactMap { row(arm, point)?.number($0) }
      }
    }
    guard let low = values.min(), let high = values.max() else { return .none }
    let axis = Axis(lowest: min(0, low), highest: max(0, high), steps: 5)
    let name = report.names.name(of: measure)[language]
    let factor = record.words(record.factors[swept].title)[language]
    let panels = groups.prefix(mostPanels).enumerated().map { index, group in
      panel(
        report, group, swept, arms, axis, row, prefix, column, language,
        id: "sens-\(index)-\(language.rawValue)")
    }
    let quantity = Quantity(language: language)
    let points = report.run.summary.points
    let table = PageTable(
      caption: isSwedish ? "Alla kombinationer" : "All combinations",
      headings: record.factors.map { record.words($0.title)[language] }
        + arms.map { report.title($0, language) },
      columns: record.factors.map { _ in nil } + arms.map { _ in column }, file: "summary.csv",
      rows: points.prefix(mostRows).map { point in
        PageTable.Row(
          point.map { .words($0) }
            + arms.map { arm in
              var cell = quantity.estimate(row(arm, point), prefix: prefix)
              cell.key = report.key(point: point, ["arm": arm.id, "measure": measure])
              return cell
            })
      })
    let subtitle =
      isDifference
      ? (isSwedish
        ? "Skillnad mot det första alternativet, med 95 procents chansintervall. Under noll: lägre än det första. Längs axeln: \(factor)."
        : "Difference to the first alternative, with its 95 per cent chance interval. Below zero: less than the first. Along the axis: \(factor).")
      : (isSwedish
        ? "Medelvärde med 95 procents chansintervall. Längs axeln: \(factor)."
        : "Mean with its 95 per cent chance interval. Along the axis: \(factor).")
    let key = HTML.list(
      arms.map { arm in
        ArmMark.html(record.arms.firstIndex { $0.id == arm.id } ?? 0) + .words(report.title(arm, language))
      }, kind: "key")
    return PageFigure(
      id: "f-sensitivity-\(language.rawValue)", title: name, subtitle: subtitle,
      drawing: key + .element("div", ["class": "panels"], Array(panels)), tables: [table],
      tableHeading: points.count <= mostRows
        ? (isSwedish ? "Siffrorna" : "The numbers")
        : (isSwedish
          ? "De första \(mostRows) (alla: summary.csv)" : "The first \(mostRows) (all: summary.csv)"),
      printsTables: points.count <= 24
    ).html
  }

  private static func panel(
    _ report: Report, _ group: (others: [String], points: [[String]]), _ swept: Int, _ arms: [RunRecord.Arm],
    _ axis: Axis, _ row: (RunRecord.Arm, [String]) -> RunTable.Row?, _ prefix: String, _ column: String,
    _ language: Language, id: String
  ) -> HTML {
    let record = report.run.record
    var canvas = Canvas(width: 340, height: 250)
    let (left, right, top, bottom) = (52.0, 330.0, 30.0, 218.0)
    var others = record.factors
    others.remove(at: swept)
    let label = zip(others, group.others).map { "\(record.words($0.title)[language]): \($1)" }.joined(
      separator: ", ")
    let title = label.isEmpty ? record.words(record.factors[swept].title)[language] : label
    canvas.text(
      Markup.fitted(title, width: 320, size: 12.5, isBold: true), x: 4, y: 16, size: 12.5, isBold: true)
    func y(_ value: Double) -> Double { bottom - axis.share(value) * (bottom - top) }
    for tick in axis.ticks {
      canvas.line(left, y(tick), right, y(tick), tick == 0 ? "s-ink" : "s-hair")
      canvas.text(
        language.number(tick, exponent: axis.exponent), x: left - 6, y: y(tick) + 4, size: 11, anchor: "end",
        fill: "f-soft")
    }
    let step = (right - left - 24) / Double(max(1, group.points.count - 1))
    func x(_ index: Int) -> Double {
      left + 12 + (group.points.count == 1 ? (right - left - 24) / 2 : Double(index) * step)
    }
    let every = max(1, (group.points.count + 7) / 8)
    for (index, point) in group.points.enumerated() where index % every == 0 {
      canvas.text(
        Markup.fitted(point[swept], width: step * Double(every), size: 11), x: x(index), y: bottom + 18,
        size: 11,
        anchor: "middle", fill: "f-soft")
    }
    var said: [String] = []
    for arm in arms {
      let number = record.arms.firstIndex { $0.id == arm.id } ?? 0
      let shift = Double(number - arms.count / 2) * 3
      var line: [String] = []
      for (index, point) in group.points.enumerated() {
        guard let value = row(arm, point)?.number(column) else { continue }
        line.append(Markup.point(x(index) + shift, y(value)))
      }
      guard !line.isEmpty else { continue }
      canvas.path(
        "M" + line.joined(separator: "L"), stroke: "s-accent", width: 1, dash: number % 2 == 0 ? nil : "3 3")
      for (index, point) in group.points.enumerated() {
        guard let row = row(arm, point), let value = row.number(column) else { continue }
        if let lower = row.number("\(prefix)ci95_lower"), let upper = row.number("\(prefix)ci95_upper") {
          canvas.line(x(index) + shift, y(lower), x(index) + shift, y(upper), "s-ink", width: 1.3)
        }
        canvas.mark(number, x: x(index) + shift, y: y(value), size: 4)
      }
      let ends = [group.points.first, group.points.last].compactMap { $0 }.compactMap { point in
        row(arm, point)?.number(column).map {
          "\(point[swept]): \(Quantity(language: language).said($0.rounded()))"
        }
      }
      said.append("\(report.title(arm, language)) \(ends.joined(separator: " … "))")
    }
    return canvas.svg(id: id, title: title, description: said.joined(separator: "; ") + ".")
  }
}
