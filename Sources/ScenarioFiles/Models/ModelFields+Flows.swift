extension ModelFields {
  /// A profile.
  public static let profile = FieldList(
    "profile",
    "Relative rates by time of day, weekday and month, which multiply. The mean over a week is taken as 1, and that over a year of 365.25 days too, each month weighted by its length.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"ed\""),
      Field(
        "hours", .numbers(.between(0, 1e6), length: 24...1_440), .optional,
        "24 relative rates from 00:00, or as many for each part of an hour: 48 for half hours, 96 for quarters, 24 times any divisor of 60; absent: all alike."
      ),
      Field(
        "weekdays", .numbers(.between(0, 1e6), length: 7...7), .optional,
        "7 relative rates from Monday; absent: all alike."),
      Field(
        "months", .numbers(.between(0, 1e6), length: 12...12), .optional,
        "12 relative rates from January, by the date that the model's time origin gives each day; absent: all alike.",
        example: "months: [1.2, 1.2, 1.1, 1, 0.9, 0.9, 0.8, 0.9, 1, 1, 1, 1.1]"),
      Field(
        "holidays", .texts, .standard(.empty),
        "Dates that go as another weekday, also those in the run-in; they are not counted in the mean over a week.",
        example: "holidays: [\"2027-01-06\", \"2027-03-26\"]"),
      Field(
        "holidays_as", .choice(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), .optional,
        "The weekday as which holidays go; absent: sun."),
    ])

  /// A day.
  public static let day = FieldList(
    "day", "Numbers of patients on one day, under names of the model's choosing.", isOpen: true,
    [
      Field(
        "id", .integer(0...100_000),
        "Days after day 0: 0 in the first row, and in each one more than in the last.", example: "id: 0",
        isSetting: true)
    ])

  /// An inflow.
  public static let inflow = FieldList(
    "inflow",
    "Ordinary patients into facilities: by a rate, by gaps, by numbers a day, by appointments or in one pulse.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"ed\""),
      Field("classes", .objects(classShare), "Classes with their shares."),
      Field(
        "rate", .rate(.between(0, 1e7)), .optional, "Arrivals at each facility, Poisson.",
        example: "rate_per_day: 10"),
      Field(
        "rate_per_day_column", .text, .optional,
        "Column of the arrivals per day; facilities without it have none."),
      Field("profile", .identifier, .optional, "Profile of the rate; absent: flat."),
      Field(
        "gaps", .distribution(.time), .optional,
        "Independent gaps between arrivals instead; the first patient comes one gap after the run begins, run-in included.",
        example: "gaps: {law: \"normal\", mean_hours: 17.91, sd_hours: 3.16}"),
      Field("pulse", .object(pulse), .optional, "One group of patients instead."),
      Field(
        "appointments", .objects(appointments), .optional,
        "Set times of every week instead, also in the run-in: planned operations, clinics.",
        example: "appointments: [{weekdays: [\"mon\", \"wed\"], at: \"08:00\", patients: 8, over_hours: 4}]"),
      Field(
        "expected_by_day_column", .text, .optional,
        "Column of days instead: Poisson numbers with these means at each facility, spread evenly over each day; nobody on days that have no row. An empty cell is a mistake: write 0."
      ),
      Field(
        "observed_by_day_column", .text, .optional,
        "Column of days instead: exactly these whole numbers at each facility, at random times of each day; of groups, where group_size is given."
      ),
      Field(
        "from", .time(), .optional,
        "Time after day 0 from which patients come; absent: always. Of a rate or of appointments alone.",
        example: "from_hours: 6"),
      Field(
        "until", .time(), .optional,
        "Time after day 0 until which patients come; absent: to the end. Of a rate or of appointments alone.",
        example: "until_hours: 25"),
      Field(
        "group_size", .distribution(.quantity("patients")), .optional,
        "Patients who come together each time, rounded, at most 1,023; absent: one. They ask one after the other, and who gives up at once does when all have.",
        example:
          "group_size: {law: \"discrete\", values_patients: [1, 2, 4], shares: [0.8, 0.15, 0.05], source: \"…\"}"
      ),
      Field("facilities", .identifiers, .optional, "Facilities; absent: all."),
      Field(
        "rate_factor", .object(stateFactor), .optional,
        "A multiplier of the rate, or of expected numbers, that follows the state; absent: none.",
        example:
          "rate_factor: {of: \"waiting\", unit: \"emergency\", points: [{state: 10, factor: 1}, {state: 40, factor: 0.6}]}"
      ),
    ])

  /// Appointments.
  public static let appointments = FieldList(
    "appointments",
    "Patients who come at set times on some weekdays, at each facility of the inflow, in the local time of time.origin, holidays too; at most 100,000 a week. A list that goes over midnight has begun when the run begins. Those of several inflows at one moment come by turns, whatever their priority. For those who stay away begin the pathway with a step without a unit, with a way home; for those who are late give it a stay.",
    [
      Field(
        "weekdays", .texts, .optional, "Days: mon, tue, wed, thu, fri, sat, sun; absent: all.",
        example: "weekdays: [\"mon\", \"tue\"]"),
      Field("at", .text, "When the first comes, hours and minutes.", example: "at: \"08:00\""),
      Field(
        "patients", .count(1...10_000), "How many on each of the days: groups, where group_size is given.",
        example: "patients: 8"),
      Field(
        "over", .time(.between(0, 86_400)), .standard(.number(0)),
        "At most a day, divided evenly among them: of 8 patients over 4 hours one comes every half hour. At 0 all come at once.",
        example: "over_hours: 4"),
    ])

  /// A pulse.
  public static let pulse = FieldList(
    "pulse",
    "Patients at the midpoints of equal intervals. Those of several inflows at one moment come by turns, whatever their priority.",
    [
      Field("patients", .count(0...10_000_000), "How many.", example: "patients: 100"),
      Field("from", .time(), "Time after day 0.", example: "from_hours: 0"),
      Field("over", .time(), "Length of the whole.", example: "over_hours: 6"),
    ])

  /// The situation picture.
  public static let situation = FieldList(
    "situation", "The national situation picture.",
    [
      Field(
        "interval", .time(.between(60, 4_503_599_627)), "Time between two pictures, at least a minute.",
        example: "interval_hours: 24"),
      Field(
        "delay", .time(),
        "Time from cut-off to publication, at most 1,000 intervals; longer than one, the next picture is cut off before.",
        example: "delay_hours: 2"),
    ])
}
