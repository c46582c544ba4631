import BatchRunner

/// The FHIR resources of one casualty.
struct CasualtyResources {
  let card: CasualtyCard
  let list: ExerciseList
  let clock: ExerciseClock
  let language: Language
  private let patientIdentifier: String
  private let encounterIdentifier: String

  init(card: CasualtyCard, list: ExerciseList, clock: ExerciseClock, language: Language) {
    self.card = card
    self.list = list
    self.clock = clock
    self.language = language
    patientIdentifier = Self.identifier("patient", card, list)
    encounterIdentifier = Self.identifier("encounter", card, list)
  }

  typealias Resource = (id: String, resource: JSONText)

  /// Code systems of the exercise itself: uniform names, not addresses.
  private static let space = "urn:x-beredskap"
  private static let loinc = "http://loinc.org"

  /// All resources, the patient first.
  var all: [Resource] {
    var resources = [patient, encounter, condition, triage]
    if let score = card.severityScore { resources.append(severity(score)) }
    for (index, signs) in card.vitalSigns.enumerated() { resources += observations(signs, index) }
    return resources
  }

  private func identifier(_ kind: String) -> String { Self.identifier(kind, card, list) }

  private static func identifier(_ kind: String, _ card: CasualtyCard, _ list: ExerciseList) -> String {
    StableIdentifier.uuid(kind, list.experiment, "\(list.replication)", card.id)
  }

  private func resource(_ type: String, _ id: String, _ members: [(String, JSONText)]) -> Resource {
    let head: [(String, JSONText)] = [
      ("resourceType", .text(type)), ("id", .text(id)), ("meta", FHIRText.meta),
      ("language", .text(FHIRText.tag(language))),
    ]
    return (id, .object((head + members).map { JSONText.Member($0.0, $0.1) }))
  }

  /// Text that FHIR takes: never empty.
  private func words(_ text: String) -> String {
    let line = ExchangeText.plain(text)
    return line.allSatisfy(\.isWhitespace) ? "–" : line
  }

  private var patient: Resource {
    resource(
      "Patient", patientIdentifier,
      [
        (
          "identifier",
          .list([
            .keys([
              "use": .text("temp"), "system": .text("\(Self.space):casualty"), "value": .text(words(card.id)),
            ])
          ])
        ), ("active", .flag(true)),
      ])
  }

  private var encounter: Resource {
    var members: [(String, JSONText)] = [
      ("status", .text(card.arrivalMinute == nil ? "planned" : "triaged")),
      (
        "class",
        .keys([
          "system": .text("http://terminology.hl7.org/CodeSystem/v3-ActCode"), "code": .text("EMER"),
          "display": .text("emergency"),
        ])
      ),
      ("priority", FHIRText.concept("\(Self.space):triage", card.triage.rawValue, card.triage.rawValue)),
      ("subject", FHIRText.reference(patientIdentifier)),
    ]
    if let arrival = card.arrivalMinute {
      members.append(("period", .keys(["start": .text(clock.local(arrival))])))
    }
    members.append(
      (
        "diagnosis", .list([.keys(["condition": FHIRText.reference(identifier("condition"))])])
      ))
    if !card.facility.isEmpty {
      members.append(("serviceProvider", .keys(["display": .text(words(card.facility))])))
    }
    return resource("Encounter", encounterIdentifier, members)
  }

  private var condition: Resource {
    let parts = [card.report.mechanism, card.report.signs, card.report.treatment]
    let headings = [
      LocalText(sv: "Skademekanism", en: "Mechanism"), LocalText(sv: "Status och symtom", en: "Signs"),
      LocalText(sv: "Behandling", en: "Treatment"),
    ]
    return resource(
      "Condition", identifier("condition"),
      [
        (
          "clinicalStatus",
          FHIRText.concept(
            "http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active")
        ), ("code", .keys(["text": .text(words(card.report.injuries[language]))])),
        ("subject", FHIRText.reference(patientIdentifier)),
        ("encounter", FHIRText.reference(encounterIdentifier)),
        ("onsetDateTime", .text(clock.local(card.injuredMinute))),
        (
          "note",
          .list(
            zip(headings, parts).map { heading, part in
              .keys(["text": .text("\(heading[language]): \(words(part[language]))")])
            })
        ),
      ])
  }

  private var triage: Resource {
    let minute = card.arrivalMinute ?? card.vitalSigns.first?.minute ?? card.injuredMinute
    return observation(
      "triage", minute, "exam",
      FHIRText.concept("\(Self.space):observation", "triage-category", "Triage category"),
      (
        "valueCodeableConcept",
        FHIRText.concept("\(Self.space):triage", card.triage.rawValue, card.triage.rawValue)
      ))
  }

  private func severity(_ score: Int) -> Resource {
    observation(
      "niss", card.arrivalMinute ?? card.injuredMinute, "survey",
      FHIRText.concept("\(Self.space):observation", "niss", "New Injury Severity Score"),
      ("valueInteger", .whole(score)))
  }

  private func observation(
    _ kind: String, _ minute: Int, _ category: String, _ code: JSONText, _ value: (String, JSONText)
  ) -> Resource {
    resource(
      "Observation", identifier(kind),
      [
        ("status", .text("final")),
        (
          "category",
          .list([
            FHIRText.concept(
              "http://terminology.hl7.org/CodeSystem/observation-category", category,
              Self.category[category] ?? "")
          ])
        ), ("code", code), ("subject", FHIRText.reference(patientIdentifier)),
        ("encounter", FHIRText.reference(encounterIdentifier)),
        ("effectiveDateTime", .text(clock.local(minute))), value,
      ])
  }

  private static let category = ["exam": "Exam", "survey": "Survey", "vital-signs": "Vital Signs"]

  private func observations(_ signs: VitalSigns, _ index: Int) -> [Resource] {
    var resources: [Resource] = []
    func add(_ code: String, _ display: String, _ value: (String, JSONText), more: [(String, String)] = []) {
      let concept = FHIRText.concept(Self.loinc, [(code, display)] + more)
      resources.append(observation("\(code) \(index)", signs.minute, "vital-signs", concept, value))
    }
    if let value = signs.respiratoryRate {
      add("9279-1", "Respiratory rate", ("valueQuantity", FHIRText.quantity(.whole(value), "/min", "/min")))
    }
    if let value = signs.oxygenSaturation {
      add(
        "2708-6", "Oxygen saturation in Arterial blood",
        ("valueQuantity", FHIRText.quantity(.whole(value), "%", "%")),
        more: [("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry")])
    }
    if let value = signs.heartRate {
      add("8867-4", "Heart rate", ("valueQuantity", FHIRText.quantity(.whole(value), "/min", "/min")))
    }
    if let value = signs.systolicPressure {
      add(
        "8480-6", "Systolic blood pressure",
        ("valueQuantity", FHIRText.quantity(.whole(value), "mmHg", "mm[Hg]")))
    }
    if let value = signs.consciousness {
      add(
        "67775-7", "Level of responsiveness",
        ("valueCodeableConcept", FHIRText.concept("\(Self.space):acvpu", value.rawValue, Self.words(value))))
    }
    if let value = signs.temperatureTenths {
      add(
        "8310-5", "Body temperature",
        ("valueQuantity", FHIRText.quantity(.number(Double(value) / 10), "°C", "Cel")))
    }
    return resources
  }

  private static func words(_ consciousness: Consciousness) -> String {
    switch consciousness {
    case .alert: "Alert"
    case .confused: "New confusion"
    case .voice: "Responds to voice"
    case .pain: "Responds to pain"
    case .unresponsive: "Unresponsive"
    }
  }
}
