/// Where the boxes of a layered graph stand, and which way its links take between them. A link over several columns
/// keeps a lane of its own in each, so that it crosses no box.
package struct LayeredLayout {
  /// A box to be placed, with its column.
  package struct Box {
    package var layer: Int
    package var width: Double
    package var height: Double

    package init(layer: Int, width: Double, height: Double) {
      self.layer = layer
      self.width = width
      self.height = height
    }
  }

  /// Boxes as given, then the lanes of long links.
  package private(set) var boxes: [Box]
  /// The middle of each box from the top.
  package private(set) var middles: [Double] = []
  /// The boxes of each column from top to bottom.
  package private(set) var columns: [[Int]] = []
  /// The boxes on the way of each link, from its first to its last; empty for links that lead back.
  package private(set) var routes: [[Int]] = []
  /// Height of all.
  package private(set) var height = 0.0

  private static let gap = 16.0
  private static let laneHeight = 8.0

  /// Places boxes; `links` lead to a later column or are set aside as leading back.
  ///
  /// - Complexity: O(sweeps × (boxes + lanes) log(boxes + lanes)).
  package init(boxes: [Box], links: [(from: Int, to: Int)], isBack: [Bool]) {
    self.boxes = boxes
    var before = [[Int]](repeating: [], count: boxes.count)
    var after = before
    for (index, link) in links.enumerated() {
      guard !isBack[index] else {
        routes.append([])
        continue
      }
      var route = [link.from]
      for layer in (boxes[link.from].layer + 1)..<max(boxes[link.from].layer + 1, boxes[link.to].layer) {
        route.append(self.boxes.count)
        self.boxes.append(Box(layer: layer, width: 0, height: Self.laneHeight))
        before.append([])
        after.append([])
      }
      route.append(link.to)
      for (from, to) in zip(route, route.dropFirst()) {
        after[from].append(to)
        before[to].append(from)
      }
      routes.append(route)
    }
    columns = Array(repeating: [], count: (boxes.map(\.layer).max() ?? -1) + 1)
    for box in self.boxes.indices { columns[self.boxes[box].layer].append(box) }
    middles = Array(repeating: 0, count: self.boxes.count)
    for column in columns.indices { settle(column, wishes: nil) }
    order(before: before, after: after)
    align(before: before, after: after)
  }

  /// Sorts each column by the mean of its neighbours, forwards and backwards in turn.
  private mutating func order(before: [[Int]], after: [[Int]]) {
    for sweep in 0..<8 {
      let isForward = sweep % 2 == 0
      for column in isForward ? Array(columns.indices) : columns.indices.reversed() {
        let wishes = columns[column].map { wish($0, isForward ? before[$0] : after[$0]) }
        let sorted = columns[column].indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
        columns[column] = sorted.map { columns[column][$0] }
        settle(column, wishes: nil)
      }
    }
  }

  /// Moves boxes towards their neighbours without changing the order.
  private mutating func align(before: [[Int]], after: [[Int]]) {
    for sweep in 0..<40 {
      for column in sweep % 2 == 0 ? Array(columns.indices) : columns.indices.reversed() {
        settle(column, wishes: columns[column].map { wish($0, before[$0] + after[$0]) })
      }
    }
    straighten(before: before, after: after)
    let top = boxes.indices.map { middles[$0] - boxes[$0].height / 2 }.min() ?? 0
    for box in boxes.indices { middles[box] -= top }
    height = boxes.indices.map { middles[$0] + boxes[$0].height / 2 }.max() ?? 0
  }

  /// Makes chains straight, from left to right: a box that follows one box alone stands beside it.
  private mutating func straighten(before: [[Int]], after: [[Int]]) {
    for column in columns.indices {
      settle(
        column,
        wishes: columns[column].map { box in
          guard before[box].count == 1, let only = before[box].first, after[only].count == 1 else {
            return middles[box]
          }
          return middles[only]
        })
    }
  }

  private func wish(_ box: Int, _ neighbours: [Int]) -> Double {
    neighbours.isEmpty
      ? middles[box] : neighbours.reduce(0) { $0 + middles[$1] } / Double(neighbours.count)
  }

  /// Gives the boxes of a column their wishes as far as they do not overlap: the mean of the places pushed down from
  /// the top and pushed up from the bottom, both of which keep the distance. Without wishes they stand about 0.
  private mutating func settle(_ column: Int, wishes: [Double]?) {
    let members = columns[column]
    guard !members.isEmpty else { return }
    func distance(_ upper: Int) -> Double {
      (boxes[members[upper]].height + boxes[members[upper + 1]].height) / 2 + Self.gap
    }
    var down = wishes ?? members.map { _ in 0 }
    var up = down
    for index in members.indices.dropFirst() {
      down[index] = max(down[index], down[index - 1] + distance(index - 1))
    }
    for index in members.indices.dropLast().reversed() {
      up[index] = min(up[index], up[index + 1] - distance(index))
    }
    for index in members.indices { middles[members[index]] = (down[index] + up[index]) / 2 }
  }
}
