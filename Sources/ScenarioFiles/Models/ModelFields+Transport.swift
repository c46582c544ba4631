extension ModelFields {
  /// A fleet.
  public static let fleet = FieldList(
    "fleet", "Vehicles of one kind.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"ambulance\""),
      Field("title", .text, "Its name.", example: "title: \"Ambulances\""),
      Field("mode", .choice(["road", "air"]), "How it travels."),
      Field(
        "vehicles", .count(0...100_000), .optional,
        "Vehicles in each region; of a national fleet, at its desk."),
      Field("vehicles_column", .text, .optional, "Column of the vehicles of each region."),
      Field(
        "national", .flag, .standard(.flag(false)), "Whether one national desk sends them out."),
      Field(
        "dispatch_delay", .time(), .standard(.number(0)),
        "Time from a request to the order, half of it each way to a national desk and back."),
      Field("seats", .integer(1...1_000), .standard(.number(1)), "Patients of one trip."),
      Field("load", .time(), "Time to load.", example: "load_minutes: 20"),
      Field("handover", .time(), "Time to hand over.", example: "handover_minutes: 20"),
      Field(
        "ground", .time(), .standard(.number(0)), "Time on the ground beside loading.",
        example: "ground_minutes: 0"),
      Field(
        "speed_loaded", .number(speed, unit: "km_per_hour"), "Speed with a patient.",
        example: "speed_loaded_km_per_hour: 70"),
      Field(
        "speed_empty", .number(speed, unit: "km_per_hour"), "Speed without.",
        example: "speed_empty_km_per_hour: 80"),
      Field(
        "detour_factor", .number(.between(1, 100)), .standard(.number(1)),
        "Length of the way over the great circle."),
      Field(
        "range", .number(.between(0, 50_000), unit: "km"), .standard(.number(0)),
        "Longest trip; 0 is no limit."),
    ])

  private static let speed = NumberRange.between(0.1, 100_000)

  /// A time on the way.
  public static let travelTime = FieldList(
    "travel-time",
    "A time on the way between two places, with a patient and empty alike; the fleet's loading, ground and handover time come on top. It holds for the way back too unless that is given itself. Of several for one way, one with a fleet beats one without, then one between two facilities beats one with a region at one end, that one between two regions; a way given in its own direction beats the way back of another, and a later one an earlier. Ways that are not given take distance over speed.",
    [
      Field(
        "from", .text, "A facility, or a region for each of its facilities; a name of both is the facility.",
        example: "from: \"lund\""),
      Field("to", .text, "The same of the other end.", example: "to: \"09\""),
      Field("fleet", .identifier, .optional, "Fleet that the time is of; absent: all fleets."),
      Field(
        "minutes", .number(minutes), "Time on the way, at most a year.", example: "minutes: 95"),
    ])

  private static let minutes = NumberRange(0, 525_600, isLowestExcluded: true)
}
