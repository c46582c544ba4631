/// A figure of a page: a drawing with a title, a description for who cannot see it, and its numbers in a table.
package struct PageFigure {
  /// Identifier, one in a page.
  package var id: String
  /// Title above the drawing.
  package var title: String
  /// A line under the title: what is counted, and how to read it.
  package var subtitle: String
  /// The drawing: an SVG element with a title and a description of its own.
  package var drawing: HTML
  /// Numbers beneath.
  package var tables: [PageTable]
  /// What the fold that holds the numbers is called.
  package var tableHeading: String
  /// What follows the drawing: a note, or the table it was made from.
  package var note: HTML
  /// Whether the tables are printed too.
  package var printsTables: Bool

  /// A figure.
  package init(
    id: String, title: String, subtitle: String = "", drawing: HTML, tables: [PageTable],
    tableHeading: String, note: HTML = .none, printsTables: Bool = false
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.drawing = drawing
    self.tables = tables
    self.tableHeading = tableHeading
    self.note = note
    self.printsTables = printsTables
  }

  /// The figure; its tables fold away on a screen, and are printed.
  package var html: HTML {
    let numbers: HTML =
      tables.isEmpty
      ? .none
      : .element(
        "details", ["class": printsTables ? "print" : nil], .element("summary", [:], tableHeading),
        .joined(tables.map(\.html)))
    // A drawing that scrolls on a narrow page must be reached by the keyboard too.
    let scrolls = drawing.markup.contains(";min-width:")
    return .element(
      "figure", ["id": id],
      .element(
        "figcaption", [:],
        .element("h3", [:], title), subtitle.isEmpty ? .none : .paragraph(subtitle, kind: "sub")),
      .element(
        "div",
        [
          "class": "drawing", "tabindex": scrolls ? "0" : nil, "role": scrolls ? "group" : nil,
          "aria-label": scrolls ? title : nil,
        ], [drawing]), note, numbers)
  }
}
