extension ModelFields {
  /// A part of pathways.
  public static let part = FieldList(
    "part",
    "Steps that several pathways share: a step that names the part goes through them. Each use has draws of its own.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"surgery\""),
      Field(
        "steps", .objects(step),
        "Its steps; `end` leads out of the part, to the ways of the step that uses it, and is where a step without `next` leads."
      ),
    ])

  /// A condition of a branch.
  public static let condition = FieldList(
    "condition",
    "What must hold for a branch to be open: all that is given. Branches with a condition are tried first, in order: the first that holds is taken, with its share if it has one; who is not taken goes on to the next that holds, and who is left after all of them by the shares of the branches without a condition.",
    [
      Field(
        "classes", .identifiers, .standard(.empty), "One of these classes.", example: "classes: [\"t1\"]"),
      Field(
        "niss_from", .integer(0...75), .optional, "A new injury severity score of at least this.",
        example: "niss_from: 25"),
      Field("niss_until", .integer(0...75), .optional, "A score of at most this."),
      Field(
        "has_capability", .identifier, .optional, "The facility they are at has this capability.",
        example: "has_capability: \"neurosurgery\""),
      Field("lacks_capability", .identifier, .optional, "The facility they are at does not have it."),
      Field(
        "stay_at_least", .time(), .optional,
        "The stay that has just ended took at least this, with the parts of one that was broken off; it is 0 of those who come from a refusal or a wait given up."
      ),
      Field(
        "stay_at_most", .time(), .optional, "It took at most this.", example: "stay_at_most_hours: 24"),
      Field("from", .time(), .optional, "It is at least this long after day 0.", example: "from_days: 3"),
      Field("until", .time(), .optional, "It is less than this long after day 0."),
      Field(
        "during", .identifier, .optional, "It is a time of the week at which this calendar has places open.",
        example: "during: \"night\""),
      Field(
        "unit", .identifier, .optional, "A kind of unit, of which the state is asked below.",
        example: "unit: \"icu\""),
      Field(
        "of", .choice(["facility", "region"]), .standard(.text("facility")),
        "Whether the units of their facility count, or those of their whole region."),
      Field(
        "free_at_least", .count(0...1_000_000), .optional, "Free places: at least.",
        example: "free_at_least: 1"),
      Field("free_at_most", .count(0...1_000_000), .optional, "Free places: at most."),
      Field("waiting_at_least", .count(0...100_000_000), .optional, "Patients waiting: at least."),
      Field("waiting_at_most", .count(0...100_000_000), .optional, "Patients waiting: at most."),
      Field(
        "occupied_share_at_least", .number(.between(0, 1_000)), .optional,
        "Places in use over open ones, 1 when none is open: at least."),
      Field("occupied_share_at_most", .number(.between(0, 1_000)), .optional, "The same: at most."),
    ])
}
