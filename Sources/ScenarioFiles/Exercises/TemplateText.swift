/// A text with words in braces that are filled in: `{region}`, and with words that follow a number:
/// `{number|casualty|casualties}` is the first where the number is 1, else the second. A brace itself is written twice.
public struct TemplateText: Sendable {
  /// A stretch of the text.
  public enum Part: Sendable, Equatable {
    /// As it stands.
    case words(String)
    /// To be filled in.
    case blank(String)
    /// The words for one and those for more, by a number.
    case counted(String, one: String, more: String)
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
          if let part = Self.part(open) { parts.append(part) } else { mistake = mistake ?? Self.advice(open) }
          name = nil
        } else if character == "{" || character.isNewline {
          mistake = mistake ?? "'{\(open)' is not closed; \(Self.escape)"
          name = nil
          words.append("{\(open)\(character)")
        } else {
          name = open + String(character)
        }
      } else if character == "{", rest.first == "{" {
        rest.removeFirst()
        words.append("{")
      } else if character == "}" {
        if rest.first == "}" {
          rest.removeFirst()
        } else {
          mistake = mistake ?? "'}' has no '{' before it; \(Self.escape)"
        }
        words.append("}")
      } else if character == "{" {
        if !words.isEmpty { parts.append(.words(words)) }
        (words, name) = ("", "")
      } else {
        words.append(character)
      }
    }
    if let open = name { mistake = mistake ?? "'{\(open)' is not closed; \(Self.escape)" }
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
    self.mistake = mistake
  }

  private static let escape = "write a brace that is meant as such twice"

  /// What stands between two braces; nil when it is neither a name nor a number with two forms.
  private static func part(_ text: String) -> Part? {
    let pieces = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    switch pieces.count {
    case 1: return .blank(text)
    case 3: return .counted(pieces[0], one: pieces[1], more: pieces[2])
    default: return nil
    }
  }

  private static func advice(_ text: String) -> String {
    "'{\(text)}' needs the words for one and those for more: {number|casualty|casualties}"
  }

  /// The names in braces.
  public var blanks: [String] {
    parts.compactMap {
      switch $0 {
      case .words: nil
      case .blank(let name), .counted(let name, _, _): name
      }
    }
  }

  /// Those of them that choose between the words for one and for more.
  var counts: [String] {
    parts.compactMap { if case .counted(let name, _, _) = $0 { name } else { nil } }
  }

  /// The text with every name replaced by its value; an unknown one stays in braces.
  public func filled(_ value: (String) -> String?) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .blank(let name): value(name) ?? "{\(name)}"
      case .counted(let name, let one, let more): value(name) == "1" ? one : more
      }
    }.joined()
  }
}
