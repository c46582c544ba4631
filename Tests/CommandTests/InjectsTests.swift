import Foundation
import Testing

@Suite("injects on the command line")
struct InjectsTests {
  private static let exercise = ["injects", Repository.path("Experiments/template")]

  @Test(
    "An exercise is whole: the files of every format, equal bytes at one and two threads, and what was picked"
  )
  func whole() throws {
    let folder = try TemporaryFolder()
    let words = ["--days", "2", "--from-day", "3", "--candidates", "2", "--rumours"]
    let call = try Command.run(Self.exercise + words + ["--threads", "1", "--out", "one"], in: folder)
    #expect(call.code == 0 && call.complaint.isEmpty, "\(call.complaint)")
    #expect(call.output.contains("Picked among 2 replications") && call.output.contains("seed 1"))
    let names = folder.names(in: "one")
    for name in [
      "injects.csv", "injects.xlsx", "inject-book.html", "casualty_cards.csv", "actors.csv", "channels.csv",
      "openaev-injects.xlsx", "openaev-mapper.json", "openaev-scenario.zip", "conducttr-mel.csv",
      "casualties.fhir.json", "patient_log.csv", "datapackage.json", "exercise.json",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    _ = try Command.run(Self.exercise + words + ["--threads", "2", "--out", "two"], in: folder)
    for name in names where !name.contains("cap") {
      #expect(try folder.bytes(of: "one/\(name)") == folder.bytes(of: "two/\(name)"), "\(name)")
    }
  }

  @Test("An exercise is written again over its own files alone, and those it no longer has go")
  func again() throws {
    let folder = try TemporaryFolder()
    let words = Self.exercise + ["--days", "2", "--from-day", "3", "--candidates", "1", "--out", "out/"]
    #expect(try Command.run(words, in: folder).code == 0)
    let names = folder.names(in: "out")
    var record = String(decoding: try folder.bytes(of: "out/exercise.json"), as: UTF8.self)
    record.replace(#""files": ["#, with: #""files": [{"path": "old/gone.xml"}, {"path": "../stays"},"#)
    try folder.write(Array(record.utf8), to: "out/exercise.json")
    for name in ["out/old/gone.xml", "stays"] { try folder.write([1], to: name) }
    let again = try Command.run(words, in: folder)
    #expect(again.code == 0, "\(again.complaint)")
    #expect(folder.names(in: "out") == names && folder.exists("stays"))
    try folder.write([1], to: "out/cap/mine.xml")
    let refused = try Command.run(words, in: folder)
    #expect(refused.code == 73 && refused.complaint.contains("such as cap"), "\(refused.complaint)")
    #expect(folder.exists("out/cap/mine.xml"))
  }

  @Test("One is told in the singular, and of three arms the first two with a comma")
  func singular() throws {
    let folder = try TemporaryFolder()
    let one = try Command.run(
      Self.exercise + ["--days", "1", "--candidates", "1", "--out", "one"], in: folder)
    #expect(one.output.contains("Picked among 1 replication: "), "\(one.output)")
    let three = ["--branch", "alone,share,share-late", "--days", "1", "--candidates", "1", "--out", "three"]
    let branched = try Command.run(Self.exercise + three, in: folder)
    #expect(branched.output.contains("arms alone, share and share-late."), "\(branched.output)")
  }

  @Test(
    "What cannot be is refused in a sentence",
    arguments: [
      (["--region", "03"], "there is no region \"03\""),
      (["--audience", "regio"], "there is no audience regio; did you mean region?"),
      (["--arm", "shar"], "there is no arm shar; did you mean share?"),
      (["--arm", ","], "--arm needs an arm; known: alone, no-wait, share, share-late"),
      (["--arm", ",,"], "--arm needs an arm; known: "),
      (["--arm", " "], "--arm needs an arm; known: "),
      (["--audience", ","], "--audience needs the id of one; known: hospital, region"),
      (["--storyline", ", ,"], "--storyline needs the id of one; there is none at all"),
      (["--branch", "alone"], "--branch needs two different arms or more"),
      (["--arm", "alone", "--branch", "alone,share"], "--arm and --branch name the same"),
      (["--pick", "middle"], "--pick is middle; it must be median"),
      (["--wish", "icu-01-2"], "--wish is icu-01-2; write kind@region=day, such as icu@25=2"),
      (["--wish", "ic@01=2"], "there is no unit kind ic; did you mean icu?"),
      (["--from-day", "57", "--days", "3"], "the experiment ends with day 58"),
      (["--quiet-hours", "22-6"], "--quiet-hours is 22-6; write two clock times"),
      (["--quiet-hours", "22:00-22:00"], "write none for no quiet hours"),
      (["--storyline", "nope"], "there is no storyline nope"),
      (["--compression", "0.5"], "--compression is 0.5; it must be a number from 1 to 1000"),
      (["--language", "fi"], "--language takes sv or en"),
    ])
  func refused(words: [String], sentence: String) throws {
    let folder = try TemporaryFolder()
    let call = try Command.run(Self.exercise + words + ["--out", "out"], in: folder)
    #expect(call.code == 64 && call.complaint.contains(sentence), "\(call.complaint)")
    #expect(folder.names(in: ".").isEmpty)
  }
}
