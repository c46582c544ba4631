/// Tables of casualty cards and of their vital signs.
enum CasualtyTables {
  /// One row for each card; times are of `clock`.
  static func cards(_ clock: ExerciseClock) -> ExchangeTable<CasualtyCard> {
    ExchangeTable(
      name: "casualty_cards", title: "Casualty cards",
      text: "One row for each simulated casualty. No names and no identity numbers.",
      columns: identity() + times(clock) + findings() + report(), key: ["casualty_id"])
  }

  /// Vital signs of a card.
  struct Measurement {
    let card: String
    let signs: VitalSigns
  }

  /// The measurements of all cards, in the order of the cards and of time.
  static func measurements(_ cards: [CasualtyCard]) -> [Measurement] {
    cards.flatMap { card in card.vitalSigns.map { Measurement(card: card.id, signs: $0) } }
  }

  /// One row for each measurement; times are of `clock`.
  static func vitalSigns(_ clock: ExerciseClock) -> ExchangeTable<Measurement> {
    ExchangeTable(
      name: "vital_signs", title: "Vital signs", text: "One row for each casualty and moment of measurement.",
      columns: [
        .init(name: "casualty_id", kind: .text, text: "Label of the casualty.") { $0.card },
        .init(name: "minute", kind: .whole, text: "When measured, since day 0 began.", unit: "min") {
          "\($0.signs.minute)"
        },
        .init(name: "time_utc", kind: .time, text: "When measured, UTC.") { clock.utc($0.signs.minute) },
        .init(name: "respiratory_rate_per_minute", kind: .whole, text: "Breathing.", unit: "/min") {
          text($0.signs.respiratoryRate)
        },
        .init(name: "oxygen_saturation_percent", kind: .whole, text: "Pulse oximetry.", unit: "%") {
          text($0.signs.oxygenSaturation)
        },
        .init(name: "heart_rate_per_minute", kind: .whole, text: "Heart rate.", unit: "/min") {
          text($0.signs.heartRate)
        },
        .init(name: "systolic_pressure_mmhg", kind: .whole, text: "Blood pressure.", unit: "mmHg") {
          text($0.signs.systolicPressure)
        },
        .init(
          name: "consciousness_acvpu", kind: .text, text: "Level of consciousness by ACVPU.",
          words: Consciousness.allCases.map(\.rawValue)
        ) { $0.signs.consciousness?.rawValue ?? "" },
        .init(name: "temperature_celsius", kind: .number, text: "Body temperature.", unit: "°C") {
          $0.signs.temperatureTenths.map(tenths) ?? ""
        },
      ], key: [],
      references: [.init(column: "casualty_id", table: "casualty_cards", target: "casualty_id")])
  }

  /// Tenths as a decimal: 365 is `36.5`.
  static func tenths(_ value: Int) -> String {
    let size = value.magnitude
    return "\(value < 0 ? "-" : "")\(size / 10).\(size % 10)"
  }

  private static func text(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }

  private static func identity() -> [ExchangeColumn<CasualtyCard>] {
    [
      .init(name: "casualty_id", kind: .text, text: "Label in the exercise.") { $0.id },
      .init(name: "stream", kind: .text, text: "Stream that brought the patient.") { $0.stream },
      .init(name: "ordinal", kind: .whole, text: "Number within the stream.") { "\($0.ordinal)" },
      .init(name: "region_code", kind: .text, text: "Region of the injury.") { $0.region },
      .init(name: "facility_id", kind: .text, text: "Facility where brought.") { $0.facility },
    ]
  }

  private static func times(_ clock: ExerciseClock) -> [ExchangeColumn<CasualtyCard>] {
    [
      .init(name: "injured_minute", kind: .whole, text: "Injury, since day 0 began.", unit: "min") {
        "\($0.injuredMinute)"
      },
      .init(name: "injured_time_utc", kind: .time, text: "Injury, UTC.") { clock.utc($0.injuredMinute) },
      .init(name: "arrival_minute", kind: .whole, text: "Arrival, since day 0 began.", unit: "min") {
        text($0.arrivalMinute)
      },
      .init(name: "arrival_time_utc", kind: .time, text: "Arrival, UTC.") {
        $0.arrivalMinute.map(clock.utc) ?? ""
      },
    ]
  }

  private static func findings() -> [ExchangeColumn<CasualtyCard>] {
    [
      .init(name: "patient_class", kind: .text, text: "Patient class.") { $0.patientClass },
      .init(name: "patient_class_sv", kind: .text, text: "Patient class in Swedish.") {
        $0.patientClassTitle.sv
      },
      .init(name: "patient_class_en", kind: .text, text: "Patient class in English.") {
        $0.patientClassTitle.en
      },
      .init(
        name: "triage", kind: .text, text: "Triage category.", words: TriageCategory.allCases.map(\.rawValue)
      ) { $0.triage.rawValue },
      .init(name: "niss", kind: .whole, text: "New injury severity score.") { text($0.severityScore) },
    ]
  }

  private static func report() -> [ExchangeColumn<CasualtyCard>] {
    let parts: [(name: String, text: String, part: (MechanismReport) -> LocalText)] = [
      ("mechanism", "Mechanism of injury", \.mechanism), ("injuries", "Injuries found", \.injuries),
      ("signs", "Signs and symptoms", \.signs), ("treatment", "Treatment given", \.treatment),
    ]
    return parts.flatMap { name, text, part in
      [
        ExchangeColumn<CasualtyCard>(name: "\(name)_sv", kind: .text, text: "\(text); Swedish.") {
          part($0.report).sv
        },
        ExchangeColumn<CasualtyCard>(name: "\(name)_en", kind: .text, text: "\(text); English.") {
          part($0.report).en
        },
      ]
    }
  }
}
