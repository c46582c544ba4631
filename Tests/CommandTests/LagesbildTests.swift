import Foundation
import Testing

@Suite("beredskap lagesbild")
struct LagesbildTests {
  private static let files = ["situation.html", "situation.json", "situation-have.xml"]

  private static func bytes(_ folder: TemporaryFolder, _ place: String) -> [Data?] {
    files.map { FileManager.default.contents(atPath: "\(folder.path)/\(place)/\($0)") }
  }

  @Test(
    "It writes page, figures and hospitals, the same of a run as of its experiment, and again over its own")
  func files() throws {
    let folder = try Town.folder()
    let words = ["--day", "2", "--hour", "14", "--pick", "0"]
    let first = try Command.run(["lagesbild", "Experiments/ask"] + words + ["--out", "a"], in: folder)
    #expect(first.code == 0, "\(first.complaint)")
    #expect(Self.bytes(folder, "a").allSatisfy { !($0?.isEmpty ?? true) })
    let run = try Command.run(["run", "Experiments/ask", "--quiet", "--out", "run"], in: folder)
    #expect(run.code == 0)
    for _ in 0..<2 {
      let second = try Command.run(["lagesbild", "run"] + words + ["--out", "b"], in: folder)
      #expect(second.code == 0, "\(second.complaint)")
      #expect(Self.bytes(folder, "a") == Self.bytes(folder, "b"))
    }
  }

  @Test("Of a run with a seed of its own the picture has that seed; when an input has changed it is refused")
  func runFolder() throws {
    let folder = try Town.folder()
    _ = try Command.run(["run", "Experiments/ask", "--seed", "99", "--quiet", "--out", "run"], in: folder)
    let call = try Command.run(["lagesbild", "run", "--day", "1", "--out", "a"], in: folder)
    #expect(call.code == 0, "\(call.complaint)")
    let json = try String(contentsOfFile: "\(folder.path)/a/situation.json", encoding: .utf8)
    #expect(json.contains("\"seed\": 99"))
    let units = "\(folder.path)/Models/town/units.csv"
    let text = try String(contentsOfFile: units, encoding: .utf8)
    try text.replacingOccurrences(of: "upper,ward,10", with: "upper,ward,11")
      .write(toFile: units, atomically: true, encoding: .utf8)
    let refused = try Command.run(["lagesbild", "run", "--day", "1", "--out", "b"], in: folder)
    #expect(refused.code == 65)
    #expect(refused.complaint.contains("Models/town/units.csv: other than then"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/b"))
  }

  @Test(
    "A slash after the folder is none of its name; a folder that holds something else is written to by force alone"
  )
  func folder() throws {
    let folder = try Town.folder()
    let words = ["lagesbild", "Experiments/ask", "--day", "2", "--pick", "0", "--out"]
    for _ in 0..<2 {
      let call = try Command.run(words + ["sit/"], in: folder)
      #expect(call.code == 0 && call.output.contains("Page: sit/situation.html"), "\(call.complaint)")
      #expect(folder.names(in: "sit") == Self.files.sorted() && !folder.exists("sit.partial"))
    }
    let before = Self.bytes(folder, "sit")
    try folder.write(Array("mine".utf8), to: "sit/my-notes.md")
    let refused = try Command.run(words + ["sit", "--hour", "20"], in: folder)
    #expect(refused.code == 73 && refused.complaint.contains("something else, such as my-notes.md"))
    #expect(Self.bytes(folder, "sit") == before)
    let forced = try Command.run(words + ["sit", "--hour", "20", "--force"], in: folder)
    #expect(forced.code == 0 && Self.bytes(folder, "sit") != before, "\(forced.complaint)")
    #expect(folder.names(in: "sit") == (Self.files + ["my-notes.md"]).sorted())
    #expect(try Command.run(words + [""], in: folder).code == 64)
  }

  @Test("A folder with the name of a file is told, and the picture of before is still whole")
  func inTheWay() throws {
    let folder = try Town.folder()
    let words = ["lagesbild", "Experiments/ask", "--day", "2", "--pick", "0", "--out", "sit"]
    #expect(try Command.run(words, in: folder).code == 0)
    let before = Self.bytes(folder, "sit")
    try FileManager.default.removeItem(atPath: "\(folder.path)/sit/situation-have.xml")
    try folder.write([1], to: "sit/situation-have.xml/inside")
    let call = try Command.run(words + ["--hour", "20", "--force"], in: folder)
    #expect(call.code == 73 && call.complaint.contains("a folder has that name"), "\(call.complaint)")
    #expect(Self.bytes(folder, "sit").prefix(2) == before.prefix(2))
    #expect(folder.names(in: "sit") == Self.files.sorted())
  }

  @Test(
    "What it cannot do it refuses with a sentence that says what to write",
    arguments: [
      (["--hour", "8"], Int32(64), "lagesbild needs --day"),
      (["--day", "400"], 64, "--day 400 at 10:00 is beyond the run: the last is --day "),
      (["--day", "1", "--hour", "24"], 64, "--hour takes a whole number from 0 to 23"),
      (["--day", "1", "--region", "Nort"], 64, "there is no region \"Nort\"; did you mean North?"),
      (["--day", "1", "--region", "77"], 64, "known: 01 North, 02 South"),
      (["--day", "1", "--arm", "basline"], 64, "there is no arm basline"),
      (["--day", "1", "--pick", "mean"], 64, "--pick is mean; it must be median"),
      (["--day", "1", "--pick", "worst", "--replication", "1"], 64, "name the same"),
      (["--day", "1", "--language", "fi"], 64, "--language takes sv or en"),
      (["--day", "1", "--reporting", "none.json5"], 66, "none.json5"),
    ])
  func refusals(words: [String], code: Int32, sentence: String) throws {
    let folder = try Town.folder()
    let call = try Command.run(["lagesbild", "Experiments/ask", "--out", "a"] + words, in: folder)
    #expect(call.code == code && call.complaint.contains(sentence), "\(call.code): \(call.complaint)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/a"))
  }

  @Test("a replication that the experiment does not ask for is noted")
  func beyond() throws {
    let folder = try Town.folder()
    let words = ["lagesbild", "Experiments/ask", "--day", "1", "--out", "out"]
    #expect(try Command.run(words + ["--pick", "2"], in: folder).complaint.isEmpty)
    let call = try Command.run(words + ["--pick", "3", "--force"], in: folder)
    #expect(call.code == 0)
    #expect(
      call.complaint == "note: the experiment has replications 0 to 2: no table of its run has number 3\n")
  }
}
