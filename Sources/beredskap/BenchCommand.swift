import BenchmarkModels
import ScenarioFiles

/// `beredskap bench`.
enum BenchCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.bench)
    if arguments.flags.contains("--help") { return Console.print(Verbs.bench.help) }
    let seed: UInt64 = try arguments.integer("--seed", in: 0...UInt64.max) ?? 1
    let name = arguments.positions[0]
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
}

/// `beredskap schema`.
enum SchemaCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.schema)
    if arguments.flags.contains("--help") { return Console.print(Verbs.schema.help) }
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
