import RandomStreams

/// The cost of a draw from each source and of each common variate, with the mean of what was drawn.
///
/// Every loop adds what it draws, so that nothing is optimised away; the sum costs about a nanosecond where
/// the draws do not depend on each other, which is so for all but the sequential generator. The means are of
/// numbers in (0, 1) for words.
public enum StreamsBenchmark {
  /// Draws of each kind and times them.
  ///
  /// An event of the report is a draw.
  ///
  /// - Parameter draws: of each kind; 20 million or more for steady figures.
  /// - Precondition: `draws >= 1`.
  public static func run(draws: Int = 20_000_000, seed: UInt64) -> BenchmarkReport {
    precondition(draws >= 1, "a benchmark draws at least once")
    let key = StreamKey(seed: seed, replication: 0)
    let start = ResourceUse.now
    var figures: [BenchmarkReport.Figure] = []
    for kind in StreamsDraw.allCases {
      let before = ResourceUse.now
      let sum = kind.sum(of: draws, key: key)
      let use = ResourceUse.now.since(before)
      figures.append(
        BenchmarkReport.Figure(
          key: "\(kind.rawValue)_ns", value: use.processorSeconds * 1e9 / Double(draws)))
      figures.append(
        BenchmarkReport.Figure(
          key: "\(kind.rawValue)_mean", value: sum / Double(draws), expected: kind.expectedMean))
    }
    let total = draws * StreamsDraw.allCases.count
    return BenchmarkReport(
      name: "streams", seed: seed, replications: 1, canonicalEvents: total, ownEvents: total,
      use: ResourceUse.now.since(start), figures: figures)
  }
}

extension Benchmark {
  /// Draws of every source and variate.
  static let streams = Benchmark(name: "streams", summary: "a draw from each source and of each variate") {
    seed, size in [StreamsBenchmark.run(draws: size == .full ? 20_000_000 : 1000, seed: seed)]
  }
}
