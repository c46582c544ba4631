import CareModel

/// How a quantity is written in a model: the keys it has, and what they make.
struct MeasureForm: Sendable {
  /// The keys beside `id`, `quantity` and `region`.
  let fields: [Field]
  /// Whether it may be of a part of the run alone, and has the keys for it.
  let canBeOfSpan: Bool
  /// Makes the quantity of a checked object; of an empty one to read its definition.
  let make: @Sendable (FieldReader?, ModelReading?) -> DeclaredMeasure.Quantity

  init(
    fields: [Field], canBeOfSpan: Bool = false,
    make: @escaping @Sendable (FieldReader?, ModelReading?) -> DeclaredMeasure.Quantity
  ) {
    self.fields = fields + (canBeOfSpan ? Self.span : [])
    self.canBeOfSpan = canBeOfSpan
    self.make = make
  }

  /// The field list, under the word of the quantity and with its definition.
  var list: FieldList {
    let definition = make(nil, nil).definition
    return FieldList(
      definition.id, "\(definition.text) Unit: \(definition.unit).",
      [Self.id, Self.title] + fields + [Self.region])
  }

  private static let id = Field(
    "id", .text, "Its name: lower-case words joined by underscores, the unit last.",
    example: "id: \"ward_wait_hours\"")
  private static let title = Field(
    "title", .name, .optional,
    "What a person calls it, the unit last: a heading of what a run prints and of its page. Absent: the words of the id.",
    example: "title: \"Wait for a ward bed, hours\"")
  private static let region = Field(
    "region", .text, .optional,
    "Only what happens in this region; absent: all. Patients, stays and deaths are of the region they are in, arrivals of the one they arrive in."
  )

  private static let unit = Field("unit", .identifier, "Kind of unit.", example: "unit: \"ward\"")
  private static let step = Field(
    "step", .text, .optional,
    "Only requests for the unit by steps with this id, and their stays, in whichever pathway; of a step in a part with the id of the step that uses it and a slash before. Absent: all.",
    example: "step: \"second-visit\"")
  private static let ownStep = Field(
    "step", .text,
    "Id of the step, of whichever pathway, that asks for the unit; of a step in a part with the id of the step that uses it and a slash before.",
    example: "step: \"doctor\"")
  private static let over = Field("over", .time(), "The time.", example: "over_hours: 4", isSetting: true)
  private static let classes = [
    Field(
      "class", .identifier, .optional,
      "Only patients of this class; absent: all. Who worsens to another is of the old one in what came before, their arrival too, and of the new one from then on; a request and its wait are of the one in which the wait ends, in a place, by patience or with the pathway."
    ),
    Field("classes", .identifiers, .optional, "Only patients of these classes, together; absent: all."),
  ]
  private static let at = Field(
    "at", .time(), "Time after day 0; after the end of the run there is no figure.", example: "at_hours: 24",
    isSetting: true)
  private static let span = [
    Field(
      "from", .time(), .optional,
      "Only what happens from this time after day 0 on: requests, waits and stays that end, arrivals, deaths, patients who leave; a mean over time is of this part of the time. The patients are those of the measure: after a run-in, who came before day 0 counts in no wait, stay or exit, so a warm-up that is to be left out and known has run_in_days 0 and this key. Absent: from day 0.",
      example: "from_hours: 8", isSetting: true),
    Field(
      "until", .time(), .optional,
      "Only what happens before this time after day 0; no value where it, or from, is after the horizon. Absent: to the end of the run, its drain with it.",
      example: "until_hours: 16", isSetting: true),
    Field(
      "during", .identifier, .optional,
      "Only what happens while this calendar has places open, to the horizon at most; a mean over time is of these hours. Absent: at all hours.",
      example: "during: \"evenings\""),
  ]
  private static let facility = Field(
    "facility", .identifier, .optional,
    "Only the unit of this facility; absent: all. Requests are of the facility at which they are made, waits of the one in which they end in a place, stays and exits of that in which they are: they are not the same patients where units help each other or patients are moved. Not with a region.",
    example: "facility: \"umea\"")
  private static let placesInUse = Field(
    "at_least", .integer(1...1_000_000), .optional,
    "Places in use, of one unit; absent: full, all open places in use or being cleaned.",
    example: "at_least: 8", isSetting: true)
  private static let numberWaiting = Field(
    "at_least", .integer(1...1_000_000), .standard(.number(1)), "Patients who wait for one unit.",
    example: "at_least: 3", isSetting: true)
  private static let fleet = Field("fleet", .identifier, "Fleet.", example: "fleet: \"ambulance\"")
  private static let stock = Field("stock", .identifier, "Stock.", example: "stock: \"blood\"")
  private static let happening = Field(
    "happening", .identifier, .optional,
    "Only this stream or event of the scenario; absent: all. One that a scenario lacks counts nothing there.",
    example: "happening: \"combat\"")
  private static let cause = Field(
    "cause", .choice(Disruption.Cause.allCases.map(\.rawValue)), .optional, "Only this cause; absent: all.",
    example: "cause: \"power\"")
  private static let census = [
    Field("unit", .identifier, .optional, "Kind of unit.", example: "unit: \"icu\""),
    Field(
      "units", .identifiers, .optional, "Kinds of unit counted together, instead of one.",
      example: "units: [\"ward\", \"icu\"]"),
    Field(
      "from", .time(), .optional, "First day in whole days after day 0; absent: day 0.",
      example: "from_days: 7", isSetting: true),
    Field(
      "until", .time(), .optional, "First day after the span, in whole days; absent: the horizon.",
      example: "until_days: 100", isSetting: true),
    Field(
      "smooth_days", .integer(1...365), .standard(.number(1)),
      "Days of the moving mean around each day, an odd number, also of an observed census; days whose window is not whole within the span are left out.",
      example: "smooth_days: 7", isSetting: true),
  ]
  private static let observed = Field(
    "observed_column", .text,
    "Column of days with the observed census; a day without a number is left out.",
    example: "observed_column: \"icu_observed\"")

