/// What maps show: medians by measure, arm, region and day as whole numbers, once for all languages.
struct MapData {
  let measures: [MapMeasure]
  let arms: [RunRecord.Arm]
  let dayCount: Int
  private let run: ReportRun
  private let largestValues: [Int]

  /// Most of a measure's numbers that a map may take: a page stays below two megabytes.
  static let mostNumbers = 160_000

  init(_ run: ReportRun) {
    self.run = run
    let record = run.record
    arms = record.choices
    let count = run.regions.days(
      MapMeasure.all(record).first?.measure ?? "", arm: record.choices.first?.id ?? "",
      region: record.regions.first?.code ?? ""
    ).count
    dayCount = count
    var kept: [MapMeasure] = []
    var largest: [Int] = []
    var numbers = 0
    for measure in MapMeasure.all(record) {
      var most = 0
      for arm in arms {
        for region in record.regions {
          for figure in run.regions.days(measure.measure, arm: arm.id, region: region.code) {
            most = max(most, Self.number(figure.p50, measure, region) ?? 0)
          }
        }
      }
      numbers += arms.count * record.regions.count * count
      guard most > 0, numbers <= Self.mostNumbers || kept.isEmpty else { continue }
      kept.append(measure)
      largest.append(most)
    }
    measures = count > 1 ? kept : []
    largestValues = largest
  }

  var isEmpty: Bool { measures.isEmpty }

  /// Six days of which the still maps are: the first, and the rest spread over what is measured.
  var stillDays: [Int] {
    let last = min(dayCount, run.record.horizonDays) - 1
    return Array(Set((0..<6).map { last * $0 / 5 })).sorted()
  }

  /// The number in a tile; nil where the region has no such places.
  func value(_ measure: MapMeasure, _ arm: RunRecord.Arm, _ region: RunRecord.Region, _ day: Int) -> Int? {
    let days = run.regions.days(measure.measure, arm: arm.id, region: region.code)
    return days.indices.contains(day) ? Self.number(days[day].p50, measure, region) : nil
  }

  func largest(_ measure: MapMeasure) -> Int {
    measures.firstIndex { $0.measure == measure.measure }.map { largestValues[$0] } ?? 0
  }

  /// A median as a whole number: per cent of staffed places where there are such, else patients.
  private static func number(_ median: Double, _ measure: MapMeasure, _ region: RunRecord.Region) -> Int? {
    guard let kind = measure.kind else { return Int(exactly: median.rounded()) }
    let places = region.places[kind.id] ?? 0
    return places > 0 ? Int(exactly: (100 * median / places).rounded()) : nil
  }

  /// Upper limits of the shades below the darkest, of a share of places or of the largest number.
  static func limits(_ measure: MapMeasure, largest: Int) -> [Int] {
    if measure.kind != nil { return [60, 80, 95, 105, 125] }
    // Queues differ by orders: each shade is some three times the one before.
    return [0, 1, 3, 10, 30].map { $0 == 0 ? 0 : max($0, largest * $0 / 100) }
  }

  static func shade(_ value: Int?, of measure: MapMeasure, largest: Int) -> Int {
    guard let value else { return 0 }
    return limits(measure, largest: largest).firstIndex { value <= $0 } ?? 5
  }

  /// The numbers as JSON in the page, read by the script.
  var html: HTML {
    if isEmpty { return .none }
    var text = "{\"days\":\(dayCount),\"measures\":["
    text += measures.map { measure in
      let limits = Self.limits(measure, largest: largest(measure)).map { "\($0)" }.joined(separator: ",")
      return "{\"limits\":[\(limits)],\"unit\":{"
        + Language.allCases.map { "\"\($0.rawValue)\":\"\(measure.unit[$0])\"" }.joined(separator: ",")
        + "},\"values\":[" + arms.map { arm in "[\(series(measure, arm))]" }.joined(separator: ",") + "]}"
    }.joined(separator: ",")
    text += "]}"
    return HTML(markup: "<script type=\"application/json\" id=\"map-data\">\(text)</script>")
  }

  /// Region by region, the days of each as one text of numbers.
  private func series(_ measure: MapMeasure, _ arm: RunRecord.Arm) -> String {
    run.record.regions.map { region in
      let days = run.regions.days(measure.measure, arm: arm.id, region: region.code)
      let numbers = days.map { Self.number($0.p50, measure, region).map { "\($0)" } ?? "" }
      return "\"\(numbers.joined(separator: ","))\""
    }.joined(separator: ",")
  }
}
