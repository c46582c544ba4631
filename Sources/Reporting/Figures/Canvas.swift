/// An SVG being drawn. Colours are classes of the page's stylesheet, so that a figure follows light, dark and paper;
/// a file of its own carries the light ones.
package struct Canvas {
  /// Width in pixels of a page at its usual size.
  let width: Double
  /// Height.
  let height: Double
  private var parts: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String, width: Double = 1,
    dash: String? = nil
  ) {
    let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    add(
      "<path class=\"\(stroke)\" d=\"M\(n(x1)) \(n(y1))L\(n(x2)) \(n(y2))\" stroke-width=\"\(n(width))\"\(dashes)/>"
    )
  }

  mutating func text(
    _ words: String, x: Double, y: Double, size: Double = 12, anchor: String = "start",
    fill: String = "f-ink",
    isBold: Bool = false
  ) {
    let place = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    let weight = isBold ? " font-weight=\"600\"" : ""
    add(
      "<text class=\"\(fill)\" x=\"\(n(x))\" y=\"\(n(y))\" font-size=\"\(n(size))\"\(place)\(weight)>"
        + "\(HTML.words(words).markup)</text>")
  }

  mutating func box(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil,
    radius: Double = 0,
    attributes: String = ""
  ) {
    let corner = radius > 0 ? " rx=\"\(n(radius))\"" : ""
    let classes = stroke.map { "\(fill) \($0)" } ?? fill
    add(
      "<rect class=\"\(classes)\" x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0, width)))\" "
        + "height=\"\(n(max(0, height)))\"\(corner)\(attributes)/>")
  }

  mutating func path(
    _ path: String, fill: String = "none", stroke: String? = nil, width: Double = 1, dash: String? = nil,
    attributes: String = ""
  ) {
    let classes = stroke.map { "\(fill) \($0)" } ?? fill
    let line = stroke == nil ? "" : " stroke-width=\"\(n(width))\""
    let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    add("<path class=\"\(classes)\" d=\"\(path)\"\(line)\(dashes)\(attributes)/>")
  }

  /// A line through many points, in tenths of a pixel from each to the next: half as long as with places.
  mutating func trace(
    _ points: [(x: Double, y: Double)], fill: String, stroke: String? = nil, width: Double = 1,
    dash: String? = nil
  ) {
    let tenths = points.map { (x: Int(($0.x * 10).rounded()), y: Int(($0.y * 10).rounded())) }
    guard let first = tenths.first else { return }
    var path = "M\(first.x) \(first.y)l"
    for (before, point) in zip(tenths, tenths.dropFirst()) {
      let (dx, dy) = (point.x - before.x, point.y - before.y)
      if dx >= 0, path.last != "l" { path += " " }
      path += "\(dx)\(dy < 0 ? "" : " ")\(dy)"
    }
    if stroke == nil { path += "z" }
    let dashes = dash.map { $0.split(separator: " ").map { "\($0)0" }.joined(separator: " ") }
    self.path(
      path, fill: fill, stroke: stroke, width: width * 10, dash: dashes,
      attributes: " transform=\"scale(.1)\"")
  }

  /// Any markup of this program.
  mutating func add(_ markup: String) { parts.append(markup) }

  /// One of seven marks that differ in shape as well as in fill: of the first arm, the second and so on.
  mutating func mark(_ index: Int, x: Double, y: Double, size: Double = 5) {
    let s = size
    let isFilled = index % 2 == 0
    let fill = isFilled ? "f-accent" : "f-paper"
    let shape: String
    switch index % 7 {
    case 0, 1:
      shape = "M\(n(x - s)) \(n(y))a\(n(s)) \(n(s)) 0 1 0 \(n(2 * s)) 0a\(n(s)) \(n(s)) 0 1 0 \(n(-2 * s)) 0Z"
    case 2: shape = "M\(n(x - s)) \(n(y - s))h\(n(2 * s))v\(n(2 * s))h\(n(-2 * s))Z"
    case 3:
      shape =
        "M\(n(x)) \(n(y - 1.3 * s))l\(n(1.3 * s)) \(n(1.3 * s))l\(n(-1.3 * s)) \(n(1.3 * s))l\(n(-1.3 * s)) \(n(-1.3 * s))Z"
    case 4: shape = "M\(n(x)) \(n(y - 1.2 * s))l\(n(1.2 * s)) \(n(2.2 * s))h\(n(-2.4 * s))Z"
    case 5: shape = "M\(n(x)) \(n(y + 1.2 * s))l\(n(1.2 * s)) \(n(-2.2 * s))h\(n(-2.4 * s))Z"
    default: shape = "M\(n(x - 0.5 * s)) \(n(y - 1.3 * s))h\(n(s))v\(n(2.6 * s))h\(n(-s))Z"
    }
    path(shape, fill: fill, stroke: "s-accent", width: 1.6)
  }

  /// The drawing in a page, or in a file of its own.
  ///
  /// - Parameters:
  ///   - id: one in the page; title and description get it with an ending.
  ///   - fits: whether it shrinks with a narrow page; else the page lets it scroll.
  func svg(id: String, title: String, description: String, fits: Bool = true) -> HTML {
    HTML(
      markup: "<svg viewBox=\"0 0 \(n(width)) \(n(height))\" role=\"img\" "
        + "aria-labelledby=\"\(id)-t \(id)-d\" style=\"max-width:\(n(width * 1.25))px"
        + (fits ? "" : ";min-width:\(n(min(width, 560)))px") + "\">"
        + "<title id=\"\(id)-t\">\(HTML.words(title).markup)</title>"
        + "<desc id=\"\(id)-d\">\(HTML.words(description).markup)</desc>"
        + parts.joined() + "</svg>")
  }

  /// The drawing as an ornament beside words that say the same.
  func ornament(kind: String? = nil) -> HTML {
    let name = kind.map { " class=\"\($0)\"" } ?? ""
    return HTML(
      markup: "<svg\(name) viewBox=\"0 0 \(n(width)) \(n(height))\" aria-hidden=\"true\" focusable=\"false\">"
        + parts.joined() + "</svg>")
  }

  private func n(_ value: Double) -> String { Markup.number(value) }
}

