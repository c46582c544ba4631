import Foundation
import Testing

@Suite("Runs of the command")
struct RunTests {
  private static let tables = [
    "breaches.csv", "datapackage.json", "experiment.json", "flows.csv", "icu_fan.svg", "icu_waiting_fan.svg",
    "nation_daily.csv", "regions_daily.csv", "report.html", "summary.csv", "trials.csv", "validation.csv",
    "waits.csv",
  ]

  @discardableResult
  private func run(_ more: String..., into out: String, in folder: TemporaryFolder) throws -> Call {
    let call = try Command.run(["run", "Experiments/ask", "--quiet", "--out", out] + more, in: folder)
    #expect(call.code == 0 && call.complaint.isEmpty, "\(call.complaint)")
    return call
  }

  @Test("threads and repetition change no byte, another seed changes the trials")
  func sameBytes() throws {
    let folder = try Town.folder()
    let first = try run("--threads", "1", into: "one", in: folder)
    #expect(folder.names(in: "one") == (Self.tables + ["manifest.json"]).sorted())
    for (out, threads) in [("two", "2"), ("three", "3"), ("again", "1")] {
      let call = try run("--threads", threads, into: out, in: folder)
      for table in Self.tables {
        #expect(
          try folder.bytes(of: "\(out)/\(table)") == folder.bytes(of: "one/\(table)"), "\(out) \(table)")
      }
      #expect(call.output.replacing(": \(out)", with: ": one") == first.output)
    }
    try run("--seed", "8", into: "other", in: folder)
    #expect(try folder.bytes(of: "other/trials.csv") != folder.bytes(of: "one/trials.csv"))
  }

  @Test("the walk of all state after every event finds nothing and changes nothing")
  func audit() throws {
    let folder = try Town.folder()
    try run("--replications", "1", into: "plain", in: folder)
    try run("--replications", "1", "--audit", into: "audited", in: folder)
    #expect(try folder.bytes(of: "plain/trials.csv") == folder.bytes(of: "audited/trials.csv"))
  }

  @Test("findings say the seed, the handling and where the tables are; as JSON they are JSON")
  func findings() throws {
    let folder = try Town.folder()
    let text = try run("--replications", "2", into: "out", in: folder).output
    #expect(text.contains("seed 7") && text.contains("Handling: internal"))
    #expect(text.contains("given these assumptions"))
    #expect(text.hasSuffix("Tables: out\nReport: out/report.html\n"))
    let json = try run("--replications", "2", "--json", into: "out", in: folder).output
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
  }

  @Test("without a terminal progress is a JSON line, on stderr")
  func progress() throws {
    let folder = try Town.folder()
    let call = try Command.run("run", "Experiments/ask", "--out", "out", in: folder)
    #expect(call.code == 0)
    for line in call.complaint.split(separator: "\n") {
      let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(json?["done"] is Int && json?["total"] is Int)
    }
  }

  @Test("a folder with other contents is refused with 73 and left alone, unless forced")
  func otherContents() throws {
    let folder = try Town.folder()
    try folder.write(Array("mine".utf8), to: "out/notes.txt")
    let refused = try Command.run("run", "Experiments/ask", "--out", "out", in: folder)
    #expect(refused.code == 73)
    #expect(refused.output.isEmpty)
    #expect(refused.complaint.contains("out holds other files (notes.txt)"), "\(refused.complaint)")
    #expect(refused.complaint.contains("--force"))
    #expect(folder.names(in: "out") == ["notes.txt"])
    try run("--force", "--replications", "1", into: "out", in: folder)
    #expect(try folder.bytes(of: "out/notes.txt") == Array("mine".utf8))
    #expect(folder.exists("out/trials.csv"))
  }

  @Test("its own earlier run is written again without force")
  func again() throws {
    let folder = try Town.folder()
    try run("--replications", "1", into: "out", in: folder)
    let first = try folder.bytes(of: "out/trials.csv")
    try run("--replications", "2", into: "out", in: folder)
    #expect(try folder.bytes(of: "out/trials.csv") != first)
  }

  @Test("a file where the folder should be is 73")
  func fileInTheWay() throws {
    let folder = try Town.folder()
    try folder.write([], to: "out")
    let call = try Command.run("run", "Experiments/ask", "--out", "out", in: folder)
    #expect(call.code == 73)
    #expect(call.complaint.contains("cannot create out"), "\(call.complaint)")
  }

  @Test("a table that cannot be put in place is 74, and nothing half-written stays")
  func cannotWrite() throws {
    let folder = try Town.folder()
    try folder.write([], to: "out/trials.csv/in-the-way")
    let call = try Command.run(
      "run", "Experiments/ask", "--quiet", "--force", "--out", "out", "--replications", "1", in: folder)
    #expect(call.code == 74)
    #expect(call.complaint.contains("cannot write out/trials.csv"), "\(call.complaint)")
    #expect(folder.names(in: "out") == ["trials.csv"])
  }
}
