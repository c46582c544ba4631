/// The field lists of a scenario file, one for each concept.
public enum ScenarioFields {
  /// The scenario file itself.
  public static let scenario = FieldList(
    "scenario", "What happens: casualties by phase, beside the ordinary inflow of the model.",
    [
      Field("id", .identifier, "Its id, the name of the file.", example: "id: \"high-intensity\""),
      Field("title", .name, "What a person calls it.", example: "title: \"High intensity\""),
      Field(
        "whose_figures", .text, "Whose figures these are, in a sentence that every report repeats."),
      Field("handling", .choice(ModelFields.handlings), "How outputs may be passed on."),
      Field(
        "casualty_factor", .number(.between(0, 1e6)), .standard(.number(1)),
        "Scales every daily number of casualties and the rate of events."),
      Field("streams", .objects(stream), .standard(.empty), "Casualties day by day."),
      Field("events", .objects(event), .standard(.empty), "Mass-casualty events."),
      Field(
        "deliveries", .objects(deliveryChange), .standard(.empty),
        "Days on which deliveries to stocks are other than usual; all that hold at a time multiply."),
      Field(
        "disruptions", .objects(disruption), .standard(.empty),
        "What takes places of facilities away for a time, with the patients in them."),
      Field("forces", .objects(force), .standard(.empty), "People at risk, that streams and events name."),
      Field(
        "closures", .objects(closure), .standard(.empty), "Times in which trips cannot begin."),
      Field(
        "transport_losses", .objects(transportLoss), .standard(.empty),
        "Vehicles that are lost on their trips, with those on board."),
      Field(
        "staff_claims", .objects(staffClaim), .standard(.empty),
        "Days on which another employer takes the persons who are also its own."),
      Field(
        "call_ups", .objects(callUp), .standard(.empty), "Days on which more persons are called up to care."),
      Field(
        "staff_absence", .objects(staffAbsence), .standard(.empty),
        "Days on which a share of the staff does not come; all that hold at a time multiply."),
      Field(
        "surge", .objects(surgePlan), .standard(.empty),
        "Levels of surge ordered beforehand; where several hold, or the policy orders one, the highest counts."
      ),
      Translation.field,
    ])