/// A figure of a page as a file of its own.
enum FigureFile {
  /// The document: the drawing with its namespace and the light colours, and the words that a page has around it.
  static func text(_ drawing: HTML, footer: String) -> String {
    let opening = "<svg "
    guard drawing.markup.hasPrefix(opening) else { return drawing.markup }
    // Files of XML say their namespace by an address; pages have none.
    let space = "xmlns=\"http" + "://www.w3.org/2000/svg\" "
    let rest = drawing.markup.dropFirst(opening.count)
    guard let end = rest.firstIndex(of: ">") else { return drawing.markup }
    return opening + space + rest[...end]
      + "<style>svg { background: #fff; }\n\(PageStyle.figureFile)\(ReportStyle.light)</style>"
      + "<metadata>\(HTML.words(footer).markup)</metadata>" + rest[rest.index(after: end)...] + "\n"
  }
}

/// Positions of numbers on an axis that begins at zero or spans both signs, with round steps.
struct Axis {
  let lowest: Double
  let highest: Double
  let step: Double

  /// An axis with some `steps` steps of 1, 2 or 5 times a power of ten.
  init(lowest: Double, highest: Double, steps: Int = 5) {
    // A table that was changed may say any number.
    let most = 1e15
    let (lowest, highest) = (max(-most, min(most, lowest)), max(-most, min(most, highest)))
    let span = max(highest - lowest, 1e-9)
    var step = 1e-9
    var turn = 0
    let factors = [2, 2.5, 2]
    while span / step > Double(steps), turn < 90 {
      step *= factors[turn % 3]
      turn += 1
    }
    self.step = step
    self.lowest = (lowest / step + 1e-9).rounded(.down) * step
    self.highest = max((highest / step - 1e-9).rounded(.up) * step, self.lowest + step)
  }

  /// Numbers at the steps.
  var ticks: [Double] {
    let count = Int(((highest - lowest) / step).rounded())
    return (0...max(1, count)).map { index in
      let value = lowest + Double(index) * step
      return abs(value) < step / 1000 ? 0 : value
    }
  }

  /// Share of the axis below a number.
  func share(_ value: Double) -> Double { (value - lowest) / (highest - lowest) }

  /// Power of ten that ticks are said with.
  var exponent: Int {
    var exponent = 0
    var size = step
    while size < 0.999, exponent > -6 {
      size *= 10
      exponent -= 1
    }
    return exponent
  }
}