  private static let share = Field(
    "quantile", .share, "The share: 0.5 of the median.", example: "quantile: 0.9", isSetting: true)

  private static func ofUnit(
    _ quantity: DeclaredMeasure.Quantity, byClass: Bool = true
  ) -> MeasureForm {
    MeasureForm(fields: [unit, facility] + (byClass ? classes : []), canBeOfSpan: true) { _, _ in quantity }
  }

  private static func ofSteps(_ quantity: DeclaredMeasure.Quantity) -> MeasureForm {
    MeasureForm(fields: [unit, step, facility] + classes, canBeOfSpan: true) { _, _ in quantity }
  }

  private static func ofNetwork(
    _ quantity: DeclaredMeasure.Quantity, canBeOfSpan: Bool = true
  ) -> MeasureForm {
    MeasureForm(fields: classes, canBeOfSpan: canBeOfSpan) { _, _ in quantity }
  }

  private static func quantile(
    of fields: [Field], _ make: @escaping @Sendable (Double) -> DeclaredMeasure.Quantity
  ) -> MeasureForm {
    MeasureForm(fields: fields + [share] + classes, canBeOfSpan: true) { reader, _ in
      make(reader?.number("quantile") ?? 0)
    }
  }

  private static func ofLosses(_ quantity: DeclaredMeasure.Quantity) -> MeasureForm {
    MeasureForm(
      fields: [
        Field(
          "unit", .identifier, .optional, "Only places of this kind; absent: all.", example: "unit: \"ward\""),
        cause,
      ]
    ) { _, _ in quantity }
  }

  private static func ofStock(_ quantity: DeclaredMeasure.Quantity) -> MeasureForm {
    MeasureForm(fields: [stock]) { _, _ in quantity }
  }

  private static func ofCensus(
    isCompared: Bool, and others: [Field] = [],
    _ make: @escaping @Sendable (Census, FieldReader?) -> DeclaredMeasure.Quantity
  ) -> MeasureForm {
    MeasureForm(fields: census + (isCompared ? [observed] : []) + others) { fields, reading in
      guard let fields, let reading else { return make(Census(unitKinds: []), nil) }
      return make(reading.census(fields, isCompared: isCompared), fields)
    }
  }

