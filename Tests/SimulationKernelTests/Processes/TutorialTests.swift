import Foundation
import Testing

/// The tutorial shows each example's source and output; this keeps both true.
@Suite("Tutorial")
struct TutorialTests {
  static let examples: [(page: String, run: @Sendable () throws -> [String])] = [
    ("Bank", bankExample), ("Reneging", renegingExample), ("MachineShop", machineShopExample),
    ("Hospital", hospitalExample), ("Tandem", tandemExample),
  ]

  @Test("The output on a page is the output of its example, byte for byte", arguments: examples.indices)
  func output(index: Int) throws {
    let example = Self.examples[index]
    let text = try example.run().joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["WRITE_TUTORIAL"] != nil { try Self.write(text, to: example.page) }
    #expect(try Self.block("text", of: example.page) == text)
    #expect(try example.run().joined(separator: "\n") + "\n" == text)
  }

  @Test("The source on a page is the source of its example, byte for byte", arguments: examples.indices)
  func source(index: Int) throws {
    let page = Self.examples[index].page
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Examples").appendingPathComponent("\(page)Example.swift")
    #expect(try Self.block("swift", of: page) == String(contentsOf: url, encoding: .utf8))
  }

  @Test("The functions that the examples use are on the page of processes, byte for byte")
  func text() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Examples/ExampleText.swift")
    let page = try String(contentsOf: Self.url(of: "Processes"), encoding: .utf8)
    #expect(try page.contains("```swift\n\(String(contentsOf: url, encoding: .utf8))```\n"))
  }

  /// Puts new output on a page: with the variable `WRITE_TUTORIAL` set.
  static func write(_ text: String, to page: String) throws {
    let old = try block("text", of: page)
    let url = Self.url(of: page)
    let whole = try String(contentsOf: url, encoding: .utf8)
    try whole.replacingOccurrences(of: "```text\n\(old)```", with: "```text\n\(text)```")
      .write(to: url, atomically: true, encoding: .utf8)
  }

  static func url(of page: String) -> URL {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("Sources/SimulationKernel/SimulationKernel.docc/\(page).md")
  }

  /// The first block of code in `language` on a page of the documentation.
  static func block(_ language: String, of page: String) throws -> String {
    let text = try String(contentsOf: url(of: page), encoding: .utf8)
    let begin = try #require(text.range(of: "```\(language)\n"))
    let end = try #require(text.range(of: "```\n", range: begin.upperBound..<text.endIndex))
    return String(text[begin.upperBound..<end.lowerBound])
  }
}
