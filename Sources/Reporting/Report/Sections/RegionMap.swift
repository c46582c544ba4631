/// The tile map of the regions by day: a map to explore, and a still version of chosen days.
enum RegionMap {
  static let section = ReportSection(
    id: "map", title: LocalText(sv: "Karta över regionerna", en: "Map of the regions"), needs: [.tileMap],
    startsSheet: true
  ) { report, language in
    let data = MapData(report.run)
    // Queues say more than places, which cannot be more than full.
    guard let first = data.measures.first(where: { $0.kind == nil }) ?? data.measures.first else {
      return .none
    }
    let isSwedish = language == .swedish
    let intro = HTML.paragraph(
      isSwedish
        ? "Varje ruta är en region. Siffran är medianen av simuleringarna den dagen; ju mörkare ruta, desto mer. Med reglaget går det att följa dag för dag."
        : "Each tile is a region. The number is the median of the simulations on that day; the darker a tile, the more. The slider follows it day by day.",
      kind: "measure")
    return intro + explorer(report, data, language) + stills(report, data, first, language)
  }

  /// The map that the script draws; hidden without one.
  private static func explorer(_ report: Report, _ data: MapData, _ language: Language) -> HTML {
    let isSwedish = language == .swedish
    let tag = language.rawValue
    func options(_ words: [String]) -> [HTML] {
      words.enumerated().map { .element("option", ["value": "\($0.offset)"], $0.element) }
    }
    let arms = data.arms.map { report.title($0, language) }
    let controls = HTML.element(
      "div", ["class": "controls"],
      .element(
        "label", [:], .words(isSwedish ? "Mått " : "Measure "),
        .element(
          "select", ["data-map": "measure", "id": "map-measure-\(tag)"],
          options(data.measures.map { $0.title[language] }))),
      .element(
        "label", [:], .words(isSwedish ? "Alternativ " : "Alternative "),
        .element("select", ["data-map": "arm", "id": "map-arm-\(tag)"], options(arms))),
      .element(
        "label", ["class": "wide"], .words(isSwedish ? "Dag " : "Day "),
        HTML(
          markup:
            "<input type=\"range\" data-map=\"day\" id=\"map-day-\(tag)\" min=\"0\" max=\"\(data.dayCount - 1)\" "
            + "value=\"0\" step=\"1\">"),
        .element("output", ["data-map": "shown"], "0")))
    let map = TileMap(report.run.record, cell: 84)
    var canvas = map.canvas
    let id = "explore-\(tag)"
    map.drawLive(into: &canvas)
    let title = isSwedish ? "Karta över regionerna, vald dag" : "Map of the regions on the chosen day"
    let drawing = canvas.svg(
      id: id, title: title,
      description: isSwedish
        ? "Rutorna följer reglagen ovan; samma tal står i tabellen under de fasta kartorna."
        : "The tiles follow the controls above; the same numbers stand in the table beneath the still maps.")
    return .element(
      "div", ["class": "explorer screen", "hidden": "", "data-language": tag], controls,
      .element("p", ["class": "sub", "data-map": "unit", "aria-live": "polite"], ""), drawing)
  }

  /// Small maps of chosen days, one row for each arm.
  private static func stills(
    _ report: Report, _ data: MapData, _ measure: MapMeasure, _ language: Language
  ) -> HTML {
    let isSwedish = language == .swedish
    let days = data.stillDays
    let drawings = data.arms.map { arm -> HTML in
      let number = data.arms.firstIndex { $0.id == arm.id } ?? 0
      let maps = days.map { day -> HTML in
        let map = TileMap(report.run.record, cell: 30)
        var canvas = map.canvas
        map.drawStill(into: &canvas) { region in
          let value = data.value(measure, arm, region, day)
          return (
            value.map { language.number($0) } ?? "–",
            MapData.shade(value, of: measure, largest: data.largest(measure))
          )
        }
        let label = "\(isSwedish ? "Dag" : "Day") \(day)"
        return .element(
          "div", ["class": "still"], .element("p", ["class": "soft"], label),
          canvas.svg(
            id: "still-\(arm.id)-\(day)-\(language.rawValue)",
            title: "\(report.title(arm, language)), \(label)",
            description: description(report, data, measure, arm, day, language)))
      }
      return .element("h4", [:], ArmMark.html(number) + .words(report.title(arm, language)))
        + .element("div", ["class": "stills"], maps)
    }
    let tables = data.arms.map { arm in
      PageTable(
        caption: report.title(arm, language),
        headings: [isSwedish ? "Region" : "Region"] + days.map { "\(isSwedish ? "Dag" : "Day") \($0)" },
        columns: [nil] + days.map { _ in "p50" }, file: "regions_daily.csv",
        rows: report.run.record.regions.map { region in
          PageTable.Row(
            [.words(region.name)]
              + days.map { day in
                let series = report.run.regions.days(measure.measure, arm: arm.id, region: region.code)
                guard series.indices.contains(day) else { return .missing }
                let median = series[day].p50
                var cell = PageTable.Cell.number(
                  Quantity(language: language).tenths(median), value: Report.raw(median))
                cell.key = report.key([
                  "arm": arm.id, "region_code": region.code, "measure": measure.measure, "day": "\(day)",
                ])
                return cell
              })
        })
    }
    return PageFigure(
      id: "f-stills-\(language.rawValue)", title: measure.title[language],
      subtitle: isSwedish
        ? "Median, \(measure.unit.sv), valda dagar." : "Median, \(measure.unit.en), chosen days.",
      drawing: .joined(drawings), tables: tables,
      tableHeading: isSwedish
        ? "Patienter, median (alla dagar: regions_daily.csv)"
        : "Patients, median (all days: regions_daily.csv)"
    ).html
  }

