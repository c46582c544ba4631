/// A workbook as Office Open XML has it (ECMA-376, 5th edition), of texts and whole numbers.
///
/// Texts are written in their cells and can never be formulas. Every row and cell carries its reference and there is a
/// part for styles, for some readers need both. Times are texts: several readers cut a date cell to its day.
package struct Workbook {
  /// A cell.
  enum Cell: Equatable {
    case text(String)
    case whole(Int)
  }

  /// A sheet with a row of headings that stays in place when scrolled.
  struct Sheet {
    /// Name on the tab; at most 31 characters.
    var name: String
    /// Headings with the widths of their columns, in characters.
    var columns: [(heading: String, width: Int)]
    var rows: [[Cell]]
    /// How many columns are printed, from the first; all when nil.
    var printedColumns: Int?
  }

  let sheets: [Sheet]

  /// Longest text of a cell, in UTF-16 units.
  package static let textLimit = 32_767
  private static let rowLimit = 1_048_576

  /// The workbook as a file.
  ///
  /// - Complexity: O(bytes).
  func file(_ name: String) throws(ExchangeFailure) -> ExchangeFile {
    guard sheets.allSatisfy({ $0.rows.count < Self.rowLimit }) else { throw .tooLarge(file: name) }
    var entries = [
      part("[Content_Types].xml", contentTypes), part("_rels/.rels", Self.relations),
      part("xl/workbook.xml", workbook), part("xl/_rels/workbook.xml.rels", sheetRelations),
      part("xl/styles.xml", Self.styles),
    ]
    for (index, sheet) in sheets.enumerated() {
      entries.append(part("xl/worksheets/sheet\(index + 1).xml", Self.xml(sheet)))
    }
    do {
      return ExchangeFile(name: name, bytes: try StoredArchive.bytes(of: entries))
    } catch {
      throw .tooLarge(file: name)
    }
  }

  /// `A`, `B` … `Z`, `AA`: the letters of a column, from 0.
  package static func letters(_ column: Int) -> String {
    var rest = column
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(65 + rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  private func part(_ name: String, _ body: String) -> StoredArchive.Entry {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    return StoredArchive.Entry(name: name, bytes: Array((declaration + body).utf8))
  }

  private static let relationSpace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageSpace = "http://schemas.openxmlformats.org/package/2006"
  private static let sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let contentSpace = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private var contentTypes: String {
    let parts = sheets.indices.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\""
        + " ContentType=\"\(Self.contentSpace).worksheet+xml\"/>"
    }
    return "<Types xmlns=\"\(Self.packageSpace)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.contentSpace).sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Self.contentSpace).styles+xml\"/>"
      + parts.joined() + "</Types>"
  }

  private static var relations: String {
    "<Relationships xmlns=\"\(packageSpace)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(relationSpace)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
  }

  private var workbook: String {
    let names = Self.sheetNames(sheets.map(\.name))
    let tabs = names.enumerated().map { index, name in
      "<sheet name=\"\(ExchangeText.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    let areas = names.enumerated().compactMap { index, name in
      sheets[index].printedColumns.map {
        "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"\(index)\">'\(ExchangeText.escaped(name))'!"
          + "$A$1:$\(Self.letters($0 - 1))$\(sheets[index].rows.count + 1)</definedName>"
      }
    }
    // The headings are printed on every page.
    let titles = names.enumerated().map { index, name in
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
        + "'\(ExchangeText.escaped(name))'!$1:$1</definedName>"
    }
    return "<workbook xmlns=\"\(Self.sheetSpace)\" xmlns:r=\"\(Self.relationSpace)\">"
      + "<bookViews><workbookView/></bookViews><sheets>"
      + tabs.joined() + "</sheets><definedNames>" + (areas + titles).joined() + "</definedNames></workbook>"
  }

  private var sheetRelations: String {
    let sheetParts = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.relationSpace)/worksheet\" "
        + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    return "<Relationships xmlns=\"\(Self.packageSpace)/relationships\">" + sheetParts.joined()
      + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(Self.relationSpace)/styles\" "
      + "Target=\"styles.xml\"/></Relationships>"
  }

  /// Style 0 is a plain cell, 1 a heading, 2 a text that breaks its lines.
  private static var styles: String {
    "<styleSheet xmlns=\"\(sheetSpace)\"><fonts count=\"2\">"
      + "<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
      + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
      + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill>"
      + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFD9D9D9\"/></patternFill></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
      + "applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\"/></xf>"
      + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
      + "applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
      + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
      + "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      + "</styleSheet>"
  }

  private static func xml(_ sheet: Sheet) -> String {
    var text = "<worksheet xmlns=\"\(sheetSpace)\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    text += "<dimension ref=\"A1:\(letters(max(0, sheet.columns.count - 1)))\(sheet.rows.count + 1)\"/>"
    text += "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
    text += "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
    text += "<sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    for (index, column) in sheet.columns.enumerated() {
      text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\"/>"
    }
    text += "</cols><sheetData>"
    let widths = sheet.columns.map(\.width)
    text += row(sheet.columns.map { .text($0.heading) }, number: 1, style: 1, widths)
    for (index, cells) in sheet.rows.enumerated() { text += row(cells, number: index + 2, style: 2, widths) }
    text += "</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" "
    text += "footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
    text += "<headerFooter><oddHeader>&amp;C\(ExerciseMark.both)</oddHeader></headerFooter></worksheet>"
    return text
  }

  private static func row(_ cells: [Cell], number: Int, style: Int, _ widths: [Int]) -> String {
    var text = "<row r=\"\(number)\" ht=\"\(15 * lines(cells, widths))\" customHeight=\"1\">"
    for (index, cell) in cells.enumerated() {
      let reference = "\(letters(index))\(number)"
      switch cell {
      case .whole(let value): text += "<c r=\"\(reference)\" s=\"0\"><v>\(value)</v></c>"
      case .text(let words) where words.isEmpty: text += "<c r=\"\(reference)\" s=\"\(style)\"/>"
      case .text(let words):
        text += "<c r=\"\(reference)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        text += inline(words) + "</t></is></c>"
      }
    }
    return text + "</row>"
  }

  /// Lines that the tallest cell of a row takes, about; a row is at most 409 points high. Readers differ in whether they
  /// find the height of a row themselves.
  private static func lines(_ cells: [Cell], _ widths: [Int]) -> Int {
    var most = 1
    for (cell, width) in zip(cells, widths) {
      guard case .text(let words) = cell else { continue }
      var lines = 0
      for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
        lines += max(1, (line.count * 11 / 10 + width - 1) / max(1, width))
      }
      most = max(most, lines)
    }
    return min(most, 27)
  }

  /// Text of a cell: harmless, within the limit, and with `_x0041_` kept from being read as an escape.
  private static func inline(_ words: String) -> String {
    let cell = ExchangeText.limited(ExchangeText.cell(words), to: textLimit)
    guard cell.contains("_x") else { return ExchangeText.escaped(cell) }
    let scalars = Array(cell.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "_", index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_",
        scalars[(index + 2)...(index + 5)].allSatisfy(\.properties.isASCIIHexDigit)
      {
        result.append(contentsOf: "_x005F".unicodeScalars)
      }
      result.append(scalar)
    }
    return ExchangeText.escaped(String(result))
  }

  /// Names of tabs: without the characters that are not allowed, at most 31 units, each once.
  private static func sheetNames(_ names: [String]) -> [String] {
    var taken: [String] = []
    for (index, name) in names.enumerated() {
      let allowed = ExchangeText.line(name).unicodeScalars.map { scalar -> String in
        "[]:*?/\\'".unicodeScalars.contains(scalar) ? " " : String(scalar)
      }
      var tab = ExchangeText.limited(allowed.joined(), to: 31)
      if tab.isEmpty || taken.contains(where: { $0.lowercased() == tab.lowercased() }) {
        tab = "\(index + 1)"
      }
      taken.append(tab)
    }
    return taken
  }
}
