extension ModelFields {
  /// A multiplier that follows the state.
  public static let stateFactor = FieldList(
    "state-factor",
    "A multiplier that follows the state of a facility or region: of an inflow's rate at the moment of each arrival, or of a stay at the moment it begins. Linear between the points of a table, level outside it.",
    [
      Field(
        "of", .choice(["occupancy", "occupied", "waiting", "present"]),
        "The state: places of the unit kind in use for each staffed place, patients in places, patients who wait, or both kinds of patients. Who begins a stay in a place of the kind is one of those in places.",
        example: "of: \"occupancy\""),
      Field("unit", .identifier, "The unit kind.", example: "unit: \"ward\""),
      Field(
        "where", .choice(["facility", "region"]), .standard(.text("facility")),
        "Whether it is looked at where the patients come or are, or in all facilities of the region together; a state without such a unit is 0."
      ),
      Field(
        "points", .objects(statePoint), "The table, by rising state.",
        example: "points: [{state: 0.8, factor: 1}, {state: 1, factor: 0.5}]"),
    ])

  /// A point of the table.
  public static let statePoint = FieldList(
    "state-point", "A point of the table of a multiplier.",
    [
      Field("state", .number(.between(0, 1e6)), "Value of the state.", example: "state: 0.8"),
      Field("factor", .number(.between(0, 1_000)), "Multiplier there.", example: "factor: 0.5"),
    ])
}
