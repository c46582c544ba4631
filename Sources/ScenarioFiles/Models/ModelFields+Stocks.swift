extension ModelFields {
  /// A stock.
  public static let stock = FieldList(
    "stock",
    "A stock of each region that steps use up and deliveries fill: blood, oxygen, a drug, a consumable.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"blood\""),
      Field(
        "title", .name, "Its name, with the unit it is counted in.", example: "title: \"Red cells, units\""),
      Field(
        "level", .number(amount), .optional,
        "Amount in each region when the run-in begins: use and deliveries change it from then on.",
        example: "level: 400"),
      Field("level_column", .text, .optional, "Column of the amount of each region."),
      Field("largest", .number(amount), .optional, "The most a region can keep; absent: no limit."),
      Field("largest_column", .text, .optional, "Column of the most of each region."),
      Field(
        "delivered_per_day", .number(amount), .optional,
        "Delivered or produced in each region, for each day: a delivery brings that of the days since the last. Absent: nothing."
      ),
      Field("delivered_per_day_column", .text, .optional, "Column of the same."),
      Field(
        "delivery_every_days", .integer(1...365), .standard(.number(1)),
        "Days between two deliveries, at 06:00; one is on day 0, and the others are counted from it, back through the run-in too.",
        example: "delivery_every_days: 7"),
      Field(
        "shelf_life_days", .integer(1...3_650), .optional,
        "Days after which what was delivered and not used is thrown away, at 06:00; the oldest is used first. The level at the start is of all ages alike. Absent: it keeps for ever.",
        example: "shelf_life_days: 42"),
      Field(
        "normal_use_per_day", .number(amount), .optional,
        "Use on an ordinary day in each region, for the measure lowest-days-at-normal-use.",
        example: "normal_use_per_day: 30"),
      Field("normal_use_per_day_column", .text, .optional, "Column of the same."),
    ])

  /// What a step uses.
  public static let stockUse = FieldList(
    "stock-use",
    "What a step uses of a stock when it begins. A delivery goes to all lines of the region together, by priority, then to who has waited longest; between two lines in order of arrival by the wait alone, between two of one kind by credit by theirs.",
    [
      Field("stock", .identifier, "The stock.", example: "stock: \"blood\""),
      Field(
        "amount", .number(NumberRange(0, 1e9, isLowestExcluded: true)), "How much.", example: "amount: 4"),
      Field(
        "when_short", .choice(["without", "wait", "refuse"]), .standard(.text("without")),
        "Whether the step goes on without, taking nothing, the patient waits for the unit until there is enough while those behind who can begin pass, or is turned away to where the step's refused go, for which the step has a unit; one who goes on in a place already held goes without."
      ),
      Field(
        "factor_without", .number(.between(0, 1_000)), .standard(.number(1)),
        "Multiplier of the hazard of death after going without, as those may whose place is held already, and all in the arm without waiting, whatever when_short is; until a later step uses stocks again or has a care factor of its own: it does not grow from step to step.",
        example: "factor_without: 2"),
    ])

  private static let amount = NumberRange.between(0, 1e9)
}
