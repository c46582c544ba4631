/// A scenario file as a tree, before anything is understood; `set` paths change it.
struct ScenarioDocument {
  /// Its path.
  let path: String
  /// The tree.
  private(set) var root: JSON5Node
  /// The file.
  let file: InputFile
  /// Titles as the file has them, before any change.
  let titles: [String]

  /// Reads a file; nil if it cannot be read.
  init?(path: String, files: InputFiles, log: MistakeLog) {
    guard let source = files.load(path, into: log) else { return nil }
    self.path = path
    file = InputFile(source)
    root = JSON5Parser.parse(source, into: log)
    titles = Translation.titles(in: root)
  }

  /// Replaces the value at a path.
  mutating func set(
    _ path: SetPath, to value: JSON5Node, source: JSON5Node?
  ) throws(SetPathFailure) {
    try path.requireMeaning(of: value, in: root)
    root = try path.setting(value, source: source, in: root, mayAdd: true)
  }
}
