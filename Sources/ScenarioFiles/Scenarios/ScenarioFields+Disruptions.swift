extension ScenarioFields {
  /// A disruption.
  public static let disruption = FieldList(
    "disruption",
    "What goes wrong at a facility for a time: places are lost, stays and cleaning take longer, the region's reports or deliveries stop, a mass-casualty event may follow. Who has no place left asks for another, first where they are, and stands behind those of their priority who wait there; what is left of their stay follows. All who lose a place at one instant lose it before the first of them asks: the most urgent, of them who had it longest.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"blackout\""),
      Field(
        "cause",
        .choice(["hit", "power", "water", "it", "communications", "contamination", "closure", "staff"]),
        .optional,
        "What it comes of: the measures disruptions, lost-place-days and displaced count by it, and it changes nothing else.",
        example: "cause: \"power\""),
      Field("at", .objects(outage), .standard(.empty), "Occasions on given days."),
      Field(
        "occasions", .rate(.between(0, 1_000)), .optional, "Rate of random occasions, over all facilities.",
        example: "occasions_per_day: 0.05"),
      Field("from_day", .number(day), .optional, "First day of random occasions."),
      Field("until_day", .number(day), .optional, "First day without them."),
      Field(
        "facilities", .objects(facilityShare), .standard(.empty),
        "Where random occasions happen; absent: all, alike."),
      Field(
        "units", .identifiers, .standard(.empty), "Kinds of unit that lose places or change; absent: all."),
      Field(
        "lost_share", .share, .standard(.number(0)),
        "Share of each unit's places that is lost, rounded half up: of those by its limit, with the level of surge that is open or opens meanwhile. Its hours or calendar open their share of what is left. Patients lose their places when fewer are left than they are, whatever hours and staff have open; where more lie there than limit and surge allow, as after a level is given back, the share is of them.",
        example: "lost_share: 0.3"),
      Field(
        "killed_share", .share, .standard(.number(0)),
        "Share of those displaced who die at once, of all but who lies elsewhere, as in theatre, and loses the bed kept here."
      ),
      Field(
        "lost_staff_share", .share, .standard(.number(0)),
        "Share of the facility's own staff who are away until the repair; several at a time multiply.",
        example: "lost_staff_share: 0.2"),
      Field(
        "who_leaves", .choice(["last-in", "first-in", "least-urgent"]), .standard(.text("last-in")),
        "Who loses a place when fewer are left than patients: those who lie there or have a bed kept there, and those whose stay takes a place there together with its unit. Last and first in go by when the present stay, or the wait for the next place, began. A place kept for one who still waits to be brought there is lost before: they ask for another, and are not displaced. Who loses a place goes on with the care factor in force; what that costs is said by killed_share, or by wait_death_per_day of the step."
      ),
      Field(
        "repair", .distribution(.time), .optional,
        "Time until the places are back and nothing is changed any more; absent: never.",
        example: "repair: {law: \"lognormal\", median_hours: 36, sigma: 0.7, source: \"…\"}"),
      Field(
        "stay_factor", .number(NumberRange(0, 1_000, isLowestExcluded: true)), .standard(.number(1)),
        "Multiplier of stays that begin in the units meanwhile, also of visits and operations; those of overlapping disruptions multiply.",
        example: "stay_factor: 1.3"),
      Field(
        "turnaround_factor", .number(.between(0, 1_000)), .standard(.number(1)),
        "Multiplier of cleaning that begins in the units meanwhile.", example: "turnaround_factor: 4"),
      Field(
        "stops_reports", .flag, .standard(.flag(false)),
        "Whether the region sends no reports meanwhile: the national picture keeps what it last knew of it."),
      Field(
        "delivery_factor", .share, .standard(.number(1)),
        "Multiplier of what is delivered meanwhile to all stocks of the region.",
        example: "delivery_factor: 0"),
      Field(
        "followed_by", .object(follower), .optional,
        "The mass-casualty event in the same region that an occasion may bring, at the same moment and once; absent: none.",
        example: "followed_by: {event: \"strike-wounded\", share: 0.7}"),
    ])

  /// An event that follows a disruption.
  public static let follower = FieldList(
    "follower",
    "A mass-casualty event that follows a disruption, with the size, classes and delay it has itself.",
    [
      Field(
        "event", .identifier, "The event; one that only follows needs neither events_per_day nor at.",
        example: "event: \"strike-wounded\""),
      Field("share", .share, "Share of occasions that bring it.", example: "share: 0.7"),
    ])

}
