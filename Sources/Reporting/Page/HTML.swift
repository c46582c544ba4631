/// A piece of a page. Words enter it escaped, so that a text of a user can never become markup.
package struct HTML: Sendable, Equatable {
  /// The piece as text of an HTML file.
  package private(set) var markup: String

  /// Markup made by this program, such as a figure or an entity.
  package init(markup: String) { self.markup = markup }

  /// Nothing.
  package static let none = HTML(markup: "")

  /// Words, escaped, without the scheme of web addresses.
  package static func words(_ text: String) -> HTML { HTML(markup: escaped(text)) }

  /// An element with content. An attribute that is nil is left out, an empty one stands alone (`hidden`).
  ///
  /// - Precondition: names of elements and attributes come from this program.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: HTML...
  ) -> HTML {
    element(name, attributes, content)
  }

  /// An element with pieces one after the other.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [HTML]
  ) -> HTML {
    var text = "<\(name)"
    for (key, value) in attributes {
      guard let value else { continue }
      text += value.isEmpty ? " \(key)" : " \(key)=\"\(escaped(value))\""
    }
    text += ">"
    for piece in content { text += piece.markup }
    return HTML(markup: text + "</\(name)>")
  }

  /// An element that holds words alone.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String
  ) -> HTML {
    element(name, attributes, [words(text)])
  }

  /// A paragraph.
  package static func paragraph(_ text: String, kind: String? = nil) -> HTML {
    element("p", ["class": kind], text)
  }

  /// A list with a bullet or number before each piece.
  package static func list(_ items: [HTML], isNumbered: Bool = false, kind: String? = nil) -> HTML {
    items.isEmpty
      ? .none : element(isNumbered ? "ol" : "ul", ["class": kind], items.map { element("li", [:], [$0]) })
  }

  /// Pieces one after the other, on lines of their own.
  package static func joined(_ pieces: [HTML]) -> HTML {
    HTML(markup: pieces.filter { !$0.markup.isEmpty }.map(\.markup).joined(separator: "\n"))
  }

  package static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.markup + right.markup) }

  package static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// Whether there is nothing.
  package var isEmpty: Bool { markup.isEmpty }

  private static func escaped(_ text: String) -> String {
    let plain = Markup.escaped(HarmlessText.withoutSchemes(text))
    guard plain.lowercased().contains("http") else { return plain }
    var kept = ""
    var rest = Substring(plain)
    while let first = rest.first {
      let isScheme = rest.prefix(4).lowercased() == "http"
      kept += isScheme ? "&#\(first.unicodeScalars.first?.value ?? 0x68);" : String(first)
      rest = rest.dropFirst()
    }
    return kept
  }
}
