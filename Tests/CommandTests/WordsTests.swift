import Foundation
import Testing

@Suite("What the command says to its words")
struct WordsTests {
  static let verbs = [
    "init", "check", "describe", "run", "report", "lagesbild", "injects", "policies", "schema", "bench",
    "completions",
    "manual", "help",
  ]

  @Test("help is a result: on stdout, with an example that starts with the name")
  func help() throws {
    let folder = try TemporaryFolder()
    for words in [[], ["--help"], ["-h"], ["help"]] {
      let call = try Command.run(words, in: folder)
      #expect(call.code == 0 && call.complaint.isEmpty)
      #expect(call.output.contains("\n  beredskap run Experiments/sweden-first-look\n"))
    }
    let overview = try Command.run("help", in: folder).output
    for verb in Self.verbs {
      #expect(overview.contains("\n  \(verb) "), "\(verb)")
      let call = try Command.run(verb, "--help", in: folder)
      #expect(call.code == 0 && call.complaint.isEmpty, "\(verb)")
      guard verb != "help" else { continue }
      #expect(call.output.hasPrefix("beredskap \(verb): "), "\(verb)")
      let lines = call.output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 100 }, "\(verb)")
      #expect(
        lines[1] == "Examples:" && lines[2].hasPrefix("  ") && lines[2].contains("beredskap \(verb)"),
        "\(verb)")
      #expect(try Command.run("help", verb, in: folder).output == call.output, "\(verb)")
    }
    #expect(try Command.run("--version", in: folder).output.hasPrefix("beredskap "))
  }

  @Test(
    "wrong use ends with 64 and says what would be right",
    arguments: [
      (["rnu", "x"], "there is no verb rnu; did you mean run?"),
      (["simulate"], "there is no verb simulate; known: bench, check, completions, describe, help, init, "),
      (["help", "rnu"], "there is no verb rnu; did you mean run?"),
      (["--versoin"], "there is no verb --versoin; did you mean --version?"),
      (["run"], "run needs <experiment>, such as: beredskap run Experiments/sweden-first-look"),
      (["run", "x", "-n", "4"], "run has no flag -n; known: --audit, --force, "),
      (["completions", "tcsh"], "there are no completions for tcsh; known: bash, fish, zsh"),
      (["describe", "Models/town", "--json", "--svg", "x"], "--json and --svg: one at a time"),
      (["run", "x", "--thread", "2"], "run has no flag --thread; did you mean --threads?"),
      (["run", "x", "--threads"], "--threads needs a value"),
      (
        ["run", "x", "--threads", "--out", "res"],
        "--threads needs a value before --out; write --threads=--out if"
      ),
      (["run", "x", "--out", "--quiet"], "--out needs a value before --quiet"),
      (["lagesbild", "x", "--day", "1", "--region", "--out"], "--region needs a value before --out"),
      (["run", "x", "--threads=--out"], "--threads takes a whole number from 1 to 1024, not \"--out\""),
      (["run", "x", "--threads", "0"], "--threads takes a whole number from 1 to 1024, not \"0\""),
      (
        ["run", "x", "--replications=2.5"],
        "--replications takes a whole number from 1 to 10000000, not \"2.5\""
      ),
      (["run", "x", "--force=yes"], "--force takes no value"),
      (["run", "x", "y"], "run does not know what to do with \"y\"; see beredskap run --help"),
      (["policies", "postpone"], "no policy is named postpone; did you mean postpone-by-priority?"),
      (["policies", "admit-al"], "no policy is named admit-al; did you mean admit-all?"),
      (["schema", "models"], "there is no schema of models; did you mean model?"),
      (["bench", "mm2"], "no benchmark is named mm2; did you mean mm1?"),
      (["bench", "everything"], "no benchmark is named everything; known: csv, mm1, mmc, "),
      (["bench", "mm1", "--raw"], "--raw goes with the benchmark streams, not with mm1"),
      (["bench", "streams", "--bytes", "8"], "--bytes goes with --raw"),
      (["bench", "streams", "--raw", "--json"], "--json does not go with --raw"),
      (
        ["bench", "streams", "--raw", "--sequence", "block"],
        "no sequence is named block; did you mean blocks?"
      ),
    ])
  func usage(_ words: [String], _ sentence: String) throws {
    let call = try Command.run(words, in: try Town.folder())
    #expect(call.code == 64)
    #expect(call.output.isEmpty)
    #expect(call.complaint.hasPrefix("beredskap: \(sentence)"), "\(call.complaint)")
  }

  @Test("what is not there ends with 66", arguments: ["run", "check", "describe"])
  func missing(_ verb: String) throws {
    let folder = try TemporaryFolder()
    let call = try Command.run(verb, "Experiments/none", in: folder)
    #expect(call.code == 66)
    #expect(call.output.isEmpty)
    #expect(call.complaint.contains("there is no such file"), "\(call.complaint)")
    #expect(folder.names(in: "").isEmpty)
  }

  @Test(
    "a path that leads nowhere is said with the one that may be meant",
    arguments: [
      (
        ["run", "Experiments/saek"],
        "there is no such file or folder: Experiments/saek; did you mean Experiments/seek?"
      )
    ])
  func nearestPath(_ words: [String], _ sentence: String) throws {
    let folder = try Town.folder()
    for name in ["Experiments/seek/experiment.json5"] { try folder.write([], to: name) }
    let call = try Command.run(words, in: folder)
    #expect(call.code == 66)
    #expect(call.complaint == "beredskap: \(sentence)\n")
  }

  @Test("policies lists every decision, and one policy's page has its numbers and their sources")
  func policies() throws {
    let folder = try TemporaryFolder()
    let list = try Command.run("policies", in: folder)
    #expect(list.code == 0)
    for id in ["admit-all", "postpone-by-priority", "balance-occupancy", "cadence-flights", "no-wait"] {
      #expect(list.output.contains(id))
    }
    let page = try Command.run("policies", "postpone-by-priority", in: folder)
    #expect(page.code == 0)
    #expect(page.output.hasPrefix("admission: postpone-by-priority\n"))
    #expect(page.output.contains("Is not:") && page.output.contains("source: "))
  }

  @Test("the schemas are JSON", arguments: ["model", "scenario", "experiment"])
  func schema(_ kind: String) throws {
    let call = try Command.run("schema", kind, in: try TemporaryFolder())
    #expect(call.code == 0)
    let json = try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [String: Any]
    #expect(json?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test("describe says what the national model holds and what it assumes")
  func describe() throws {
    let folder = try TemporaryFolder()
    let model = Repository.path("Models/sweden")
    let call = try Command.run("describe", model, in: folder)
    #expect(call.code == 0 && call.complaint.isEmpty)
    #expect(call.output.contains("Sweden, 21 regions"))
    #expect(call.output.contains("Norrbotten") && call.output.contains("\nAssumptions\n"))
  }

  @Test("a reader that has gone away is no crash")
  func closedPipe() throws {
    let folder = try TemporaryFolder()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let complaint = try folder.scratchFile()
    let process = try Command.start(
      ["policies"], in: folder, output: pipe.fileHandleForWriting, complaint: complaint.handle)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }

  @Test(
    "words that cannot be written end with 74",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [["policies"], ["schema", "model"], ["help"], ["check", "Models"], ["init", "new"]])
  func full(words: [String]) throws {
    let folder = try Town.folder()
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let complaint = try folder.scratchFile()
    let process = try Command.start(words, in: folder, output: full, complaint: complaint.handle)
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(try String(contentsOfFile: complaint.path, encoding: .utf8).contains("cannot write to stdout"))
  }

  @Test(
    "what names nothing is told as such",
    arguments: [
      (["check", ""], "check is given an empty word: a name or path is missing"),
      (["run", "Experiments/ask", "--out", ""], "--out needs a value, and has an empty one"),
      (["run", "Experiments/ask", "--seed", "1", "--seed", "2"], "--seed is given twice: use one of them"),
      (
        ["run", "Experiments/ask", "--seed", "9007199254740992"],
        "--seed takes a whole number from 0 to 9007199254740991, not \"9007199254740992\""
      ),
    ] as [([String], String)])
  func nothingNamed(words: [String], sentence: String) throws {
    let call = try Command.run(words, in: try Town.folder())
    #expect(call.code == 64 && call.complaint == "beredskap: \(sentence)\n")
  }

  @Test("a file that is no experiment is told as such")
  func noExperiment() throws {
    let folder = try Town.folder()
    try folder.write(Array("A town.".utf8), to: "README.md")
    let call = try Command.run("run", "README.md", in: folder)
    #expect(call.code == 66)
    #expect(
      call.complaint
        == "beredskap: README.md is no experiment; what is run is a folder with experiment.json5, or that file\n"
    )
  }
}
