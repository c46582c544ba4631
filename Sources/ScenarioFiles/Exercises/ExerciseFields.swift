/// The field lists of an exercise file, one for each concept.
public enum ExerciseFields {
  /// The exercise file itself.
  public static let exercise = FieldList(
    "exercise",
    "What an exercise has beside a trajectory: who is trained, who sends, by what, and in which words.",
    [
      Field("title", .object(name), "What the exercise is called."),
      Field("audiences", .objects(audience), "Those who can be trained."),
      Field(
        "trained", .identifiers, .optional,
        "Audiences that are trained unless others are asked for; absent: all.",
        example: "trained: [\"regional-command\"]"),
      Field("actors", .objects(actor), "Those who send and receive."),
      Field("channels", .objects(channel), "Ways for messages to go."),
      Field("storylines", .objects(storyline), .standard(.empty), "Threads that injects belong to."),
      Field("pacing", .object(pacing), .optional, "How many injects when; absent: all of them at once."),
      Field("injects", .objects(.variants(inject)), "Kinds of inject, each for one trigger."),
      Field("cards", .object(cards), .optional, "What casualty cards say; absent: there are none."),
    ])

  /// The same words in both languages.
  public static let words = FieldList(
    "words", "The same words in Swedish and English.",
    [
      Field("sv", .text, "In Swedish.", example: "sv: \"Fler patienter är på väg.\""),
      Field("en", .text, "In English.", example: "en: \"More patients are on their way.\""),
    ])

  /// The same name in both languages.
  public static let name = FieldList(
    "name", "What people call it, in Swedish and English.",
    [
      Field("sv", .name, "In Swedish.", example: "sv: \"Larmcentralen\""),
      Field("en", .name, "In English.", example: "en: \"Alarm centre\""),
    ])

  static let scopes = ["nation", "region", "facility"]
  static let roles = ["trained", "played", "simulated"]

