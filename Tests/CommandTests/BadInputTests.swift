import Foundation
import Testing

/// One way to break a file, and what the command should say.
struct BadInput: CustomTestStringConvertible, Sendable {
  let name: String
  /// End of the path of the file that is changed.
  let file: String
  let from: String
  /// What stands there instead, in ISO 8859-1 when ``isLatin1``.
  let to: String
  /// A text of the changed file at whose line the mistake is reported; the line of the change when nil.
  var at: String?
  let sentence: String
  var isLatin1 = false
  /// Where the mistake is reported when that is in another file.
  var place: String?

  var testDescription: String { name }

  /// The changed file, or nil when there is nothing to change.
  func broken(_ bytes: [UInt8]) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let range = text.range(of: from) else { return nil }
    let changed = text.replacingCharacters(in: range, with: to)
    return isLatin1 ? changed.data(using: .isoLatin1).map { Array($0) } : Array(changed.utf8)
  }

  /// The line of the mistake, from 1.
  func line(in bytes: [UInt8]) -> Int? {
    let text = isLatin1 ? String(bytes: bytes, encoding: .isoLatin1) : String(decoding: bytes, as: UTF8.self)
    guard let text, let range = text.range(of: at ?? to) else { return nil }
    return text[..<range.lowerBound].count { $0 == "\n" } + 1
  }

  static let town: [BadInput] = [
    BadInput(
      name: "unknown key", file: "model.json5", from: "priority: 2", to: "priority: 2, colour: 2",
      sentence: "classes[acute].colour: unknown key 'colour'; known here: "),
    BadInput(
      name: "mistyped key", file: "model.json5", from: "can_wait: true", to: "can_wiat: true",
      sentence: "unknown key 'can_wiat'; did you mean 'can_wait'?"),
    BadInput(
      name: "mistyped column", file: "units.csv", from: "staffed_beds", to: "stafed_beds",
      sentence: "unknown column 'stafed_beds'; did you mean 'staffed_beds'?"),
    BadInput(
      name: "duplicate key", file: "model.json5", from: "title: \"Two towns\",",
      to: "title: \"Two towns\", title: \"Again\",", sentence: "the key 'title' is already given on line 2"),
    BadInput(
      name: "wrong type", file: "model.json5", from: "priority: 2", to: "priority: \"two\"",
      sentence: "classes[acute].priority: expected a number, found a text"),
    BadInput(
      name: "a word for a number", file: "units.csv", from: "upper,ward,10", to: "upper,ward,ten",
      sentence: "units[upper/ward].staffed_beds: expected a number, found 'ten'"),
    BadInput(
      name: "a decimal comma", file: "facilities.csv", from: "63.0", to: "\"63,0\"",
      sentence: "'63,0' has a decimal comma: write 63.0"),
    BadInput(
      name: "missing unit", file: "model.json5", from: "mean_days: 3 }", to: "mean: 3 }",
      sentence: "mean needs its unit in the key: write mean_minutes, mean_hours or mean_days"),
    BadInput(
      name: "missing source", file: "model.json5", from: "rate_per_day: 3, source: \"made up\"",
      to: "rate_per_day: 3",
      sentence:
        "inflows[ill].rate_per_day: rate_per_day has no source: add \"source\" to this object or \"rate_per_day_source\""
    ),
    BadInput(
      name: "missing source in a table", file: "units.csv", from: "upper,icu,2,2,made up",
      to: "upper,icu,2,2,",
      sentence: "staffed_beds has no source here and the source cell is empty: fill it in"),
    BadInput(
      name: "NaN", file: "model.json5", from: "rate_per_day: 3", to: "rate_per_day: NaN",
      sentence: "NaN is not a usable number"),
    BadInput(
      name: "infinity", file: "model.json5", from: "rate_per_day: 3", to: "rate_per_day: -Infinity",
      sentence: "-Infinity is not a usable number"),
    BadInput(
      name: "overflow", file: "model.json5", from: "rate_per_day: 3", to: "rate_per_day: 1e400",
      sentence: "the number 1e400 is too large"),
    BadInput(
      name: "overflow in a table", file: "units.csv", from: "upper,ward,10", to: "upper,ward,1e400",
      sentence: "the number 1e400 is too large"),
    BadInput(
      name: "negative beds", file: "units.csv", from: "upper,ward,10", to: "upper,ward,-10",
      sentence: "staffed_beds is -10; it must be a whole number from 0 to 1,000,000"),
    BadInput(
      name: "impossible beds", file: "units.csv", from: "upper,ward,10,12",
      to: "upper,ward,1000000000000,1000000000000",
      sentence: "staffed_beds is 1000000000000; it must be a whole number from 0 to 1,000,000"),
    BadInput(
      name: "shares", file: "model.json5", from: "share: 0.75", to: "share: 0.7",
      sentence: "pathways[medical].steps[bed].next: the shares sum to 0.95, not to 1"),
    BadInput(
      name: "unknown class", file: "model.json5", from: "[{ class: \"acute\"", to: "[{ class: \"accute\"",
      sentence: "there is no class 'accute'; did you mean 'acute'?"),
    BadInput(
      name: "unknown step", file: "model.json5", from: "to: \"intensive\"", to: "to: \"surgery\"",
      sentence: "there is no step or exit 'surgery'; known: "),
    BadInput(
      name: "unknown region", file: "facilities.csv", from: "Lower,02", to: "Lower,03",
      sentence: "facilities[lower].region: there is no region '03'; known: 01, 02"),
    BadInput(
      name: "unknown policy", file: "experiment.json5", from: "balance-occupancy", to: "balance-ocupancy",
      sentence: "unknown transfer policy 'balance-ocupancy'; did you mean 'balance-occupancy'?"),
    BadInput(
      name: "region without hospital", file: "facilities.csv", from: "Lower,02", to: "Lower,01",
      sentence: "regions[02].id: region 02 South has no hospital", place: "regions.csv:3:1:"),
    BadInput(
      name: "short row", file: "units.csv", from: "upper,icu,2,2,made up", to: "upper,icu,2",
      sentence: "expected 5 cells, found 3"),
    BadInput(
      name: "long row", file: "units.csv", from: "upper,icu,2,2,made up", to: "upper,icu,2,2,made up, too",
      sentence: "expected 5 cells, found 6; a text with a comma needs quotes"),
    BadInput(
      name: "open quote", file: "regions.csv", from: "02,South", to: "02,\"South",
      sentence: "the quote that opens here is never closed"),
    BadInput(
      name: "stray quote", file: "regions.csv", from: "02,South", to: "02,So\"uth",
      sentence: "a quote inside a cell: put the whole cell in quotes and double the inner one"),
    BadInput(
      name: "Latin-1 table", file: "regions.csv", from: "02,South", to: "02,Söder",
      sentence: "this is not UTF-8 text; it looks like Latin-1 (Windows-1252): save the file as UTF-8",
      isLatin1: true),
    BadInput(
      name: "Latin-1 model", file: "model.json5", from: "Two towns", to: "Två städer",
      sentence: "this is not UTF-8 text; it looks like Latin-1 (Windows-1252): save the file as UTF-8",
      isLatin1: true),
    BadInput(
      name: "semicolons", file: "regions.csv", from: "id,name,source", to: "id;name;source",
      sentence: "this looks like a semicolon file from a Swedish spreadsheet"),
    BadInput(
      name: "more memory than the limit", file: "model.json5", from: "rate_per_day: 3",
      to: "rate_per_day: 9000000", sentence: "most of them from here, and need up to "),
    BadInput(
      name: "syntax", file: "model.json5", from: "title: \"Two towns\",", to: "title: \"Two towns\"",
      sentence: "expected ',' or '}' after this value"),
  ]

  static let sweden: [BadInput] = [
    BadInput(
      name: "mistyped key", file: "model.json5", from: "intensive_care: true", to: "intensiv_care: true",
      sentence: "unknown key 'intensiv_care'; did you mean 'intensive_care'?"),
    BadInput(
      name: "no unit", file: "model.json5", from: "wait_target_hours: 4,", to: "wait_target: 4,",
      sentence: "wait_target needs its unit in the key"),
    BadInput(
      name: "ragged", file: "regions.csv", from: "\n03,", to: "\n03,Uppsala\n03,", at: "03,Uppsala\n",
      sentence: "cells, found 2"),
    BadInput(
      name: "shares", file: "model.json5", from: "{ to: \"discharge-ready\", share: 0.1 }, { to: \"home\" }",
      to: "{ to: \"discharge-ready\", share: 0.1 }, { to: \"home\", share: 0.8 }",
      sentence: "the shares sum to 0.9, not to 1"),
    BadInput(
      name: "dangling", file: "model.json5", from: "profile: \"acute\"", to: "profile: \"akut\"",
      sentence: "there is no profile 'akut'"),
  ]
}

