extension ModelFields {
  /// A calendar.
  public static let calendar = FieldList(
    "calendar",
    "How many of the places of a unit are open by hour and weekday, the same every week, in the local time of time.origin. When places close, patients in them stay and nobody else is let in until fewer are in than are open. The number of places open is the share of the unit's limit, rounded half up, and at least one when the share is above 0. Of a calendar that a step or a condition names the times alone count at which any place is open.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"theatres\""),
      Field(
        "open", .objects(openInterval),
        "Stretches of the week, each with a share of places of its own; none overlaps another.",
        example: "open: [{weekdays: [\"fri\", \"sat\"], from: \"22:00\", until: \"06:00\", share: 0.5}]"),
      Field(
        "otherwise_share", .share, "Share of places open outside all stretches.",
        example: "otherwise_share: 0.25"),
    ])

  /// A stretch of hours.
  public static let openInterval = FieldList(
    "open-interval", "A stretch of hours on some weekdays, shorter than a day or the whole of it.",
    [
      weekdaysField, fromField, untilField,
      Field("share", .share, .standard(.number(1)), "Share of places open.", example: "share: 0.5"),
    ])

  static let weekdaysField = Field(
    "weekdays", .texts, "Days on which it begins: mon, tue, wed, thu, fri, sat, sun.",
    example: "weekdays: [\"mon\", \"tue\"]")
  static let fromField = Field(
    "from", .text, "When it begins, hours and minutes.", example: "from: \"07:45\"")
  static let untilField = Field(
    "until", .text,
    "When it ends, at most 24:00; over midnight, on the next day, when before the beginning.",
    example: "until: \"16:30\"")
}
