import CareModel

/// The tile map of the regions: free intensive care and level of preparedness of each, in words and in shades.
struct SituationMap {
  let report: SituationReport
  let network: CareNetwork
  let text: SituationText

  init(_ report: SituationReport, _ network: CareNetwork, _ text: SituationText) {
    self.report = report
    self.network = network
    self.text = text
  }

  private static let width = 116.0
  private static let height = 52.0

  /// The figure; nothing where regions have no place on a map, or nothing is known of intensive care.
  var html: HTML {
    let placed = network.regions.indices.filter {
      network.regions[$0].gridRow > 0 && network.regions[$0].gridColumn > 0
    }
    guard placed.count > 1, !report.placeKeys(.intensiveCare).isEmpty else { return .none }
    let rows = placed.map { network.regions[$0].gridRow }.max() ?? 1
    let columns = placed.map { network.regions[$0].gridColumn }.max() ?? 1
    let tag = text.language.rawValue
    let title = text.words("Ledig IVA-kapacitet per region", "Free intensive care by region")
    let description = text.words(
      "Rutkarta. Varje ruta har regionens namn, ledig IVA-kapacitet i procent och beredskapsläge. Samma tal står i tabellen över regionerna.",
      "Tile map. Each tile has the name of the region, its free intensive care in per cent and its preparedness. The table of the regions has the same numbers."
    )
    let cells = placed.map(cell).joined()
    let size = (Double(columns) * Self.width, Double(rows) * Self.height)
    let svg =
      "<svg viewBox=\"0 0 \(Markup.number(size.0)) \(Markup.number(size.1))\" role=\"img\" "
      + "aria-labelledby=\"map-title-\(tag) map-text-\(tag)\"><title id=\"map-title-\(tag)\">\(Markup.escaped(title))</title>"
      + "<desc id=\"map-text-\(tag)\">\(Markup.escaped(description))</desc>\(cells)</svg>"
    return PageFigure(
      id: "map-\(tag)", title: title,
      subtitle: text.words(
        "Starkast färg: under 10 procent. Mellan: 10–20. Svagast: över 20. Streckad: inget rapporterat.",
        "Strongest colour: below 10 per cent. Middle: 10–20. Weakest: above 20. Dashed: nothing reported."),
      drawing: HTML(markup: svg), tables: [], tableHeading: ""
    ).html
  }

  private func cell(_ index: Int) -> String {
    let region = network.regions[index]
    let area = report.areas(.region)[index]
    let x = Double(region.gridColumn - 1) * Self.width + 2
    let y = Double(region.gridRow - 1) * Self.height + 2
    let free = report.freeIntensiveCare(area)
    let style =
      switch free.map({ FreeShareClass($0) }) {
      case .below10: "f-warn s-ink"
      case .from10To20: "f-half s-ink"
      case .above20: "f-wide s-ink"
      case nil: "f-paper s-shade"
      }
    let ink = free.map { FreeShareClass($0) } == .below10 ? "f-paper" : "f-ink"
    let dash = free == nil ? " stroke-dasharray=\"4 3\"" : ""
    let level = area.preparedness.first ?? nil
    let name = Markup.fitted(region.name, width: Self.width - 12, size: 11.5)
    let share = free.map { text.language.percent($0) } ?? "–"
    // A quarter darker or lighter is no difference on every printer: the level is said in words.
    let state = level.map { $0.tile } ?? ""
    func line(_ words: String, _ offset: Double, _ size: Double, bold: Bool = false) -> String {
      "<text x=\"\(Markup.number(x + 6))\" y=\"\(Markup.number(y + offset))\" font-size=\"\(Markup.number(size))\""
        + "\(bold ? " font-weight=\"700\"" : "") class=\"\(ink)\">\(Markup.escaped(words))</text>"
    }
    return
      "<rect x=\"\(Markup.number(x))\" y=\"\(Markup.number(y))\" width=\"\(Markup.number(Self.width - 4))\" "
      + "height=\"\(Markup.number(Self.height - 4))\" rx=\"3\" class=\"\(style)\" stroke-width=\"1\"\(dash)/>"
      + line(name, 14, 11.5) + line(share, 30, 14, bold: true)
      + (state.isEmpty ? "" : line(Markup.fitted(state, width: Self.width - 10, size: 10.5), 43, 10.5))
  }
}

extension PreparednessLevel {
  /// The level in a word short enough for a tile; Swedish in every language, for it is a name.
  fileprivate var tile: String {
    switch self {
    case .normal: ""
    case .standby: "stabsläge"
    case .reinforced: "förstärkning"
    case .disaster: "katastrof"
    }
  }
}
