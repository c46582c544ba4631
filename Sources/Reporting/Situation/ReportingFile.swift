public import CareModel
public import ScenarioFiles

/// Reads a table of reporting times: a JSON5 file that a planner edits, checked like every other input.
public enum ReportingFile {
  /// Where it lies beside a model.
  public static let place = "reporting.json5"

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - network: the model whose national picture gives the times of reports that the file leaves out.
  /// - Returns: nil with mistakes in the log.
  public static func read(
    _ path: String, for network: CareNetwork, files: InputFiles = .disk, into log: MistakeLog
  ) -> ReportingPlan? {
    guard let text = files.load(path, into: log) else { return nil }
    let context = ReadingContext(log: log)
    let root = FieldReader(JSON5Parser.parse(text, into: log), as: fields, context: context)
    var plan = ReportingPlan.asPicture(of: network)
    var seen: [SituationReportKind] = []
    for object in root.objects("reports") {
      guard let schedule = schedule(object) else { continue }
      if seen.contains(schedule.report) {
        object.report("the report '\(schedule.report.rawValue)' is in the list already", about: "id")
      }
      seen.append(schedule.report)
      if let index = plan.schedules.firstIndex(where: { $0.report == schedule.report }) {
        plan.schedules[index] = schedule
      }
    }
    if root.has("preparedness") { plan.preparedness = root.objects("preparedness").compactMap(rule) }
    if let forecast = root.object("forecast") {
      plan.forecast = DampedTrend(
        levelWeight: forecast.number("level_weight") ?? 1, trendWeight: forecast.number("trend_weight") ?? 0,
        damping: forecast.number("damping") ?? 0, historyDays: forecast.integer("history") ?? 21,
        source: source(of: forecast))
    }
    return log.isEmpty ? plan : nil
  }

  private static func schedule(_ object: FieldReader) -> ReportSchedule? {
    var weekdays: UInt8 = object.has("weekdays") ? 0 : 0x7F
    for word in object.texts("weekdays") {
      if let day = days.firstIndex(of: word) {
        weekdays |= 1 << UInt8(day)
      } else {
        object.report(
          "unknown weekday '\(word)'" + hint(word, among: days), about: "weekdays")
      }
    }
    if object.has("weekdays"), object.texts("weekdays").isEmpty {
      object.report("the list is empty", about: "weekdays")
    }
    var hours: [Int] = []
    for text in object.texts("cut_off") {
      guard let hour = wholeHour(text) else {
        object.report(
          "\"\(text)\" is no cut-off: write a whole hour from \"00:00\" to \"23:00\"", about: "cut_off")
        continue
      }
      if hours.contains(hour) { object.report("\"\(text)\" is in the list already", about: "cut_off") }
      hours.append(hour)
    }
    if object.has("cut_off"), object.texts("cut_off").isEmpty {
      object.report("the list is empty", about: "cut_off")
    }
    let compiled = object.number("compiled_after").map { Int(($0 / 60).rounded()) }
    let published = object.number("published_after").map { Int(($0 / 60).rounded()) }
    if let compiled, let published, published < compiled {
      object.report("it is published before it is compiled", about: "published_after")
    }
    guard let id = object.text("id"), let report = SituationReportKind(rawValue: id), let compiled,
      let published
    else { return nil }
    return ReportSchedule(
      report: report, cutOff: .atHours(hours, weekdays: weekdays), compiledMinutes: compiled,
      publishedMinutes: published, source: source(of: object))
  }

  private static func rule(_ object: FieldReader) -> PreparednessRule? {
    let free = object.number("intensive_care_free_share_below")
    let waiting = object.number("waiting_share_above")
    if free == nil, waiting == nil {
      object.report("a level needs a condition: intensive_care_free_share_below or waiting_share_above")
    }
    guard let id = object.text("level"), let level = PreparednessLevel.allCases.first(where: { $0.id == id })
    else { return nil }
    return PreparednessRule(
      level: level, intensiveCareFreeShareBelow: free, waitingShareAbove: waiting, source: source(of: object))
  }

  private static func source(of object: FieldReader) -> String { object.node["source"]?.text ?? "" }

  private static func hint(_ word: String, among known: [String]) -> String {
    nearestWord(to: word, among: known).map { "; did you mean '\($0)'?" }
      ?? "; known: \(known.joined(separator: ", "))"
  }

  private static func wholeHour(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, text.hasSuffix(":00"), let hour = Int(text.prefix(2)), (0...23).contains(hour),
      bytes[0] != UInt8(ascii: "+"), bytes[0] != UInt8(ascii: "-")
    else { return nil }
    return hour
  }

  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}
