import BatchRunner
import Foundation
import Testing

@Suite("Files in the place of earlier ones") struct FileReplacementTests {
  private static func folder(_ files: [(String, String)]) throws -> TestFolder {
    let folder = TestFolder()
    for (name, text) in files {
      let url = URL(fileURLWithPath: "\(folder.path)/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return folder
  }

  private static func text(_ folder: TestFolder, _ name: String) -> String {
    String(decoding: folder.bytes(name), as: UTF8.self)
  }

  private static func replacement(_ folder: TestFolder) -> FileReplacement {
    FileReplacement(in: folder.path, of: ["a", "b", "in/old", "mark"], by: ["a", "new/c", "mark"]) {
      "\(folder.path)/.partial/\($0)"
    }
  }

  private static let earlier = [("a", "1"), ("b", "1"), ("in/old", "1"), ("mark", "1"), ("mine", "1")]

  @Test("New ones take the place of the earlier, those that are no more go, and what is nobody's stays")
  func replaced() throws {
    let folder = try Self.folder(
      Self.earlier + [(".partial/a", "2"), (".partial/new/c", "2"), (".partial/mark", "2")])
    defer { folder.remove() }
    try Self.replacement(folder).run()
    #expect(folder.names(in: ".").filter { $0 != ".partial" } == ["a", "mark", "mine", "new"])
    #expect(["a", "new/c", "mark", "mine"].map { Self.text(folder, $0) } == ["2", "2", "2", "1"])
  }

  @Test("When one cannot be moved, all earlier ones are back and none of the new is there")
  func undone() throws {
    // The mark, which comes last, is missing.
    let folder = try Self.folder(Self.earlier + [(".partial/a", "2"), (".partial/new/c", "2")])
    defer { folder.remove() }
    let failure = #expect(throws: OutputFailure.self) { try Self.replacement(folder).run() }
    #expect(failure?.exitCode == 74 && failure?.description.contains("nothing was changed") == true)
    #expect(folder.names(in: ".").filter { $0 != ".partial" } == ["a", "b", "in", "mark", "mine"])
    for (name, text) in Self.earlier { #expect(Self.text(folder, name) == text, "\(name)") }
  }
}
