/// The benchmarks by name, as the command offers them.
public enum Bench {
  /// All benchmarks, in the order of the documentation.
  public static let all: [Benchmark] = [
    .singleServer,
    .twentyServers,
    .phold,
    .regional,
    .regionalModel,
    .national,
    .scaling,
    .eventQueue,
    .process,
    .streams,
    .rows,
  ]

  /// Known names, in the order of ``all``.
  public static var names: [String] { all.map(\.name) }

  /// Runs a benchmark and answers its text, or nil for a name that is not in ``names``.
  ///
  /// With several variants the text has one block, or one line of JSON, for each.
  ///
  /// - Throws: what the benchmark throws, such as a `LoadFailure` for a model that is not where it should be.
  public static func run(
    name: String, seed: UInt64, asJSON: Bool, size: Benchmark.Size = .full
  ) throws -> String? {
    guard let benchmark = all.first(where: { $0.name == name }) else { return nil }
    return try benchmark.run(seed, size).map { asJSON ? $0.json : $0.text }.joined(separator: "\n")
  }
}