  /// A stream of casualties.
  public static let stream = FieldList(
    "casualty-stream",
    "Casualties day by day: a rate drawn once a day, Poisson within it. On a force the rate acts at each moment on those who are present then; its casualties are hurt at the drawn time and come after the delay, others come at the drawn time and were hurt before.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"military\""),
      Field(
        "classes", .objects(ModelFields.classShare), .optional,
        "Classes of the wounded with their shares; needed unless nobody is wounded."),
      Field(
        "variation", .object(.variants(variation)), .optional,
        "How the daily rate varies; absent: not beyond Poisson.",
        example: "variation: {law: \"lognormal\", cv: 0.5}"),
      Field("phases", .objects(phase), "Stretches of days, in order."),
      Field(
        "delay", .distribution(.time), .optional,
        "Time from injury to arrival; absent: none. Nobody dies on the way: a death law runs from the injury, and of those who arrive as of people alive by then. Those who are killed before care are `killed_share`.",
        example: "delay: {law: \"lognormal\", median_hours: 3, sigma: 0.5}"),
      Field(
        "entry_column", .text, .optional,
        "Column that weighs where they enter; absent: by staffed hospital beds. The policy of routing may send them on, in no time, to another hospital of the region that has all they need."
      ),
    ] + fates)

  /// The variation of a daily rate.
  public static let variation = VariantList(
    "variation", "How a daily rate varies about its mean.", tag: "law",
    [
      FieldList("none", "Not at all.", []),
      FieldList("lognormal", "Lognormal.", [variationField]),
      FieldList("gamma", "Gamma.", [variationField]),
      FieldList("exponential", "Exponential: coefficient of variation 1.", []),
      FieldList(
        "scaled", "Any other law, divided by its mean.",
        [
          Field(
            "of", .distribution(.quantity("")), "The law.",
            example: "of: {law: \"weibull\", scale: 1, shape: 0.7}")
        ]),
    ])

  private static let variationField = Field(
    "cv", .number(NumberRange(0, 100, isLowestExcluded: true)),
    "Standard deviation over mean.", example: "cv: 0.5")

  /// A phase.
  public static let phase = FieldList(
    "phase", "A stretch of days with one rate, or one that runs from a rate to another.",
    [
      Field("from_day", .number(day), "First day; day 0 is 0.", example: "from_day: 0"),
      Field("until_day", .number(day), "First day after it.", example: "until_day: 10"),
      Field(
        "mean_per_day", .number(mean), .optional,
        "Mean casualties a day in all regions, those killed before care among them.",
        example: "mean_per_day: 300"),
      Field(
        "mean_per_day_from", .number(mean), .optional,
        "Mean at the beginning; between, that of the middle of each day, or of its part in the phase, holds all through it."
      ),
      Field("mean_per_day_until", .number(mean), .optional, "Mean at the end."),
      Field(
        "rate_per_1000_per_day", .number(perThousand), .optional,
        "Of a stream on a force instead: mean casualties a day per 1,000 persons present.",
        example: "rate_per_1000_per_day: 1.77"),
      Field("rate_per_1000_per_day_from", .number(perThousand), .optional, "The same at the beginning."),
      Field("rate_per_1000_per_day_until", .number(perThousand), .optional, "The same at the end."),
      Field(
        "regions", .objects(regionShare), .optional,
        "Regions with their shares; needed unless the stream is on a force, which has its own."),
    ])

  private static let perThousand = NumberRange.between(0, 1_000)

  static let day = NumberRange.between(0, 52_000)
  private static let mean = NumberRange.between(0, 100_000)

  /// A region with its share.
  public static let regionShare = FieldList(
    "region-share", "A region with its share of patients; the shares of a list sum to 1.",
    [
      Field("region", .text, "A region.", example: "region: \"25\""),
      Field("share", .share, "Its share.", example: "share: 0.5"),
    ])

  /// Mass-casualty events.
  public static let event = FieldList(
    "mass-event",
    "Events with many casualties each, all of whom come to one facility, which the routing policy chooses in the region of each: at random or on given days. To bring them to a certain one, let its entry_column be 1 there and 0 elsewhere.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"strike\""),
      Field(
        "classes", .objects(ModelFields.classShare), .optional,
        "Classes of the wounded with their shares; needed unless nobody is wounded."),
      Field(
        "events", .rate(.between(0, 1_000)), .optional, "Rate of random events.",
        example: "events_per_day: 0.3"),
      Field("from_day", .number(day), .optional, "First day of random events."),
      Field("until_day", .number(day), .optional, "First day without them."),
      Field("regions", .objects(regionShare), .standard(.empty), "Where they happen."),
      Field("at", .objects(occasion), .standard(.empty), "Events on given days."),
      Field(
        "size", .distribution(.quantity("patients")),
        "Casualties of an event, the killed too; of a force at most as many as are present.",
        example: "size: {law: \"lognormal\", mean_patients: 60, cv: 1}"),
      Field(
        "delay", .distribution(.time), .optional,
        "Time from the event to arrival; absent: none. Nobody dies on the way, as in a stream."),
      Field(
        "entry_column", .text, .optional,
        "Column that weighs where they enter; absent: by staffed hospital beds. The policy of routing may send them on, in no time, to another hospital of the region that has all they need."
      ),
    ] + fates)

  /// Other deliveries.
  public static let deliveryChange = FieldList(
    "delivery-change", "Days on which deliveries of a stock are other than usual.",
    [
      Field("stock", .identifier, "The stock.", example: "stock: \"blood\""),
      Field("from_day", .number(day), "First day.", example: "from_day: 3"),
      Field("until_day", .number(day), "First day after.", example: "until_day: 10"),
      Field(
        "factor", .number(.between(0, 1_000)), "Multiplier of what is delivered: 0 for nothing.",
        example: "factor: 0.5"),
    ])

  /// A disruption on a given day.
  public static let outage = FieldList(
    "outage", "A disruption on a given day.",
    [
      Field("day", .number(day), "When; 3.5 is day 3 at noon.", example: "day: 3"),
      Field("facility", .identifier, "Where.", example: "facility: \"lund\""),
    ])

  /// A facility with its share.
  public static let facilityShare = FieldList(
    "facility-share", "A facility with its share of occasions; the shares of a list sum to 1.",
    [
      Field("facility", .identifier, "A facility.", example: "facility: \"lund\""),
      Field("share", .share, "Its share.", example: "share: 0.5"),
    ])

  /// An event on a given day.
  public static let occasion = FieldList(
    "occasion", "An event on a given day.",
    [
      Field("day", .number(day), "When; 3.5 is day 3 at noon.", example: "day: 3"),
      Field("region", .text, "Where.", example: "region: \"01\""),
    ])
}
