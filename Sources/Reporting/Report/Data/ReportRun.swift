package import BatchRunner

/// One run as its folder has it: what was asked and the tables.
package struct ReportRun: Sendable {
  /// What was asked.
  package let record: RunRecord
  /// Rows of `summary.csv`.
  package let summary: SummaryFigures
  /// Rows of `breaches.csv` at the point that is shown.
  package let breaches: [RunTable.Row]
  /// Rows of `flows.csv` at the point that is shown.
  package let flows: [RunTable.Row]
  /// `nation_daily.csv` at the point that is shown.
  package let nation: DailyFigures
  /// `regions_daily.csv` at the point that is shown, of measures that maps show.
  package let regions: DailyFigures
  /// Rows of `validation.csv`; empty without expectations.
  package let verdicts: [RunTable.Row]
  /// Hashes of the tables, by file name, from `datapackage.json`.
  package let tableHashes: [(path: String, sha256: String)]
  /// The files, for what few sections need.
  package let files: RunFiles

  /// Reads a run; nil when the folder holds none of this version's.
  ///
  /// - Complexity: O(bytes of the tables).
  package init?(_ files: RunFiles) {
    guard let record = RunRecord(files), let summary = SummaryFigures(files, record) else { return nil }
    self.record = record
    self.summary = summary
    self.files = files
    let shown = summary.shownPoint
    func rows(_ name: String) -> [RunTable.Row] {
      (RunTable(name, of: files)?.rows ?? []).filter { SummaryFigures.levels(of: $0, record) == shown }
    }
    breaches = rows("breaches.csv")
    flows = rows("flows.csv")
    nation = DailyFigures("nation_daily.csv", files, record, levels: shown)
    regions = DailyFigures(
      "regions_daily.csv", files, record, levels: shown, measures: MapMeasure.all(record).map(\.measure))
    verdicts = RunTable("validation.csv", of: files)?.rows ?? []
    tableHashes = DataPackageHashes.read(files)
  }

  /// The rows of `trials.csv` of an arm at the point that is shown, by replication.
  func trials(_ arm: String) -> [RunTable.Row] {
    (RunTable("trials.csv", of: files)?.rows ?? []).filter {
      $0["arm"] == arm && SummaryFigures.levels(of: $0, record) == summary.shownPoint
    }
  }
}

/// `summary.csv` by design point, arm and measure.
package struct SummaryFigures: Sendable {
  /// Levels of each design point, in order.
  package let points: [[String]]
  /// Place of the point that a report shows by day.
  package let shownIndex: Int
  private let rows: [String: RunTable.Row]

  init?(_ files: RunFiles, _ record: RunRecord) {
    guard let table = RunTable("summary.csv", of: files) else { return nil }
    var points: [[String]] = []
    var rows: [String: RunTable.Row] = [:]
    for row in table.rows {
      let levels = Self.levels(of: row, record)
      if points.last != levels, !points.contains(levels) { points.append(levels) }
      rows[Self.key(levels, row["arm"], row["measure"])] = row
    }
    if points.isEmpty { return nil }
    self.points = points
    self.rows = rows
    shownIndex = points.firstIndex(of: record.shownLevels) ?? 0
  }

  /// Levels of the point that a report shows by day.
  package var shownPoint: [String] { points[shownIndex] }

  /// A row; `point` nil is the one that is shown.
  package func row(_ measure: String, arm: String, point: [String]? = nil) -> RunTable.Row? {
    rows[Self.key(point ?? shownPoint, arm, measure)]
  }

  /// Levels of a row.
  static func levels(of row: RunTable.Row, _ record: RunRecord) -> [String] {
    record.factors.map { row[$0.column] }
  }

  private static func key(_ levels: [String], _ arm: String, _ measure: String) -> String {
    (levels + [arm, measure]).joined(separator: "\u{1F}")
  }
}

/// Hashes of the tables as the data package lists them.
enum DataPackageHashes {
  static func read(_ files: RunFiles) -> [(path: String, sha256: String)] {
    guard let root = RecordNode(json: files.bytes("datapackage.json")) else { return [] }
    return root.list("resources").map { resource in
      (resource.text("path"), String(resource.text("hash").drop { $0 != ":" }.dropFirst()))
    }
  }
}
