extension ModelFields {
  /// Patients who are there when the run begins.
  public static let presentAtStart = FieldList(
    "present-at-start",
    "Patients who are in a step already when the run begins, before the run-in. They count in every census, and not among those who arrive. A law of death runs for them from then on, as if they were hurt then, with the care of the step they are in.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"wards-at-start\""),
      Field("class", .identifier, "Their class.", example: "class: \"acute\""),
      Field(
        "step", .text,
        "The step of the pathway of their class that they are in; of a part `<step>/<step of the part>`.",
        example: "step: \"ward\""),
      Field(
        "patients", .number(.between(0, 1e6)), .optional,
        "How many at each facility, rounded half up; of all groups together at most as many as the unit of the step has places: nobody begins in a queue.",
        example: "patients: 30"),
      Field(
        "patients_column", .text, .optional, "Column of the same at each facility or region."),
      Field(
        "share_of_places", .share, .optional,
        "Their number as a share of the places that limit the unit of the step, rounded half up.",
        example: "share_of_places: 0.85"),
      Field("share_of_places_column", .text, .optional, "Column of that share."),
      Field(
        "remaining", .distribution(.time), .optional,
        "What is left of their stay; absent: the equilibrium residual (1 − F(x)) / mean of the stay of the step, as of a stay met at a random moment.",
        example: "remaining: {law: \"exponential\", mean_days: 4, source: \"…\"}"),
      Field(
        "facilities", .identifiers, .optional,
        "Facilities; absent: all that have the unit of the step."),
    ])
}
