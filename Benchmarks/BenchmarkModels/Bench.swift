/// The benchmarks by name, as the command offers them.
public enum Bench {
  /// Known names, in the order of the documentation.
  public static let names = ["phold", "regional", "scaling"]

  /// Runs a benchmark and answers its text, or nil for a name that is not in ``names``.
  ///
  /// With several variants the text has one block, or one line of JSON, for each.
  public static func run(name: String, seed: UInt64, asJSON: Bool) -> String? {
    let reports: [BenchmarkReport]
    switch name {
    case "regional":
      reports = [false, true].map { isKeyed in
        RegionalBenchmark.run(replications: 20, seed: seed, isKeyed: isKeyed).report
      }
    case "phold": reports = PholdBenchmark.reports(seed: seed)
    case "scaling": reports = ScalingBenchmark.reports(seed: seed)
    default: return nil
    }
    return reports.map { asJSON ? $0.json : $0.text }.joined(separator: "\n")
  }
}
