import Foundation
import ScenarioFiles
import Testing

struct SourceTextTests {
  @Test("columns count characters, not bytes, and lines end with LF, CRLF or CR")
  func positions() {
    let source = SourceText(path: "a.json5", text: "åä\r\nb\nc\rd")
    #expect(source.position(ofByte: 4) == TextPosition(line: 1, column: 3))
    #expect(source.position(ofByte: 6) == TextPosition(line: 2, column: 1))
    #expect(source.position(ofByte: 8) == TextPosition(line: 3, column: 1))
    #expect(source.position(ofByte: 10) == TextPosition(line: 4, column: 1))
    #expect(source.position(ofByte: 999) == TextPosition(line: 4, column: 2))
  }

  @Test("a byte-order mark is tolerated and takes no column")
  func byteOrderMark() {
    let source = SourceText(path: "a", text: "\u{FEFF}{}")
    #expect(source.bytes == [0x7B, 0x7D])
  }

  @Test("Latin-1 is recognised and its first letter is located")
  func latin() {
    let log = MistakeLog()
    let source = SourceText.checked(path: "regioner.csv", bytes: [0x61, 0x0A, 0x6C, 0xE4, 0x6E], into: log)
    #expect(source == nil)
    #expect(
      log.rendered()
        == "regioner.csv:2:2: this is not UTF-8 text; it looks like Latin-1 (Windows-1252): save the file as UTF-8"
    )
  }

  @Test("UTF-16 is recognised")
  func wide() {
    let log = MistakeLog()
    _ = SourceText.checked(path: "a", bytes: [0xFF, 0xFE, 0x61, 0x00], into: log)
    #expect(
      log.rendered() == "a:1:1: this is not UTF-8 text; it looks like UTF-16: save the file as UTF-8")
  }

  @Test(
    "malformed UTF-8 is found at its first byte",
    arguments: [
      ([0x61, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE2, 0x82], 0),
      ([0xE2, 0x82, 0x41], 0), ([0x80], 0),
    ] as [([UInt8], Int)])
  func malformed(bytes: [UInt8], expected: Int) {
    #expect(bytes.firstInvalidUTF8 == expected)
  }

  @Test("well-formed UTF-8 of every length passes")
  func wellFormed() {
    #expect(Array("aå€𝄞\u{10FFFF}\u{D7FF}\u{E000}".utf8).firstInvalidUTF8 == nil)
  }

  @Test("a missing file and a folder are missing input, with the path as typed")
  func missing() {
    let log = MistakeLog()
    #expect(SourceText.load(path: "nowhere/model.json5", into: log) == nil)
    #expect(SourceText.load(path: ".", into: log) == nil)
    #expect(log.hasMissingInput)
    #expect(
      log.rendered()
        == """
        .:1:1: the file cannot be read: is it a folder, or closed to you?
        nowhere/model.json5:1:1: there is no such file
        """)
  }
}

struct LoadingTests {
  @Test("a file is loaded with the path as typed")
  func load() throws {
    let log = MistakeLog()
    let source = try #require(SourceText.load(path: #filePath, into: log))
    #expect(source.path == #filePath)
    #expect(source.text(in: 0..<6) == "import")
    #expect(log.isEmpty)
  }
}

struct MistakeLogTests {
  @Test("mistakes are sorted, kept once, and cut with a count of the rest")
  func order() {
    let log = MistakeLog()
    for line in [3, 1, 2, 3] {
      log.add(Mistake(file: "a", line: line, column: 1, path: "p.q", sentence: "no"))
    }
    #expect(log.count == 3)
    #expect(log.rendered(limit: 1) == "a:1:1: p.q: no\n… and 2 more mistakes")
  }

  @Test("a pipe or a device is refused and not waited for")
  func pipes() throws {
    let pipe = FileManager.default.temporaryDirectory.appendingPathComponent("pipe-\(UUID().uuidString)").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: pipe) }
    for path in [pipe, "/dev/zero"] {
      let log = MistakeLog()
      #expect(SourceText.load(path: path, into: log) == nil)
      #expect(
        log.rendered()
          == "\(path):1:1: this is a pipe or a device and no file: save what it gives to a file and name that"
      )
    }
  }
}
