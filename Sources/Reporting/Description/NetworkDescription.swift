public import CareModel

/// What a network says, as text: a reviewer sees places, units, pathways, streams and transport in one page.
public enum NetworkDescription {
  /// Longest line, but for words without a space.
  static let width = 100

  /// The page of `network`, its lines broken at about 100 characters.
  public static func text(_ network: CareNetwork) -> String {
    let size = [
      Phrase.count(network.regions.count, "region", "regions"),
      Phrase.count(network.facilities.count, "facility", "facilities"),
      Phrase.count(network.units.count, "unit", "units"),
      Phrase.count(network.classes.count, "patient class", "patient classes"),
    ]
    var lines = [
      "\(network.title) (\(network.id)), handling: \(network.handling.rawValue)",
      "Day 0 is \(network.timeOrigin), a \(weekday(network.firstWeekday)); run-in "
        + "\(Phrase.number(network.runInDays)) days.",
      size.joined(separator: ", ") + ".",
    ]
    lines += section("Units by kind", unitKinds(network))
    lines += section("Regions (staffed places)", regions(network))
    lines += section("Patient classes", classes(network))
    lines += section("Pathways", network.pathways.flatMap { pathway($0, network) })
    lines += section("Ordinary inflow", inflows(network))
    lines += section("Present at the start", presentAtStart(network))
    lines += section("Transport", fleets(network))
    lines += section("Stocks", stocks(network))
    lines += section("Staff", staff(network))
    lines += section("Entities and partitions", partitions(network))
    return lines.joined(separator: "\n")
  }

  /// A network in some sentences, for a reader who cannot see its drawing.
  static func summary(_ network: CareNetwork) -> String {
    let regions = Phrase.some(network.regions.map(\.name), most: 30)
    let pathways = Phrase.some(network.pathways.map(\.id), most: 30)
    let fleets = Phrase.some(network.fleets.map(\.id), most: 30)
    return "Regions: \(regions). Pathways, each drawn from left to right: \(pathways). "
      + "Fleets: \(fleets.isEmpty ? "none" : fleets). The text of the same model says it in words."
  }

  private static func weekday(_ index: Int) -> String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return names.indices.contains(index) ? names[index] : "weekday \(index)"
  }

  private static func section(_ title: String, _ body: [String]) -> [String] {
    body.isEmpty ? [] : ["", title] + body.map { $0.isEmpty ? "" : "  " + $0 }
  }

  /// A name, and words in a column beside it, broken as wide as a section allows. Words that the name leaves no room
  /// for begin on the next line.
  static func entry(_ name: String, column: Int = 26, _ words: String) -> [String] {
    let lines = Paragraph.wrap(words, width: width - 2 - column)
    let margin = String(repeating: " ", count: column)
    if name.count >= column { return [name] + lines.map { margin + $0 } }
    let first = name + String(repeating: " ", count: column - name.count) + lines[0]
    return [first] + lines.dropFirst().map { margin + $0 }
  }

  private static func partitions(_ network: CareNetwork) -> [String] {
    let desks = network.fleets.filter(\.isNational).count
    let partitions = PartitionWords(network)
    let words =
      [
        "1 national office, \(Phrase.count(network.regions.count, "region", "regions")), "
          + "\(Phrase.count(desks, "desk", "desks")): each an entity of its own.",
        "Between entities: transport, dispatch and the situation picture "
          + "(every \(Phrase.number(network.situation.intervalHours)) h, published "
          + "\(Phrase.number(network.situation.delayHours)) h later).",
        partitions.sharing,
      ] + partitions.lines.map { "  " + $0 }
    return words.flatMap { line in
      let margin = String(line.prefix { $0 == " " })
      return Paragraph.wrap(line, width: width - 2 - margin.count).map { margin + $0 }
    }
  }
}
