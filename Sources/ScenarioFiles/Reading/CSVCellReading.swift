/// Reads one cell: type, range, unit and source.
struct CSVCellReading {
  let field: Field
  let factor: Double
  let column: String
  let path: String
  let columnPath: String
  let cover: SourceNote?
  let hasSourceColumn: Bool
  let context: ReadingContext
  /// Gathers what is wrong with the cells of the column.
  let mistakes: CSVColumnMistakes

  /// The checked value, or nil when its mistake is reported. Columns without a source are noted in `unsourced`,
  /// so that each is reported once.
  func value(of cell: CSVCell, unsourced: inout Set<String>) -> FieldValue? {
    switch field.kind {
    case .text, .name, .file:
      guard let sentence = textMistake(cell.text, name: field.nameWord) else { return .text(cell.text) }
      return refuse(sentence, cell)
    case .identifier:
      guard let sentence = identifierMistake(cell.text) else { return .text(cell.text) }
      return refuse(sentence, cell)
    case .choice(let words):
      if words.contains(cell.text) { return .text(cell.text) }
      return refuse(unknownWord(cell.text, among: words, what: field.key), cell)
    case .flag: return flag(cell)
    case .texts:
      let parts = cell.text.split(separator: ";").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      return .texts(parts.filter { !$0.isEmpty })
    case .identifiers:
      let words = cell.text.split { $0 == " " || $0 == ";" }.map { String($0) }
      for word in words {
        if let sentence = identifierMistake(word) { _ = refuse(sentence, cell) }
      }
      return .texts(words)
    case .integer(let range), .count(let range, _):
      // Where only whole numbers can stand, a comma before three digits is one of thousands.
      if case .thousandsOrDecimals(let thousands, _) = PlainNumber(cell.text) {
        return refuse("'\(cell.text)' has a comma between its digits: write \(thousands)", cell)
      }
      // A number with decimals is none to write otherwise.
      if case .decimalComma(let better) = PlainNumber(cell.text), let meant = Double(better),
        Int(exactly: meant) == nil
      {
        return refuse("\(column) is \(cell.text); it must be \(words(for: range))", cell)
      }
      guard let number = number(cell) else { return nil }
      guard let integer = Int(exactly: number), range.contains(integer) else {
        return refuse("\(column) is \(cell.text); it must be \(words(for: range))", cell)
      }
      count(cell, &unsourced)
      return .integer(integer)
    case .number(let range, _), .time(let range), .rate(let range):
      return single(cell, range, &unsourced)
    case .share: return single(cell, .share, &unsourced)
    default:
      return refuse("\(column) cannot stand in a table; write it in a JSON5 file", cell)
    }
  }

  private func refuse(_ sentence: String, _ cell: CSVCell) -> FieldValue? {
    mistakes.add(sentence, at: cell.place, path: path, column: column)
    return nil
  }

  private func flag(_ cell: CSVCell) -> FieldValue? {
    switch cell.text.lowercased() {
    case "true", "yes", "1", "ja": .flag(true)
    case "false", "no", "0", "nej": .flag(false)
    default: refuse("expected true or false, found '\(cell.text)'", cell)
    }
  }

  private func single(
    _ cell: CSVCell, _ range: NumberRange, _ unsourced: inout Set<String>
  ) -> FieldValue? {
    guard let number = number(cell) else { return nil }
    let value = number * factor
    guard range.contains(value) else {
      return refuse(
        "\(column) is \(cell.text); it must be \(range.words(inUnitsOf: factor))", cell)
    }
    count(cell, &unsourced)
    return .number(value == 0 ? 0 : value)
  }

  private func number(_ cell: CSVCell) -> Double? {
    switch PlainNumber(cell.text) {
    case .value(let value): return value
    case .decimalComma(let better):
      _ = refuse("'\(cell.text)' has a decimal comma: write \(better)", cell)
    case .thousandsOrDecimals(let thousands, let decimals):
      _ = refuse(
        "'\(cell.text)' may be \(thousands) or \(decimals): write the one that is meant, without a comma",
        cell)
    case .grouped(let better):
      let what = cell.text.contains(",") ? "commas" : "blanks"
      _ = refuse("'\(cell.text)' has \(what) between its digits: write \(better)", cell)
    case .tooLarge: _ = refuse("the number \(cell.text) is too large", cell)
    case .none: _ = refuse("expected a number, found '\(cell.text)'", cell)
    }
    return nil
  }

  private func count(_ cell: CSVCell, _ unsourced: inout Set<String>) {
    guard !field.isSetting, context.needsSources else { return }
    if let cover {
      context.evidence.count(cover, numbers: 1, value: cell.text, at: cell.place, path: path)
    } else if unsourced.insert(column).inserted {
      let cure =
        hasSourceColumn
        ? "\(column) has no source here and the source cell is empty: fill it in"
        : "\(column) has no source: add a column \"source\" or \"\(column)_source\""
      context.log.add(cure, at: cell.place, path: hasSourceColumn ? path : columnPath)
    }
  }
}

/// A number in a table, or what is wrong with it.
enum PlainNumber: Equatable {
  case value(Double)
  /// `1,5`; with the text to write.
  case decimalComma(String)
  /// `1,150`, in English a thousand and in Swedish hardly more than one; with both texts to write.
  case thousandsOrDecimals(String, String)
  /// `1 500`, as Swedish writes thousands; with the text to write.
  case grouped(String)
  case tooLarge
  case none

  /// Reads an optional sign, digits with an optional point, and an optional exponent.
  init(_ text: String) {
    if Self.isPlain(text) {
      let value = Double(Self.completed(text))
      self = value.map { $0.isFinite ? .value($0) : .tooLarge } ?? .none
      return
    }
    let ungrouped = String(text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" })
    let pointed = ungrouped.replacing(",", with: ".")
    if let thousands = Self.withoutThousands(ungrouped) {
      self = Self.isPlain(pointed) ? .thousandsOrDecimals(thousands, pointed) : .grouped(thousands)
    } else if pointed != ungrouped, Self.isPlain(pointed) {
      self = .decimalComma(pointed)
    } else if ungrouped != text, Self.isPlain(ungrouped) {
      self = .grouped(ungrouped)
    } else {
      self = .none
    }
  }

  /// The digits of a number whose commas stand where English writes those of thousands; nil if they do not.
  private static func withoutThousands(_ text: String) -> String? {
    let sign = text.first.map { "+-".contains($0) } == true ? text.prefix(1) : ""
    let groups = text.dropFirst(sign.count).split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].utf8.count), groups[0].first != "0",
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy { $0.isDigit } })
    else { return nil }
    return sign + groups.joined()
  }

  private static func isPlain(_ text: String) -> Bool {
    var rest = Substring(text)
    func skipDigits() -> Bool {
      let before = rest.utf8.count
      rest = rest.drop { $0.isASCII && $0.isNumber }
      return rest.utf8.count < before
    }
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    var hasDigits = skipDigits()
    if rest.first == "." {
      rest.removeFirst()
      hasDigits = skipDigits() || hasDigits
    }
    guard hasDigits else { return false }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }

  /// The same number with digits on both sides of the point, as every number parser accepts it.
  private static func completed(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let before = text[..<point]
    let after = text[text.index(after: point)...]
    return (before.last?.isNumber == true ? before : before + "0") + "."
      + (after.first?.isNumber == true ? after : "0" + after)
  }
}
