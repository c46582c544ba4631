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
    let drawings = arguments.values["--svg"]
    let figures = drawings == nil ? [] : report.figures(language: language)
    if let drawings {
      for figure in figures {
        try WholeFile.refuse("\(drawings)/\(figure.name)", unlessReplaceableAs: .drawing)
      }
    }
    try WholeFile.write(report.html(language: language), to: place, replacing: .page)
    if let drawings {
      try? FileManager.default.createDirectory(atPath: drawings, withIntermediateDirectories: true)
      for figure in figures {
        try WholeFile.write(figure.text, to: "\(drawings)/\(figure.name)", replacing: .drawing)
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
