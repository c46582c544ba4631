import CareModel
import SimulationKernel

/// The entities of a network and the partitions that threads divide, in words and as swatches.
struct PartitionWords {
  private let network: CareNetwork
  /// The partitions.
  let plan: PartitionPlan

  init(_ network: CareNetwork) {
    self.network = network
    plan = network.partitionPlan()
  }

  /// The partition of a region, from 1.
  func number(ofRegion region: Int) -> Int {
    plan.homes.indices.contains(region + 1) ? plan.homes[region + 1] + 1 : 1
  }

  /// Each partition: who is in it, and how far it looks ahead.
  var lines: [String] {
    plan.partitions.enumerated().map { index, partition in
      return "\(index + 1): \(names(partition.entities).joined(separator: ", "))\(ahead(partition))"
    }
  }

  /// What threads that share one run do.
  var sharing: String {
    let regions = 1..<max(2, network.regions.count + 1)
    let acting = plan.partitions.filter { $0.entities.contains { regions.contains($0) } }
    if acting.count == 1 {
      return "Links without delay join the regions in one partition: a run has one thread, replications many."
    }
    let least = acting.map(\.lookahead.ticks).min() ?? 0
    return "Threads that share one run divide \(plan.partitions.count) partitions, and look "
      + "\(Phrase.number(Double(least) / 60_000_000)) minutes ahead or more."
  }

  private func ahead(_ partition: PartitionPlan.Partition) -> String {
    // The office acts at barriers alone, and what has no link looks ahead without end.
    if partition.entities == [0] || partition.lookahead >= .longest { return "" }
    return " (\(Phrase.number(Double(partition.lookahead.ticks) / 60_000_000)) minutes ahead)"
  }

  /// The office, then the regions, then the desks, as entities are numbered.
  private func names(_ entities: [Int]) -> [String] {
    let regions = entities.filter { $0 > 0 && $0 <= network.regions.count }
    let desks = network.fleets.filter(\.isNational)
    let ids = Phrase.some(regions.map { network.regions[$0 - 1].id }, most: 60)
    return (entities.contains(0) ? ["national office"] : [])
      + (regions.isEmpty ? [] : ["\(regions.count == 1 ? "region" : "regions") \(ids)"])
      + entities.map { $0 - network.regions.count - 1 }.filter { desks.indices.contains($0) }
      .map { "desk of \(desks[$0].id)" }
  }
}

/// A small square whose pattern and number tell partitions apart in greyscale too.
enum Swatch {
  private static let patternCount = 6

  /// Patterns of the document, once.
  static let definitions = [
    "<pattern id=\"swatch-0\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"></pattern>",
    pattern(1, "M0,3 H6"), pattern(2, "M3,0 V6"), pattern(3, "M0,6 L6,0"), pattern(4, "M0,0 L6,6"),
    pattern(5, "M0,3 H6 M3,0 V6"),
  ]

  private static func pattern(_ index: Int, _ path: String) -> String {
    "<pattern id=\"swatch-\(index)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
      + "<path d=\"\(path)\" stroke=\"#666666\" stroke-width=\"1\"/></pattern>"
  }

  /// The swatch of a partition numbered from 1, with its number beside.
  static func lines(_ number: Int, x: Double, y: Double) -> [String] {
    let greys = ["#ffffff", "#eeeeee", "#dddddd", "#cccccc"]
    let turn = number - 1
    return [
      Markup.box(
        x: x, y: y, width: 14, height: 14, fill: greys[turn / patternCount % greys.count]),
      Markup.box(x: x, y: y, width: 14, height: 14, fill: "url(#swatch-\(turn % patternCount))"),
      Markup.words("\(number)", x: x + 19, y: y + 11.5, size: 11),
    ]
  }
}
