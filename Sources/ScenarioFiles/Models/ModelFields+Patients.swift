import CareModel

extension ModelFields {
  /// A patient class.
  public static let patientClass = FieldList(
    "class", "Patients who take one pathway and stand at one place in queues.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"t1-military\""),
      Field("title", .name, "Its name.", example: "title: \"T1, military\""),
      Field(
        "origin", .choice(["ordinary", "civil-casualty", "military"]),
        .standard(.text("ordinary")), "Who they are to the people who count."),
      Field("pathway", .identifier, "The way they take.", example: "pathway: \"severe\""),
      Field(
        "priority", .integer(0...7),
        "Place in queues: 0 is served first; in a queue by credit the row of its credits, in order of arrival nothing.",
        example: "priority: 0"),
      Field(
        "planned", .flag, .standard(.flag(false)),
        "Whether the admission policy decides on them at arrival."),
      Field(
        "can_wait", .flag, .standard(.flag(false)), "Whether a planned patient can be postponed."),
      Field(
        "evacuable", .flag, .standard(.flag(false)),
        "Whether allied evacuation may take them once treated, ordinary patients too."),
      Field(
        "niss_minimum", .integer(0...75), .optional,
        "Least new injury severity score; absent: not an injury. Every whole number up to the greatest is as likely."
      ),
      Field("niss_maximum", .integer(0...75), .optional, "Greatest score."),
      Field("death", .object(death), .optional, "Death from the condition itself; absent: none."),
      Field(
        "postponement", .object(postponement), .optional, "What being postponed does."),
      Field(
        "worsening", .object(worsening), .optional, "What a long wait for a unit does; absent: nothing.",
        example: "worsening: {class: \"t1\", after: {law: \"exponential\", mean_hours: 6, source: \"…\"}}"),
      Field(
        "needs_seat", .choice(seatNeeds), .standard(.text("any")),
        "What the patient needs of a vehicle: any seat, a stretcher (lying) or intensive care on the way (icu)."
      ),
    ])

  static let seatNeeds = ["any", "lying", "icu"]

  /// A law of death.
  public static let death = FieldList(
    "death", "The time from injury to death without care; care multiplies its hazard.",
    [
      Field(
        "family", .choice(["exponential", "weibull", "log-logistic", "lognormal", "gompertz", "logistic"]),
        "Its family: see below."),
      Field(
        "median", .time(.positiveTime), .optional, "Median, the same for all.",
        example: "median_minutes: 90"),
      Field(
        "median_factor", .time(.positiveTime), .optional,
        "Median of a score of 1; the median is this times score^exponent.",
        example: "median_factor_minutes: 43500"),
      Field(
        "median_niss_exponent", .number(.between(-10, 10)), .optional, "The exponent.",
        example: "median_niss_exponent: -1.95"),
      Field(
        "shape", .number(NumberRange(0, 100, isLowestExcluded: true)), .optional,
        "Shape; not of the exponential. Weibull and log-logistic: the power of time. Lognormal: the standard deviation of the logarithm. Gompertz: growth of the hazard up to the median, as a logarithm. Logistic: steepness times the median."
      ),
      Field(
        "base", .share, .optional,
        "Of the logistic family F(t) = base + (ceiling − base) / (1 + exp(−shape · (t − median) / median)): where the curve begins. Who comes alive dies by t with (F(t) − F(0)) / (1 − F(0))."
      ),
      Field(
        "ceiling", .share, .optional,
        "Of the logistic family: where the curve ends; the others do not die.", example: "ceiling: 0.02"),
      Field(
        "factor_before_care", .number(.between(0, 1_000)), .standard(.number(1)),
        "Multiplier of the hazard from arrival until a step changes it."),
    ])

  /// What waiting does.
  public static let worsening = FieldList(
    "worsening",
    "A patient who waits long enough for a unit joins another class. On the same pathway they wait on by its priority, among those of one priority by the beginning of the wait, on another they begin it. The law of death is that of the new class, from the same injury on, and the care in force stays. Their arrival stays counted in the class they came with. Casualties become casualties, others others.",
    [
      Field("class", .identifier, "The class they join.", example: "class: \"t1\""),
      Field(
        "after", .distribution(.time),
        "Time until it happens, from the beginning of a wait or, of those who worsened in it, from then; drawn for each wait, also for that of one who has lost a place."
      ),
    ])

  /// What postponing does.
  public static let postponement = FieldList(
    "postponement", "Rates by time on the list, so that postponing is never free.",
    [
      Field(
        "emergency_class", .identifier, "The class that a patient who turns acute joins.",
        example: "emergency_class: \"acute\""),
      Field("bands", .objects(band), "Rates by time on the list; the first begins at 0."),
    ])

  /// Rates from a time on the list on.
  public static let band = FieldList(
    "postponement-band", "Rates from a time on the list until the next band.",
    [
      Field("from", .time(), "Time on the list.", example: "from_days: 0"),
      Field(
        "emergency", .rate(), "Rate of turning acute.", example: "emergency_per_day: 0.001"),
      Field("death", .rate(), "Rate of dying.", example: "death_per_day: 0"),
    ])

  /// A pathway.
  public static let pathway = FieldList(
    "pathway", "A way through care; it begins at the first step.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"severe\""),
      Field("steps", .objects(step), "Its steps."),
    ])

  /// A step.
  public static let step = FieldList(
    "step", "A stay in a unit or a trip, then a branch. Draws are keyed by pathway and step.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"theatre\""),
      Field(
        "unit", .identifier, .optional,
        "Kind of unit; absent: no place is needed, and one held from the step before is kept through this one unless that gives it up. A next step of the same unit goes on in the place without asking for it, unless the place is given up. Who is at a facility without one has a place kept at the nearest of the region that has a free one, and is brought there; where all are taken they wait for the nearest. Where the region has none they are brought to the nearest of all, and ask there; the place before is given up as they leave, the request is of the facility they come from, and the wait and the place in line count from when they asked: they have not got a place at once."
      ),
      Field(
        "part", .identifier, .optional,
        "A part of pathways that is gone through here instead of a unit and a stay; `next` says where after its end.",
        example: "part: \"surgery\""),
      Field(
        "stay", .textOr(.distribution(.time)), .optional,
        "Length of stay, or the name of a stay law; absent: none.",
        example: "stay: {law: \"exponential\", mean_hours: 1}"),
      Field(
        "stay_factor", .number(.between(0, 1_000)), .optional,
        "Multiplier of the stay; absent: 1."),
      Field(
        "stay_factor_column", .text, .optional, "Column of the multiplier at each facility or region."),
      Field(
        "stay_by_state", .object(stateFactor), .optional,
        "A multiplier of the stay that follows the state at the moment it begins, beside stay_factor; absent: none. One that begins again after a break takes the multiplier of that moment; of stays that are under way when the run begins what is left is not multiplied.",
        example:
          "stay_by_state: {of: \"waiting\", unit: \"ward\", points: [{state: 0, factor: 1}, {state: 10, factor: 0.8}], source: \"…\"}"
      ),
      Field(
        "ends_during", .identifier, .optional,
        "A calendar: the stay can end while it has places open, and one that would be over at another time goes on until it opens. A step with neither unit nor stay waits for it. Absent: any time.",
        example: "ends_during: \"rounds\""),
      Field(
        "keeps_bed", .flag, .standard(.flag(false)),
        "Whether the bed held before is kept. When the stay ends the patient holds both places until they get the next; with gives_up_place they give up this step's place at once, and never the bed. A next step without unit has the bed to itself. It is one bed: a place got while it was kept is given up, and who is back in it has it alone."
      ),
      Field(
        "together", .identifiers, .standard(.empty),
        "Kinds of unit of which a place each, at the same facility, is taken with the unit and given back, or cleaned, when the stay ends: a team, a machine. A kind that is there twice, the unit's own too, is taken twice: two nurses, two beds for one patient. All are taken at once: a free place goes to the first in line who can begin, of several lines that need it to the first by priority and then by wait; who still lacks one of them keeps their place in line. Nobody is pushed out of these, and who pushes another out has what that one alone gives back.",
        example: "together: [\"surgical-team\"]"),
      Field(
        "or_units", .identifiers, .standard(.empty),
        "Kinds of unit of which a place at the same facility will do where the unit has no free one, in this order, before the patient is turned away or another facility is asked; who holds such a place goes on there where the unit has none, which counts as a stay begun. `leaves_free` leaves places free in each of them. Who waits stands in the line of `unit` alone; a place that its own line and those it helps leave free goes to the first who waits for another unit and would take it. Requests, waits, starts and stays are of `unit`, places in use of the unit the patient lies in, so that `mean-occupied` with `classes` counts the guests of another ward.",
        example: "or_units: [\"surgical-ward\"]"),
      Field(
        "or_units_after", .time(), .optional,
        "How long the patient waits until a place of or_units will do; absent: at once.",
        example: "or_units_after_hours: 6"),
      Field("uses", .objects(stockUse), .standard(.empty), "What the step uses of stocks when it begins."),
      Field(
        "patience", .distribution(.time), .optional,
        "Longest wait for the unit, drawn once for the step: who loses a place waits up to as long again, so that with pre-emption exponential patience is not without memory. Absent: no limit.",
        example: "patience: {law: \"exponential\", mean_hours: 4, source: \"…\"}"),
      Field(
        "waits_while", .identifier, .optional,
        "A calendar: patients wait for the unit while it has places open; who still waits when it closes gives up, and who would begin to wait while it is closed does at once. They give up one after the other, who has waited longest first, and a place that one of them gives back may be the next one's. A free place is taken at any time. Absent: no such limit.",
        example: "waits_while: \"day\""),
      Field(
        "gave_up", .textOr(.objects(branch)), .optional,
        "Where those go whose patience ends, or who wait at closing: a step or exit, or several with shares; absent: gave-up. A place held before is kept until the next is got, as at the end of a stay."
      ),
      Field(
        "when_full", .choice(["queue", "refuse"]), .optional,
        "Whether the patient waits or is turned away when the unit is full; absent: as the kind of unit says."
      ),
      Field(
        "leaves_free", .integer(0...1_000_000), .standard(.number(0)),
        "Places of each facility's unit that are left free when the patient takes one, for patients of other steps: who would take one of the last waits, or is turned away, and others pass them in line. Such a patient pushes nobody out.",
        example: "leaves_free: 2"),
      Field(
        "priority", .integer(0...7), .optional,
        "Place in queues at this step, for its unit or its vehicle, and before whom the patient gives way in it, 0 first; absent: as the class says.",
        example: "priority: 0"),
      Field(
        "refused", .textOr(.objects(branch)), .optional,
        "Where those who are turned away go: a step or exit, or several with shares; absent: refused.",
        example: "refused: [{to: \"dead\", share: 0.99}, {to: \"refused\"}]"),
      Field(
        "orders", .identifiers, .standard(.empty),
        "Classes of which one each is ordered when the stay begins, not when it goes on after a break or was under way when the run began: a blood test, an image to be read. Each order goes through the pathway of its class at the same facility, or where that has no unit at the nearest of the region that has, without a vehicle, while the patient goes on; it is back where its way ends, or where it is turned away, as by a unit that the region does not have. Orders take places and stand in lines, and are no patients: they count in requests, waits, stays and numbers at a time, not among those who arrive, are present or leave. What is not back when the patient leaves, dies or sets out for another region is called off. Such a class has no death, worsening or flight, its pathway no trip, hospital bed, death or order; a disruption displaces what is ordered, and kills none.",
        example: "orders: [\"blood-test\", \"x-ray-report\"]"),
      Field(
        "awaits_orders", .flag, .standard(.flag(false)),
        "Whether the stay goes on until everything that was ordered for the patient so far is back, and then, with ends_during, until that is open; a step with neither unit nor stay waits for it."
      ),
      Field(
        "gives_up_place", .flag, .standard(.flag(false)),
        "Whether the place is given up when the stay ends, instead of held until the next one is got. It goes to the next in line before the patient asks for another; who asks for the same unit again has it where they come before all who wait, by a priority of their own."
      ),
      Field(
        "move", .object(move), .optional, "A trip by a vehicle instead of a unit and a stay.",
        example:
          "move: {fleet: \"ambulance\", destination: \"other-region\", unit: \"ward\", least_minutes: 30, source: \"…\"}"
      ),
      Field(
        "needs_seat", .choice(seatNeeds), .optional,
        "What the patient needs of a vehicle on the way to the unit, or on the trip; absent: as the class says.",
        example: "needs_seat: \"icu\""),
      Field(
        "care_factor", .number(.between(0, 1_000)), .optional,
        "Multiplier of the hazard of death from the start of this step on."),
      Field(
        "care_factor_after", .number(.between(0, 1_000)), .optional,
        "Multiplier from the end of this step on."),
      Field(
        "wait_death", .rate(), .optional,
        "Rate of dying while waiting for this step's unit or vehicle.",
        example: "wait_death_per_day: 0.69"),
      Field(
        "discharge_ready", .flag, .standard(.flag(false)),
        "Whether the patient is discharge-ready here."),
      Field(
        "next", .textOr(.objects(branch)), .optional,
        "Where to: a step or exit, or several with shares; absent: home.",
        example: "next: [{to: \"icu\", share: 0.2}, {to: \"ward\"}]"),
      Field(
        "next_by", .choice(WayChoice.allCases.map(\.rawValue)), .standard(.text("shares")),
        "By what one of the branches of next is chosen: their shares; or the unit of the step that each leads to, at their facility or the nearest of the region that has it: the unit with the fewest waiting, or with the fewest in places and waiting together, and of equal ones that with most places free. Among equals chance decides, each as likely as the other. The branches have no shares then; one whose condition does not hold is left out. A place that the patient still has counts as in use; a unit that turns away has nobody in line; one that the region does not have is gone to where it has none of them. Nobody changes lines later.",
        example: "next_by: \"shortest-line\""),
    ])

  /// A trip.
  public static let move = FieldList(
    "move", "A trip as a step: the patient waits for a vehicle, and goes on where they arrive.",
    [
      Field("fleet", .identifier, "The fleet that has the vehicle.", example: "fleet: \"ambulance\""),
      Field(
        "destination", .choice(["other-region", "within-region", "nearest"]), .optional,
        "Where to, within reach of the fleet: one of the other regions, all equally likely, to its facility with most places of the unit; one of the other facilities of the region with the unit, all equally likely; or the nearest other facility with the unit, in any region: by the times on the way where the model has travel_times, else by distance. When there is none, the step is passed by.",
        example: "destination: \"other-region\""),
      Field("facility", .identifier, .optional, "Instead of destination and unit: to this facility."),
      Field(
        "unit", .identifier, .optional, "Kind of unit that is there.", example: "unit: \"ward\""),
      Field(
        "least", .time(.positiveTime), .optional,
        "Time on the way of the trip, in place of travel_times and of distance over speed, to which way is added; absent: those. Loading, ground and handover time of the fleet come on top.",
        example: "least_minutes: 30"),
      Field(
        "way", .distribution(.time), .optional,
        "Time on the way beyond that, drawn for each trip; the vehicle's way back takes as much longer.",
        example: "way: {law: \"exponential\", mean_hours: 1.5}"),
    ])

  /// A branch.
  public static let branch = FieldList(
    "branch", "One way on, of 1,000 at most; one branch may omit its share and takes the rest.",
    [
      Field(
        "to", .identifier,
        "A step of the pathway, or home, municipal-care, return-to-duty, evacuated, refused, gave-up or dead; in a part also end."
      ),
      Field("share", .share, .optional, "Share of patients."),
      Field("share_column", .text, .optional, "Column of the share at each facility or region."),
      Field(
        "when", .object(condition), .optional,
        "What must hold for it to be open; of next alone. A place that the patient still has counts as in use, also where the step gives it up at its end. Absent: nothing.",
        example: "when: {unit: \"icu\", free_at_least: 1}"),
    ])
}
