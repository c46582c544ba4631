import Reporting
import Testing

@Suite("Stored archive")
struct StoredArchiveTests {
  @Test("the check of the digits 1 to 9 is the one that every table of CRC-32 gives")
  func knownCheck() {
    #expect(CyclicRedundancyCheck.value(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CyclicRedundancyCheck.value([]) == 0)
  }

  @Test("entries are read back with name, comment, check and contents")
  func readsBack() throws {
    let entries = [
      StoredArchive.Entry(name: "övning/a.json", bytes: Array("{}".utf8), comment: "Scenario"),
      StoredArchive.Entry(name: "empty", bytes: []),
    ]
    let archive = try #require(ArchiveReading(try StoredArchive.bytes(of: entries)))
    #expect(archive.entries.map(\.name) == ["övning/a.json", "empty"])
    #expect(archive.entries.map(\.comment) == ["Scenario", ""])
    #expect(archive.entries.map(\.bytes) == entries.map(\.bytes))
    #expect(archive.entries[0].check == Int(CyclicRedundancyCheck.value(Array("{}".utf8))))
  }

  @Test("an archive of nothing is the 22 bytes of its end")
  func emptyArchive() throws {
    #expect(try StoredArchive.bytes(of: []).count == 22)
  }

  @Test("a name of nothing, a name twice and too many entries are refused")
  func refuses() {
    let entry = { (name: String) in StoredArchive.Entry(name: name, bytes: []) }
    #expect(throws: StoredArchive.Failure.nameLength("")) { try StoredArchive.bytes(of: [entry("")]) }
    #expect(throws: StoredArchive.Failure.repeatedName("a")) {
      try StoredArchive.bytes(of: [entry("a"), entry("b"), entry("a")])
    }
    #expect(throws: StoredArchive.Failure.tooManyEntries(65_535)) {
      try StoredArchive.bytes(of: (0..<65_535).map { entry("\($0)") })
    }
    let long = String(repeating: "x", count: 65_536)
    #expect(throws: StoredArchive.Failure.nameLength(long)) { try StoredArchive.bytes(of: [entry(long)]) }
  }
}
