/// Columns of a directed graph from left to right: the longest path from where it begins. Links that close a circle
/// are set aside first, as found by a depth-first walk in the order of boxes and links.
///
/// Source: Sugiyama, Tagawa and Toda, 1981, doi:10.1109/TSMC.1981.4308636, with longest-path layers.
package struct LayerAssignment {
  /// The column of each box, from 0.
  package private(set) var layers: [Int]
  /// Which links lead back.
  package private(set) var isBack: [Bool]

  /// Assigns columns to `count` boxes.
  ///
  /// - Complexity: O(boxes + links).
  package init(count: Int, links: [(from: Int, to: Int)]) {
    layers = Array(repeating: 0, count: count)
    isBack = Array(repeating: false, count: links.count)
    var leaving = [[Int]](repeating: [], count: count)
    for (index, link) in links.enumerated() { leaving[link.from].append(index) }
    var state = [UInt8](repeating: 0, count: count)
    var finished: [Int] = []
    for start in 0..<count where state[start] == 0 {
      var path = [(box: start, next: 0)]
      state[start] = 1
      while let top = path.last {
        guard top.next < leaving[top.box].count else {
          state[top.box] = 2
          finished.append(top.box)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let link = leaving[top.box][top.next]
        let target = links[link].to
        if state[target] == 1 {
          isBack[link] = true
        } else if state[target] == 0 {
          state[target] = 1
          path.append((target, 0))
        }
      }
    }
    for box in finished.reversed() {
      for link in leaving[box] where !isBack[link] {
        layers[links[link].to] = max(layers[links[link].to], layers[box] + 1)
      }
    }
  }
}
