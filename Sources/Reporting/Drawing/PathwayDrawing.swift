import CareModel

/// A pathway as boxes and arrows from left to right; what leads back runs below.
struct PathwayDrawing {
  /// Distance of arrows where they leave a box.
  static let portGap = 15.0
  private static let labelSize = 10.0
  /// Room for an arrow to bend between two columns.
  private static let bend = 44.0

  private let graph: PathwayGraph
  private let boxes: [PathwayBox]
  private let layout: LayeredLayout
  /// Left edge and width of each column, and how far labels reach beyond it.
  private var lefts: [Double] = []
  private var widths: [Double] = []
  private var stubs: [Double] = []

  /// Lays a pathway out.
  init(_ pathway: Pathway, _ network: CareNetwork) {
    let graph = PathwayGraph(pathway, network)
    self.graph = graph
    let boxes = graph.ends.enumerated().map { index, end in
      end.map { PathwayBox($0) }
        ?? PathwayBox(
          pathway.steps[index], network, leaving: graph.arrows.filter { $0.from == index }.count)
    }
    self.boxes = boxes
    layout = LayeredLayout(
      boxes: boxes.indices.map {
        LayeredLayout.Box(layer: graph.layers[$0], width: boxes[$0].width, height: boxes[$0].height)
      }, links: graph.arrows.map { ($0.from, $0.to) }, isBack: graph.isBack)
    var x = graph.isBack.contains(true) ? 26.0 : 2.0
    for layer in layout.columns.indices {
      lefts.append(x)
      widths.append(layout.columns[layer].map { layout.boxes[$0].width }.max() ?? 0)
      let labels = graph.arrows.filter { graph.layers[$0.from] == layer }.map {
        Markup.width($0.label, size: Self.labelSize)
      }
      stubs.append((labels.max() ?? 0) > 0 ? (labels.max() ?? 0) + 8 : 4)
      x += widths[layer] + (stubs.last ?? 0) + Self.bend
    }
  }

  /// The drawing.
  var part: DrawnPart {
    var part = DrawnPart(width: (lefts.last ?? 0) + (widths.last ?? 0) + 30, height: layout.height + 4)
    var backCount = 0
    for box in boxes.indices {
      let leaving = graph.arrows.indices.filter { graph.arrows[$0].from == box }
      let sorted = leaving.sorted { (nextMiddle($0), $0) < (nextMiddle($1), $1) }
      for (port, arrow) in sorted.enumerated() {
        let y = layout.middles[box] + (Double(port) - Double(sorted.count - 1) / 2) * Self.portGap
        part.lines += draw(arrow, y: y, turn: backCount)
        if graph.isBack[arrow] { backCount += 1 }
      }
    }
    if backCount > 0 { part.height = layout.height + 18 + Double(backCount) * 10 }
    for (index, box) in boxes.enumerated() {
      let layer = graph.layers[index]
      let width = box.isEnd ? box.width : widths[layer]
      part.place(
        box.part(width: width), x: lefts[layer], y: layout.middles[index] - box.height / 2,
        name: box.fullName)
    }
    return part
  }

  /// Where an arrow is bound for first; what leads back leaves at the bottom.
  private func nextMiddle(_ arrow: Int) -> Double {
    let route = layout.routes[arrow]
    return route.count > 1 ? layout.middles[route[1]] : .infinity
  }

  private func draw(_ index: Int, y: Double, turn: Int) -> [String] {
    let arrow = graph.arrows[index]
    let layer = graph.layers[arrow.from]
    let right = lefts[layer] + widths[layer]
    let stub = right + stubs[layer]
    var lines: [String] = []
    var path = "M\(Markup.point(right, y)) H\(Markup.number(stub))"
    if graph.isBack[index] {
      path += backwards(to: arrow.to, from: stub, y: y, number: turn)
    } else {
      var (x, level) = (stub, y)
      for box in layout.routes[index].dropFirst() {
        let column = layout.boxes[box].layer
        let isLast = box == arrow.to
        let (left, middle) = (lefts[column] - (isLast ? 3 : 0), layout.middles[box])
        let half = (x + left) / 2
        path += " C\(Markup.point(half, level)) \(Markup.point(half, middle)) \(Markup.point(left, middle))"
        x = isLast ? left : lefts[column] + widths[column] + stubs[column]
        if !isLast { path += " H\(Markup.number(x))" }
        level = middle
      }
    }
    lines.append(Markup.arrow(path, isDashed: arrow.isDashed))
    if !arrow.label.isEmpty {
      lines.append(
        Markup.words(arrow.label, x: right + 4, y: y - 2.5, size: Self.labelSize, fill: "#333333"))
    }
    return lines
  }

  /// Down behind the column, left below all, and up before the box.
  private func backwards(to target: Int, from x: Double, y: Double, number: Int) -> String {
    let left = lefts[graph.layers[target]]
    let lane = layout.height + 14 + Double(number) * 10
    // Ways back stand apart in every stretch, so that each can be followed.
    let apart = Double(number % 5) * 4
    let (turn, rise, middle) = (x + 10 + apart, left - 12 - apart / 2, layout.middles[target])
    return " Q\(Markup.point(turn, y)) \(Markup.point(turn, y + 10)) V\(Markup.number(lane - 10))"
      + " Q\(Markup.point(turn, lane)) \(Markup.point(turn - 10, lane)) H\(Markup.number(rise + 8))"
      + " Q\(Markup.point(rise, lane)) \(Markup.point(rise, lane - 8)) V\(Markup.number(middle + 8))"
      + " Q\(Markup.point(rise, middle)) \(Markup.point(rise + 8, middle)) H\(Markup.number(left - 3))"
  }
}
