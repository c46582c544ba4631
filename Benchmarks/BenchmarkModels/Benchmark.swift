/// One benchmark: its name, what it measures, and how it is run.
///
/// To add one, give it a static member in a file beside its model and a place in ``Bench/all``.
public struct Benchmark: Sendable {
  /// How much a run does.
  public enum Size: Sendable {
    /// As published: long enough that its speed means something.
    case full
    /// Below a second in a debug build: shows that it works, not how fast.
    case quick
  }

  /// The word after `beredskap bench`.
  public let name: String
  /// One line of what it measures.
  public let summary: String
  /// Runs it with a seed; one report for each variant, in order.
  ///
  /// It throws when a file that it reads is missing or wrong.
  public let run: @Sendable (_ seed: UInt64, _ size: Size) throws -> [BenchmarkReport]

  /// A benchmark.
  public init(
    name: String, summary: String,
    run: @escaping @Sendable (_ seed: UInt64, _ size: Size) throws -> [BenchmarkReport]
  ) {
    self.name = name
    self.summary = summary
    self.run = run
  }
}
