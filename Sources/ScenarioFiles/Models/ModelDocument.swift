/// The files of a model as trees and tables, before anything is understood; `set` paths change them.
struct ModelDocument {
  /// The keys whose value may be a table.
  static let tableKeys = ["regions", "facilities", "units", "days", "travel_times", "staff"]

  /// The path of the model file.
  let path: String
  /// The model file.
  private(set) var root: JSON5Node
  /// The tables by key; nil stands for one that cannot be read.
  private(set) var tables: [(key: String, table: CSVTable?)] = []
  /// Keys of tables that lost rows to mistakes, so that what is not found in them may be there.
  private var tornTables: [String] = []
  /// All files.
  private(set) var files: [InputFile] = []
  /// Titles as the file has them, before any change.
  let titles: [String]

  /// Reads a model file and its tables; nil if the model file itself cannot be read.
  init?(path: String, files inputs: InputFiles, log: MistakeLog) {
    self.path = path
    guard let source = inputs.load(path, into: log) else { return nil }
    files.append(InputFile(source))
    root = JSON5Parser.parse(source, into: log)
    titles = Translation.titles(in: root)
    for key in Self.tableKeys {
      guard let name = root[key]?.text, !name.isEmpty else { continue }
      let tablePath = ScenarioFiles.path(name, from: folder(of: path))
      let isThere = inputs.kind(of: tablePath) != .missing
      if !isThere { Self.report(name, missingAt: root[key], key, in: inputs, log) }
      let text = isThere ? inputs.load(tablePath, into: log) : nil
      if let text { files.append(InputFile(text)) }
      let own = MistakeLog()
      tables.append((key, text.flatMap { CSVTable.parse($0, into: own) }))
      for mistake in own.sorted { log.add(mistake) }
      if text == nil || !own.isEmpty { tornTables.append(key) }
    }
  }

  private static func report(
    _ name: String, missingAt node: JSON5Node?, _ key: String, in inputs: InputFiles, _ log: MistakeLog
  ) {
    guard let place = node?.place else { return }
    let near = nearestWord(to: name, among: inputs.names(in: folder(of: place.source.path)))
    log.add(
      Mistake(
        file: place.source.path, line: place.position.line, column: place.position.column, path: key,
        sentence: "there is no table '\(name)' beside this file"
          + (near.map { "; did you mean '\($0)'?" } ?? ""),
        kind: .missingInput))
  }

  /// The table of a key; nil if the key has none, or an unreadable one.
  func table(_ key: String) -> CSVTable? { tables.first { $0.key == key }?.table }

  /// Whether nothing of a table is lost to mistakes.
  func isWhole(_ key: String) -> Bool { !tornTables.contains(key) }

  /// Replaces the value at a path.
  mutating func set(
    _ path: SetPath, to value: JSON5Node, source: JSON5Node?
  ) throws(SetPathFailure) {
    try path.requireMeaning(of: value, in: root)
    if path.segments.count == 1, case .key(let key) = path.segments[0], Self.tableKeys.contains(key) {
      try replaceTable(key, path, value, source)
      return
    }
    guard case .key(let key) = path.segments[0],
      let index = tables.firstIndex(where: { $0.key == key })
    else {
      root = try path.setting(value, source: source, in: root, mayAdd: true)
      return
    }
    // A torn table, or one without rows, is reported on its own.
    guard let table = tables[index].table, isWhole(key), !table.rows.isEmpty else { return }
    guard let text = value.cellText else {
      throw SetPathFailure(
        sentence: "a cell of a table can be set to a number, a text or true or false only")
    }
    let sourceCell = source.flatMap { node in node.text.map { CSVCell(text: $0, place: node.place) } }
    tables[index].table = try path.withoutFirst.setting(
      text, at: value.place, source: sourceCell, in: table)
  }

  /// Puts a list in the place of a whole table; another file would not be read.
  private mutating func replaceTable(
    _ key: String, _ path: SetPath, _ value: JSON5Node, _ source: JSON5Node?
  ) throws(SetPathFailure) {
    guard value.text == nil else {
      throw SetPathFailure(
        sentence:
          "a change names no other table: set single cells as \(key)[row].column, or write its rows as a list"
      )
    }
    root = try path.setting(value, source: source, in: root, mayAdd: true)
    tables.removeAll { $0.key == key }
    tornTables.removeAll { $0 == key }
  }
}

extension JSON5Node {
  /// What stands in a cell for a value; nil for what cannot stand in one.
  fileprivate var cellText: String? {
    switch value {
    case .number(let number): number.text
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .null, .list, .object, .broken: nil
    }
  }
}
