import CareModel

/// `datapackage.json`: every file and column of a run, as Frictionless Data Package 2.0 has them. It
/// holds no time of day, so that equal inputs give equal bytes.
struct DataPackage {
  let plan: BatchPlan
  let resources: [(table: TableDescription, file: OutputFile)]

  var json: JSONText {
    .keys([
      "$schema": .text("https://datapackage.org/profiles/2.0/datapackage.json"),
      "name": .text(plan.experimentID),
      "title": .text(plan.title),
      "description": .text(description),
      "handling": .text(plan.handling.rawValue),
      "resources": .list(resources.map { resource($0.table, $0.file) }),
    ])
  }

  private var description: String {
    var sentences = [String]()
    if !plan.question.isEmpty { sentences.append(plan.question) }
    sentences.append("Model: \(plan.modelTitle). Scenario: \(plan.scenarioTitle).")
    if !plan.whoseFigures.isEmpty { sentences.append(plan.whoseFigures) }
    if plan.isAntithetic {
      sentences.append(
        "Replications 2p and 2p + 1 are an antithetic pair; means and intervals are over pair means.")
    }
    return sentences.joined(separator: " ")
  }

  private func resource(_ table: TableDescription, _ file: OutputFile) -> JSONText {
    var schema: [JSONText.Member] = [
      .init("fields", .list(table.fields.map(field))),
      .init("missingValues", .list([.text("")])),
    ]
    if !table.key.isEmpty { schema.append(.init("primaryKey", .list(table.key.map { .text($0) }))) }
    return .keys([
      "name": .text(table.name.replacingUnderscores),
      "type": .text("table"),
      "title": .text(table.title),
      "description": .text(table.text),
      "path": .text(table.path),
      "format": .text("csv"),
      "mediatype": .text("text/csv"),
      "encoding": .text("utf-8"),
      "bytes": .whole(file.byteCount),
      "hash": .text("sha256:\(file.sha256)"),
      "handling": .text(plan.handling.rawValue),
      "dialect": .keys([
        "header": .flag(true), "delimiter": .text(","), "lineTerminator": .text("\r\n"),
        "quoteChar": .text("\""), "doubleQuote": .flag(true),
      ]),
      "schema": .object(schema),
    ])
  }

  private func field(_ field: TableField) -> JSONText {
    var members: [JSONText.Member] = [
      .init("name", .text(field.name)), .init("type", .text(field.kind.rawValue)),
      .init("description", .text(field.text)),
    ]
    if let unit = field.unit { members.append(.init("unit", .text(unit))) }
    return .object(members)
  }
}

extension String {
  var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }
}
