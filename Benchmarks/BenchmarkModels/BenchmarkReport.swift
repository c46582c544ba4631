/// One benchmark's result in the form that all of them share.
public struct BenchmarkReport: Sendable {
  /// A figure of the result, with its unit last in the key.
  public struct Figure: Sendable {
    /// The key, as in a table.
    public let key: String
    /// The value that was measured.
    public let value: Double
    /// What it should be by theory or by another program, if known.
    public let expected: Double?
    /// The standard error of `value`, if known.
    public let standardError: Double?

    /// A figure, what it should be and how far chance may move it.
    public init(key: String, value: Double, expected: Double? = nil, standardError: Double? = nil) {
      self.key = key
      self.value = value
      self.expected = expected
      self.standardError = standardError
    }

    /// Standard errors between `value` and what was expected; nil unless both are known.
    public var standardScore: Double? {
      guard let expected, let standardError, standardError > 0 else { return nil }
      return (value - expected) / standardError
    }
  }

  /// The benchmark's name, with its variant.
  public let name: String
  /// The seed it ran with.
  public let seed: UInt64
  /// Replications it ran.
  public let replications: Int
  /// Advances of model time in all replications, as every peer counts them.
  public let canonicalEvents: Int
  /// Events that our engine carried out in all replications.
  public let ownEvents: Int
  /// Time and memory.
  public let use: ResourceUse
  /// What it computed.
  public let figures: [Figure]

  /// A result.
  package init(
    name: String, seed: UInt64, replications: Int, canonicalEvents: Int, ownEvents: Int, use: ResourceUse,
    figures: [Figure]
  ) {
    self.name = name
    self.seed = seed
    self.replications = replications
    self.canonicalEvents = canonicalEvents
    self.ownEvents = ownEvents
    self.use = use
    self.figures = figures
  }

  /// Canonical events a second of wall time; zero when no time passed.
  public var eventsPerSecond: Double {
    use.wallSeconds > 0 ? Double(canonicalEvents) / use.wallSeconds : 0
  }

  /// One line of JSON; `<figure>_expected` and `<figure>_standard_error` follow a figure where they are known.
  public var json: String {
    var fields = [
      "\"name\":\"\(name)\"", "\"seed\":\(seed)", "\"replications\":\(replications)",
      "\"events_per_second\":\(eventsPerSecond.rounded())", "\"canonical_events\":\(canonicalEvents)",
      "\"own_events\":\(ownEvents)", "\"wall_seconds\":\(use.wallSeconds)",
      "\"cpu_seconds\":\(use.processorSeconds)", "\"peak_memory_megabytes\":\(use.peakMemoryMegabytes)",
    ]
    if let allocations = use.allocations {
      fields.append("\"allocations\":\(allocations)")
      fields.append("\"allocations_per_event\":\(Double(allocations) / Double(max(1, ownEvents)))")
    }
    for figure in figures where figure.value.isFinite {
      fields.append("\"\(figure.key)\":\(figure.value)")
      if let expected = figure.expected { fields.append("\"\(figure.key)_expected\":\(expected)") }
      if let error = figure.standardError { fields.append("\"\(figure.key)_standard_error\":\(error)") }
    }
    return "{\(fields.joined(separator: ","))}"
  }

  /// Several lines for a reader, with what was expected beside what came out.
  public var text: String {
    let milliseconds = use.wallSeconds * 1000 / Double(max(1, replications))
    var lines = [
      "\(name): \(replications) replications, seed \(seed)",
      "  \(rounded(milliseconds)) ms a replication, \(rounded(eventsPerSecond / 1e6)) million events a second",
      "  wall \(rounded(use.wallSeconds)) s, processor \(rounded(use.processorSeconds)) s, "
        + "peak memory \(rounded(use.peakMemoryMegabytes)) MB",
    ]
    for figure in figures {
      lines.append("  \(figure.key) \(rounded(figure.value))\(check(of: figure))")
    }
    if let allocations = use.allocations { lines.append("  heap allocations \(allocations)") }
    return lines.joined(separator: "\n")
  }

  private func check(of figure: Figure) -> String {
    guard let expected = figure.expected else { return "" }
    guard let error = figure.standardError, let score = figure.standardScore else {
      return "  (expected \(rounded(expected)))"
    }
    return "  (expected \(rounded(expected)), standard error \(rounded(error)), z \(rounded(score)))"
  }

  private func rounded(_ value: Double) -> String {
    "\(abs(value) < 1e12 ? (value * 1000).rounded() / 1000 : value)"
  }
}
