extension ModelFields {
  /// A fleet.
  public static let fleet = FieldList(
    "fleet",
    "Vehicles of one kind. Who needs a trip asks the fleet with which they expect to be there first, counting the dispatch delay, the time until a vehicle with a crew may leave, and its queue: a way there and back of all its vehicles, each full, for as many as they seat of those who find no free seat, and a part of it for fewer, whenever the vehicles that are away come back, and the night where their turn comes after the shift or sunset; of one that leaves when full the longest wait counts, unless the patient fills it, and one without a longest wait is asked where no other could leave at once; one whose way is closed or whose weather is bad comes after all others, and one without a fitting seat is not asked. Vehicles are given by the priority of the class, then to who has waited longest; those who ask in one moment are served together by vehicles of several seats, or that crews, hours, weather, closures or losses can keep back; else a free vehicle goes to who asks, and those who come together ask in the order in which they come. Those in one vehicle ask for what comes next in the order of the line. A craft of several seats whose patient is gone takes who waits for the same trip. Where no fleet with a vehicle and a fitting seat goes nobody is taken, and no place is kept there for anybody; in a model without fleets people move in no time. In the arm without waiting everybody leaves at once, whatever keeps vehicles back.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"ambulance\""),
      Field("title", .name, "Its name.", example: "title: \"Ambulances\""),
      Field(
        "mode", .choice(modes),
        "How it travels: road within a road network or along a road link, air between any two places, rail and sea along links alone."
      ),
      Field(
        "vehicles", .count(0...100_000), .optional,
        "Vehicles in each region; of a national fleet, at its desk."),
      Field("vehicles_column", .text, .optional, "Column of the vehicles of each region."),
      Field(
        "national", .flag, .standard(.flag(false)),
        "Whether one national desk sends them out. A region knows of its queue and its losses what the last picture says, and who of its own patients has asked since or left; which craft are away it does not know."
      ),
      Field(
        "dispatch_delay", .time(), .standard(.number(0)),
        "Time from a request until a vehicle can be ordered. Of a national fleet, half of it each way to the desk and back; a craft is bound from the desk's order on. Of a region's own, its dispatcher has the request so long: the patient waits for a vehicle from the request on, no vehicle is bound, and then the patient joins those in line, by priority and in the order of joining. Without queues (no-wait) nobody waits for it.",
        example: "dispatch_delay_minutes: 15"),
      Field(
        "seats", .integer(1...1_000), .standard(.number(1)),
        "Patients of one trip from one facility to one other, each in a seat that is fit for all."),
      Field(
        "seats_by_kind", .object(seatsByKind), .optional,
        "Instead of seats, when not every seat is fit for everybody; absent: each is.",
        example: "seats_by_kind: {sitting: 4, lying: 2, icu: 1}"),
      Field(
        "leaves", .choice(["at-once", "when-full", "at-times"]), .standard(.text("at-once")),
        "When a vehicle leaves: with those who are there as soon as there is a vehicle; when its seats are taken or the next in line has no fitting one, and at its departures if it has any; or at the departures of each day alone. Of a national fleet it rules when the desk gives its order; the trip begins half the dispatch delay later, with all who then wait for it and find a seat. Crews and daylight are asked for the beginning of the trip, closures and weather when the order is given and again when it would begin: who then finds the way shut asks anew, with the whole delay.",
        example: "leaves: \"when-full\""),
      Field(
        "longest_wait", .time(.positiveTime), .optional,
        "Of when-full: it leaves not full when one of those who wait for the trip has waited so long; absent: it waits until it is full.",
        example: "longest_wait_hours: 6"),
      Field(
        "least_patients", .integer(1...100_000), .optional,
        "Of when-full: it leaves as soon as so many wait for the trip and find seats, with all of them who do; absent: as many as it has seats.",
        example: "least_patients: 20"),
      Field(
        "departures", .texts, .optional,
        "Of at-times, and of when-full that does not always wait until it is full: times of the day. A vehicle that is away then leaves at the next.",
        example: "departures: [\"08:00\", \"16:00\"]"),
      Field(
        "crew", .object(crew), .optional, "Hours in which trips begin; absent: at all hours.",
        example: "crew: {from: \"07:00\", until: \"19:00\", share_outside: 0.5}"),
      Field(
        "daylight_only", .flag, .standard(.flag(false)),
        "Whether trips begin between sunrise and sunset alone, at the facility they begin at (NOAA's solar calculator after Meeus, within two minutes up to 65° of latitude; in the polar night none begins)."
      ),
      Field(
        "weather", .object(weather), .optional, "Weather in which no trip begins; absent: none is so bad.",
        example: "weather: {cancelled_share: 0.15, block_hours: 6}"),
      Field(
        "returns", .flag, .standard(.flag(true)),
        "Whether a vehicle is away until it is back where the trip began; if not, until it has handed over."),
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
        "Longest trip, over the great circle times detour_factor; 0 is no limit."),
    ])

  private static let speed = NumberRange.between(0.1, 100_000)

  static let modes = ["road", "air", "rail", "sea"]

  /// Seats.
  public static let seatsByKind = FieldList(
    "seats-by-kind",
    "Seats of one vehicle by what they are fit for: icu for everybody, lying for all who need no intensive care, sitting for those who can sit. Each patient, in the order of the queue, takes the least free seat that will do; one who finds none waits for another vehicle.",
    [
      Field("sitting", .integer(0...1_000), .standard(.number(0)), "For patients who need any seat."),
      Field("lying", .integer(0...1_000), .standard(.number(0)), "Stretchers.", example: "lying: 2"),
      Field("icu", .integer(0...1_000), .standard(.number(0)), "Places with intensive care on the way."),
    ])

  /// Crews.
  public static let crew = FieldList(
    "crew", "Hours of the crews of a fleet. A trip begun is finished.",
    [
      Field(
        "from", .text, .optional, "Beginning of the shift; absent: around the clock.",
        example: "from: \"07:00\""),
      Field(
        "until", .text, .optional, "End of the shift, on the next day when it is before the beginning.",
        example: "until: \"19:00\""),
      Field(
        "share_outside", .share, .standard(.number(0)),
        "Share of the vehicles of a region, or of a desk, with a crew outside the shift, rounded half up, at least one when above 0."
      ),
      Field(
        "hours_per_day", .number(NumberRange(0, 24, isLowestExcluded: true)), .optional,
        "Hours a day that a vehicle may be away, over all vehicles of a region or a desk: when they have been ordered away for so long since midnight, no trip begins until the next; absent: no limit.",
        example: "hours_per_day: 11"),
    ])

  /// Weather.
  public static let weather = FieldList(
    "weather",
    "Weather that keeps a fleet's vehicles on the ground: drawn for each region, of this fleet alone, and each block of hours. Who waits goes with another fleet if one can go.",
    [
      Field(
        "cancelled_share", .share, "Share of blocks in which no trip begins.",
        example: "cancelled_share: 0.15"),
      Field(
        "block_hours", .integer(1...168), "Length of a block, from midnight of the first day of the run-in.",
        example: "block_hours: 6"),
    ])

  /// A link.
  public static let link = FieldList(
    "link",
    "A way of one mode between two places, in both directions. Trains and ships go by links alone, from one end straight to the other; where road or air links join two places, those modes go by one of them. Scenarios close links.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"southern-main-line\""),
      Field("mode", .choice(modes), "The mode that uses it.", example: "mode: \"rail\""),
      Field(
        "from", .text, "A facility, or a region for each of its facilities; a name of both is the facility.",
        example: "from: \"12\""),
      Field("to", .text, "The same of the other end.", example: "to: \"01\""),
    ])

  /// A time on the way.
  public static let travelTime = FieldList(
    "travel-time",
    "A time on the way between two places, with a patient and empty alike; the fleet's loading, ground and handover time come on top. It holds for the way back too unless that is given itself. Of several for one way, one with a fleet beats one without, then one between two facilities beats one with a region at one end, that one between two regions; a way given in its own direction beats the way back of another, and of one between a facility and a region the later. The same way twice is a mistake. Ways that are not given take distance over speed.",
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
