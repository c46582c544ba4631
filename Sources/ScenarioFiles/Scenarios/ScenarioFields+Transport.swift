extension ScenarioFields {
  /// A closure.
  public static let closure = FieldList(
    "closure",
    "A time in which no trip begins that all of what is given fits: of a fleet, of a mode, from or to a facility, or by a link where no other open link joins the two places. A trip begun is finished. Who waits takes another fleet if one can go, else waits until it opens.",
    [
      Field("fleet", .identifier, .optional, "The fleet.", example: "fleet: \"ferry\""),
      Field("mode", .choice(ModelFields.modes), .optional, "The mode.", example: "mode: \"air\""),
      Field(
        "facility", .identifier, .optional,
        "The facility; with neither fleet nor mode, its airfield or helipad: trips by air.",
        example: "facility: \"visby\""),
      Field("link", .identifier, .optional, "The link, alone.", example: "link: \"bridge\""),
      Field("from_day", .number(day), "First day; 3.5 is day 3 at noon.", example: "from_day: 3"),
      Field("until_day", .number(day), "First day after.", example: "until_day: 10"),
    ])

  /// Losses.
  public static let transportLoss = FieldList(
    "transport-loss",
    "Vehicles that are lost, drawn for each trip as it begins: the vehicle is gone for good; each of those on board dies, or waits again where the trip began and keeps their place there and in line. When no vehicle is left, who waits takes another fleet if one can go; else whom the transfer policy sent asks for a place where they are, and who is sent because their region has no such unit waits for good.",
    [
      Field("fleet", .identifier, "The fleet.", example: "fleet: \"ambulance\""),
      Field("share_per_trip", .share, "Share of trips that are lost.", example: "share_per_trip: 0.02"),
      Field("from_day", .number(day), "First day.", example: "from_day: 0"),
      Field("until_day", .number(day), "First day after.", example: "until_day: 14"),
      Field(
        "regions", .texts, .standard(.empty), "Regions that the trips begin in; absent: all.",
        example: "regions: [\"09\"]"),
      Field(
        "passengers_die_share", .share, .standard(.number(0)), "Share of those on board who die.",
        example: "passengers_die_share: 0.5"),
    ])
}
