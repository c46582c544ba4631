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
      let names = Phrase.some(partition.entities.map(name), most: 24)
      return "\(index + 1): \(names)\(ahead(partition))"
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

  private func name(_ entity: Int) -> String {
    if entity == 0 { return "national office" }
    if entity <= network.regions.count { return "region \(network.regions[entity - 1].id)" }
    let desks = network.fleets.filter(\.isNational)
    let desk = entity - network.regions.count - 1
    return desks.indices.contains(desk) ? "desk of \(desks[desk].id)" : "entity \(entity)"
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
      + "<path d=\"\(path)\" stroke=\"#8a8a8a\" stroke-width=\"1\"/></pattern>"
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
