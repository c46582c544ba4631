import Reporting
import Testing

@Suite("Boxes in columns")
struct LayeredLayoutTests {
  @Test("links lead to later columns, but for those that close a circle")
  func columns() {
    let links = [(0, 1), (1, 2), (2, 0), (0, 2), (2, 2), (3, 1)].map { (from: $0.0, to: $0.1) }
    let assignment = LayerAssignment(count: 4, links: links)
    #expect(assignment.isBack == [false, false, true, false, true, false])
    for (link, isBack) in zip(links, assignment.isBack) where !isBack {
      #expect(assignment.layers[link.from] < assignment.layers[link.to])
    }
  }

  @Test("a long chain needs no deep stack")
  func chain() {
    let links = (0..<50_000).map { (from: $0, to: $0 + 1) }
    #expect(LayerAssignment(count: 50_001, links: links).layers.last == 50_000)
  }

  @Test("no two boxes of a column overlap, and long links have a lane in each column between")
  func lanes() {
    var links: [(from: Int, to: Int)] = []
    for from in 0..<12 { for step in [1, 2, 5] where from + step < 12 { links.append((from, from + step)) } }
    let assignment = LayerAssignment(count: 12, links: links)
    let boxes = (0..<12).map {
      LayeredLayout.Box(layer: assignment.layers[$0] / 2 * 2, width: 80, height: 20 + Double($0 * 7 % 40))
    }
    let forward = links.map { boxes[$0.from].layer >= boxes[$0.to].layer }
    let layout = LayeredLayout(boxes: boxes, links: links, isBack: forward)
    for column in layout.columns {
      for (upper, lower) in zip(column, column.dropFirst()) {
        let distance = layout.middles[lower] - layout.middles[upper]
        #expect(distance >= (layout.boxes[upper].height + layout.boxes[lower].height) / 2)
      }
    }
    for (route, isBack) in zip(layout.routes, forward) where !isBack {
      for (from, to) in zip(route, route.dropFirst()) {
        #expect(layout.boxes[to].layer == layout.boxes[from].layer + 1)
      }
    }
  }
}
