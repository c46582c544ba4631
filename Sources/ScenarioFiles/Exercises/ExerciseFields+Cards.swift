extension ExerciseFields {
  /// What casualty cards say.
  public static let cards = FieldList(
    "cards", "What casualty cards say. Everything is drawn from streams of its own, keyed by the patient.",
    [
      Field("label", .text, "What the label of every card begins with.", example: "label: \"ÖVN\""),
      Field("triage", .objects(triage), "Triage category by patient class."),
      Field("mechanisms", .objects(mechanism), "Mechanisms of injury."),
      Field("injuries", .objects(injury), "Injuries with their signs and treatment."),
    ])

  /// A triage category.
  public static let triage = FieldList(
    "triage", "The triage category of a patient class, and the vital signs that go with it.",
    [
      Field("class", .identifier, "Patient class.", example: "class: \"t1-civil\""),
      Field("category", .choice(["T1", "T2", "T3", "T4"]), "Category."),
      Field(
        "respiratory_rate", .numbers(.between(0, 80), unit: "per_minute", length: 2...2),
        "Breaths, best and worst."),
      Field(
        "oxygen_saturation", .numbers(.between(0, 100), unit: "percent", length: 2...2),
        "By pulse oximetry, best and worst."),
      Field(
        "heart_rate", .numbers(.between(0, 250), unit: "per_minute", length: 2...2), "Beats, best and worst."),
      Field(
        "systolic_pressure", .numbers(.between(0, 300), unit: "mmhg", length: 2...2),
        "Blood pressure, best and worst."),
      Field(
        "temperature", .numbers(.between(20, 45), unit: "celsius", length: 2...2),
        "Temperature, best and worst."),
      Field(
        "consciousness", .texts, "Levels by ACVPU, best first.",
        example: "consciousness: [\"A\", \"C\", \"V\"]"),
      Field(
        "worsens_per_hour", .share, .standard(.number(0)),
        "How much of the way from best to worst an hour before care goes.", example: "worsens_per_hour: 0.1"),
    ])

  /// A mechanism.
  public static let mechanism = FieldList(
    "mechanism", "A mechanism of injury.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"blast\""),
      Field("weight", .number(.nonNegative), "How common it is beside the others."),
      Field("words", .object(words), "What the card says."),
      Field(
        "origins", .texts, .standard(.empty), "Origins of the patients it can be of; empty: all.",
        example: "origins: [\"military\"]"),
    ])

  /// An injury.
  public static let injury = FieldList(
    "injury", "An injury with its signs and treatment.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"thigh-bleeding\""),
      Field("weight", .number(.nonNegative), "How common it is beside the others of its severity."),
      Field("niss_minimum", .integer(1...75), "Least severity."),
      Field("niss_maximum", .integer(1...75), "Greatest severity."),
      Field("mechanisms", .identifiers, .standard(.empty), "Mechanisms it can come from; empty: all."),
      Field("injuries", .object(words), "The injuries."),
      Field("signs", .object(words), "Signs and symptoms."),
      Field("treatment", .object(words), "Treatment given before hospital."),
    ])
}
