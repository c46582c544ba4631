/// Cuts CSV text into records and reports misplaced quotes.
struct CSVScanner {
  private let source: SourceText
  private let bytes: [UInt8]
  private let log: MistakeLog
  private var offset = 0
  private var isAtStart = true

  init(_ source: SourceText, log: MistakeLog) {
    self.source = source
    self.bytes = source.bytes
    self.log = log
  }

  /// Reports a NUL byte, which no spreadsheet writes and which means that this is not a text.
  func isWithoutNull() -> Bool {
    guard let null = bytes.firstIndex(of: 0) else { return true }
    report("there is a NUL byte here: this is not a CSV text", at: null)
    return false
  }

  /// The next record that has content; nil at the end. An empty file is reported.
  mutating func nextRecord() -> [CSVCell]? {
    while offset < bytes.count {
      let cells = record()
      if cells.contains(where: { !$0.text.isEmpty }) {
        isAtStart = false
        return cells
      }
    }
    if isAtStart { report("the file has no header row", at: 0) }
    return nil
  }

  private mutating func record() -> [CSVCell] {
    var cells: [CSVCell] = []
    while true {
      cells.append(cell())
      guard offset < bytes.count else { return cells }
      let separator = bytes[offset]
      offset += 1
      if separator == .comma {
        continue
      }
      if separator == .carriageReturn, offset < bytes.count, bytes[offset] == .lineFeed {
        offset += 1
      }
      return cells
    }
  }

  /// Reads one cell and stops at the comma, line end or end of file after it.
  private mutating func cell() -> CSVCell {
    let start = offset
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == .tab { offset += 1 }
    if offset < bytes.count, bytes[offset] == .doubleQuote { return quotedCell() }
    offset = start
    var quote: Int?
    while offset < bytes.count, !isSeparator(bytes[offset]) {
      if bytes[offset] == .doubleQuote, quote == nil { quote = offset }
      offset += 1
    }
    if let quote {
      report("a quote inside a cell: put the whole cell in quotes and double the inner one", at: quote)
    }
    var range = start..<offset
    while let first = range.first, bytes[first] == 0x20 || bytes[first] == .tab {
      range.removeFirst()
    }
    while let last = range.last, bytes[last] == 0x20 || bytes[last] == .tab { range.removeLast() }
    return CSVCell(
      text: source.text(in: range), place: TextPlace(source: source, range: range))
  }

  private mutating func quotedCell() -> CSVCell {
    let start = offset
    var content: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      if bytes[offset] != .doubleQuote {
        content.append(bytes[offset])
        offset += 1
      } else if offset + 1 < bytes.count, bytes[offset + 1] == .doubleQuote {
        content.append(.doubleQuote)
        offset += 2
      } else {
        offset += 1
        let place = TextPlace(source: source, range: start..<offset)
        skipAfterQuote()
        return CSVCell(text: String(decoding: content, as: UTF8.self), place: place)
      }
    }
    report("the quote that opens here is never closed", at: start)
    return CSVCell(
      text: String(decoding: content, as: UTF8.self),
      place: TextPlace(source: source, range: start..<offset))
  }

  private mutating func skipAfterQuote() {
    var reported = false
    while offset < bytes.count, !isSeparator(bytes[offset]) {
      if bytes[offset] != 0x20, bytes[offset] != .tab, !reported {
        report("text after the closing quote; a quote inside a cell is written twice", at: offset)
        reported = true
      }
      offset += 1
    }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == .comma || byte == .lineFeed || byte == .carriageReturn
  }

  private func report(_ sentence: String, at offset: Int) {
    log.add(sentence, at: TextPlace(source: source, range: offset..<offset), path: "")
  }
}
