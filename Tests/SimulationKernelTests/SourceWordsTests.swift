import Foundation
import Testing

@Suite("Words of the kernel")
struct SourceWordsTests {
  /// Beginnings of words of health care; the kernel, the streams and the statistics serve any field.
  static let foreign = [
    "hospital", "patient", "ward", "bed", "region", "triage", "casualt", "nurse", "clinic", "ambulance",
    "medic",
    "surge", "wound", "disease", "health", "physician", "doctor", "icu",
  ]

  @Test(
    "No word of health care occurs in a lower layer",
    arguments: ["SimulationKernel", "RandomStreams", "OutputStatistics"])
  func words(module: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources").appendingPathComponent(module)
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var fileCount = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      fileCount += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in Self.words(of: text) {
        let isForeign = Self.foreign.contains { beginning in word.hasPrefix(beginning) }
        #expect(!isForeign, "\(word) in \(file.lastPathComponent)")
      }
    }
    #expect(fileCount > 3)
  }

  /// Words in small letters, also those within camelCase names.
  static func words(of text: String) -> Set<String> {
    // Hexadecimal digits may spell anything.
    let prose = text.split { character in character.isWhitespace || ",()[]".contains(character) }
      .filter { token in !token.hasPrefix("0x") && !token.hasPrefix("-0x") }.joined(separator: " ")
    var words: Set<String> = []
    var word = ""
    var lastWasSmall = false
    for character in prose.unicodeScalars {
      let isLarge = ("A"..."Z").contains(character)
      let isSmall = ("a"..."z").contains(character)
      if !isSmall && !(isLarge && !lastWasSmall) {
        words.insert(word)
        word = ""
      }
      if isLarge || isSmall { word.append(String(character).lowercased()) }
      lastWasSmall = isSmall
    }
    words.insert(word)
    return words
  }
}
