import CareModel

/// The field lists of an experiment file, one for each concept.
public enum ExperimentFields {
  /// The experiment file itself.
  public static let experiment = FieldList(
    "experiment", "What is asked: a model, a scenario, arms and a design.",
    [
      Field("id", .identifier, "Its id; the folder has the same name."),
      Field("title", .name, "What a person calls it."),
      Field("question", .text, "The question, in a sentence."),
      Field(
        "handling", .choice(ModelFields.handlings), .optional,
        "How outputs may be passed on; the strictest input wins."),
      Field(
        "model", .text, "The model's folder, from this file's folder.",
        example: "model: \"../../Models/sweden\""),
      Field(
        "scenario", .identifier, "A scenario of the model.", example: "scenario: \"high-intensity\""),
      Field(
        "seed", .integer(0...9_007_199_254_740_991), "Seed of all draws.", example: "seed: 20270104",
        isSetting: true),
      Field(
        "replications", .integer(1...10_000_000), "Replications of each arm and design point.",
        example: "replications: 30", isSetting: true),
      Field(
        "antithetic", .flag, .standard(.flag(false)),
        "Whether replications are pairs of opposite draws, averaged before intervals: an even number.",
        example: "antithetic: true"),
      Field(
        "horizon", .time(.between(86_400, 4_503_599_627)),
        "Length that is measured, in whole days, at least one.",
        example: "horizon_days: 90", isSetting: true),
      Field(
        "drain", .time(), .standard(.number(0)),
        "Time after the horizon that follows its patients: others go on arriving beside them, and are counted in no measure of the cohort.",
        example: "drain_days: 30", isSetting: true),
      Field(
        "no_wait", .flag, .standard(.flag(false)),
        "Whether to add the built-in arm no-wait, in which no queue exists: nobody waits for a place or a vehicle or is turned away, closed hours and what is left free for others keep nobody out, and who lacks a stock goes without."
      ),
      Field(
        "regions_daily", .flag, .standard(.flag(true)),
        "Whether to write regions_daily.csv; tens of megabytes a design point for a nation."),
      Field(
        "memory_limit", .number(NumberRange(0, 1e6, isLowestExcluded: true), unit: "gigabytes"),
        .standard(.number(8)),
        "What a run may need at most, by an estimate beforehand: it takes no more threads than that allows, and does not begin where one is too many.",
        isSetting: true),
      Field("arms", .objects(arm), "Arms; the first is the baseline."),
      Field(
        "set", .objectsByPath(override), .standard(.empty),
        "Changes to the model, the scenario or the day of an arm, by path.",
        example: "set: {\"scenario.casualty_factor\": {value: 2, source: \"what if\"}}"),
      Field(
        "factors", .objects(factor), .standard(.empty),
        "Factors of a full factorial design. Regions, kinds of unit and which of them queue, stocks and which of them age, fleets, and measures are the same at all levels, because one table tells of all."
      ),
      Field(
        "show", .texts, .standard(.empty),
        "Measures, of the model or of any run, that what a run prints and its page show beside the usual ones. Absent: where patients can die none, else those of the model.",
        example: "show: [\"elective_wait_hours\"]"),
      Field("expectations", .objects(expectation), .standard(.empty), "Values known beforehand."),
      Translation.field,
    ])

  /// An arm.
  public static let arm = FieldList(
    "arm", "A named set of policies.",
    [
      Field("id", .identifier, "Its id; no-wait is taken.", example: "id: \"baseline\""),
      Field("title", .name, "What a person calls it.", example: "title: \"As today\""),
      Field(
        "from_day", .number(.nonNegative), .standard(.number(0)),
        "Days from day 0, at most the horizon, on which its policies take over; until then it goes on as the baseline, whose own policies hold from day 0 on, and a decision whose policy is the baseline's goes on undisturbed. 3.5 is day 3 at noon. A factor sets it as arms.<id>.from_day.",
        example: "from_day: 7", isSetting: true),
      Field(
        "until_day", .number(.nonNegative), .optional,
        "Days from day 0, after from_day and at most the horizon, on which the policies of the baseline take over again, as from_day; absent: never. Places that surge opened stay open until the baseline's own policy of surge is asked, and a patient on the way goes on. A factor sets it as arms.<id>.until_day.",
        example: "until_day: 21", isSetting: true),
      Field(
        "policies", .object(policies), .optional,
        "A policy for each decision; a decision that is absent takes the default.",
        example: "policies: {admission: \"admit-all\"}"),
    ])

  /// The decisions.
  public static let policies = FieldList(
    "policies", "A policy for each decision: its id, or its id with parameters.",
    Decision.allCases.map { decision in
      Field(
        decision.rawValue, .textOr(.object(policyChoice)), .optional,
        "Policy of the decision \(decision.rawValue).")
    })

  /// A policy with its parameters.
  public static let policyChoice = FieldList(
    "policy-choice", "A policy of the catalogue with its parameters.", isOpen: true,
    [Field("id", .text, "Its id in the catalogue.", example: "id: \"postpone-by-priority\"")])

  /// A change.
  public static let override = FieldList(
    "override", "A new value at a path of the model or scenario, or at arms.<id>.from_day or until_day.",
    [
      Field("value", .any, "The value.", example: "value: 2"),
      Field("source", .text, "Where it is from, or \"what if\".", example: "source: \"what if\""),
    ])

  /// A factor.
  public static let factor = FieldList(
    "factor", "Something varied: a column of trials.csv.",
    [
      Field(
        "id", .text, "Its name: lower-case words joined by underscores.", example: "id: \"beds\""),
      Field("title", .name, "What a person calls it."),
      Field("levels", .objects(level), "Its levels."),
    ])

  /// A level.
  public static let level = FieldList(
    "level", "One level of a factor.",
    [
      Field(
        "id", .text, "What stands in the column: one line, no formula of a spreadsheet.",
        example: "id: \"0.5\""),
      Field("set", .objectsByPath(override), .standard(.empty), "Changes that make the level."),
    ])

  /// An expectation.
  public static let expectation = FieldList(
    "expectation", "A value known beforehand, to validate against.",
    [
      Field("measure", .text, "A measure.", example: "measure: \"ward_wait_hours\""),
      Field(
        "value", .number(.any),
        "Its value. It passes when the figure lies within 3.89 standard errors (a chance of 1 in 10,000) and its own standard error is at most 1 % of the value, or 0.01 when the value is 0; without chance on either side, when both agree to nine digits.",
        example: "value: 3.41"),
      Field(
        "standard_error", .number(.nonNegative), .standard(.number(0)),
        "Standard error of the value itself; 0 when exact.", isSetting: true),
      Field(
        "tolerance", .number(NumberRange(0, 1e15, isLowestExcluded: true)), .optional,
        "Largest difference that passes, in place of the test against standard errors: for what was observed once and no model meets exactly, and for a quantile where many have the same length, which is known to 1.6 %. The standard error of the run must then be a tenth of it at most.",
        example: "tolerance: 28", isSetting: true),
      Field(
        "arm", .identifier, .optional, "The arm, no-wait only where no_wait adds it; absent: the baseline."),
      Field(
        "at", .textMap, .optional, "Level by factor; a factor that is absent holds at all levels.",
        example: "at: {beds: \"11\"}"),
    ])
}
