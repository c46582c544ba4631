/// Why a text is not an identifier, or nil if it is one.
func identifierMistake(_ text: String) -> String? {
  let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  let isGood =
    !words.isEmpty
    && words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { $0.isDigit || (0x61...0x7A).contains($0) }
    }
  if isGood { return nil }
  let suggestion = kebabCase(text)
  let hint = suggestion.isEmpty ? "" : ", such as '\(suggestion)'"
  return "'\(text)' is not an identifier: use lower-case words joined by hyphens\(hint)"
}

/// The nearest identifier: å ä ö lose their marks, anything else that does not fit becomes a hyphen.
private func kebabCase(_ text: String) -> String {
  let plain: [Character: Character] = [
    "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "ø": "o", "æ": "a",
  ]
  let mapped = text.lowercased().map { character -> Character in
    let character = plain[character] ?? character
    return character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
  }
  return mapped.split(separator: "-").map { String($0) }.joined(separator: "-")
}

/// "a whole number from 1 to 5", or with an open end "a whole number from 1".
func words(for range: ClosedRange<Int>) -> String {
  switch (range.lowerBound, range.upperBound) {
  case (Int.min, Int.max): "a whole number"
  case (let low, Int.max): "a whole number from \(said(low))"
  case (Int.min, let high): "a whole number up to \(said(high))"
  case (let low, let high): "a whole number from \(said(low)) to \(said(high))"
  }
}

/// Up to 9999 as it is, thousands apart beyond.
private func said(_ number: Int) -> String {
  number.magnitude < 10_000 ? "\(number)" : grouped(number)
}

/// Thousands apart, as a person reads them: 1,000,000.
func grouped(_ number: Int) -> String {
  var digits = String(number.magnitude)
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
}

/// "24", "at least 1" or "1 to 7".
func words(forLength length: ClosedRange<Int>) -> String {
  if length.lowerBound == length.upperBound { return "\(length.lowerBound)" }
  if length.upperBound >= 1_000_000 { return "at least \(length.lowerBound)" }
  return "\(length.lowerBound) to \(length.upperBound)"
}

/// Why shares do not sum to one within 1e-6, or nil if they do.
func shareSumMistake(_ shares: [Double]) -> String? {
  let sum = shares.reduce(0, +)
  if abs(sum - 1) <= 1e-6 { return nil }
  let rounded = (sum * 1e6).rounded() / 1e6
  return "the shares sum to \(plainText(rounded)), not to 1"
}

/// What is wrong with a text; nil when nothing is.
///
/// - Parameter name: "title" or "name" for what a person calls something, which is one line, and no long one.
func textMistake(_ text: String, name: String? = nil) -> String? {
  if text.allSatisfy(\.isWhitespace) { return "the text is empty" }
  for scalar in text.unicodeScalars where scalar.isUnseen {
    if "\n\r\t".unicodeScalars.contains(scalar) {
      if let name { return "a \(name) is one line of text, without tabs" }
    } else {
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "the text has a character that cannot be seen, U+\(code): remove it"
    }
  }
  let length = text.unicodeScalars.count
  if let name, !FieldKind.nameLength.contains(length) {
    return "the \(name) has \(grouped(length)) characters; expected \(words(forLength: FieldKind.nameLength))"
  }
  return nil
}

/// What is wrong with the text of a source; nil when nothing is.
func sourceMistake(_ text: String) -> String? {
  if text.isEmpty { return "the source is empty: name where the number is from, or say \"assumption: …\"" }
  if SourceNote(text) == nil {
    return "\"\(text)\" is not a source: name where the number is from, or say \"assumption: …\""
  }
  return textMistake(text)
}

/// What is wrong with a text that stands in rows of the tables that a run writes; nil when nothing is.
///
/// - Parameter what: what the text is, such as "the id of a level".
func cellMistake(_ text: String, _ what: String) -> String? {
  if text.first == " " || text.last == " " || text.unicodeScalars.contains(where: { $0.isUnseen }) {
    return "\(what) is one line of text, without blanks before and after it"
  }
  if let first = text.first, "=+-@".contains(first), Double(text) == nil {
    return "a spreadsheet takes '\(text)' for a formula: begin with a letter or a digit"
  }
  return nil
}

extension Unicode.Scalar {
  /// Whether it is no text but moves the cursor, colours a terminal, turns the direction of what follows, or has no
  /// width, so that two texts that look the same differ.
  var isUnseen: Bool {
    if (0x20...0x7E).contains(value) { return false }
    return [.control, .format].contains(properties.generalCategory)
  }

  /// Whether it ends a line or a paragraph without being a control character.
  var isLineEnd: Bool { [.lineSeparator, .paragraphSeparator].contains(properties.generalCategory) }
}
