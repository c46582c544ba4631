import ScenarioFiles
import Testing

struct CSVTableTests {
  private func parseTable(_ text: String) -> (table: CSVTable?, mistakes: String) {
    let log = MistakeLog()
    let table = CSVTable.parse(SourceText(path: "t.csv", text: text), into: log)
    return (table, log.rendered())
  }

  @Test("quotes, commas, line ends and blank lines follow RFC 4180")
  func reading() throws {
    let (table, mistakes) = parseTable("id,name\r\n1,\"a, \"\"b\"\"\nc\"\r\n\r\n2, plain \n")
    #expect(mistakes == "")
    let read = try #require(table)
    #expect(read.rows.map { $0.cells.map(\.text) } == [["1", "a, \"b\"\nc"], ["2", "plain"]])
    #expect(read.rows[1].cells[1].place.position == TextPosition(line: 5, column: 4))
    #expect(read.column(named: "name") == 1)
    #expect(read.column(named: "x") == nil)
  }

  @Test(
    "each mistake has its own sentence",
    arguments: [
      ("", "t.csv:1:1: the file has no header row"),
      ("\n \n", "t.csv:1:1: the file has no header row"),
      ("a,b\n1\n", "t.csv:2:1: expected 2 cells, found 1"),
      (
        "a,b\n1,2,5\n",
        "t.csv:2:1: expected 2 cells, found 3; a text with a comma needs quotes, a number needs a decimal point"
      ),
      ("a,a\n", "t.csv:1:3: a: the column name is already used by column 1"),
      ("a,,b\n", "t.csv:1:3: column 2 has no name: write one, or delete the column"),
      (
        "a\tb\n1\t2\n",
        "t.csv:1:1: there are tabs between the cells: save it as CSV with commas and decimal points"
      ),
      (
        "a\nx\"y\n", "t.csv:2:2: a quote inside a cell: put the whole cell in quotes and double the inner one"
      ),
      ("a\n\"x\" y\n", "t.csv:2:5: text after the closing quote; a quote inside a cell is written twice"),
      ("a\n\"x\n", "t.csv:2:1: the quote that opens here is never closed"),
      ("a\n\0\n", "t.csv:2:1: there is a NUL byte here: this is not a CSV text"),
      (
        "a;b\n1;2\n",
        "t.csv:1:1: this looks like a semicolon file from a Swedish spreadsheet: save it as CSV with commas and decimal points"
      ),
    ])
  func sentences(text: String, expected: String) {
    #expect(parseTable(text).mistakes == expected)
  }

  @Test("2,000 random mutations of a good table never crash (seed 2463534242)")
  func mutations() {
    let good = Array("id,icu_beds,source\r\n01,80,\"a, \"\"b\"\"\"\r\n12,1e2,x\n".utf8)
    let alphabet = Array("\",;\r\n01.eåx- \0".utf8)
    var state: UInt64 = 2_463_534_242
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0...next(4) {
        let place = next(bytes.count)
        if next(2) == 0 {
          bytes[place] = alphabet[next(alphabet.count)]
        } else {
          bytes.insert(alphabet[next(alphabet.count)], at: place)
        }
      }
      let context = ReadingContext()
      guard let source = SourceText.checked(path: "f", bytes: bytes, into: context.log),
        let table = CSVTable.parse(source, into: context.log)
      else { continue }
      let list = FieldList(
        "region", "", [Field("id", .text, ""), Field("icu_beds", .count(), "")])
      let reader = CSVTableReader(table, as: list, isOpen: true, path: "r", context: context)
      #expect(reader.rows.count == table.rows.count)
    }
  }
}

struct CSVTableReaderTests {
  private let list = FieldList(
    "region", "A region.",
    [
      Field("id", .text, "County code."), Field("icu_beds", .count(), "Beds."),
      Field("drive", .time(), .optional, "Time to the next region."),
      Field("open", .flag, .standard(.flag(true)), "Open."), Field("tags", .texts, .optional, "Tags."),
    ])

  @Test("cells are read with units, defaults and sources by column and by row")
  func reading() throws {
    let (reader, mistakes, evidence) = readTable(
      """
      id,icu_beds,drive_minutes,tags,icu_beds_source,source
      01,80,30,a; b,SIR 2023,assumption: guess
      12,70,,,,derived from x
      """, as: list)
    #expect(mistakes == "")
    let rows = try #require(reader).rows
    #expect(rows.map { $0.text("id") } == ["01", "12"])
    #expect(rows[0].integer("icu_beds") == 80)
    #expect(rows[0].seconds("drive") == 1_800)
    #expect(rows[1].seconds("drive") == nil)
    #expect(rows[1].flag("open") == true)
    #expect(rows[0].texts("tags") == ["a", "b"])
    #expect([evidence.sourced, evidence.derived, evidence.assumed] == [1, 1, 1])
    #expect(evidence.assumptions.map(\.path) == ["regions[01].drive_minutes"])
  }

