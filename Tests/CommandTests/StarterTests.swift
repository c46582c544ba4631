import Foundation
import Testing

@Suite("init: a model and an experiment to start from")
struct StarterTests {
  /// Files of the repository that travel inside the program, by the source file that carries them.
  private static let parts: [(source: String, names: [String])] = [
    (
      "Model",
      ["model.json5", "regions.csv", "facilities.csv", "units.csv"].map { "Models/template/\($0)" }
    ),
    ("Scenarios", ["quiet", "strike"].map { "Models/template/scenarios/\($0).json5" }),
    ("Exercise", ["Models/template/exercise.json5"]),
    ("Experiment", ["experiment.json5", "README.md"].map { "Experiments/template/\($0)" }),
  ]
  static let names = parts.flatMap(\.names)

  @Test("what the program carries is what stands in the repository; written anew with WRITE_STARTER=1")
  func carried() throws {
    var list = """
      // Written by: WRITE_STARTER=1 swift test --filter StarterTests

      /// What `beredskap init` writes: Models/template and Experiments/template, so that it works outside a clone.
      enum StarterFiles {
        static let all: [(path: String, text: String)] = [
          ("README.md", StarterReadme.text),

      """
    for part in Self.parts {
      var source =
        "// Written by: WRITE_STARTER=1 swift test --filter StarterTests\n\nextension StarterFiles {"
      for (index, name) in part.names.enumerated() {
        let constant = "\(part.source.lowercased())\(index)"
        list += "    (\"\(name)\", \(constant)),\n"
        let text = try String(contentsOfFile: Repository.path(name), encoding: .utf8)
        #expect(!text.contains("\"\"\"#") && text.hasSuffix("\n") && !text.contains("\r"), "\(name)")
        source += (index > 0 ? "\n" : "") + "\n  static let \(constant) = #\"\"\"\n"
        source += text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
        source += "\n    \"\"\"#"
      }
      try expect(source + "\n}\n", in: "Starter\(part.source).swift")
    }
    try expect(list + "  ]\n}\n", in: "StarterFiles.swift")
  }

  private func expect(_ source: String, in name: String) throws {
    let place = Repository.path("Sources/beredskap/Starter/\(name)")
    if ProcessInfo.processInfo.environment["WRITE_STARTER"] != nil {
      try source.write(toFile: place, atomically: true, encoding: .utf8)
    }
    #expect((try? String(contentsOfFile: place, encoding: .utf8)) == source, "\(name)")
  }

  @Test("it writes what stands in the repository, with a page; check finds no mistake, and a run ends well")
  func path() throws {
    let folder = try TemporaryFolder()
    let call = try Command.run("init", "mine", in: folder)
    #expect(call.code == 0 && call.complaint.isEmpty)
    #expect(
      call.output.hasSuffix(
        """
          cd mine
          beredskap check Models Experiments
          beredskap run Experiments/template

        README.md says how to go on.

        """))
    for name in Self.names {
      let bytes = try folder.bytes(of: "mine/\(name)")
      #expect(bytes == [UInt8](try Data(contentsOf: URL(fileURLWithPath: Repository.path(name)))), "\(name)")
    }
    let page = String(decoding: try folder.bytes(of: "mine/README.md"), as: UTF8.self)
    #expect(page.contains("beredskap run Experiments/template") && page.contains("## På svenska"))
    let check = try Command.run("check", "mine/Models", "mine/Experiments", in: folder)
    #expect(check.code == 0 && check.output.hasSuffix("no mistakes\n"), "\(check.complaint)")
    let run = try Command.run(
      "run", "mine/Experiments/template", "--replications", "2", "--quiet", "--out", "out", in: folder)
    #expect(run.code == 0, "\(run.complaint)")
  }

  @Test("it overwrites nothing but with --force, and what stands in its way ends with 73")
  func overwriting() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("mine".utf8), to: "mine/Models/template/units.csv")
    let refused = try Command.run("init", "mine", in: folder)
    #expect(refused.code == 73)
    #expect(
      refused.complaint
        == "beredskap: mine/Models/template/units.csv is there already; name another folder, or overwrite with --force\n"
    )
    #expect(folder.names(in: "mine") == ["Models"])
    #expect(try Command.run("init", "mine", "--force", in: folder).code == 0)
    #expect(try folder.bytes(of: "mine/Models/template/units.csv").count > 100)
    try folder.write([], to: "file")
    let file = try Command.run("init", "file", in: folder)
    #expect(file.code == 73)
    #expect(
      file.complaint
        == "beredskap: file cannot be made: something else has its name, or it may not be written\n")
  }

  @Test("a folder with a space is quoted in what to type next")
  func space() throws {
    let call = try Command.run("init", "my region", in: try TemporaryFolder())
    #expect(call.code == 0 && call.output.contains("\n  cd 'my region'\n"))
  }
}
