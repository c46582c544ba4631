extension Report {
  /// Names the rows of a run's table that a number stands for: `column=value` of each, of several values one with a
  /// stroke between, joined by semicolons. A number that stands for several rows is their sum.
  static func key(_ run: ReportRun, point: [String]? = nil, _ pairs: KeyValuePairs<String, String>) -> String
  {
    let levels = zip(run.record.factors, point ?? run.summary.shownPoint).map { "\($0.column)=\($1)" }
    return (levels + pairs.map { "\($0.key)=\($0.value)" }).joined(separator: ";")
  }

  func key(point: [String]? = nil, _ pairs: KeyValuePairs<String, String>) -> String {
    Self.key(run, point: point, pairs)
  }
}
