import Reporting

/// A number of a page with where the page says that it stands.
struct PageNumber {
  let file: String
  /// Columns and the values that rows have in them; of several values one.
  let key: [(column: String, values: [String])]
  let column: String
  let value: String
}

/// Reads the numbers that a page holds together with their place in the run's tables.
enum PageNumbers {
  /// One tag with its attributes.
  struct Tag {
    let name: String
    let attributes: [String: String]

    init(_ text: Substring) {
      name = String(text.prefix { !$0.isWhitespace })
      var attributes: [String: String] = [:]
      var rest = text.dropFirst(name.count)
      while let equals = rest.firstIndex(of: "=") {
        let key = rest[..<equals].split(separator: " ").last.map { String($0) } ?? ""
        rest = rest[rest.index(after: equals)...]
        guard rest.first == "\"" else { break }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: "\"") else { break }
        attributes[key] = String(rest[..<end]).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        rest = rest[rest.index(after: end)...]
      }
      self.attributes = attributes
    }
  }

  static func all(in page: String) -> [PageNumber] {
    var found: [PageNumber] = []
    var table: Tag?
    var heads: [Tag] = []
    var row: Tag?
    var cell = 0
    for tag in tags(of: page) {
      switch tag.name {
      case "table": (table, heads) = (tag, [])
      case "/table": table = nil
      case "tr": (row, cell) = (tag, 0)
      case "data":
        if let file = tag.attributes["data-file"], let column = tag.attributes["data-column"],
          let value = tag.attributes["value"]
        {
          found.append(
            PageNumber(file: file, key: key([tag.attributes["data-key"]]), column: column, value: value))
        }
      case "th" where tag.attributes["scope"] == "col": heads.append(tag)
      case "th", "td":
        defer { cell += 1 }
        guard let table, let file = table.attributes["data-file"], heads.indices.contains(cell),
          let value = tag.attributes["data-value"], let columns = heads[cell].attributes["data-column"]
        else { continue }
        let keys = [table, heads[cell], row, tag].map { $0?.attributes["data-key"] }
        // A column of several values is that of a cell with as many.
        for (column, value) in zip(columns.split(separator: "|"), value.split(separator: "|")) {
          found.append(
            PageNumber(file: file, key: key(keys), column: String(column), value: String(value)))
        }
      default: continue
      }
    }
    return found
  }

  private static func tags(of page: String) -> [Tag] {
    // Scripts and styles hold no tags.
    page.split(separator: "<").dropFirst().compactMap { piece in
      piece.firstIndex(of: ">").map { Tag(piece[..<$0]) }
    }
  }

  private static func key(_ texts: [String?]) -> [(column: String, values: [String])] {
    texts.compactMap { $0 }.flatMap { $0.split(separator: ";") }.compactMap { part in
      guard let equals = part.firstIndex(of: "=") else { return nil }
      return (
        String(part[..<equals]),
        part[part.index(after: equals)...].split(separator: "|").map { String($0) }
      )
    }
  }
}
