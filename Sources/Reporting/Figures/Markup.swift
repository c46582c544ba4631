/// Pieces of SVG as text. Coordinates are pixels, written with one decimal.
enum Markup {
  /// One decimal, which is a tenth of a pixel.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    if tenths % 10 == 0 { return "\(tenths / 10)" }
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths % 10))"
  }

  /// Words as XML and HTML take them: by scalar, for a combining mark after `&` makes one character of the two. What
  /// XML 1.0 cannot hold becomes a space, and what would turn the writing direction of its surroundings goes.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in HarmlessText.plain(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A straight line.
  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String, _ width: Double,
    dash: String? = nil
  ) -> String {
    let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    return "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" "
      + "stroke=\"\(stroke)\" stroke-width=\"\(number(width))\"\(dashes)/>"
  }

  /// Grey words of the document's size.
  static func label(_ label: String, x: Double, y: Double, anchor: String) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\" fill=\"#333333\">"
      + "\(escaped(label))</text>"
  }

  /// Words of a given size.
  static func words(
    _ text: String, x: Double, y: Double, size: Double, anchor: String = "start", isBold: Bool = false,
    fill: String = "#111111"
  ) -> String {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    let place = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(size))\"\(place)\(weight) "
      + "fill=\"\(fill)\">\(escaped(text))</text>"
  }

  /// A rectangle, rounded by `radius`.
  static func box(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, fill: String,
    stroke: String = "#333333",
    dash: String? = nil
  ) -> String {
    let corner = radius > 0 ? " rx=\"\(number(radius))\"" : ""
    let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    return
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
      + "\(corner) fill=\"\(fill)\" stroke=\"\(stroke)\"\(dashes)/>"
  }

  /// An open path, with an arrowhead (defined once in the document as `arrow`) where it ends.
  static func arrow(_ path: String, isDashed: Bool = false) -> String {
    let dashes = isDashed ? " stroke-dasharray=\"5 3\"" : ""
    return "<path d=\"\(path)\" fill=\"none\" stroke=\"#444444\" stroke-width=\"1.2\"\(dashes) "
      + "marker-end=\"url(#arrow)\"/>"
  }

  /// `x,y` or `x y`, as paths and polygons take a point.
  static func point(_ x: Double, _ y: Double) -> String { "\(number(x)),\(number(y))" }

  /// How wide words are at most, about, in the sans-serif fonts of common systems.
  ///
  /// - Complexity: O(length).
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var sum = 0.0
    for character in text {
      switch character {
      case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "|", "!", "'", "(", ")", " ", "-", "/":
        sum += 0.38
      case "m", "w", "M", "W", "%", "@", "–", "→", "⇄": sum += 0.95
      case "a"..."z", "0"..."9", "_", "å", "ä", "ö": sum += 0.62
      case "A"..."Z", "Å", "Ä", "Ö": sum += 0.74
      default: sum += 1
      }
    }
    return sum * size * (isBold ? 1.08 : 1)
  }

  /// Words cut to a width, with an ellipsis.
  static func fitted(_ text: String, width limit: Double, size: Double, isBold: Bool = false) -> String {
    guard width(text, size: size, isBold: isBold) > limit else { return text }
    var kept = text
    while !kept.isEmpty, width(kept + "…", size: size, isBold: isBold) > limit { kept.removeLast() }
    return kept + "…"
  }
}
