extension ModelFields {
  /// A profession.
  public static let profession = FieldList(
    "profession",
    "A profession whose persons places need. Persons present at a time = persons employed, less those whom another employer claims, and those called up × hours that each works a week × the share of the calendar now ÷ the sum of its shares over the hours of the week (168 without a calendar) × (1 − sickness_share) × (1 − each absence of the scenario) × what exhaustion leaves. So a place that needs one person present around the clock needs 168 ÷ hours a week persons employed, 4.4 at 38 hours, and more for sickness. Open places of a unit are the persons present over the need, rounded down, of the profession of which there are fewest, and never more than limit, surge, calendar and disruptions would have open.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"nurse\""),
      Field("title", .name, "Its name.", example: "title: \"Nurses\""),
      Field(
        "sickness_share", .share, .standard(.number(0)), "Share of persons who are absent on any day.",
        example: "sickness_share: 0.06"),
      Field(
        "surge_working_week", .time(workingWeek), .optional,
        "Hours a week that each works while a unit of the facility has a level of surge open (of the region, for staff of a region); absent: as usual.",
        example: "surge_working_week_hours: 48"),
      Field(
        "exhaustion", .object(exhaustion), .optional,
        "How many fewer come after many days of surge on end; absent: as many as ever."),
    ])

  /// What long surges do.
  public static let exhaustion = FieldList(
    "exhaustion",
    "How many fewer come to work after many days of surge on end. At 07:00 each day a day of surge is counted where a unit of the facility has a level of surge open (of the region, for staff of a region), else the count begins again.",
    [
      Field(
        "after_days", .integer(0...1_000), "Consecutive days of surge that cost nothing.",
        example: "after_days: 14"),
      Field(
        "lost_share_per_day", .share, "Share of persons lost with each further day.",
        example: "lost_share_per_day: 0.02"),
      Field("least_share", .share, .standard(.number(0)), "The share that comes in any case."),
      Field(
        "regained_share_per_day", .share, .standard(.number(1)),
        "Share regained with each day out of surge; absent: all at once."),
    ])

  /// Persons employed.
  public static let staffGroup = FieldList(
    "staff",
    "Persons of one profession employed by a facility, or by a region for all its facilities; addressed by id, or in a table without ids as staff[facility/profession]. Several rows of one profession at one place add up.",
    [
      Field(
        "id", .text, .optional, "A name for the row, by which experiments set its numbers.",
        example: "id: \"lund-nurses\""),
      Field(
        "facility", .identifier, .optional, "The facility; write this or region.",
        example: "facility: \"lund\""),
      Field("region", .text, .optional, "The region.", example: "region: \"12\""),
      Field("profession", .identifier, "The profession.", example: "profession: \"nurse\""),
      Field(
        "employed", .number(persons, unit: "persons"), "Persons employed.", example: "employed_persons: 140"),
      Field(
        "working_week", .time(workingWeek), "Hours that each works a week.",
        example: "working_week_hours: 38"),
      Field(
        "calendar", .identifier, .optional,
        "The calendar whose shares say how the hours are spread over the week, such as fewer at night; absent: evenly around the clock."
      ),
      Field(
        "also_claimed", .number(persons, unit: "persons"), .optional,
        "Of them, those who are also on the rolls of another employer, such as the armed forces. They count here until the scenario says that they are claimed, and never twice.",
        example: "also_claimed_persons: 12"),
      Field("also_claimed_share", .share, .optional, "The same as a share; write one of the two."),
      Field(
        "claimed_by", .identifier, .optional, "That employer, by which the scenario claims them.",
        example: "claimed_by: \"armed-forces\""),
    ])

  /// What places need.
  public static let staffNeed = FieldList(
    "staff-need", "Persons of a profession who must be present for each open place.",
    [
      Field("profession", .identifier, "The profession.", example: "profession: \"nurse\""),
      Field(
        "persons_per_place", .number(NumberRange(0, 1_000, isLowestExcluded: true)),
        "Persons present for each open place.", example: "persons_per_place: 0.5"),
    ])

  private static let persons = NumberRange.between(0, 1e7)
  private static let workingWeek = NumberRange(0, 168 * 3_600, isLowestExcluded: true)
}
