/// Writes the reference of field lists in Markdown: one table for each concept, each concept once, from the root on.
public enum ReferencePage {
  /// The page of a file whose root is an object of a list.
  public static func markdown(of root: FieldList, title: String) -> String {
    var sections: [String] = []
    var contents: [String] = []
    var waiting: [ObjectShape] = [.fields(root)]
    var seen: Set<String> = []
    while !waiting.isEmpty {
      let shape = waiting.removeFirst()
      guard seen.insert(shape.name).inserted else { continue }
      contents.append("[\(shape.name)](#\(shape.name))")
      switch shape {
      case .fields(let list):
        sections.append("## \(list.name)\n\n\(list.text)\n\n\(table(list))")
        waiting += list.inner
      case .variants(let variants):
        sections.append(section(of: variants))
        waiting += variants.lists.flatMap(\.inner)
      }
    }
    return "# \(title)\n\nConcepts: \(contents.joined(separator: " · "))\n\n"
      + sections.joined(separator: "\n")
  }

  /// The variants of a concept. Keys that many of them have alike stand in one table before them.
  private static func section(of variants: VariantList) -> String {
    let common = commonRows(of: variants)
    var section = "## \(variants.name)\n\n\(variants.text)\n"
    if !common.isEmpty { section += "\nKeys that many of them have:\n\n" + table(common) }
    for list in variants.lists {
      let own = list.fields.map(\.row).filter { !common.contains($0) }
      section += "\n### \(variants.tag): \"\(list.name)\"\n\n\(list.text)\n\n"
      if own.count == list.fields.count {
        section += table(list)
      } else {
        section += "Keys: \(list.fields.map { "`\($0.shownKey)`" }.joined(separator: ", ")).\n"
        if !own.isEmpty { section += "\n" + table(own) }
        section += further(list)
      }
    }
    return section
  }

  /// Rows that more than eight variants have, in order.
  private static func commonRows(of variants: VariantList) -> [String] {
    let rows = variants.lists.flatMap { $0.fields.map(\.row) }
    let counts = Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
    var common: [String] = []
    for row in rows where counts[row, default: 0] > 8 && !common.contains(row) { common.append(row) }
    return common
  }

  private static func table(_ list: FieldList) -> String {
    if list.fields.isEmpty { return "It has no keys of its own.\n" }
    return table(list.fields.map(\.row)) + further(list)
  }

  private static func further(_ list: FieldList) -> String {
    list.isOpen ? "\nFurther keys with a number are kept under their name.\n" : ""
  }

  private static func table(_ rows: [String]) -> String {
    (["| key | type and unit | range | default | meaning | example |", "|---|---|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }
}

extension ObjectShape {
  /// The concept's name.
  var name: String {
    switch self {
    case .fields(let list): list.name
    case .variants(let variants): variants.name
    }
  }
}

extension FieldList {
  /// The shapes that its fields lead to.
  fileprivate var inner: [ObjectShape] {
    fields.compactMap { $0.kind.innerShape }
  }
}

extension FieldKind {
  /// The shape of the objects that a value of this kind holds.
  fileprivate var innerShape: ObjectShape? {
    switch self {
    case .object(let shape), .objects(let shape), .objectMap(let shape), .objectsByPath(let shape): shape
    case .distribution(let dimension), .distributions(let dimension): .variants(dimension.laws)
    case .textOr(let kind): kind.innerShape
    default: nil
    }
  }
}

extension Field {
  /// Its row of a table.
  fileprivate var row: String {
    let cells = [
      "`\(shownKey)`", kind.words, kind.rangeWords, presence.words, text,
      example.isEmpty ? "" : "`\(example)`",
    ]
    let escaped = cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
    return "| \(escaped.joined(separator: " | ")) |"
  }

  /// The key as the reference shows it: `mean_<time>` when it comes in several units.
  fileprivate var shownKey: String {
    switch kind {
    case .time, .times: "\(key)_<time>"
    case .rate: "\(key)_<rate>"
    default: spellings[0].key
    }
  }
}

extension FieldKind {
  fileprivate var words: String {
    switch self {
    case .text, .name: "text"
    case .identifier: "identifier"
    case .choice: "one of several words"
    case .flag: "true or false"
    case .integer: "whole number"
    case .number(_, let unit): unit.map { "number, \($0)" } ?? "number"
    case .share: "share"
    case .time: "time: seconds, minutes, hours, days or weeks"
    case .rate: "rate: per_hour, per_day, per_week or per_year"
    case .count(_, let unit): unit.map { "count, \($0)" } ?? "count"
    case .numbers(_, let unit, _): unit.map { "list of numbers, \($0)" } ?? "list of numbers"
    case .times: "list of times"
    case .numberMap(_, let unit): unit.map { "numbers by name, \($0)" } ?? "numbers by name"
    case .shares: "shares by name"
    case .texts: "list of texts"
    case .identifiers: "list of identifiers"
    case .textMap: "texts by name"
    case .objectsByPath(let shape): "objects by path: \(shape.name)"
    case .distributions(let dimension): "distributions by identifier: \(dimension.laws.name)"
    case .textOr(let kind): "text, or \(kind.words)"
    case .object(let shape): "object: \(shape.name)"
    case .objects(let shape): "list of objects: \(shape.name)"
    case .objectMap(let shape): "objects by identifier: \(shape.name)"
    case .distribution(let dimension): "distribution: \(dimension.laws.name)"
    case .file: "file"
    case .any: "anything"
    }
  }

  fileprivate var rangeWords: String {
    switch self {
    case .textOr(let kind): kind.rangeWords
    case .name: "one line of \(ScenarioFiles.words(forLength: FieldKind.nameLength)) characters"
    case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
    case .integer(let range): ScenarioFiles.words(for: range)
    case .count(let range, _): ScenarioFiles.words(for: range)
    case .number(let range, _), .rate(let range), .numberMap(let range, _): range.description
    case .time(let range):
      range.highest == NumberRange.time.highest
        ? (range.isLowestExcluded ? "more than 0" : "0 or more") : "\(range) seconds"
    case .numbers(let range, _, let length):
      "\(ScenarioFiles.words(forLength: length)) numbers, each \(range)"
    case .times(_, let length): "\(ScenarioFiles.words(forLength: length)) times"
    case .share: NumberRange.share.description
    case .shares: "they sum to 1"
    default: ""
    }
  }
}

extension Presence {
  fileprivate var words: String {
    switch self {
    case .required: "required"
    case .optional: ""
    case .standard(.number(let number)): plainText(number)
    case .standard(.text(let text)): "`\(text)`"
    case .standard(.flag(let flag)): flag ? "true" : "false"
    case .standard(.empty): "empty"
    }
  }
}
