import CareModel

/// A pathway as boxes in columns: its steps, and an end for each way out of the network from each column.
struct PathwayGraph {
  /// One arrow.
  struct Arrow {
    var from: Int
    var to: Int
    /// Share, and why where it is no ordinary way on.
    var label: String
    /// Whether patients take it because they gave up or were turned away, or are driven along it.
    var isDashed: Bool
  }

  /// The outcome of each box that is an end; nil for steps, which come first.
  private(set) var ends: [Outcome?]
  /// The column of each box.
  private(set) var layers: [Int]
  /// Arrows in the order of steps and branches.
  private(set) var arrows: [Arrow] = []
  /// Which arrows lead back.
  private(set) var isBack: [Bool] = []

  /// Reads a pathway.
  ///
  /// - Complexity: O(branches × outcomes).
  init(_ pathway: Pathway, _ network: CareNetwork) {
    let ways = pathway.steps.indices.flatMap { Self.ways(from: $0, pathway, network) }
    let between = ways.compactMap { way -> (from: Int, to: Int)? in
      if case .step(let target) = way.target { return (way.from, target) }
      return nil
    }
    let assignment = LayerAssignment(count: pathway.steps.count, links: between)
    ends = pathway.steps.map { _ in nil }
    layers = assignment.layers
    var link = 0
    for way in ways {
      let target: Int
      switch way.target {
      case .step(let step):
        target = step
        isBack.append(assignment.isBack[link])
        link += 1
      case .exit(let outcome):
        target = end(outcome, layer: layers[way.from] + 1, after: pathway.steps.count)
        isBack.append(false)
      }
      arrows.append(Arrow(from: way.from, to: target, label: way.label, isDashed: way.isDashed))
    }
  }

  /// Steps of one column share their ends, so that no arrow is long because it leads out.
  private mutating func end(_ outcome: Outcome, layer: Int, after stepCount: Int) -> Int {
    if let known = (stepCount..<ends.count).first(where: { ends[$0] == outcome && layers[$0] == layer }) {
      return known
    }
    ends.append(outcome)
    layers.append(layer)
    return ends.count - 1
  }

  private typealias Way = (from: Int, target: Branch.Target, label: String, isDashed: Bool)

  private static func ways(from index: Int, _ pathway: Pathway, _ network: CareNetwork) -> [Way] {
    let step = pathway.steps[index]
    var ways: [Way] = StepWords.ways(step.next, by: step.nextBy, alone: .home, network).map {
      (index, $0.target, plain($0.share), step.move != nil)
    }
    func add(_ branches: [Branch], alone: Outcome, _ why: String) {
      for way in StepWords.ways(branches, alone: alone, network) {
        let share = plain(way.share)
        ways.append((index, way.target, share.isEmpty ? why : "\(why) \(share)", true))
      }
    }
    if step.patience != nil { add(step.gaveUp, alone: .gaveUp, "gives up") }
    if StepWords.isRefusing(step, network) { add(step.refused, alone: .refused, "turned away") }
    return ways
  }

  /// A column's name as words, which is shorter to read on an arrow.
  private static func plain(_ share: String) -> String {
    share.hasPrefix("by ") ? share.replacing("_", with: " ") : share
  }
}
