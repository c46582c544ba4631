extension ModelFields {
  /// A multiplier of a rate that follows the state.
  public static let rateFactor = FieldList(
    "rate-factor",
    "A multiplier of an inflow's rate that follows the state of its facility or region at the moment of each arrival: linear between the points of a table, level outside it.",
    [
      Field(
        "of", .choice(["occupancy", "occupied", "waiting", "present"]),
        "The state: places of the unit kind in use for each staffed place, patients in places, patients who wait, or both kinds of patients.",
        example: "of: \"occupancy\""),
      Field("unit", .identifier, "The unit kind.", example: "unit: \"ward\""),
      Field(
        "where", .choice(["facility", "region"]), .standard(.text("facility")),
        "Whether it is looked at where the patients come, or in all facilities of the region together."),
      Field(
        "points", .objects(ratePoint), "The table, by rising state.",
        example: "points: [{state: 0.8, factor: 1}, {state: 1, factor: 0.5}]"),
    ])

  /// A point of the table.
  public static let ratePoint = FieldList(
    "rate-point", "A point of the table of a multiplier.",
    [
      Field("state", .number(.between(0, 1e6)), "Value of the state.", example: "state: 0.8"),
      Field("factor", .number(.between(0, 1_000)), "Multiplier of the rate there.", example: "factor: 0.5"),
    ])
}