  @Test("unknown, unitless and unsourced columns and bad cells are all reported")
  func mistakes() {
    let (_, mistakes, _) = readTable(
      """
      id,icu_bed,icu_beds,drive
      01,1,"1,5",2
      12,1,1 500,2
      13,1,-1,2
      14,1,many,2
      15,1,,2
      16,1,4,2
      17,1,5,2
      """, as: list)
    #expect(
      mistakes == """
        t.csv:1:4: regions.icu_bed: unknown column 'icu_bed'; did you mean 'icu_beds'?
        t.csv:1:21: regions.drive: drive needs its unit in the column name: write drive_minutes, drive_hours or drive_days
        t.csv:2:6: regions[01].icu_beds: icu_beds is 1,5; it must be a whole number from 0 to 1,000,000,000
        t.csv:3:6: regions[12].icu_beds: '1 500' has blanks between its digits: write 1500
        t.csv:4:6: regions[13].icu_beds: icu_beds is -1; it must be a whole number from 0 to 1,000,000,000
        t.csv:5:6: regions[14].icu_beds: expected a number, found 'many'
        t.csv:6:6: regions[15].icu_beds: the cell is empty
        t.csv:7:6: regions.icu_beds: icu_beds has no source: add a column "source" or "icu_beds_source"
        """)
  }

  @Test("a decimal comma is told with what to write, where a number with decimals can stand")
  func decimalComma() {
    let (_, mistakes, _) = readTable("id,drive_hours,icu_beds,source\n1,\"1,5\",2,s\n", as: list)
    #expect(mistakes.hasPrefix("t.csv:2:3: regions[1].drive_hours: '1,5' has a decimal comma: write 1.5"))
  }

  @Test("an id used twice points to its first line, and a caller's mistake to its cell")
  func repeated() throws {
    let (_, mistakes, _) = readTable("id,icu_beds,source\n1,2,s\n1,3,s\n", as: list)
    #expect(mistakes == "t.csv:3:1: regions[1].id: the id '1' is already used on line 2")
    let (reader, _, _) = readTable("id,icu_beds,drive_hours,source\n1,2,3,s\n", as: list)
    let row = try #require(reader?.rows.first)
    row.report("too far", about: "drive")
    #expect(row.log.rendered() == "t.csv:2:5: regions[1].drive_hours: too far")
  }

  @Test("an open table keeps its extra numbers by name")
  func open() throws {
    let (reader, mistakes, evidence) = readTable(
      "id,icu_beds,niss,niss_source,source\n1,2,9.5,Bulger 2008,SIR\n2,3,,,SIR\n", as: list,
      isOpen: true)
    #expect(mistakes == "")
    let read = try #require(reader)
    #expect(read.openColumns == ["niss"])
    #expect(read.rows[0].openNumbers.map(\.value) == [9.5])
    #expect(read.rows[1].openNumbers.isEmpty)
    #expect(evidence.sourced == 3)
  }

  @Test(
    "numbers that are no plain decimals are refused",
    arguments: ["1e400", "NaN", "Infinity", "0x1F", "", "."])
  func oddNumbers(text: String) {
    let (_, mistakes, _) = readTable("id,icu_beds,x\n1,1,\"q\(text)\"\n", as: list, isOpen: true)
    #expect(mistakes.contains("expected a number, found 'q\(text)'"))
    let (_, plain, _) = readTable("id,icu_beds,x,source\n1,1,\(text),s\n", as: list, isOpen: true)
    #expect(text.isEmpty ? plain == "" : plain.hasPrefix("t.csv:2:5: regions[1].x: "))
  }

  @Test("a comma before three digits may be one of thousands or of decimals, and both are told")
  func thousands() {
    func told(_ cell: String, _ column: String = "drive_hours") -> String {
      let table =
        column == "drive_hours"
        ? "id,icu_beds,drive_hours,source\n1,2,\"\(cell)\",s\n" : "id,icu_beds,source\n1,\"\(cell)\",s\n"
      return readTable(table, as: list).mistakes.replacing("t.csv:2:5: regions[1].drive_hours: ", with: "")
        .replacing("t.csv:2:3: regions[1].icu_beds: ", with: "")
    }
    #expect(told("1,150") == "'1,150' may be 1150 or 1.150: write the one that is meant, without a comma")
    #expect(told("1,150,000") == "'1,150,000' has commas between its digits: write 1150000")
    #expect(told("0,150") == "'0,150' has a decimal comma: write 0.150")
    #expect(told("1,1500") == "'1,1500' has a decimal comma: write 1.1500")
    #expect(told("2,000", "icu_beds") == "'2,000' has a comma between its digits: write 2000")
  }
}