  private static func description(
    _ report: Report, _ data: MapData, _ measure: MapMeasure, _ arm: RunRecord.Arm, _ day: Int,
    _ language: Language
  ) -> String {
    let values = report.run.record.regions.compactMap { region in
      data.value(measure, arm, region, day).map { (region.name, $0) }
    }
    let most = values.max { $0.1 < $1.1 }
    let least = values.min { $0.1 < $1.1 }
    guard let most, let least else { return "" }
    return language == .swedish
      ? "\(measure.title.sv): mest i \(most.0) (\(language.number(most.1))), minst i \(least.0) (\(language.number(least.1)))."
      : "\(measure.title.en): most in \(most.0) (\(language.number(most.1))), least in \(least.0) (\(language.number(least.1)))."
  }
}

/// Regions as tiles in the rows and columns that the model gives.
struct TileMap {
  let record: RunRecord
  let cell: Double

  init(_ record: RunRecord, cell: Double) {
    self.record = record
    self.cell = cell
  }

  private var rows: Int { record.regions.map(\.gridRow).max() ?? 1 }
  private var columns: Int { record.regions.map(\.gridColumn).max() ?? 1 }

  var canvas: Canvas { Canvas(width: Double(columns) * cell, height: Double(rows) * cell) }

  /// Tiles that a script can change: name and number in a group for each region.
  func drawLive(into canvas: inout Canvas) {
    for (index, region) in record.regions.enumerated() {
      canvas.add("<g class=\"tile q0\" data-region=\"\(index)\">")
      box(into: &canvas, region, "tile-box")
      let (x, y) = middle(region)
      let lines = Self.lines(region.name, width: cell * 0.9, size: cell * 0.13)
      for (line, words) in lines.enumerated() {
        let top = lines.count == 1 ? 0.3 : 0.22
        canvas.text(
          words, x: x, y: y + cell * (top + Double(line) * 0.15), size: cell * 0.13, anchor: "middle",
          fill: "tile-name")
      }
      canvas.text(
        "", x: x, y: y + cell * 0.74, size: cell * 0.26, anchor: "middle", fill: "tile-number", isBold: true)
      canvas.add("</g>")
    }
  }

  /// Tiles with the code of each region and its number.
  func drawStill(into canvas: inout Canvas, _ tile: (RunRecord.Region) -> (number: String, shade: Int)) {
    let tiles = record.regions.map { ($0, tile($0)) }
    canvas.add("<g class=\"tiles\">")
    for (region, shown) in tiles { box(into: &canvas, region, "q\(shown.shade)") }
    for (size, height, weight) in [(0.25, 0.36, "400"), (0.33, 0.76, "600")] {
      canvas.add(
        "</g><g text-anchor=\"middle\" font-size=\"\(Markup.number(cell * size))\" font-weight=\"\(weight)\">"
      )
      for (region, shown) in tiles {
        let (x, y) = middle(region)
        canvas.add(
          "<text class=\"\(shown.shade > 3 ? "o-dark" : "o-light")\" x=\"\(Markup.number(x))\" "
            + "y=\"\(Markup.number(y + cell * height))\">"
            + "\(HTML.words(weight == "600" ? shown.number : region.code).markup)</text>")
      }
    }
    canvas.add("</g>")
  }

  private func box(into canvas: inout Canvas, _ region: RunRecord.Region, _ fill: String) {
    let inset = cell * 0.04
    canvas.box(
      x: Double(region.gridColumn - 1) * cell + inset, y: Double(region.gridRow - 1) * cell + inset,
      width: cell - 2 * inset, height: cell - 2 * inset, fill: fill, radius: cell * 0.06)
  }

  /// Middle of a tile's width, and its top.
  private func middle(_ region: RunRecord.Region) -> (x: Double, y: Double) {
    ((Double(region.gridColumn) - 0.5) * cell, Double(region.gridRow - 1) * cell)
  }

  /// A name on one line or, of two words, on two.
  private static func lines(_ name: String, width: Double, size: Double) -> [String] {
    let words = name.split(separator: " ").map { String($0) }
    if Markup.width(name, size: size) <= width || words.count < 2 {
      return [Markup.fitted(name, width: width, size: size)]
    }
    return [words[0], words.dropFirst().joined(separator: " ")].map {
      Markup.fitted($0, width: width, size: size)
    }
  }
}