@Suite("Mistakes in the files")
struct BadInputTests {
  /// Says what was expected and is not there.
  private func check(_ cases: [BadInput], _ call: Call, at places: [String]) {
    #expect(call.code == 65)
    #expect(call.output.isEmpty)
    let lines = call.complaint.split(separator: "\n")
    for (bad, place) in zip(cases, places) {
      #expect(
        lines.contains { $0.contains(place) && $0.contains(bad.sentence) },
        "\(bad.name): no line with \(place) and \(bad.sentence) in\n\(call.complaint)")
    }
    let word = lines.count == 2 ? "1 mistake" : "\(lines.count - 1) mistakes"
    #expect(lines.first == "beredskap: \(word), nothing was run")
  }

  /// Breaks files of a folder and says where the mistakes are.
  private func breakFiles(
    _ cases: [BadInput], of files: [String], in folder: TemporaryFolder
  ) throws -> [String] {
    for bad in cases {
      let path = try #require(files.first { $0.hasSuffix("/\(bad.file)") })
      let bytes = try #require(bad.broken(folder.bytes(of: path)), "\(bad.name): \(bad.from)")
      try folder.write(bytes, to: path)
    }
    return try cases.map { bad in
      if let place = bad.place { return place }
      let path = try #require(files.first { $0.hasSuffix("/\(bad.file)") })
      let line = try #require(bad.line(in: folder.bytes(of: path)), "\(bad.name)")
      return "\(path):\(line):"
    }
  }

  @Test(
    "each mistake is told with its file and line, ends with 65 and writes nothing", arguments: BadInput.town)
  func one(_ bad: BadInput) throws {
    let folder = try Town.folder()
    let places = try breakFiles([bad], of: Town.texts.map(\.path), in: folder)
    let call = try Command.run("run", "Experiments/ask", "--out", "out", in: folder)
    check([bad], call, at: places)
    #expect(folder.names(in: "") == ["Experiments", "Models"])
  }

  @Test("mistakes of several files are told at once")
  func together() throws {
    let folder = try Town.folder()
    let cases = BadInput.town.filter {
      ["mistyped key", "wrong type", "missing unit", "negative beds", "short row", "unknown policy"].contains(
        $0.name)
    }
    #expect(cases.count == 6)
    let places = try breakFiles(cases, of: Town.texts.map(\.path), in: folder)
    let call = try Command.run("run", "Experiments/ask", "--out", "out", in: folder)
    check(cases, call, at: places)
    #expect(!folder.exists("out"))
  }

  @Test("the national model with mistakes tells all of them, in run as in check")
  func sweden() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    for name in ["Models", "Experiments"] {
      try manager.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
    }
    for name in ["Models/sweden", "Experiments/sweden-first-look"] {
      try manager.copyItem(atPath: Repository.path(name), toPath: "\(folder.path)/\(name)")
    }
    let files = ["model.json5", "regions.csv", "facilities.csv", "units.csv"].map { "Models/sweden/\($0)" }
    let places = try breakFiles(BadInput.sweden, of: files, in: folder)
    let call = try Command.run("run", "Experiments/sweden-first-look", "--out", "out", in: folder)
    check(BadInput.sweden, call, at: places)
    #expect(!folder.exists("out"))
    let checked = try Command.run("check", "Models/sweden", in: folder)
    #expect(checked.code == 65)
    for line in call.complaint.split(separator: "\n").dropFirst() {
      #expect(checked.complaint.contains(line))
    }
  }
}
