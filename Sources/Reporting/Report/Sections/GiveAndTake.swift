/// What each region gives to others and takes from them.
enum GiveAndTake {
  static let section = ReportSection(
    id: "give", title: LocalText(sv: "Ge och ta mellan regioner", en: "Give and take between regions"),
    needs: [.flows], startsSheet: true
  ) { report, language in
    let isSwedish = language == .swedish
    let arms = report.run.record.choices.filter { arm in report.run.flows.contains { $0["arm"] == arm.id } }
    guard report.run.record.regions.count > 1, !arms.isEmpty else { return .none }
    let intro = HTML.paragraph(
      isSwedish
        ? "Patienter som flyttas mellan regioner under hela simuleringen, till dag \(report.run.record.lastDay), medelvärden. Åt höger: tar emot från andra regioner. Åt vänster: lämnar till andra regioner, och längst ut till allierade länder."
        : "Patients moved between regions over the whole simulation, to day \(report.run.record.lastDay), means. To the right: taken from other regions. To the left: given to other regions, and outermost to allied countries.",
      kind: "measure")
    return intro + .joined(arms.map { figure(report, $0, language) })
  }

  /// What one region gives and takes.
  private struct Exchange {
    let region: RunRecord.Region
    var taken = 0.0
    var given = 0.0
    var allied = 0.0
  }

  private static func exchanges(_ report: Report, _ arm: RunRecord.Arm) -> [Exchange] {
    let rows = report.run.flows.filter { $0["arm"] == arm.id }
    return report.run.record.regions.map { region in
      var exchange = Exchange(region: region)
      for row in rows {
        let patients = row.number("patients") ?? 0
        if row["from_region"] == region.code {
          if row["to_kind"] == "allied" { exchange.allied += patients } else { exchange.given += patients }
        } else if row["to_region"] == region.code, row["to_kind"] == "region" {
          exchange.taken += patients
        }
      }
      return exchange
    }
  }

  private static func figure(_ report: Report, _ arm: RunRecord.Arm, _ language: Language) -> HTML {
    let isSwedish = language == .swedish
    let all = exchanges(report, arm)
    let hasAllied = all.contains { $0.allied > 0 }
    let sorted = all.enumerated().sorted { left, right in
      let (one, two) = (left.element.taken - left.element.given, right.element.taken - right.element.given)
      return (one, left.offset) > (two, right.offset) && one != two
        || one == two && left.offset < right.offset
    }.map(\.element)
    let title = report.title(arm, language)
    let id = "give-\(arm.id)-\(language.rawValue)"
    let drawing = draw(sorted, language, id: id, title: title, hasAllied: hasAllied)
    let quantity = Quantity(language: language)
    let rows = sorted.map { exchange -> PageTable.Row in
      let code = exchange.region.code
      func cell(_ value: Double, _ key: String) -> PageTable.Cell {
        .piece(
          value == 0
            ? .words("0")
            : .element(
              "data",
              [
                "value": Report.raw(value), "data-file": "flows.csv", "data-key": key,
                "data-column": "patients",
              ],
              quantity.tenths(value)))
      }
      var cells: [PageTable.Cell] = [
        .words(exchange.region.name),
        number(cell(exchange.taken, report.key(["arm": arm.id, "to_kind": "region", "to_region": code]))),
        number(cell(exchange.given, report.key(["arm": arm.id, "to_kind": "region", "from_region": code]))),
        .number(signed(exchange.taken - exchange.given, language)),
      ]
      if hasAllied {
        cells.append(
          number(
            cell(exchange.allied, report.key(["arm": arm.id, "to_kind": "allied", "from_region": code]))))
      }
      return PageTable.Row(cells)
    }
    let headings =
      (isSwedish ? ["Region", "Tar emot", "Lämnar", "Netto"] : ["Region", "Takes", "Gives", "Net"])
      + (hasAllied ? [isSwedish ? "Till allierade" : "To allies"] : [])
    return PageFigure(
      id: "f-\(id)", title: title,
      subtitle: isSwedish ? "Patienter, ordnat efter netto" : "Patients, ordered by net", drawing: drawing,
      tables: [
        PageTable(
          caption: isSwedish ? "Ge och ta: \(title)" : "Give and take: \(title)", headings: headings,
          rows: rows)
      ], tableHeading: isSwedish ? "Siffrorna" : "The numbers", printsTables: true
    ).html
  }

