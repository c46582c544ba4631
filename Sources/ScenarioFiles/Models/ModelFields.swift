/// The field lists of a model file, one for each concept.
public enum ModelFields {
  /// The model file itself.
  public static let model = FieldList(
    "model", "The world: places, patients, ordinary inflow and transport.",
    [
      Field("id", .identifier, "Its id; the folder has the same name.", example: "id: \"sweden\""),
      Field("title", .name, "What a person calls it.", example: "title: \"Sweden, 21 regions\""),
      Field(
        "handling", .choice(handlings), "How outputs may be passed on; the strictest input wins.",
        example: "handling: \"open\""),
      Field("time", .object(time), "Day 0 and the run-in."),
      Field(
        "calendars", .objects(calendar), .standard(.empty),
        "Opening times that unit kinds, units, staff, steps and conditions name."),
      Field(
        "professions", .objects(profession), .standard(.empty), "Professions that places need, at most 100."),
      Field(
        "staff", .textOr(.objects(staffGroup)), .optional,
        "Who is employed where: a CSV file beside the model, or a list.", example: "staff: \"staff.csv\""),
      Field("unit_kinds", .objects(unitKind), "Kinds of unit."),
      Field(
        "regions", .textOr(.objects(region)), "Regions: a CSV file beside the model, or a list.",
        example: "regions: \"regions.csv\""),
      Field(
        "facilities", .textOr(.objects(facility)),
        "Facilities: a CSV file beside the model, or a list. Each has a unit at least.",
        example: "facilities: \"facilities.csv\""),
      Field(
        "units", .textOr(.objects(unit)), "Units: a CSV file beside the model, or a list.",
        example: "units: \"units.csv\""),
      Field("profiles", .objects(profile), .standard(.empty), "Profiles of arrivals by hour."),
      Field(
        "days", .textOr(.objects(day)), .optional,
        "Numbers of patients by day, that inflows name by column: a CSV file beside the model, or a list.",
        example: "days: \"days.csv\""),
      Field(
        "stay_laws", .distributions(.time), .standard(.empty),
        "Lengths of stay that steps name.",
        example: "stay_laws: {\"long\": {law: \"exponential\", mean_days: 9, source: \"…\"}}"),
      Field("classes", .objects(patientClass), "Patient classes, at most 200."),
      Field("pathways", .objects(pathway), "Ways through care."),
      Field("parts", .objects(part), .standard(.empty), "Steps that several pathways share."),
      Field("inflows", .objects(inflow), .standard(.empty), "Ordinary patients."),
      Field(
        "present_at_start", .objects(presentAtStart), .standard(.empty),
        "Patients who are there when the run begins; absent: every place is empty then."),
      Field("fleets", .objects(fleet), .standard(.empty), "Vehicles between facilities."),
      Field(
        "links", .objects(link), .standard(.empty),
        "Ways of trains and ships, and other ways that can close."),
      Field(
        "travel_times", .textOr(.objects(travelTime)), .optional,
        "Times on the way, instead of distance over speed where given: a CSV file beside the model, or a list.",
        example: "travel_times: \"travel_times.csv\""),
      Field("stocks", .objects(stock), .standard(.empty), "Stocks that regions keep."),
      Field(
        "situation", .object(situation), .optional,
        "The national situation picture; absent: every 24 hours, published 2 hours later."),
      Field("measures", .objects(.variants(measure)), .standard(.empty), "Figures asked for by name."),
      Translation.field,
    ])

  /// Words for handling.
  static let handlings = ["open", "internal", "protected"]

  /// The clock.
  public static let time = FieldList(
    "time",
    "Day 0 and the run-in before it. Of several things at one instant midnight and shifts come first; then hours, levels of surge, repairs, the ends of closures and what expires; then disruptions, and after them deliveries. When all of these have changed what there is, those who lost a place ask for another, and free places and what was delivered go to those in line. Stays that end come after that, and new patients last, so that who comes finds free what another leaves.",
    [
      Field(
        "origin", .text, "Day 0 at 00:00 with its fixed offset from UTC (ISO 8601).",
        example: "origin: \"2027-01-04T00:00:00+01:00\""),
      Field(
        "run_in", .time(), "Whole days before day 0, the same in all arms.",
        example: "run_in_days: 30"),
    ])

  /// A class with its share.
  public static let classShare = FieldList(
    "class-share", "A class with its share of patients; the shares of a list sum to 1.",
    [
      Field("class", .identifier, "A class.", example: "class: \"acute\""),
      Field("share", .share, "Its share.", example: "share: 0.36"),
    ])
}
