import BatchRunner
import Foundation
import Reporting

/// `beredskap report`.
enum ReportCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.report)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.report.help) }
    let folder = arguments.positions[0]
    let language = try arguments.language()
    let other = arguments.values["--against"]
    try needsRun(folder)
    if let other { try needsRun(other) }
    guard let report = Report(RunFiles(folder: folder), against: other.map { RunFiles(folder: $0) }) else {
      throw CommandFailure(
        code: .badModel,
        message:
          "\(folder)\(other.map { " or \($0)" } ?? "") holds no tables that this version can read; run again")
    }
    let place = arguments.values["--out"] ?? "\(folder)/\(fileName(against: other))"
    if place == "-" {
      _ = try Console.write(Array(report.html(language: language).utf8))
      return
    }
    try WholeFile.write(report.html(language: language), to: place)
    if let drawings = arguments.values["--svg"] {
      try? FileManager.default.createDirectory(atPath: drawings, withIntermediateDirectories: true)
      for figure in report.figures(language: language) {
        try WholeFile.write(figure.text, to: "\(drawings)/\(figure.name)")
      }
      Console.print("Figures: \(drawings)")
    }
    Console.print("Report: \(place)")
  }

  /// A page with two runs lies beside the one with the run alone.
  private static func fileName(against other: String?) -> String {
    guard let other else { return Report.fileName }
    let name = other.split(separator: "/").last.map { String($0) } ?? "run"
    return "report-against-\(name).html"
  }

  private static func needsRun(_ folder: String) throws(CommandFailure) {
    if FileManager.default.fileExists(atPath: "\(folder)/manifest.json") { return }
    throw CommandFailure(
      code: .missingInput, message: "\(folder) holds no complete run: there is no manifest.json in it")
  }
}
