import BatchRunner

/// Mean and quantiles by arm, region and day of a daily table, of the measures asked for.
package struct DailyFigures: Sendable {
  /// One row's numbers, as the table has them.
  package struct Figure: Sendable {
    package var mean = 0.0
    package var p05 = 0.0
    package var p25 = 0.0
    package var p50 = 0.0
    package var p75 = 0.0
    package var p95 = 0.0
  }

  /// Days by arm, measure and region; of a table without regions the region is empty.
  private let series: [String: [Figure]]

  /// Reads a table; nothing when it is not there.
  ///
  /// - Parameters:
  ///   - levels: the design point.
  ///   - measures: those wanted; nil is all.
  /// - Complexity: O(bytes).
  init(
    _ name: String, _ files: RunFiles, _ record: RunRecord, levels: [String], measures: [String]? = nil
  ) {
    let wanted = measures.map { Set($0) }
    var series: [String: [Figure]] = [:]
    let levelBytes = levels.map { Array($0.utf8) }
    let wantedBytes = measures.map { $0.map { Array($0.utf8) } }
    guard let bytes = files.bytes(name), wanted?.isEmpty != true else {
      self.series = [:]
      return
    }
    var scanner = RowScanner(bytes)
    guard let header = scanner.next() else {
      self.series = [:]
      return
    }
    let columns = header.fields.indices.map { header.text($0) }
    func place(_ name: String) -> Int? { columns.firstIndex(of: name) }
    let region = place("region_code")
    let factors = record.factors.compactMap { place($0.column) }
    guard let arm = place("arm"), let measure = place("measure"), let day = place("day"),
      let mean = place("mean"), factors.count == levels.count
    else {
      self.series = [:]
      return
    }
    var key = ""
    var last: (arm: String, region: String, measure: String) = ("", "", "")
    while let row = scanner.next() {
      guard row.fields.count == columns.count else { continue }
      if let wantedBytes, !wantedBytes.contains(where: { row.field(measure, is: $0) }) { continue }
      guard zip(factors, levelBytes).allSatisfy({ row.field($0, is: $1) }) else { continue }
      let now = (row.text(arm), region.map { row.text($0) } ?? "", row.text(measure))
      if now != last {
        key = Self.key(arm: now.0, measure: now.2, region: now.1)
        last = now
      }
      guard row.number(day) == Double(series[key]?.count ?? 0) else { continue }
      let values = (0..<6).map { row.number(mean + $0) ?? 0 }
      series[key, default: []].append(
        Figure(
          mean: values[0], p05: values[1], p25: values[2], p50: values[3], p75: values[4], p95: values[5]))
    }
    self.series = series
  }

  /// Whether there is anything.
  package var isEmpty: Bool { series.isEmpty }

  /// Days of an arm and measure; empty when there are none.
  package func days(_ measure: String, arm: String, region: String = "") -> [Figure] {
    series[Self.key(arm: arm, measure: measure, region: region)] ?? []
  }

  private static func key(arm: String, measure: String, region: String) -> String {
    "\(arm)\u{1F}\(region)\u{1F}\(measure)"
  }
}
