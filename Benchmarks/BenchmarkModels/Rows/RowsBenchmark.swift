import BatchRunner
import RandomStreams

/// Rows of a whole number and three numbers as comma-separated values, by the writer of all our tables.
///
/// Every number is the shortest decimal that reads back as the same number. The bytes are made in blocks of
/// 64 KiB and thrown away: the benchmark is about text, not about a disk.
public enum RowsBenchmark {
  /// Writes `rows` rows and times them.
  ///
  /// - Precondition: `rows` is at least 1.
  public static func run(rows: Int, seed: UInt64) -> BenchmarkReport {
    precondition(rows >= 1, "a table has a row")
    let start = ResourceUse.now
    let bytes = write(rows: rows, seed: seed)
    let use = ResourceUse.now.since(start)
    let sample = min(rows, 1000)
    return BenchmarkReport(
      name: "csv", seed: seed, replications: 1, canonicalEvents: rows, ownEvents: rows, use: use,
      figures: [
        BenchmarkReport.Figure(
          key: "share_read_back_equal", value: shareReadBack(rows: sample, seed: seed), expected: 1),
        BenchmarkReport.Figure(key: "bytes_per_row", value: Double(bytes) / Double(rows)),
        BenchmarkReport.Figure(key: "row_nanoseconds", value: use.wallSeconds * 1e9 / Double(rows)),
      ])
  }

  /// Writes the rows and answers their bytes.
  private static func write(rows: Int, seed: UInt64) -> Int {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
    var writer = CSVWriter()
    var written = 0
    for row in 0..<rows {
      append(row, to: &writer, using: &random)
      if writer.bytes.count >= 65_536 { written += writer.take().count }
    }
    return written + writer.take().count
  }

  private static func append(
    _ row: Int, to writer: inout CSVWriter, using random: inout Xoshiro256PlusPlus
  ) {
    writer.field(row)
    for scale in scales { writer.field(scale * random.uniform()) }
    writer.endRow()
  }

  /// A share, a stay in hours, a count of people: as many digits before the point as tables have.
  private static let scales = [1.0, 1e3, 1e6]

  /// Of the numbers of the first `rows` rows, the share that reads back as the number that was written.
  private static func shareReadBack(rows: Int, seed: UInt64) -> Double {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
    var expected = random
    var equal = 0
    for row in 0..<rows {
      var writer = CSVWriter()
      append(row, to: &writer, using: &random)
      let fields = String(decoding: writer.take().dropLast(2), as: UTF8.self).split(separator: ",")
      var values = [Double(row)]
      for scale in scales { values.append(scale * expected.uniform()) }
      if fields.map({ Double($0) }) == values { equal += 1 }
    }
    return Double(equal) / Double(rows)
  }
}

extension Benchmark {
  /// Rows of numbers as text.
  static let rows = Benchmark(name: "csv", summary: "rows of a whole number and three numbers as text") {
    seed, size in [RowsBenchmark.run(rows: size == .full ? 2_000_000 : 2000, seed: seed)]
  }
}