  /// Every quantity, in the order of the reference page.
  static let all: [MeasureForm] = [
    ofSteps(.meanWaitHours), ofSteps(.waitDeviation), ofSteps(.waitedShare),
    MeasureForm(
      fields: [unit, step, over, facility] + classes, canBeOfSpan: true
    ) { fields, _ in .waitedOverShare(hours: fields?.hours("over") ?? 0) },
    quantile(of: [unit, step, facility]) { .waitQuantile($0) },
    ofSteps(.refusedShare), ofSteps(.refused), ofSteps(.pushedOut),
    ofSteps(.gaveUpShare), ofSteps(.requests), ofSteps(.meanStayHours), ofSteps(.stayDeviation),
    quantile(of: [unit, step, facility]) { .stayQuantile($0) },
    MeasureForm(fields: [unit] + classes) { _, _ in .staysPerPatient },
    MeasureForm(fields: [unit] + classes) { _, _ in .bedDaysPerPatient },
    ofUnit(.exits), ofUnit(.meanOccupied), ofUnit(.meanOpenPlaces, byClass: false), ofUnit(.utilisation),
    ofUnit(.placeDaysClosedForStaff, byClass: false), ofUnit(.meanQueue),
    ofUnit(.meanBlocked, byClass: false),
    MeasureForm(fields: [unit, placesInUse, facility], canBeOfSpan: true) { fields, _ in
      .occupiedTimeShare(atLeast: fields?.integer("at_least"))
    },
    MeasureForm(fields: [unit, numberWaiting, facility], canBeOfSpan: true) { fields, _ in
      .waitingTimeShare(atLeast: fields?.integer("at_least") ?? 1)
    },
    MeasureForm(fields: [unit, placesInUse, facility]) { fields, _ in
      .firstOccupiedHours(atLeast: fields?.integer("at_least"))
    },
    MeasureForm(fields: [unit, placesInUse, facility]) { fields, _ in
      .lastOccupiedHours(atLeast: fields?.integer("at_least"))
    },
    MeasureForm(fields: [unit, numberWaiting, facility]) { fields, _ in
      .firstWaitingHours(atLeast: fields?.integer("at_least") ?? 1)
    },
    MeasureForm(
      fields: [
        unit,
        Field(
          "at_least", .number(.positive), "Patients.", example: "at_least: 1", isSetting: true),
      ]
    ) { fields, _ in .firstDayWaiting(atLeast: fields?.number("at_least") ?? 0) },
    MeasureForm(fields: [unit, at, facility] + classes) { fields, _ in
      .waitingAt(hours: fields?.hours("at") ?? 0)
    },
    MeasureForm(fields: [unit, at, facility] + classes) { fields, _ in
      .occupiedAt(hours: fields?.hours("at") ?? 0)
    },
    MeasureForm(
      fields: [
        unit,
        Field(
          "places", .integer(0...1_000_000), "Places n.", example: "places: 10", isSetting: true),
      ]
    ) { fields, _ in .delayProbability(places: fields?.integer("places") ?? 0) },
    ofCensus(isCompared: false) { census, _ in .peakOccupied(census) },
    ofCensus(isCompared: false) { census, _ in .peakOccupiedDay(census) },
    ofCensus(isCompared: false, and: [share]) { .occupiedQuantile($0, $1?.number("quantile") ?? 0) },
    ofCensus(isCompared: true) { census, _ in .occupiedError(census) },
    ofCensus(isCompared: true) { census, _ in .occupiedBias(census) },
    ofNetwork(.meanPresent),
    MeasureForm(fields: [at] + classes) { fields, _ in .presentAt(hours: fields?.hours("at") ?? 0) },
    ofNetwork(.meanHoursInSystem), ofNetwork(.systemDeviation), quantile(of: []) { .systemQuantile($0) },
    MeasureForm(fields: [over] + classes, canBeOfSpan: true) { fields, _ in
      .inSystemOverShare(hours: fields?.hours("over") ?? 0)
    },
    MeasureForm(fields: [unit, ownStep, facility] + classes, canBeOfSpan: true) { _, _ in .meanHoursToStep },
    MeasureForm(fields: [unit, ownStep, facility] + classes, canBeOfSpan: true) { _, _ in .toStepDeviation },
    quantile(of: [unit, ownStep, facility]) { .toStepQuantile($0) },
    MeasureForm(fields: [unit, ownStep, over, facility] + classes, canBeOfSpan: true) { fields, _ in
      .toStepOverShare(hours: fields?.hours("over") ?? 0)
    },
    ofNetwork(.arrivals),
    MeasureForm(
      fields: [
        Field(
          "exit", .choice(Outcome.allCases.filter { $0 != .dead }.map(\.rawValue)), "The way out.",
          example: "exit: \"home\"")
      ] + classes, canBeOfSpan: true
    ) { fields, _ in .left(fields?.text("exit").flatMap { Outcome(rawValue: $0) } ?? .home) },
    ofNetwork(.deaths), ofNetwork(.deathShare, canBeOfSpan: false),
    MeasureForm(fields: [at] + classes) { fields, _ in .deathsAt(hours: fields?.hours("at") ?? 0) },
    ofNetwork(.transfers),
    MeasureForm(fields: [fleet] + classes, canBeOfSpan: true) { _, _ in .meanVehicleWaitHours },
    quantile(of: [fleet]) { .vehicleWaitQuantile($0) },
    MeasureForm(fields: [fleet]) { _, _ in .vehiclesLost },
    ofStock(.stockUsed), ofStock(.stockShort), ofStock(.firstDayShort), ofStock(.lowestDaysOfSupply),
    ofStock(.stockWasted), ofStock(.lowestDaysAtNormalUse),
    MeasureForm(fields: [cause]) { _, _ in .disruptions },
    ofLosses(.lostPlaceDays), ofLosses(.displaced),
    MeasureForm(
      fields: [Field("profession", .identifier, "Profession.", example: "profession: \"nurse\"")]
    ) { _, _ in .meanPresentStaff },
    MeasureForm(fields: [happening]) { _, _ in .killed },
    MeasureForm(fields: [happening]) { _, _ in .hurt },
    MeasureForm(
      fields: [
        at,
        Field(
          "happening", .identifier, .optional, "Only this force; absent: all.",
          example: "happening: \"brigade\""),
      ]
    ) { fields, _ in .forcePresentAt(hours: fields?.hours("at") ?? 0) },
  ]
}

extension ModelFields {
  /// A measure.
  public static let measure = VariantList(
    "measure",
    "A figure asked for by name: a column of trials.csv, a row of summary.csv. Waits, counts and shares are of the patients who arrived from day 0 to the horizon; means over time run from day 0 to the horizon. So a count of those who left lacks who came before day 0 and who is still there: where a queue grows, `<unit>_starts_per_week`, a column of every run, is the throughput.",
    tag: "quantity", MeasureForm.all.map(\.list))
}
