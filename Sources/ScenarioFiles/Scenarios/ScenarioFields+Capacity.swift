extension ScenarioFields {
  /// A level ordered beforehand.
  public static let surgePlan = FieldList(
    "surge-plan",
    "Days on which a kind of unit is kept at least at a level of surge, whatever the policy says.",
    [
      Field("unit", .identifier, "The kind of unit.", example: "unit: \"icu\""),
      Field("level", .identifier, "The id of one of its levels.", example: "level: \"reinforced\""),
      Field(
        "from_day", .number(day),
        "When it is ordered, with the levels below it; the places of each open its own lead time later.",
        example: "from_day: 3"),
      Field("until_day", .number(day), "When it is given back.", example: "until_day: 30"),
      regionsField,
    ])

  /// A claim of another employer.
  public static let staffClaim = FieldList(
    "staff-claim",
    "Days on which another employer takes the persons of the staff who are also its own: those `also_claimed` by it.",
    [
      Field(
        "employer", .identifier, "The employer, as `claimed_by` of staff names it.",
        example: "employer: \"armed-forces\""),
      Field(
        "profession", .identifier, .optional, "Only this profession; absent: all.",
        example: "profession: \"nurse\""),
      fromDayField, untilDayField, regionsField,
    ])

  /// Persons called up.
  public static let callUp = FieldList(
    "call-up",
    "Days on which more persons work in care: a share of those employed there and not claimed by another employer, at the same hours. What is called up at the same time adds up.",
    [
      Field("profession", .identifier, "The profession.", example: "profession: \"nurse\""),
      Field(
        "added_share", .number(.between(0, 1_000)), "Persons called up, per person employed and not claimed.",
        example: "added_share: 0.1"),
      fromDayField, untilDayField, regionsField,
    ])

  /// Absence of staff.
  public static let staffAbsence = FieldList(
    "staff-absence",
    "Days on which a share of those who would be present does not come: illness, closed schools, roads that are cut.",
    [
      Field(
        "profession", .identifier, .optional, "Only this profession; absent: all.",
        example: "profession: \"nurse\""),
      Field("share", .share, "Share who do not come.", example: "share: 0.25"),
      fromDayField, untilDayField, regionsField,
      Field(
        "facilities", .identifiers, .standard(.empty),
        "Only the own staff of these facilities; absent: all staff, also that of regions.",
        example: "facilities: [\"lund\"]"),
    ])

  static let fromDayField = Field("from_day", .number(day), "First day.", example: "from_day: 3")
  static let untilDayField = Field("until_day", .number(day), "First day after.", example: "until_day: 10")
  static let regionsField = Field(
    "regions", .texts, .standard(.empty), "Where; absent: in all regions.", example: "regions: [\"01\"]")
}
