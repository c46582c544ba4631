package import ScenarioFiles

extension ReportingFile {
  /// The file.
  package static let fields = FieldList(
    "reporting", "How figures reach a staff: when reports are taken and published, preparedness, forecasts.",
    [
      Field(
        "reports", .objects(report),
        "Recurring reports; one that is left out comes as the model's national picture does."),
      Field(
        "preparedness", .objects(preparedness), .optional,
        "Rules by which a region is taken to be at a level, where the model orders no levels of surge; absent: built-in rules."
      ),
      Field("forecast", .object(forecast), .optional, "How forecasts are made; absent: built-in weights."),
    ])

  /// A report.
  package static let report = FieldList(
    "report", "A recurring report to the staff.",
    [
      Field(
        "id", .choice(SituationReportKind.allCases.map(\.rawValue)), "Which report.",
        example: "id: \"intensive-care\""),
      Field(
        "cut_off", .texts, "When its figures are taken, whole hours of the day.",
        example: "cut_off: [\"08:00\"]"),
      Field(
        "weekdays", .identifiers, .optional, "Days of the cut-off; absent: every day.",
        example: "weekdays: [\"mon\"]"),
      Field(
        "compiled_after", .time(.between(0, 604_800)), "Time from the cut-off until it is compiled.",
        example: "compiled_after_minutes: 45"),
      Field(
        "published_after", .time(.between(0, 604_800)), "Time from the cut-off until it is published.",
        example: "published_after_minutes: 60"),
    ])

  /// A rule of preparedness.
  package static let preparedness = FieldList(
    "preparedness", "When a region is taken to be at a level; any condition that is given suffices.",
    [
      Field(
        "level", .choice(PreparednessLevel.allCases.dropFirst().map(\.id)),
        "The level: stabsläge, förstärkningsläge, katastrofläge.", example: "level: \"standby\""),
      Field(
        "intensive_care_free_share_below", .share, .optional,
        "Free share of the available places in intensive care.",
        example: "intensive_care_free_share_below: 0.2"),
      Field(
        "waiting_share_above", .share, .optional,
        "Patients who wait for a hospital bed over the available beds.", example: "waiting_share_above: 0.1"),
    ])

  /// The forecast.
  package static let forecast = FieldList(
    "forecast", "Exponential smoothing with a damped trend (Gardner and McKenzie 1985).",
    [
      Field(
        "level_weight", .number(.between(0.01, 1)), "Weight of the newest figure.",
        example: "level_weight: 0.8"),
      Field("trend_weight", .share, "Weight of the newest change.", example: "trend_weight: 0.3"),
      Field("damping", .share, "What is left of the trend after each day.", example: "damping: 0.85"),
      Field(
        "history", .count(3...365, unit: "days"), "How far back figures are used.",
        example: "history_days: 21"),
    ])
}
