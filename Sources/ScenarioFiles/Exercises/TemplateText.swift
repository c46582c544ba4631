/// A text with words in braces that are filled in: `{region}`. A brace itself is written twice.
public struct TemplateText: Sendable {
  /// A stretch of the text.
  public enum Part: Sendable, Equatable {
    /// As it stands.
    case words(String)
    /// To be filled in.
    case blank(String)
  }

  /// The stretches in order.
  public let parts: [Part]
  /// What is wrong with the braces; nil if nothing is.
  let mistake: String?

  /// Reads a text.
  ///
  /// - Complexity: O(length).
  public init(_ text: String) {
    var parts: [Part] = []
    var words = ""
    var name: String?
    var mistake: String?
    var rest = text[...]
    while let character = rest.popFirst() {
      if let open = name {
        if character == "}" {
          parts.append(.blank(open))
          name = nil
        } else if character == "{" || character.isNewline {
          mistake = mistake ?? "'{\(open)' is not closed"
          name = nil
          words.append("{\(open)\(character)")
        } else {
          name = open + String(character)
        }
      } else if character == "{", rest.first == "{" {
        rest.removeFirst()
        words.append("{")
      } else if character == "}" {
        if rest.first == "}" { rest.removeFirst() } else { mistake = mistake ?? "'}' has no '{' before it" }
        words.append("}")
      } else if character == "{" {
        if !words.isEmpty { parts.append(.words(words)) }
        (words, name) = ("", "")
      } else {
        words.append(character)
      }
    }
    if let open = name { mistake = mistake ?? "'{\(open)' is not closed" }
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
    self.mistake = mistake
  }

  /// The names in braces.
  public var blanks: [String] {
    parts.compactMap { if case .blank(let name) = $0 { name } else { nil } }
  }

  /// The text with every name replaced by its value; an unknown one stays in braces.
  public func filled(_ value: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .blank(let name): value(name) ?? "{\(name)}"
      }
    }.joined()
  }
}