  private static func number(_ cell: PageTable.Cell) -> PageTable.Cell {
    var cell = cell
    cell.isNumber = true
    return cell
  }

  private static func signed(_ value: Double, _ language: Language) -> String {
    let text = Quantity(language: language).tenths(value)
    return value > 0.05 ? "+\(text)" : text
  }

  private static func draw(
    _ exchanges: [Exchange], _ language: Language, id: String, title: String, hasAllied: Bool
  ) -> HTML {
    let isSwedish = language == .swedish
    let rowHeight = 19.0
    let (left, right, top) = (128.0, 640.0, 26.0)
    var canvas = Canvas(width: right + 30, height: top + Double(exchanges.count) * rowHeight + 34)
    let most = exchanges.map { max($0.taken, $0.given + $0.allied) }.max() ?? 1
    let axis = Axis(lowest: -most, highest: most, steps: 8)
    func x(_ value: Double) -> Double { left + axis.share(value) * (right - left) }
    let bottom = top + Double(exchanges.count) * rowHeight
    for tick in axis.ticks {
      canvas.line(x(tick), top - 4, x(tick), bottom, tick == 0 ? "s-ink" : "s-hair")
      canvas.text(
        language.number(abs(tick), exponent: axis.exponent), x: x(tick), y: bottom + 16, size: 11,
        anchor: "middle", fill: "f-soft")
    }
    canvas.text(
      isSwedish ? "← lämnar" : "← gives", x: x(0) - 8, y: 14, size: 11.5, anchor: "end", fill: "f-soft")
    canvas.text(isSwedish ? "tar emot →" : "takes →", x: x(0) + 8, y: 14, size: 11.5, fill: "f-soft")
    if hasAllied {
      canvas.text(
        isSwedish ? "snedstreckat: till allierade" : "hatched: to allies", x: right, y: 14, size: 11,
        anchor: "end",
        fill: "f-soft")
    }
    for (index, exchange) in exchanges.enumerated() {
      let y = top + Double(index) * rowHeight
      canvas.text(
        Markup.fitted(exchange.region.name, width: left - 14, size: 11.5), x: left - 10, y: y + 13,
        size: 11.5,
        anchor: "end")
      canvas.box(x: x(0), y: y + 3, width: x(exchange.taken) - x(0), height: 13, fill: "f-accent")
      canvas.box(
        x: x(-exchange.given), y: y + 3, width: x(0) - x(-exchange.given), height: 13, fill: "f-half")
      if exchange.allied > 0 {
        let start = x(-exchange.given - exchange.allied)
        let end = x(-exchange.given)
        canvas.box(x: start, y: y + 3, width: end - start, height: 13, fill: "f-paper", stroke: "s-accent")
        var stripe = start + 4
        while stripe < end {
          canvas.line(stripe, y + 3, max(start, stripe - 7), y + 16, "s-accent")
          stripe += 5
        }
      }
    }
    let takers = exchanges.prefix(3).filter { $0.taken > $0.given }.map(\.region.name)
    let givers = exchanges.suffix(3).filter { $0.given > $0.taken }.reversed().map(\.region.name)
    let description =
      isSwedish
      ? "Staplar åt två håll, en rad för varje region. Mest tar \(language.list(takers)) emot; mest lämnar \(language.list(Array(givers)))."
      : "Bars in two directions, a row for each region. \(language.list(takers)) take most; \(language.list(Array(givers))) give most."
    return canvas.svg(id: id, title: title, description: description, fits: false)
  }
}
