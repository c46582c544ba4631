import Foundation
import Reporting
import Testing

@Suite("Files for other tools")
struct ExchangeFilesTests {
  private func files(_ list: ExerciseList, _ log: [PatientLogRow]) throws -> [String: ExchangeFile] {
    let all = try ExchangeFiles.all(list, log: log, choices: SampleExercise.choices)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }

  @Test("every format has its file, and a rumour is no alert")
  func names() throws {
    let names = try ExchangeFiles.all(
      SampleExercise.plain, log: SampleExercise.log, choices: SampleExercise.choices
    ).map(\.name)
    #expect(
      names == [
        "injects.csv", "casualty_cards.csv", "vital_signs.csv", "actors.csv", "channels.csv", "audiences.csv",
        "datapackage.json", "injects.xlsx", "openaev-injects.xlsx", "openaev-mapper.json",
        "openaev-scenario.zip", "conducttr-mel.csv", "cap/methane-25-d0.xml", "casualties.fhir.json",
        "patient_log.csv",
      ])
  }

  @Test("equal exercises give equal bytes, in whatever order their injects come")
  func determinism() throws {
    var turned = SampleExercise.plain
    turned.injects.reverse()
    let first = try ExchangeFiles.all(
      SampleExercise.plain, log: SampleExercise.log, choices: SampleExercise.choices)
    let second = try ExchangeFiles.all(turned, log: SampleExercise.log, choices: SampleExercise.choices)
    #expect(first == second)
  }

  @Test("no file holds a control character, a mark of direction or a byte-order mark")
  func noHiddenCharacters() throws {
    for file in try files(SampleExercise.harsh, SampleExercise.harshLog).values {
      let texts =
        ArchiveReading(file.bytes)?.entries.map(\.text) ?? [String(decoding: file.bytes, as: UTF8.self)]
      for text in texts {
        let found = text.unicodeScalars.first {
          ($0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t") || $0.value == 0x7F
            || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            || $0.value == 0x200F || $0.value == 0xFEFF || $0.value == 0xFFFE || $0.value == 0xFFFD
        }
        #expect(found == nil, "\(file.name)")
      }
    }
  }

  @Test("no cell of a CSV begins as a formula, and every row has as many as the header")
  func cells() throws {
    for (name, file) in try files(SampleExercise.harsh, SampleExercise.harshLog) where name.hasSuffix(".csv")
    {
      let rows = DelimitedReading.rows(file.bytes)
      #expect(rows.count > 1, "\(name)")
      for row in rows {
        #expect(row.count == rows[0].count, "\(name)")
        for cell in row where Double(cell) == nil {
          #expect(!"=+-@\t\r".contains(cell.first ?? "x"), "\(name): \(cell)")
        }
      }
    }
  }

  @Test("every XML part is well formed whatever users write, and no script is in it")
  func markup() throws {
    var count = 0
    for file in try files(SampleExercise.harsh, SampleExercise.harshLog).values {
      let parts: [String]
      if file.name.hasSuffix(".xml") {
        parts = [String(decoding: file.bytes, as: UTF8.self)]
      } else if file.name.hasSuffix(".xlsx") {
        parts = ArchiveReading(file.bytes)?.entries.map(\.text) ?? []
      } else {
        continue
      }
      for part in parts {
        let body = String(part.drop { $0 != ">" }.dropFirst().drop(while: \.isWhitespace))
        #expect(MarkupWalk.mistake(in: body) == nil, "\(file.name)")
        #expect(!part.contains("<script") && !part.contains("<f>"), "\(file.name)")
        count += 1
      }
    }
    #expect(count == 1 + 10 + 6)
  }

  private static let sampleFolder = ProcessInfo.processInfo.environment["WRITE_EXCHANGE"]

  @Test(
    "the samples are written where WRITE_EXCHANGE says, for the check with other tools",
    .enabled(if: sampleFolder != nil, "nothing to test, but files to write: set WRITE_EXCHANGE to a folder"))
  func writesSamples() throws {
    let folder = try #require(Self.sampleFolder)
    for (name, list, log) in [
      ("plain", SampleExercise.plain, SampleExercise.log),
      ("harsh", SampleExercise.harsh, SampleExercise.harshLog),
    ] {
      for file in try files(list, log).values {
        let path = URL(fileURLWithPath: "\(folder)/\(name)/\(file.name)")
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: path)
      }
    }
  }
}
