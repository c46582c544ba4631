extension ModelFields {
  /// A level of surge.
  public static let surgeLevel = FieldList(
    "surge-level",
    "Places opened beyond the staffed ones, some time after the level is ordered: by the surge policy of an arm, or by the scenario. All units of the kind in a region are at the same level. Levels stand in order, each with at least the places of the one before; a level ordered above another opens at its own lead time from the order, with the places of those below. When a level is given back, its places close at once to new patients; patients in place stay.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"reinforced\""),
      Field(
        "added_share", .number(.between(0, 1_000)), .optional,
        "Places beyond the staffed ones as a share of them, with all lower levels; rounded half up in each unit, and never more than the physical places. Write this or all_physical.",
        example: "added_share: 0.5"),
      Field(
        "all_physical", .flag, .standard(.flag(false)), "Whether all places that exist are opened."),
      Field(
        "lead_time", .time(.between(0, 10_000 * 3_600)), "Time from the order until the places are open.",
        example: "lead_time_hours: 12"),
      Field(
        "staff_need", .objects(staffNeed), .standard(.empty),
        "Persons present for each open place while this level is the one that is open, for the staffed places too; absent: as its kind says."
      ),
    ])
}
