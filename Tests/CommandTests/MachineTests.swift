import Foundation
import Testing

@Suite("What the command gives to machines")
struct MachineTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("check --json lists what was read and every mistake, on stdout alone, and ends as without it")
  func check() throws {
    let folder = try Town.folder()
    let good = try Command.run("check", "--json", "Models", "Experiments", in: folder)
    #expect(good.code == 0 && good.complaint.isEmpty)
    #expect((try object(good.output)["mistakes"] as? [Any])?.isEmpty == true)
    #expect(
      (try object(good.output)["checked"] as? [[String: String]])?.contains { $0["kind"] == "model" } == true)
    try folder.write(Array("{ id: \"x\" }".utf8), to: "Experiments/bad/experiment.json5")
    let bad = try Command.run("check", "--json", "Experiments/bad", in: folder)
    let plain = try Command.run("check", "Experiments/bad", in: folder)
    #expect(bad.code == 65 && plain.code == 65)
    let mistakes = try #require(try object(bad.output)["mistakes"] as? [[String: Any]])
    #expect(plain.complaint.hasPrefix("beredskap: \(mistakes.count) mistakes\n"))
    #expect(bad.complaint == "beredskap: \(mistakes.count) mistakes\n")
    for mistake in mistakes {
      let line = try #require(mistake["line"] as? Int)
      let sentence = try #require(mistake["sentence"] as? String)
      #expect(plain.complaint.contains(":\(line):") && plain.complaint.contains(sentence))
    }
  }

  @Test("describe --json holds every place of the model, its scenario and every assumption")
  func describe() throws {
    let model = try Command.run(
      "describe", "--json", Repository.path("Models/template"), in: try TemporaryFolder())
    #expect(model.code == 0 && model.complaint.isEmpty)
    let json = try object(model.output)
    #expect(json["model"] as? String == "template" && json["scenario"] is NSNull)
    let regions = try #require(json["regions"] as? [[String: Any]])
    let facilities = regions.flatMap { $0["facilities"] as? [[String: Any]] ?? [] }
    let beds = facilities.flatMap { $0["units"] as? [[String: Any]] ?? [] }
      .reduce(0) { $0 + ($1["staffed_beds"] as? Int ?? 0) }
    let table = try String(contentsOfFile: Repository.path("Models/template/units.csv"), encoding: .utf8)
    let expected = table.split(separator: "\n").dropFirst().reduce(0) {
      $0 + (Int($1.split(separator: ",")[2]) ?? 0)
    }
    #expect(facilities.count == 3 && beds == expected)
    let evidence = try #require(json["evidence"] as? [String: Int])
    // One entry for each place; a table of numbers is one.
    let assumptions = try #require(json["assumptions"] as? [[String: Any]])
    #expect(!assumptions.isEmpty && assumptions.count <= evidence["assumed"] ?? 0)
    #expect(assumptions.allSatisfy { ($0["line"] as? Int ?? 0) > 0 && $0["text"] is String })
    let experiment = try Command.run(
      "describe", "--json", Repository.path("Experiments/template"), in: try TemporaryFolder())
    #expect((try object(experiment.output)["scenario"] as? [String: String])?["id"] == "strike")
  }

  @Test("policies --json lists every policy with its parameters, and one alone by its id")
  func policies() throws {
    let folder = try TemporaryFolder()
    func entries(_ words: String...) throws -> [[String: Any]] {
      let call = try Command.run(words, in: folder)
      #expect(call.code == 0)
      return try #require(try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [[String: Any]])
    }
    let all = try entries("policies", "--json")
    #expect(
      all.filter { $0["decision"] as? String == "admission" }.map { $0["is_default"] as? Bool } == [
        true, false,
      ])
    let one = try entries("policies", "--json", "postpone-by-priority")
    #expect(one.count == 1 && (one[0]["parameters"] as? [[String: Any]])?.first?["lowest"] as? Double == 0)
  }

  @Test("no escape leaves the command where no terminal reads")
  func noColour() throws {
    let folder = try TemporaryFolder()
    for words in [["help"], ["run", "--help"], ["rnu"], ["check", "nowhere"], ["policies"]] {
      let call = try Command.run(words, in: folder)
      #expect(!call.output.contains("\u{1B}") && !call.complaint.contains("\u{1B}"), "\(words)")
    }
  }

  #if os(Linux)
    /// What a terminal gets: `script` of util-linux makes one.
    private func onTerminal(_ words: String, _ environment: [String: String]) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["script", "-qec", "\(Command.path) \(words)", "/dev/null"]
      process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm", "NO_COLOR": ""]) {
        $1
      }
      .merging(environment) { $1 }
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
      "a terminal gets bold headings and a red name before a failure, but not one that is dumb or with NO_COLOR"
    )
    func colour() throws {
      let escape = "\u{1B}["
      #expect(try onTerminal("help", [:]).contains("\(escape)1mExamples:\(escape)0m"))
      #expect(try onTerminal("rnu", [:]).contains("\(escape)1;31mberedskap:\(escape)0m there is no verb rnu"))
      #expect(try !onTerminal("help", ["NO_COLOR": "1"]).contains(escape))
      #expect(try !onTerminal("help", ["TERM": "dumb"]).contains(escape))
      #expect(try !onTerminal("rnu --no-color", [:]).contains(escape))
      #expect(try onTerminal("help", ["NO_COLOR": ""]).contains(escape))
    }
  #endif
}
