public import BatchRunner
import CareModel

/// A situation picture as data: keys with their unit, in a fixed order, the same bytes for the same input.
public enum SituationJSON {
  /// The version of the layout, raised when a key changes its meaning or goes away.
  static let schemaVersion = 1

  /// The file.
  ///
  /// - Complexity: O(figures).
  public static func value(_ report: SituationReport) -> JSONText {
    let clock = ExerciseClock(timeOrigin: report.origin.timeOrigin)
    let codes = report.areas(.region).map(\.id)
    return .keys([
      "status": .text("SIMULATED – EXERCISE OR ANALYSIS, NOT A REPORT / SIMULERAT LÄGE – ÖVNING/ANALYS"),
      "is_simulated": .flag(true),
      "schema_version": .whole(schemaVersion),
      "handling": .text(report.origin.handling.rawValue),
      "experiment": .text(report.origin.experiment),
      "title_sv": .text(report.origin.title.sv),
      "title_en": .text(report.origin.title.en),
      "scenario": .text(report.origin.scenario),
      "arm": .text(report.origin.arm),
      "replication": .whole(report.origin.replication),
      "seed": .unsigned(report.origin.seed),
      "hour": .whole(report.hour),
      "time": .text(clock.local(report.hour * 60)),
      "reports": .list(report.editions.map { edition($0, report, codes, clock) }),
      "preparedness": preparedness(report, codes),
      "free_intensive_care": .list(freeClasses(report, codes)),
      "forecast": .keys([
        "method": .text("damped trend (Gardner and McKenzie 1985, doi:10.1287/mnsc.31.10.1237)"),
        "level_weight": .number(report.plan.forecast.levelWeight),
        "trend_weight": .number(report.plan.forecast.trendWeight),
        "damping": .number(report.plan.forecast.damping),
        "history_days": .whole(report.plan.forecast.historyDays),
        "range_share": .number(0.9),
      ]),
      "measures": .list(
        report.measures.map {
          .keys([
            "id": .text($0.id), "report": .text($0.report.rawValue), "group_sv": .text($0.group.sv),
            "group_en": .text($0.group.en), "title_sv": .text($0.title.sv), "title_en": .text($0.title.en),
            "window_hours": $0.windowHours.map { .whole($0) } ?? .null,
          ])
        }),
      "areas": .list(report.areas.map { area($0, report, codes) }),
    ])
  }

  private static func edition(
    _ edition: SituationEdition, _ report: SituationReport, _ codes: [String], _ clock: ExerciseClock
  ) -> JSONText {
    .keys([
      "id": .text(edition.report.rawValue),
      "cut_off": .text(clock.local(edition.cutOffHour * 60)),
      "compiled": .text(clock.local(edition.compiledMinute)),
      "published": .text(clock.local(edition.publishedMinute)),
      "age_hours": .whole(report.hour - edition.cutOffHour),
      "regions_reporting": .whole(edition.reporting.count),
      "regions": .whole(report.regionCount),
      "older": .list(
        edition.late.map {
          .keys([
            "region": .text(codes[$0.region]), "cut_off": .text(clock.local($0.cutOffHour * 60)),
            "age_hours": .whole(report.hour - $0.cutOffHour),
          ])
        }),
      "never_reported": .list(edition.missing.map { .text(codes[$0]) }),
    ])
  }

  private static func preparedness(_ report: SituationReport, _ codes: [String]) -> JSONText {
    .keys([
      "basis": .text(report.isPreparednessOrdered ? "surge levels ordered" : "rules"),
      "levels": .list(
        PreparednessLevel.allCases.map { level in
          let regions = report.regions(at: level)
          return .keys([
            "level": .text(level.id), "regions": .whole(regions.count),
            "codes": .list(regions.map { .text(codes[$0]) }),
          ])
        }),
    ])
  }

  private static func freeClasses(_ report: SituationReport, _ codes: [String]) -> [JSONText] {
    FreeShareClass.allCases.map { one in
      let regions = report.regions(in: one)
      return .keys([
        "free_share": .text(one.id), "regions": .whole(regions.count),
        "codes": .list(regions.map { .text(codes[$0]) }),
      ])
    }
  }

  private static func area(_ area: SituationArea, _ report: SituationReport, _ codes: [String]) -> JSONText {
    .keys([
      "level": .text(area.level.rawValue),
      "id": .text(area.id),
      "name": .text(area.name),
      "regions": .list(area.regions.map { .text(codes[$0]) }),
      "preparedness": .list(area.preparedness.map { $0.map { .text($0.id) } ?? .null }),
      "figures": .list(
        zip(report.measures, area.figures).compactMap { measure, figure in
          figure.map { self.figure($0, measure, report) }
        }),
    ])
  }

  private static func figure(
    _ figure: SituationFigure, _ measure: SituationMeasure, _ report: SituationReport
  ) -> JSONText {
    .keys([
      "measure": .text(measure.id),
      "value": .optional(figure.value),
      "cut_off_hour": .whole(figure.cutOffHour),
      "oldest_cut_off_hour": .whole(figure.oldestCutOffHour),
      "age_hours": .whole(report.hour - figure.cutOffHour),
      "window_hours": figure.windowHours.map { .whole($0) } ?? .null,
      "change": .optional(figure.change),
      "change_hours": figure.changeHours.map { .whole($0) } ?? .null,
      "forecasts": .list(
        figure.forecasts.map {
          .keys([
            "lead_hours": .whole($0.leadHours), "hour": .whole(figure.cutOffHour + $0.leadHours),
            "mean": .number($0.mean), "lower": .optional($0.lower), "upper": .optional($0.upper),
          ])
        }),
    ])
  }
}
