import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Texts drawn of characters that have broken readers; seeds from 1.
@Suite("Any text in any format")
struct ExchangeAnyTextTests {
  private static let palette: [String] = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\"", "'", ",", ";", "<", ">", "&", "]]>", "<!--", "<?",
    "${", "#{",
    "<#", "_x000D_", "\\", "/", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{301}", "\u{200B}", "\u{200D}",
    "\u{202E}",
    "\u{2028}", "\u{2066}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{1FFFF}", "😀", "å", "Ö", "ÖVNING", "a",
    "1", " ",
  ]

  private static func text(_ seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var text = ""
    for _ in 0..<(1 + seed % 12) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += palette[Int(state >> 33) % palette.count]
    }
    return text
  }

  private static func list(_ text: String) -> ExerciseList {
    var list = SampleExercise.plain
    list.injects[1].id = text
    list.injects[1].kind = "mass-casualty"
    list.injects[1].subject = LocalText(sv: text, en: text)
    list.injects[1].message = LocalText(sv: text, en: text)
    list.injects[1].regionName = text
    list.cards[0].id = text
    list.cards[0].report.injuries = LocalText(sv: text, en: text)
    return list
  }

  @Test("a text made harmless is so already the second time")
  func idempotence() {
    for seed in UInt64(1)...300 {
      let text = Self.text(seed)
      let plain = ExchangeText.plain(text)
      #expect(ExchangeText.plain(plain) == plain, "seed \(seed)")
      #expect(ExchangeText.cell(ExchangeText.cell(text)) == ExchangeText.cell(text), "seed \(seed)")
    }
  }

  @Test("a row of CSV is read back as it was written")
  func delimited() throws {
    for seed in UInt64(1)...80 {
      let list = Self.list(Self.text(seed))
      let file = try #require(ExchangePackage.files(list).first { $0.name == "injects.csv" })
      let rows = DelimitedReading.rows(file.bytes)
      #expect(rows.count == 4 && rows.allSatisfy { $0.count == rows[0].count }, "seed \(seed)")
      let place = try #require(rows[0].firstIndex(of: "subject_en"))
      #expect(rows[1][place] == ExchangeText.cell(list.injects[1].subject.en), "seed \(seed)")
    }
  }

  @Test("an alert and every part of a workbook are read by an XML parser")
  func markup() throws {
    for seed in UInt64(1)...20 {
      let list = Self.list(Self.text(seed))
      var parts = CommonAlert.files(list, kinds: ["mass-casualty"]).map(\.bytes)
      let book = try InjectWorkbook.file(list, in: .english)
      parts += try #require(ArchiveReading(book.bytes)).entries.map(\.bytes)
      #expect(parts.count == 11)
      for part in parts { #expect(XMLParser(data: Data(part)).parse(), "seed \(seed)") }
    }
  }

  @Test("a bundle and a scenario are read by a JSON parser, and their texts come back")
  func objects() throws {
    for seed in UInt64(1)...70 {
      let list = Self.list(Self.text(seed))
      let bundle = try JSONSerialization.jsonObject(with: Data(CasualtyBundle.file(list, in: .english).bytes))
      #expect(((bundle as? [String: Any])?["entry"] as? [Any])?.isEmpty == false, "seed \(seed)")
      let archive = try OpenAEVScenario.file(list, in: .english, writtenChannels: ["telephone"])
      let entry = try #require(ArchiveReading(archive.bytes)?.entries.first)
      let scenario = try JSONSerialization.jsonObject(with: Data(entry.bytes)) as? [String: Any]
      let inject = try #require((scenario?["scenario_injects"] as? [[String: Any]])?.first)
      let body = try #require((inject["inject_content"] as? [String: Any])?["body"] as? String)
      #expect(body.unicodeScalars.allSatisfy { $0 != "{" && $0 != "\n" }, "seed \(seed)")
      // By byte, for a combining mark joins the end of a tag.
      for part in body.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
      {
        #expect(part.starts(with: "br/>".utf8), "seed \(seed)")
      }
    }
  }
}
