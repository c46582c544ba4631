import Foundation
import Testing

@Suite("beredskap describe")
struct DescribeTests {
  @Test("draws into a file beside the text, or alone to stdout: the same bytes")
  func drawing() throws {
    let town = try Town.folder()
    let both = try Command.run("describe", "Models/town", "--svg", "town.svg", in: town)
    #expect(both.code == 0 && both.complaint.isEmpty)
    #expect(both.output.hasPrefix("Two towns (town)") && both.output.hasSuffix("\nDrawing: town.svg\n"))
    let alone = try Command.run("describe", "Models/town", "--svg", "-", in: town)
    #expect(alone.code == 0 && alone.output.hasPrefix("<svg ") && alone.output.hasSuffix("</svg>\n"))
    #expect(try town.bytes(of: "town.svg") == Array(alone.output.utf8))
    for name in ["North", "South", "intensive", "ambulance"] { #expect(alone.output.contains(name)) }
    #expect(town.names(in: "") == ["Experiments", "Models", "town.svg"])
  }

  @Test("an earlier drawing is replaced; any other file stays, and ends with 73")
  func otherFiles() throws {
    let town = try Town.folder()
    try town.write(Array("<?xml version=\"1.0\"?><svg/>".utf8), to: "town.svg")
    #expect(try Command.run("describe", "Models/town", "--svg", "town.svg", in: town).code == 0)
    #expect(try town.bytes(of: "town.svg").starts(with: "<svg ".utf8))
    let table = try town.bytes(of: "Models/town/units.csv")
    let call = try Command.run("describe", "Models/town", "--svg", "Models/town/units.csv", in: town)
    #expect(call.code == 73 && call.output.isEmpty)
    #expect(
      call.complaint.hasPrefix(
        "beredskap: Models/town/units.csv cannot be written: a file that is no drawing"))
    #expect(try town.bytes(of: "Models/town/units.csv") == table)
  }

  @Test("a table is no model, and is told so")
  func table() throws {
    let town = try Town.folder()
    try town.write(Array("id\n".utf8), to: "Models/town/units.csv")
    let call = try Command.run("describe", "Models/town/units.csv", in: town)
    #expect(call.code == 66 && call.output.isEmpty)
    #expect(
      call.complaint
        == "beredskap: Models/town/units.csv is no model; what is described is a folder with model.json5 or experiment.json5, or that file\n"
    )
  }

  @Test("an experiment says its question and draws its model")
  func experiment() throws {
    let town = try Town.folder()
    let call = try Command.run("describe", "Experiments/ask", "--svg=ask.svg", in: town)
    #expect(call.code == 0 && call.output.hasPrefix("Ask\nWhat changes?\n"))
    #expect(town.exists("ask.svg"))
  }

  @Test(
    "a place that cannot be written ends with 73, and nothing is printed",
    arguments: ["none/x.svg", "Models"])
  func unwritable(_ place: String) throws {
    let town = try Town.folder()
    let call = try Command.run("describe", "Models/town", "--svg", place, in: town)
    #expect(call.code == 73 && call.output.isEmpty)
    #expect(call.complaint.hasPrefix("beredskap: \(place) cannot be written: "), "\(call.complaint)")
    #expect(town.names(in: "") == ["Experiments", "Models"])
  }

  @Test("the drawing of the national model has every region and every assumption")
  func sweden() throws {
    let call = try Command.run(
      "describe", Repository.path("Models/sweden"), "--svg", "-", in: try TemporaryFolder())
    #expect(call.code == 0)
    for words in ["Norrbotten", "Västra Götaland", "bed-before-operation", "assumption: order in queues"] {
      #expect(call.output.contains(words), "\(words)")
    }
  }
}
