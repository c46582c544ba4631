/// A table of a page. Numbers keep the value they were rounded from, so that a reader's program can compare them with
/// the table of the run they come from.
package struct PageTable {
  /// One cell.
  package struct Cell {
    var content: HTML
    /// The value behind the words, as the run's table has it.
    var value: String?
    var isNumber: Bool
    /// Which rows of the run's table it shows, when that is not the row's own.
    package var key: String?

    /// Words.
    package static func words(_ text: String) -> Cell {
      Cell(content: .words(text), value: nil, isNumber: false)
    }

    /// Words, and the text of the run's table that they stand for.
    package static func words(_ text: String, value: String) -> Cell {
      Cell(content: .words(text), value: value, isNumber: false)
    }

    /// Any piece.
    package static func piece(_ content: HTML) -> Cell { Cell(content: content, value: nil, isNumber: false) }

    /// A number as it is said, and the value that the run's table has; nil where none is to be compared.
    package static func number(_ text: String, value: String? = nil) -> Cell {
      Cell(content: .words(text), value: value, isNumber: true)
    }

    /// No value.
    package static var missing: Cell { Cell(content: .words("–"), value: nil, isNumber: true) }
  }

  /// One row: its heading and cells, and which rows of the run's table it shows (`arm=baseline;measure=x`).
  package struct Row {
    var key: String?
    var cells: [Cell]

    /// A row, the first cell its heading.
    package init(_ cells: [Cell], key: String? = nil) {
      self.key = key
      self.cells = cells
    }
  }

  /// Title.
  package var caption: String
  /// Headings of the columns.
  package var headings: [String]
  /// Columns of the run's table by heading; nil for none.
  package var columns: [String?] = []
  /// File of the run that the values come from.
  package var file: String?
  /// Which rows of the run's table all cells show, beside what row and column say.
  package var key: String?
  /// Which rows the cells of a column show.
  package var columnKeys: [String?] = []
  /// Rows.
  package var rows: [Row]
  /// Whether the caption is for screen readers alone, since the words stand above the table.
  package var hidesCaption = false

  /// A table.
  package init(
    caption: String, headings: [String], columns: [String?] = [], file: String? = nil, key: String? = nil,
    columnKeys: [String?] = [], rows: [Row], hidesCaption: Bool = false
  ) {
    self.caption = caption
    self.headings = headings
    self.columns = columns
    self.file = file
    self.key = key
    self.columnKeys = columnKeys
    self.rows = rows
    self.hidesCaption = hidesCaption
  }

  /// The table in a box of its own that scrolls sideways when the page is narrow.
  ///
  /// - Complexity: O(cells).
  package var html: HTML {
    let numeric = headings.indices.map { column in
      rows.contains { $0.cells.indices.contains(column) && $0.cells[column].isNumber }
    }
    let head = headings.enumerated().map { index, heading in
      HTML.element(
        "th",
        [
          "scope": "col", "class": numeric[index] ? "n" : nil,
          "data-column": columns.indices.contains(index) ? columns[index] : nil,
          "data-key": columnKeys.indices.contains(index) ? columnKeys[index] : nil,
        ], heading)
    }
    let body = rows.map { row in
      HTML.element(
        "tr", ["data-key": row.key],
        row.cells.enumerated().map { index, cell in
          .element(
            index == 0 ? "th" : "td",
            [
              "scope": index == 0 ? "row" : nil, "class": cell.isNumber ? "n" : nil,
              "data-key": cell.key, "data-value": cell.value,
            ], [cell.content])
        })
    }
    return .element(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption],
      .element(
        "table", ["data-file": file, "data-key": key],
        .element("caption", ["class": hidesCaption ? "hidden" : nil], caption),
        .element("thead", [:], .element("tr", [:], head)), .element("tbody", [:], [.joined(body)])))
  }
}
