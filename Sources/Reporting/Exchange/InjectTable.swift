/// The canonical table of injects: every field, in both languages.
enum InjectTable {
  /// Injects in order of delivery, then of number and id.
  ///
  /// - Complexity: O(n log n).
  static func ordered(_ injects: [Inject]) -> [Inject] {
    injects.sorted { ($0.minute, $0.number, $0.id) < ($1.minute, $1.number, $1.id) }
  }

  /// The table of a list; times are of `clock`.
  static func table(_ list: ExerciseList, _ clock: ExerciseClock) -> ExchangeTable<Inject> {
    ExchangeTable(
      name: "injects", title: "Injects",
      text: "One row for each inject, in order of delivery. Simulated; for an exercise.",
      columns: identity() + times(list, clock) + places() + words() + origin(clock), key: ["inject_id"],
      references: [
        .init(column: "audience", table: "audiences", target: "audience_id"),
        .init(column: "sender", table: "actors", target: "actor_id"),
        .init(column: "receiver", table: "actors", target: "actor_id"),
        .init(column: "channel", table: "channels", target: "channel_id"),
        .init(column: "cause_inject_id", table: "", target: "inject_id"),
      ])
  }

  private typealias Column = ExchangeColumn<Inject>

  private static func identity() -> [Column] {
    [
      Column(name: "inject_id", kind: .text, text: "Stable name of the inject.") { $0.id },
      Column(name: "number", kind: .whole, text: "Place in the list, from 1.") { "\($0.number)" },
    ]
  }

  private static func times(_ list: ExerciseList, _ clock: ExerciseClock) -> [Column] {
    [
      Column(name: "minute", kind: .whole, text: "Delivery, since day 0 began.", unit: "min") {
        "\($0.minute)"
      },
      Column(name: "time_utc", kind: .time, text: "Delivery, UTC.") { clock.utc($0.minute) },
      Column(name: "time_local", kind: .text, text: "Delivery, local clock with its offset from UTC.") {
        clock.local($0.minute)
      },
      Column(name: "time_relative", kind: .text, text: "Delivery: days since day 0 and local time of day.") {
        clock.relative($0.minute)
      },
      Column(
        name: "play_minute", kind: .whole,
        text: "When control delivers it, since day 0 began: another minute when the exercise runs faster.",
        unit: "min"
      ) { "\(list.playMinute($0.minute))" },
      Column(
        name: "event_minute", kind: .whole, text: "When what it tells of happened, since day 0 began.",
        unit: "min"
      ) { "\($0.eventMinute)" },
      Column(name: "event_time_utc", kind: .time, text: "When what it tells of happened, UTC.") {
        clock.utc($0.eventMinute)
      },
    ]
  }

  private static func places() -> [Column] {
    [
      Column(name: "storyline", kind: .text, text: "Storyline.") { $0.storyline },
      Column(name: "kind", kind: .text, text: "Kind of inject.") { $0.kind },
      Column(name: "region_code", kind: .text, text: "Region; empty for the nation.") { $0.region },
      Column(name: "region", kind: .text, text: "Name of the region.") { $0.regionName },
      Column(name: "audience", kind: .text, text: "Training audience.") { $0.audience },
      Column(name: "sender", kind: .text, text: "Actor that sends it.") { $0.sender },
      Column(name: "receiver", kind: .text, text: "Actor that receives it.") { $0.receiver },
      Column(name: "channel", kind: .text, text: "Channel.") { $0.channel },
    ]
  }

  private static func words() -> [Column] {
    let texts: [(name: String, text: String, cell: (Inject, Language) -> String)] = [
      ("subject", "Subject line", { inject, language in inject.subject[language] }),
      (
        "message", "What the receiver hears or reads, marked as an exercise",
        { inject, language in ExerciseMark.message(inject.message[language], in: language) }
      ),
      (
        "expected_action", "What control expects the audience to do",
        { inject, language in inject.expectedAction[language] }
      ),
      ("objective", "Objective it serves", { inject, language in inject.objective[language] }),
      (
        "evaluator_note", "What the evaluator looks for",
        { inject, language in inject.evaluatorNote[language] }
      ),
    ]
    return texts.flatMap { name, text, cell in
      [
        Column(name: "\(name)_sv", kind: .text, text: "\(text); Swedish.") { cell($0, .swedish) },
        Column(name: "\(name)_en", kind: .text, text: "\(text); English.") { cell($0, .english) },
      ]
    }
  }

  private static func origin(_ clock: ExerciseClock) -> [Column] {
    [
      Column(name: "state_variable", kind: .text, text: "State variable it comes from.") {
        $0.stateVariable
      },
      Column(name: "state_value", kind: .text, text: "Value of that variable.") { $0.stateValue },
      Column(
        name: "cut_off_minute", kind: .whole, text: "When the figures it cites were true, since day 0 began.",
        unit: "min"
      ) { $0.cutOffMinute.map { "\($0)" } ?? "" },
      Column(name: "cut_off_time_utc", kind: .time, text: "When the figures it cites were true, UTC.") {
        $0.cutOffMinute.map(clock.utc) ?? ""
      },
      Column(
        name: "truth", kind: .text, text: "How it stands to what is true; for control alone.",
        words: InjectTruth.allCases.map(\.rawValue)
      ) { $0.truth.rawValue },
      Column(name: "track", kind: .text, text: "Arm it belongs to; empty when common.") { $0.track },
      Column(name: "cause_inject_id", kind: .text, text: "Inject that causes it.") { $0.cause ?? "" },
      Column(name: "casualty_ids", kind: .text, text: "Casualty cards that go with it, parted by ';'.") {
        $0.cards.joined(separator: ";")
      },
    ]
  }
}
