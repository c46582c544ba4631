import Foundation
import Testing

@Suite("check: what lies beside a model")
struct CheckTests {
  private static let path = "Models/town/reporting.json5"
  private static let good = """
    // A test table.
    {
      reports: [
        { id: "intensive-care", cut_off: ["08:00"], compiled_after_minutes: 60, published_after_minutes: 120,
          source: "made up" },
      ],
    }

    """

  private func folder(_ text: String) throws -> TemporaryFolder {
    let folder = try Town.folder()
    try folder.write(Array(text.utf8), to: Self.path)
    return folder
  }

  @Test("a good table of reporting times is named among what was checked", arguments: ["Models", path])
  func good(asked: String) throws {
    let call = try Command.run("check", asked, in: try folder(Self.good))
    #expect(call.code == 0)
    #expect(call.output.split(separator: "\n").contains("reporting \(Self.path)"))
    #expect(call.output.hasSuffix("no mistakes\n"))
  }

  @Test(
    "each mistake of a table of reporting times is told with file, line and column, and ends with 65",
    arguments: ["Models", "Models/town", path])
  func broken(asked: String) throws {
    let text = Self.good.replacingOccurrences(of: "08:00", with: "8.30")
      .replacingOccurrences(of: "reports:", with: "colour: 2, reports:")
    let folder = try folder(text)
    let call = try Command.run("check", asked, in: folder)
    #expect(call.code == 65)
    #expect(call.complaint.hasPrefix("beredskap: 2 mistakes\n"))
    #expect(call.complaint.contains("\(Self.path):3:3: colour: unknown key 'colour'"))
    #expect(call.complaint.contains("\(Self.path):4:38: "))
    #expect(call.complaint.contains("\"8.30\" is no cut-off: write a whole hour"))
    let run = try Command.run("check", "--json", asked, in: folder)
    #expect(run.output.contains("\"file\": \"\(Self.path)\"") && run.output.contains("\"column\": 38"))
  }
}
