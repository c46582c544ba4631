import BatchRunner

/// Injects as OpenAEV imports them from a workbook, with the mapper that tells it which column holds what.
public enum OpenAEVWorkbook {
  /// `openaev-injects.xlsx`, with its sheet `Injects`, and `openaev-mapper.json`.
  ///
  /// Trigger times are local and without offset, for the importer drops an offset in silence; it asks for the time
  /// zone. No mapped cell is blank.
  ///
  /// - Parameters:
  ///   - list: the exercise.
  ///   - language: language of the texts.
  ///   - writtenChannels: ids of the channels whose messages become e-mails; the rest are manual injects.
  /// - Complexity: O(n log n) of the injects.
  public static func files(
    _ list: ExerciseList, in language: Language, writtenChannels: [String]
  ) throws(ExchangeFailure) -> [ExchangeFile] {
    let text = OpenAEVText(list, in: language, writtenChannels: writtenChannels)
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let rows = InjectTable.ordered(list.injects).map { inject -> [Workbook.Cell] in
      [
        .text(inject.id), .text(text.contract(inject).rawValue),
        .text(clock.localWithoutOffset(list.playMinute(inject.minute))),
        .text(text.title(inject)), .text(text.description(inject)),
        .text(text.teams.teams(of: inject).map(\.name).joined(separator: ",")),
        .text(text.subject(inject)), .text(text.body(inject)), .text(text.expectationName),
        .text(text.expectation(inject)), .whole(100),
      ]
    }
    let sheet = Workbook.Sheet(
      name: "Injects", columns: columns.map { ($0, $0 == "body" || $0 == "description" ? 60 : 22) },
      rows: rows)
    return [
      try Workbook(sheets: [sheet]).file("openaev-injects.xlsx"),
      ExchangeFile(name: "openaev-mapper.json", text: mapper.rendered),
    ]
  }

  /// Headings; those that the importer knows have its names.
  private static let columns = [
    "id", "type", "trigger_time", "title", "description", "teams", "subject", "body", "expectation_name",
    "expectation_description", "expectation_score",
  ]

  private static var mapper: JSONText {
    .list([
      .keys([
        "import_mapper_name": .text("Beredskap"),
        "import_mapper_inject_type_column": .text(letters("type")),
        "import_mapper_inject_importers": .list(OpenAEVText.Contract.allCases.map(importer)),
      ])
    ])
  }

  private static func importer(_ contract: OpenAEVText.Contract) -> JSONText {
    let isEmail = contract == .email
    let attributes = columns.dropFirst(2).filter { isEmail || ($0 != "subject" && $0 != "body") }
    return .keys([
      // Anchored: the importer searches, and skips a row that two types match.
      "inject_importer_type_value": .text("^\(contract.rawValue)$"),
      "inject_importer_injector_contract": .text(contract.identifier),
      "inject_importer_rule_attributes": .list(attributes.map(rule)),
    ])
  }

  private static func rule(_ attribute: String) -> JSONText {
    var members: [JSONText.Member] = [
      .init("rule_attribute_name", .text(attribute)),
      .init("rule_attribute_columns", .text(letters(attribute))),
      .init("rule_attribute_default_value", .text("")),
    ]
    if attribute == "trigger_time" {
      members.append(.init("rule_attribute_additional_config", .keys(["timePattern": .text("")])))
    }
    return .object(members)
  }

  private static func letters(_ column: String) -> String {
    Workbook.letters(columns.firstIndex(of: column) ?? 0)
  }
}
