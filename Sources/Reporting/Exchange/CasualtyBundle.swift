import BatchRunner

/// The casualties as an HL7 FHIR R4B bundle of type collection: for each a Patient without a name, an Encounter, a
/// Condition, and Observations of triage, injury severity and vital signs. Every resource has the tag HTEST.
public enum CasualtyBundle {
  /// `casualties.fhir.json`. Identifiers follow from the labels of the cards.
  ///
  /// - Complexity: O(bytes).
  public static func file(_ list: ExerciseList, in language: Language) -> ExchangeFile {
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let entries = list.cards.flatMap { card in
      CasualtyResources(card: card, list: list, clock: clock, language: language).all
    }
    let head = JSONText.keys([
      "resourceType": .text("Bundle"),
      "id": .text(StableIdentifier.uuid("bundle", list.experiment, "\(list.replication)")),
      "meta": FHIRText.meta,
      "language": .text(FHIRText.tag(language)),
      "type": .text("collection"),
    ])
    let lines = entries.map { id, resource in
      onOneLine(.keys(["fullUrl": .text("urn:uuid:\(id)"), "resource": resource]))
    }
    let body = lines.isEmpty ? "" : ", \"entry\": [\n\(lines.joined(separator: ",\n"))\n]"
    return ExchangeFile(name: "casualties.fhir.json", text: "\(onOneLine(head).dropLast())\(body)}\n")
  }

  /// A resource on one line: hundreds of casualties make tens of thousands of them.
  private static func onOneLine(_ value: JSONText) -> String {
    // A newline within a text is written `\n`, so every line end here is layout.
    let lines = Array(value.rendered.utf8).split(separator: UInt8(ascii: "\n"))
    return String(decoding: lines.flatMap { $0.drop { $0 == UInt8(ascii: " ") } }, as: UTF8.self)
  }
}

/// Pieces that FHIR resources share.
enum FHIRText {
  /// Marks a resource as test data: HL7 v3 ActReason HTEST.
  static var meta: JSONText {
    .keys([
      "tag": .list([
        .keys([
          "system": .text("http://terminology.hl7.org/CodeSystem/v3-ActReason"),
          "code": .text("HTEST"),
          "display": .text("test health data"),
        ])
      ])
    ])
  }

  /// `sv-SE` or `en-GB`.
  static func tag(_ language: Language) -> String { language == .swedish ? "sv-SE" : "en-GB" }

  /// A reference within the bundle.
  static func reference(_ id: String) -> JSONText { .keys(["reference": .text("urn:uuid:\(id)")]) }

  /// A concept of one code.
  static func concept(_ system: String, _ code: String, _ display: String) -> JSONText {
    concept(system, [(code, display)])
  }

  /// A concept of several codes of one system.
  static func concept(_ system: String, _ codes: [(String, String)]) -> JSONText {
    .keys([
      "coding": .list(
        codes.map { code, display in
          .keys(["system": .text(system), "code": .text(code), "display": .text(display)])
        })
    ])
  }

  /// A quantity in a unit of UCUM.
  static func quantity(_ value: JSONText, _ unit: String, _ code: String) -> JSONText {
    .keys([
      "value": value, "unit": .text(unit), "system": .text("http://unitsofmeasure.org"), "code": .text(code),
    ])
  }
}
