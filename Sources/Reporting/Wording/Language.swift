/// A language that pages are written in; the raw value is its tag in BCP 47.
public enum Language: String, CaseIterable, Sendable {
  /// Swedish.
  case swedish = "sv"
  /// English.
  case english = "en"

  /// What the language calls itself.
  public var ownName: String { self == .swedish ? "Svenska" : "English" }
}

/// The same words in every language of a page.
public struct LocalText: Sendable, Equatable {
  /// In Swedish.
  public var sv: String
  /// In English.
  public var en: String

  /// Words in both languages.
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  /// Words that have no translation, such as a name.
  public init(_ text: String) { self.init(sv: text, en: text) }

  /// The words in one language.
  public subscript(language: Language) -> String { language == .swedish ? sv : en }
}

extension Language {
  /// The number rounded to a power of ten: `1 234,5` in Swedish, `1,234.5` in English. Halves go away from zero.
  public func number(_ value: Double, exponent: Int = 0) -> String {
    local(SpokenNumber.text(value, exponent: exponent))
  }

  /// A whole number with thousands separated.
  public func number(_ value: Int) -> String { local(SpokenNumber.text(value)) }

  /// A number with as many decimals as its size asks for: none from 100 up or when it is whole, at most two.
  public func plain(_ value: Double) -> String {
    number(value, exponent: SpokenNumber.exponent(for: value, standardError: nil))
  }

  /// A share in per cent, whole unless it is small.
  public func percent(_ share: Double) -> String {
    let size = abs(100 * share)
    let text = number(100 * share, exponent: size > 0 && size < 9.95 && size != size.rounded() ? -1 : 0)
    return self == .swedish ? "\(text)\u{202F}%" : "\(text)%"
  }

  /// Words with commas between, and the last after an `and`.
  public func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(self == .swedish ? "och" : "and") \(last)"
  }

  /// Name of a month, from 1.
  func month(_ number: Int) -> String {
    self == .swedish ? Self.swedishMonths[number - 1] : Self.englishMonths[number - 1]
  }

  private static let swedishMonths = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// An English number's separators as this language writes them; a narrow space that does not break stands
  /// between Swedish thousands.
  private func local(_ english: String) -> String {
    guard self == .swedish else { return english }
    var text = ""
    for character in english {
      switch character {
      case ",": text.append("\u{202F}")
      case ".": text.append(",")
      default: text.append(character)
      }
    }
    return text
  }
}
