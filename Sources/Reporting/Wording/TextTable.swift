/// A plain-text table: the first column to the left, the others to the right, headings wrapped. Columns
/// that do not fit go into a further table that repeats the first.
struct TextTable {
  var headings: [String]
  var rows: [[String]]
  /// Longest line of a heading.
  var headingWidth = 15

  /// Lines of at most `width` characters, unless two columns alone are wider.
  func lines(width: Int) -> [String] {
    let wrapped = headings.map { Paragraph.wrap($0, width: headingWidth) }
    let widths = headings.indices.map { column in
      max(wrapped[column].map(\.count).max() ?? 0, rows.map { $0[column].count }.max() ?? 0)
    }
    var blocks: [[Int]] = []
    var block = [0]
    var used = widths[0]
    for column in headings.indices.dropFirst() {
      if used + 2 + widths[column] > width, block.count > 1 {
        blocks.append(block)
        block = [0]
        used = widths[0]
      }
      block.append(column)
      used += 2 + widths[column]
    }
    blocks.append(block)
    var lines: [String] = []
    for (index, columns) in blocks.enumerated() {
      if index > 0 { lines.append("") }
      lines += self.lines(columns, wrapped, widths)
    }
    return lines
  }

  private func lines(_ columns: [Int], _ wrapped: [[String]], _ widths: [Int]) -> [String] {
    let height = columns.map { wrapped[$0].count }.max() ?? 0
    var lines = (0..<height).map { line in
      joined(columns, widths) { column in
        let missing = height - wrapped[column].count
        return line < missing ? "" : wrapped[column][line - missing]
      }
    }
    let total = columns.reduce(2 * (columns.count - 1)) { $0 + widths[$1] }
    lines.append(String(repeating: "─", count: total))
    lines += rows.map { row in joined(columns, widths) { row[$0] } }
    return lines
  }

  private func joined(_ columns: [Int], _ widths: [Int], _ cell: (Int) -> String) -> String {
    var line = ""
    for column in columns {
      let text = cell(column)
      let padding = String(repeating: " ", count: max(0, widths[column] - text.count))
      line += column == columns.first ? text + padding : "  " + padding + text
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Text broken at spaces.
enum Paragraph {
  /// Lines of at most `width` characters; longer words stand alone.
  static func wrap(_ text: String, width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = (lines.isEmpty ? "" : indent) + word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    lines.append(line)
    return lines
  }
}
