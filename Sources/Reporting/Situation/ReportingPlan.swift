public import CareModel

/// When a recurring report is cut off, compiled and published.
public struct ReportSchedule: Sendable, Equatable {
  /// When figures are taken.
  public enum CutOff: Sendable, Equatable {
    /// At whole hours of the day, on weekdays whose bit is set (bit 0 is Monday).
    case atHours([Int], weekdays: UInt8)
    /// Every so many hours from the beginning of day 0, brought down to the whole hour.
    case every(hours: Double)
  }

  /// Which report.
  public var report: SituationReportKind
  /// When its figures are taken.
  public var cutOff: CutOff
  /// Minutes from the cut-off until it is compiled.
  public var compiledMinutes: Int
  /// Minutes from the cut-off until it is published.
  public var publishedMinutes: Int
  /// Where the times come from.
  public var source: String

  /// A schedule.
  public init(
    report: SituationReportKind, cutOff: CutOff, compiledMinutes: Int, publishedMinutes: Int, source: String
  ) {
    self.report = report
    self.cutOff = cutOff
    self.compiledMinutes = compiledMinutes
    self.publishedMinutes = publishedMinutes
    self.source = source
  }

  /// Hours of the cut-offs whose report is published by an hour, from day 0 on, in order.
  ///
  /// - Parameter firstWeekday: of day 0, 0 is Monday.
  /// - Complexity: O(hours).
  func cutOffs(publishedBy hour: Int, firstWeekday: Int) -> [Int] {
    let last = hour * 60 - publishedMinutes
    guard last >= 0 else { return [] }
    switch cutOff {
    case .every(let hours):
      var result: [Int] = []
      var count = 0
      while Double(count) * hours * 60 <= Double(last) {
        let hour = Int((Double(count) * hours).rounded(.down))
        if hour != result.last { result.append(hour) }
        count += 1
      }
      return result
    case .atHours(let times, let weekdays):
      let sorted = times.sorted()
      return (0...(last / 1440)).flatMap { day in
        weekdays >> UInt8((firstWeekday + day) % 7) & 1 == 1
          ? sorted.map { day * 24 + $0 }.filter { $0 * 60 <= last } : []
      }
    }
  }
}

/// How figures reach a staff: the reports with their times, the rules of preparedness and the forecast.
public struct ReportingPlan: Sendable, Equatable {
  /// A schedule for each report, in the order of ``SituationReportKind``.
  public var schedules: [ReportSchedule]
  /// Rules of preparedness where the model orders no levels.
  public var preparedness: [PreparednessRule]
  /// How forecasts are made.
  public var forecast: DampedTrend

  /// A plan.
  public init(schedules: [ReportSchedule], preparedness: [PreparednessRule], forecast: DampedTrend) {
    self.schedules = schedules
    self.preparedness = preparedness
    self.forecast = forecast
  }

  /// The schedule of a report.
  func schedule(of report: SituationReportKind) -> ReportSchedule? { schedules.first { $0.report == report } }
}

extension ReportingPlan {
  /// The plan of a model without a table of its own: every report comes as the model's national picture does.
  public static func asPicture(of network: CareNetwork) -> ReportingPlan {
    let picture = network.situation
    let minutes = Int((picture.delayHours * 60).rounded(.up))
    return ReportingPlan(
      schedules: SituationReportKind.allCases.map {
        ReportSchedule(
          report: $0, cutOff: .every(hours: max(1 / 60, picture.intervalHours)), compiledMinutes: minutes,
          publishedMinutes: minutes, source: pictureSource)
      },
      preparedness: standardRules, forecast: standardForecast)
  }

  static let pictureSource = "the model's national situation picture"

  static let standardRules = [
    PreparednessRule(
      level: .standby, intensiveCareFreeShareBelow: 0.2,
      source:
        "assumption: Socialstyrelsen's reports of 2021 count regions with 10–20 % free intensive care apart"),
    PreparednessRule(
      level: .reinforced, intensiveCareFreeShareBelow: 0.1, waitingShareAbove: 0.02,
      source:
        "assumption: Socialstyrelsen's reports of 2021 count regions below 10 % free intensive care apart"),
    PreparednessRule(
      level: .disaster, waitingShareAbove: 0.1,
      source: "assumption: one waits for a bed to every ten available"),
  ]

  static let standardForecast = DampedTrend(
    levelWeight: 0.8, trendWeight: 0.3, damping: 0.85, historyDays: 21,
    source: "assumption: weights chosen, not fitted; the method is Gardner and McKenzie 1985")
}
