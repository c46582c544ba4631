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

  @Test("what a scenario says after the end of the run is told by check and run, and is no mistake")
  func late() throws {
    let folder = try Town.folder()
    let phase = "{ from_day: 1, until_day: 5, mean_per_day: 4, regions: [{ region: \"01\", share: 1 }] }"
    let second = phase.replacingOccurrences(
      of: "from_day: 1, until_day: 5", with: "from_day: 8, until_day: 9")
    let third = phase.replacingOccurrences(
      of: "from_day: 1, until_day: 5", with: "from_day: 7.5, until_day: 8")
    let text = Town.scenario.replacingOccurrences(of: phase, with: "\(phase), \(third), \(second)")
    try folder.write(Array(text.utf8), to: "Models/town/scenarios/raid.json5")
    let measures =
      "measures: [{ id: \"late\", quantity: \"deaths-at\", at_days: 9 }, "
      + "{ id: \"early\", quantity: \"deaths-at\", at_days: 8 }, "
      + "{ id: \"part\", quantity: \"deaths\", from_days: 1, until_days: 8 }], situation:"
    let model = Town.model.replacingOccurrences(of: "situation:", with: measures)
    try folder.write(Array(model.utf8), to: "Models/town/model.json5")
    let note =
      "phase 3 of stream wounded begins on day 8, when the run has ended (day 8): it never happens"
    let noValue = "measure late is of day 9, when the run has ended (day 8): it has no value"
    let noPart = "measure part is of a time beyond the horizon (day 6): it has no value"
    let check = try Command.run("check", "Experiments", in: folder)
    #expect(check.code == 0)
    #expect(
      check.output
        == "experiment Experiments/ask/experiment.json5\n  note: \(noValue)\n  note: \(noPart)\n  note: \(note)\nno mistakes\n"
    )
    let json = try Command.run("check", "--json", "Experiments", in: folder)
    #expect(json.output.contains("\"\(note)\""))
    let run = try Command.run("run", "Experiments/ask", "--replications", "1", "--out", "out", in: folder)
    let notes = [noValue, noPart, note].map { "{\"note\":\"\($0)\"}\n" }.joined()
    #expect(run.code == 0 && run.complaint.hasPrefix(notes))
    let quiet = try Command.run(
      "run", "Experiments/ask", "--replications", "1", "--quiet", "--out", "quiet", in: folder)
    #expect(quiet.code == 0 && quiet.complaint.isEmpty)
  }

  @Test("of a model that is no JSON5 the one mistake is told, and none of what lies beside it")
  func unreadable() throws {
    let folder = try folder(Self.good)
    for text in ["", "{ id: "] {
      try folder.write(Array(text.utf8), to: "Models/town/model.json5")
      let call = try Command.run("check", "Models", in: folder)
      #expect(call.code == 65)
      let lines = call.complaint.split(separator: "\n").dropFirst()
      #expect(
        !lines.isEmpty && lines.allSatisfy { $0.contains("Models/town/model.json5:1:") }, "\(call.complaint)")
    }
  }

  @Test(
    "check notes a folder that is not named as its experiment, and a run that would be refused for its memory"
  )
  func notes() throws {
    let folder = try Town.folder()
    let small = Town.experiment.replacingOccurrences(
      of: "horizon_days: 6", with: "horizon_days: 6, memory_limit_gigabytes: 0.0005")
    try folder.write(Array(small.utf8), to: "Experiments/copy/experiment.json5")
    let call = try Command.run("check", "Experiments/copy", in: folder)
    let lines = call.output.split(separator: "\n")
    #expect(call.code == 0 && lines.count == 4 && lines.last == "no mistakes", "\(call.output)")
    #expect(lines[1].hasPrefix("  note: the folder is copy and the id ask: "))
    #expect(lines[2].hasPrefix("  note: run refuses it as it is: this may need "))
    let run = try Command.run("run", "Experiments/copy", in: folder)
    #expect(run.code == 65 && run.complaint.contains(lines[2].dropFirst(32)))
    // A mistake in another experiment changes nothing of that.
    let wrong = Town.experiment.replacingOccurrences(of: "horizon_days: 6", with: "horizon_days: -6")
    try folder.write(Array(wrong.utf8), to: "Experiments/bad/experiment.json5")
    let both = try Command.run("check", "Experiments/bad", "Experiments/copy", in: folder)
    #expect(both.code == 65 && both.output.contains(lines[2]), "\(both.output)")
  }

  @Test("a run that its memory limit forbids names the place, and a quiet check tells it too")
  func memory() throws {
    let folder = try Town.folder()
    let text = Town.experiment.replacingOccurrences(
      of: "seed: 7,", with: "seed: 7, memory_limit_gigabytes: 0.0001,")
    try folder.write(Array(text.utf8), to: "Experiments/ask/experiment.json5")
    let check = try Command.run("check", "-q", "Experiments", in: folder)
    #expect(check.code == 0 && check.output.contains("  note: run refuses it as it is: this may need"))
    let run = try Command.run("run", "Experiments/ask", "--quiet", in: folder)
    #expect(run.code == 65)
    #expect(
      run.complaint.hasPrefix(
        "beredskap: 1 mistake, nothing was run\nExperiments/ask/experiment.json5:2:"))
    #expect(run.complaint.contains(": memory_limit_gigabytes: this may need"))
  }
}
