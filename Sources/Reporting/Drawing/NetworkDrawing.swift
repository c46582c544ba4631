public import CareModel
public import ScenarioFiles

/// A network as one SVG document: regions with their places, pathways, transport, partitions and assumptions. It
/// needs nothing beside itself, and is readable in greyscale and by a screen reader.
public enum NetworkDrawing {
  private static let width = 1160.0

  /// The document; the same network gives the same bytes.
  ///
  /// - Parameter evidence: how well the numbers are founded; its assumptions are the last panel.
  /// - Complexity: O(regions × units + branches × columns).
  public static func svg(_ network: CareNetwork, evidence: Evidence = Evidence()) -> String {
    let partitions = PartitionWords(network)
    let regions = RegionsDrawing(network: network, partitions: partitions).part(width: width)
    var panels = [
      ("Regions and their places (staffed / physical where they differ)", regions),
      ("Pathways", pathways(network)), ("Transport", TransportDrawing(network: network).part),
      ("Entities and partitions", self.partitions(partitions)),
    ]
    if evidence.total > 0 { panels.append(("Assumptions", assumptions(evidence))) }
    var page = DrawnPart()
    page.write(network.title, width: width, size: 20, isBold: true)
    page.write(subtitle(network), width: width, size: 12.5, fill: "#333333")
    let rule = panels.reduce(width) { max($0, $1.1.width) }
    for (title, body) in panels { page.stack(panel(title, body, rule: rule), gap: 18) }
    return document(page, network)
  }

  private static func document(_ page: DrawnPart, _ network: CareNetwork) -> String {
    let (across, down) = (Markup.number(page.width + 40), Markup.number(page.height + 40))
    var sheet = DrawnPart()
    sheet.place(page, x: 20, y: 16)
    let head = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(across) \(down)\" width=\"\(across)\" "
        + "height=\"\(down)\" role=\"img\" aria-labelledby=\"network-title network-desc\" "
        + "font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"12\">",
      "<title id=\"network-title\">\(Markup.escaped(network.title))</title>",
      "<desc id=\"network-desc\">\(Markup.escaped(NetworkDescription.summary(network)))</desc>",
      "<defs>",
      "<marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
        + "orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 Z\" fill=\"#444444\"/></marker>",
    ]
    let rest = ["</defs>", "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"]
    return (head + Swatch.definitions + rest + sheet.lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private static func subtitle(_ network: CareNetwork) -> String {
    "\(network.id), handling: \(network.handling.rawValue). "
      + "\(Phrase.count(network.regions.count, "region", "regions")), "
      + "\(Phrase.count(network.facilities.count, "facility", "facilities")), "
      + "\(Phrase.count(network.units.count, "unit", "units")), "
      + "\(Phrase.count(network.classes.count, "patient class", "patient classes")). "
      + "Day 0 is \(network.timeOrigin), run-in \(Phrase.number(network.runInDays)) days."
  }

  private static func panel(_ title: String, _ body: DrawnPart, rule: Double) -> DrawnPart {
    var part = DrawnPart()
    part.lines.append(Markup.line(0, 0, rule, 0, "#111111", 1.5))
    part.height = 6
    part.write(title, width: width, size: 15, isBold: true)
    part.stack(body, gap: 10)
    return part
  }

  private static func pathways(_ network: CareNetwork) -> DrawnPart {
    var part = DrawnPart()
    part.write(
      "Grey boxes are stays in a unit, darker in intensive care, dashed boxes need no place. Rounded ends leave the "
        + "network. Dashed arrows are trips, and ways of those who gave up or were turned away. Numbers on arrows "
        + "are shares.", width: width, size: 11, fill: "#333333")
    for (index, pathway) in network.pathways.enumerated() {
      var one = DrawnPart()
      one.write(pathway.id, width: width, size: 13.5, isBold: true)
      let followers = network.classes.filter { $0.pathway == index }.map {
        NetworkDescription.follower($0, network)
      }
      one.write(
        followers.isEmpty ? "no class begins here" : followers.joined(separator: "; "), width: width,
        size: 11, fill: "#333333")
      one.stack(PathwayDrawing(pathway, network).part, gap: 10)
      part.stack(one, gap: 22, name: "pathway \(pathway.id)")
    }
    return part
  }

  private static func partitions(_ words: PartitionWords) -> DrawnPart {
    var part = DrawnPart()
    part.write(words.sharing, width: width, size: 12)
    let rows = words.lines.enumerated().map { index, line in
      var row = DrawnPart()
      row.write(String(line.drop { $0 != " " }), width: width, size: 11.5, indent: 46)
      row.lines += Swatch.lines(index + 1, x: 2, y: 1)
      row.height = max(row.height, 17)
      return row
    }
    // Short rows stand in columns.
    let widest = rows.reduce(0) { max($0, $1.width) } + 30
    let perColumn = rows.count > 8 && widest < width / 3 ? (rows.count + 2) / 3 : rows.count
    let top = part.height + 4
    for start in stride(from: 0, to: rows.count, by: max(1, perColumn)) {
      var column = DrawnPart()
      for row in rows[start..<min(rows.count, start + perColumn)] { column.stack(row, gap: 3) }
      part.place(column, x: Double(start / max(1, perColumn)) * widest, y: top)
    }
    return part
  }

  /// Two columns of texts, each with where it stands.
  private static func assumptions(_ evidence: Evidence) -> DrawnPart {
    var part = DrawnPart()
    part.write(AssumptionList.count(evidence), width: width, size: 12)
    let entries = AssumptionList.entries(evidence.assumptionGroups, withFolder: false).map { entry in
      var one = DrawnPart()
      one.write(entry.text, width: width / 2 - 20, size: 11)
      one.write(entry.place, width: width / 2 - 20, size: 9.5, fill: "#555555", indent: 10)
      return one
    }
    let half = entries.reduce(0) { $0 + $1.height + 5 } / 2
    let top = part.height + 8
    var columns = [DrawnPart(), DrawnPart()]
    for entry in entries { columns[columns[0].height < half ? 0 : 1].stack(entry, gap: 5) }
    part.place(columns[0], x: 0, y: top)
    part.place(columns[1], x: width / 2 + 10, y: top)
    return part
  }
}
