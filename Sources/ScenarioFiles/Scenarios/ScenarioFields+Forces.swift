extension ScenarioFields {
  /// People at risk.
  public static let force = FieldList(
    "force",
    "People at risk of becoming casualties. Everybody hurt is no longer present from that moment; who leaves care by return-to-duty is present again in the region they came from, and nobody else comes back.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"brigade\""),
      Field("persons", .count(0...100_000_000), "Persons on day 0.", example: "persons: 3750"),
      Field(
        "regions", .objects(regionShare),
        "Where they are; whole persons, what is left over to the largest remainders."),
      Field(
        "reinforcements", .objects(reinforcement), .standard(.empty), "Who joins later, in the same shares."),
      Field(
        "return_delay", .time(), .standard(.number(0)),
        "Time from leaving care by return-to-duty until a person is present again.",
        example: "return_delay_hours: 24"),
    ])

  /// Persons who join.
  public static let reinforcement = FieldList(
    "reinforcement", "Persons who join a force.",
    [
      Field("day", .number(.between(0, 52_000)), "When; 3.5 is day 3 at noon.", example: "day: 7"),
      Field("persons", .count(0...100_000_000), "How many.", example: "persons: 120"),
    ])

  /// What becomes of casualties: keys of streams and of events.
  static let fates = [
    Field(
      "force", .identifier, .optional,
      "The force that the casualties are of; absent: of none that is counted."
    ),
    Field(
      "killed_share", .share, .standard(.number(0)),
      "Share of the casualties who are killed: they never enter care, and are counted by the measures killed and hurt."
    ),
    Field(
      "disease_share", .share, .standard(.number(0)),
      "Share of the casualties with a disease or an injury other than of battle; those who are neither these nor killed are wounded."
    ),
    Field(
      "disease_classes", .objects(ModelFields.classShare), .optional,
      "Classes of those with a disease or another injury, with their shares."),
  ]
}