  /// An audience.
  public static let audience = FieldList(
    "audience", "Those who are trained together.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"regional-command\""),
      Field("name", .object(name), "Its name."),
      Field(
        "scope", .choice(scopes), "Whether there is one in the nation, in each region or at each facility.",
        example: "scope: \"region\""),
    ])

  /// An actor.
  public static let actor = FieldList(
    "actor", "Somebody who sends or receives: a role, never a person.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"alarm-centre\""),
      Field("name", .object(name), "Its name."),
      Field(
        "role", .choice(roles),
        "Trained: of an audience, and sends nothing. Played: acted by control. Simulated: answered by the model alone.",
        example: "role: \"played\""),
      Field(
        "audience", .identifier, .optional,
        "Of a trained actor the audience; of a played one the audience it stands for, and when that is trained the players send themselves."
      ),
    ])

  /// A channel.
  public static let channel = FieldList(
    "channel", "A way for messages to go. No numbers, talk groups or addresses.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"telephone\""),
      Field("name", .object(name), "Its name."),
    ])

  /// A storyline.
  public static let storyline = FieldList(
    "storyline", "A thread that injects belong to.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"beds\""),
      Field("name", .object(name), "Its name."),
    ])

  /// The pacing.
  public static let pacing = FieldList(
    "pacing", "How many injects an audience gets when.",
    [
      Field(
        "most_per_hour", .count(1...1_000), .optional,
        "The most that one audience of one region gets in an hour; the least urgent are left out. Absent: no limit.",
        example: "most_per_hour: 6", isSetting: true),
      Field(
        "quiet_from", .text, .optional,
        "Clock time from which nothing is sent but what cannot wait (priority 1).",
        example: "quiet_from: \"22:00\""),
      Field(
        "quiet_until", .text, .optional, "Clock time at which sending begins again.",
        example: "quiet_until: \"06:00\""),
    ])

  /// Keys that every kind of inject has.
  private static let common = [
    Field(
      "id", .identifier, "Its id: part of the id of every inject made from it.", example: "id: \"methane\""),
    Field("audience", .identifier, "The audience it is for."),
    Field("sender", .identifier, "The actor who sends; a played or simulated one."),
    Field("receiver", .identifier, "The actor of the audience who receives."),
    Field("channel", .identifier, "The channel."),
    Field("storyline", .identifier, .optional, "The storyline."),
    Field(
      "delay", .time(.between(0, 604_800)), .standard(.number(0)),
      "From what happened to when the audience hears of it, by whole minutes.", example: "delay_minutes: 10",
      isSetting: true),
    Field(
      "priority", .count(1...5), .standard(.number(3)),
      "1 cannot wait, 5 is left out first when there are too many.", isSetting: true),
    Field(
      "after", .identifier, .optional,
      "The kind of inject that precedes it and causes it: of the same event, else the last one of the same region."
    ),
    Field("subject", .object(words), "Subject line."),
    Field("message", .object(words), "What the audience hears or reads."),
    Field("expected_action", .object(words), .optional, "What control expects the audience to do."),
    Field("objective", .object(words), .optional, "What is trained."),
    Field("evaluator_note", .object(words), .optional, "What the evaluator looks for."),
  ]

  private static let unit = Field("unit", .identifier, "Kind of unit.", example: "unit: \"icu\"")
  private static let at = Field(
    "at", .texts, "Clock times.", example: "at: [\"08:00\", \"16:00\"]")
  private static func patients(_ text: String) -> Field {
    Field("patients", .count(0...1_000_000), text, example: "patients: 5", isSetting: true)
  }

  /// Keys that a trigger has of its own.
  static func parameters(of trigger: InjectTrigger) -> [Field] {
    switch trigger {
    case .reportTime: [unit, at]
    case .picturePublished: [unit]
    case .pictureDiffers:
      [
        unit,
        Field(
          "places", .count(1...1_000_000), "By how many free places they differ at least.", isSetting: true),
      ]
    case .occupancyAbove:
      [
        unit,
        Field(
          "share", .number(NumberRange(0, 10, isLowestExcluded: true)),
          "Need over staffed places: 1 is all of them.",
          example: "share: 1.0", isSetting: true),
      ]
    case .waitingAbove, .moveRefused, .moveRequested: [unit, patients("More patients than these wait.")]
    case .surgeOrdered: [unit]
    case .massCasualty, .massCasualtyAllocation: [patients("At least so many casualties.")]
    case .massCasualtyRumour:
      [
        patients("At least so many casualties."),
        Field(
          "factor", .number(NumberRange(0, 100)), "Told casualties over true ones.", example: "factor: 2.5",
          isSetting: true),
      ]
    case .inboundAnnounced:
      [
        at, patients("At least so many casualties."),
        Field(
          "within", .time(.between(3_600, 259_200)), "How far ahead.", example: "within_hours: 12",
          isSetting: true),
      ]
    case .transportQueue: [patients("More patients than these wait for vehicles of the region.")]
    case .dischargeQueue:
      [
        unit,
        Field(
          "to", .identifier, "Kind of unit that those who are ready are to go to.",
          example: "to: \"municipal\""),
        Field(
          "share", .number(NumberRange(0, 10, isLowestExcluded: true)),
          "Patients ready to leave over staffed places.",
          example: "share: 0.08", isSetting: true),
      ]
    case .stockBelow:
      [
        Field("stock", .identifier, "Stock.", example: "stock: \"red-cells\""),
        Field(
          "days", .number(NumberRange(0, 10_000, isLowestExcluded: true)), "Days that it lasts.",
          example: "days: 3",
          isSetting: true),
      ]
    case .staffBelow:
      [
        Field("profession", .identifier, "Profession.", example: "profession: \"nurse\""),
        Field(
          "share", .share, "Share of those at the same hour of the first day.", example: "share: 0.8",
          isSetting: true),
      ]
    case .diedWaiting: [at, patients("At least so many casualties.")]
    case .reportsCease, .flightLeft, .flightCancelled, .disruption, .repaired: []
    }
  }

  /// A kind of inject.
  public static let inject = VariantList(
    "inject",
    "A kind of inject: what gives rise to it, who hears it from whom, and in which words. Texts may have words in braces that the generator fills in: those of the trigger. Words that follow a number stand with it in braces, first for one, then for more: `{number} {number|casualty|casualties}` gives `1 casualty` and `12 casualties`. A clock time of another day than that on which the inject is delivered has its date after it: `16:00 on 4 January`.",
    tag: "trigger",
    InjectTrigger.allCases.map { trigger in
      let words = trigger.blanks.map { "`{\($0.name)}` \($0.text)" }.joined(separator: ", ")
      return FieldList(
        trigger.rawValue, "\(trigger.text) Words in braces: \(words).", parameters(of: trigger) + common)
    })
}
