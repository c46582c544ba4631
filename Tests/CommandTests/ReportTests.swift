import Foundation
import Testing

@Suite("beredskap report")
struct ReportTests {
  @Test("an earlier page is replaced, and so are its figures; any other file stays, and ends with 73")
  func otherFiles() throws {
    let town = try Town.folder()
    let run = ["run", "Experiments/ask", "--quiet", "--replications", "1", "--out", "out"]
    #expect(try Command.run(run, in: town).code == 0)
    for _ in 0..<2 {
      let call = try Command.run("report", "out", "--out", "page.html", "--svg", "figures", in: town)
      #expect(call.code == 0, "\(call.complaint)")
    }
    let figures = town.names(in: "figures")
    #expect(town.exists("page.html") && !figures.isEmpty)
    for place in ["out/trials.csv", "Models/town/model.json5"] {
      let before = try town.bytes(of: place)
      let call = try Command.run("report", "out", "--out", place, in: town)
      #expect(call.code == 73 && call.output.isEmpty)
      #expect(
        call.complaint
          == "beredskap: \(place) cannot be written: a file that is no page is there; name another place, or remove it\n"
      )
      #expect(try town.bytes(of: place) == before)
    }
    let mine = "figures/\(try #require(figures.first))"
    try town.write(Array("mine".utf8), to: mine)
    let call = try Command.run("report", "out", "--svg", "figures", in: town)
    #expect(call.code == 73 && call.complaint.contains("\(mine) cannot be written"), "\(call.complaint)")
    #expect(try town.bytes(of: mine) == Array("mine".utf8))
  }

  @Test(
    "a table in which somebody wrote a number of any size makes a page", arguments: ["1e300", "inf", "nan"])
  func anyNumber(number: String) throws {
    let town = try Town.folder()
    let run = ["run", "Experiments/ask", "--quiet", "--replications", "2", "--out", "out"]
    #expect(try Command.run(run, in: town).code == 0)
    let lines = String(decoding: try town.bytes(of: "out/summary.csv"), as: UTF8.self).split(separator: "\n")
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let changed = lines.map { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false)
      for name in ["mean", "ci95_upper", "p95"] where line != lines[0] {
        if let place = header.firstIndex(of: Substring(name)), !cells[place].isEmpty {
          cells[place] = number[...]
        }
      }
      return cells.joined(separator: ",")
    }
    try town.write(Array((changed.joined(separator: "\n") + "\n").utf8), to: "out/summary.csv")
    let call = try Command.run("report", "out", "--out", "page.html", in: town)
    #expect([0, 65].contains(call.code), "\(call.code) \(call.complaint.prefix(300))")
  }
}
