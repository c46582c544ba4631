/// A piece of a drawing in coordinates of its own, from 0, 0 down and to the right.
struct DrawnPart {
  /// Width in pixels.
  var width = 0.0
  /// Height in pixels.
  var height = 0.0
  /// Elements.
  var lines: [String] = []

  /// Puts another piece in at a place, and grows to hold it.
  mutating func place(_ part: DrawnPart, x: Double, y: Double, name: String? = nil) {
    lines.append("<g transform=\"translate(\(Markup.number(x)) \(Markup.number(y)))\">")
    if let name { lines.append("<title>\(Markup.escaped(name))</title>") }
    lines += part.lines
    lines.append("</g>")
    width = max(width, x + part.width)
    height = max(height, y + part.height)
  }

  /// Puts another piece below.
  mutating func stack(_ part: DrawnPart, gap: Double, name: String? = nil) {
    place(part, x: 0, y: lines.isEmpty ? 0 : height + gap, name: name)
  }

  /// Lines of words below, wrapped to a width.
  mutating func write(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false, fill: String = "#111111",
    indent: Double = 0
  ) {
    for line in Self.wrapped(text, width: limit - indent, size: size, isBold: isBold) {
      height += size * 1.4
      lines.append(
        Markup.words(line, x: indent, y: height - size * 0.35, size: size, isBold: isBold, fill: fill))
      width = max(width, indent + Markup.width(line, size: size, isBold: isBold))
    }
  }

  /// Words broken at spaces so that no line is wider than the limit; a longer word stands alone.
  ///
  /// - Complexity: O(length).
  static func wrapped(_ text: String, width limit: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    let space = Markup.width(" ", size: size, isBold: isBold)
    for word in text.split(separator: " ") {
      let width = Markup.width(String(word), size: size, isBold: isBold)
      if !line.isEmpty, used + space + width > limit {
        lines.append(line)
        line = ""
      }
      used = line.isEmpty ? width : used + space + width
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
