import Reporting

/// A small exercise with one of everything, and the same with hostile words wherever a user writes words.
enum SampleExercise {
  static let hostile =
    "=HYPERLINK(\"x\") <script>alert('1')</script> \" & ]]> --> ${7*7} #{1} <#assign x=1> _x0041_ a\r\nb\n"
    + "c\u{202E}d\u{2066}e\u{200F}f\u{0}\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{FFFE}\u{2028}g, h;"

  static let choices = ExchangeFiles.Choices(
    language: .swedish, alertKinds: ["mass-casualty"], writtenChannels: ["wis"])

  static var plain: ExerciseList { list { $0 } }

  static var harsh: ExerciseList { list { "\(hostile) \($0)" } }

  static var log: [PatientLogRow] { log { $0 } }

  static var harshLog: [PatientLogRow] { log { "\(hostile) \($0)" } }

  private static func list(_ w: @escaping (String) -> String) -> ExerciseList {
    let text = { (sv: String, en: String) in LocalText(sv: w(sv), en: w(en)) }
    return ExerciseList(
      title: text("Övning Norrsken", "Exercise Northern Lights"), experiment: "three-days",
      scenario: w("attack"),
      arms: [w("as-today"), w("early-transfer")], replication: 7, seed: 20_270_104,
      timeOrigin: "2027-01-04T00:00:00+01:00", startMinute: 480, endMinute: 4_800,
      injects: injects(w, text),
      actors: [
        ExerciseActor(
          id: w("tib"), name: text("TiB i Region Norrbotten", "Officer on call, Norrbotten"), role: .trained),
        ExerciseActor(id: w("sos"), name: text("SOS Alarm", "SOS Alarm"), role: .played),
        ExerciseActor(
          id: w("hospital"), name: text("Sunderby sjukhus", "Sunderby hospital"), role: .simulated),
      ],
      channels: [
        ExerciseChannel(id: "telephone", name: text("Telefon", "Telephone")),
        ExerciseChannel(id: "wis", name: text("WIS", "WIS")),
      ],
      audiences: [
        ExerciseAudience(
          id: w("rsl-25"), name: text("Regional krisledning, Norrbotten", "Crisis management, Norrbotten"))
      ],
      cards: cards(w, text))
  }

  private static func injects(_ w: (String) -> String, _ text: (String, String) -> LocalText) -> [Inject] {
    [
      Inject(
        id: "icu-25-d0", number: 2, minute: 540, eventMinute: 480, storyline: w("icu"), kind: "icu-report",
        region: "25", regionName: w("Norrbotten"), audience: w("rsl-25"), sender: w("hospital"),
        receiver: w("tib"), channel: "wis", subject: text("Intensivvård kl. 08", "Intensive care at 08"),
        message: text("Tillgängliga platser: 12. Belagda: 11.", "Available places: 12. Occupied: 11."),
        expectedAction: text("Höjer beredskapen.", "Raises the level."),
        objective: text("Lägesbild", "Situation picture"),
        evaluatorNote: text("Ställs motfrågan?", "Is the question put?"),
        stateVariable: "icu_occupied_places",
        stateValue: "11", cutOffMinute: 480, truth: .outdated, cause: "methane-25-d0", cards: []),
      Inject(
        id: w("methane-25-d0"), number: 1, minute: 500, eventMinute: 485, storyline: w("mass-casualty"),
        kind: "mass-casualty", region: "25", regionName: w("Norrbotten"), audience: w("rsl-25"),
        sender: w("sos"), receiver: w("tib"), channel: "telephone", subject: text("METHANE", "METHANE"),
        message: text("Stor olycka. 14 skadade.", "Major incident. 14 injured."),
        expectedAction: text("Fördelar patienter.", "Allocates patients."), stateVariable: "casualties",
        stateValue: "-14", cards: ["ÖVN-0042", "ÖVN-0043"]),
      Inject(
        id: "rumour-25-d1", number: 3, minute: 1_500, eventMinute: 1_490, storyline: w("stock"),
        kind: "mass-casualty", audience: w("rsl-25"), sender: w("sos"), receiver: w("tib"),
        channel: "telephone", subject: text("Rykte om brist", "Rumour of a shortage"),
        message: text("ÖVNING Blodet är slut. ÖVNING", "EXERCISE Blood is out. EXERCISE"), truth: .rumour,
        track: w("early-transfer")),
    ].map { inject in
      var inject = inject
      if inject.cause != nil { inject.cause = w("methane-25-d0") }
      inject.cards = inject.cards.map(w)
      return inject
    }
  }

  private static func cards(
    _ w: (String) -> String, _ text: (String, String) -> LocalText
  ) -> [CasualtyCard] {
    [
      CasualtyCard(
        id: w("ÖVN-0042"), stream: w("attack"), ordinal: 42, region: "25", facility: w("sunderbyn"),
        injuredMinute: 485, arrivalMinute: 545, patientClass: w("severe"),
        patientClassTitle: text("Svårt skadad", "Severely injured"), triage: .immediate, severityScore: 34,
        report: MechanismReport(
          mechanism: text("Splitter", "Fragments"),
          injuries: text("Buk och höger lår", "Abdomen, right thigh"),
          signs: text("Blek, snabb andning", "Pale, fast breathing"),
          treatment: text("Tourniquet 08.09", "Tourniquet 08:09")),
        vitalSigns: [
          VitalSigns(
            minute: 495, respiratoryRate: 28, oxygenSaturation: 91, heartRate: 124, systolicPressure: 88,
            consciousness: .voice, temperatureTenths: 358),
          VitalSigns(minute: 545, heartRate: 118, systolicPressure: 95, consciousness: .alert),
        ]),
      CasualtyCard(
        id: w("ÖVN-0043"), stream: w("attack"), ordinal: 43, region: "25", injuredMinute: 485,
        patientClass: w("light"), patientClassTitle: text("Lindrigt skadad", "Lightly injured"),
        triage: .minor,
        report: MechanismReport(
          mechanism: text("Fall", "Fall"), injuries: LocalText(sv: "", en: ""), signs: text("Vaken", "Alert"),
          treatment: LocalText(sv: "", en: ""))),
    ]
  }

  private static func log(_ w: (String) -> String) -> [PatientLogRow] {
    let one: [(PatientEventType, String, Double, Int?)] = [
      (.arrivalDeparture, "arrival", 485, nil), (.queue, "icu_wait", 500.25, nil),
      (.resourceUse, "icu", 545.5, 1), (.resourceUseEnd, "icu", 2_000, 1),
      (.arrivalDeparture, "depart", 2_000, nil),
    ]
    return ["a", "b"].flatMap { name in
      one.map { type, event, minute, resource in
        PatientLogRow(
          entity: w(name), type: type, event: event, minute: name == "a" ? minute : minute + 60,
          resource: resource,
          pathway: w("surgical"), region: "25", facility: w("sunderbyn"))
      }
    }
  }
}
