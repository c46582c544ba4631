import BenchmarkModels
import Foundation
import ScenarioFiles

/// `beredskap bench`.
enum BenchCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.bench)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.bench.help) }
    let seed: UInt64 = try arguments.integer("--seed", in: 0...UInt64.max) ?? 1
    let name = arguments.positions[0]
    if arguments.flags.contains("--raw") { return try writeRaw(name, seed: seed, arguments) }
    for flag in ["--sequence", "--bytes"] where arguments.values[flag] != nil {
      throw CommandFailure(code: .usage, message: "\(flag) goes with --raw")
    }
    let size: Benchmark.Size = arguments.flags.contains("--quick") ? .quick : .full
    let asJSON = arguments.flags.contains("--json")
    let text: String?
    do {
      text = try Bench.run(name: name, seed: seed, asJSON: asJSON, size: size)
    } catch let failure as LoadFailure {
      throw Inputs.report(failure)
    } catch {
      throw CommandFailure(code: .internal, message: "the benchmark \(name) failed: \(error)")
    }
    guard let text else {
      throw CommandFailure(
        code: .usage, message: "no benchmark is named \(name)" + Arguments.hint(name, among: Bench.names))
    }
    Console.print(text)
  }

  /// Writes words to stdout until it has written enough or the reader goes away, which is no failure.
  private static func writeRaw(_ name: String, seed: UInt64, _ arguments: Arguments) throws(CommandFailure) {
    guard name == "streams" else {
      throw CommandFailure(code: .usage, message: "--raw goes with the benchmark streams, not with \(name)")
    }
    for flag in ["--json", "--quick"] where arguments.flags.contains(flag) {
      throw CommandFailure(code: .usage, message: "\(flag) does not go with --raw")
    }
    let byteCount: UInt64? = try arguments.integer("--bytes", in: 1...UInt64.max)
    let sequence = arguments.values["--sequence"] ?? "blocks"
    guard var words = RawWords(sequence: sequence, seed: seed, byteCount: byteCount) else {
      throw CommandFailure(
        code: .usage,
        message: "no sequence is named \(sequence)" + Arguments.hint(sequence, among: RawWords.sequences))
    }
    while let bytes = words.next() {
      guard try Console.write(bytes) else { return }
    }
  }
}

/// `beredskap schema`.
enum SchemaCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.schema)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.schema.help) }
    let name = arguments.positions.first ?? "model"
    guard let format = FormatPages.Format(rawValue: name) else {
      throw CommandFailure(
        code: .usage,
        message: "there is no schema of \(name)"
          + Arguments.hint(name, among: FormatPages.Format.allCases.map(\.rawValue)))
    }
    Console.print(FormatPages.schema(format))
  }
}
