import ScenarioFiles

/// The words of one call, sorted by the syntax of the verb.
struct Arguments {
  var positions: [String] = []
  var values: [String: String] = [:]
  var flags: Set<String> = []

  /// Reads `words` by `syntax`; `--flag=value` and `--flag value` are the same, but a value that begins as a flag does
  /// needs the first: else it is taken for the next flag, and the value for missing.
  ///
  /// - Throws: a usage failure that names the nearest known flag.
  init(_ words: [String], syntax: VerbSyntax) throws(CommandFailure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      // A hyphen alone stands for stdin or stdout; what follows two alone are no flags.
      if word == "--" {
        positions += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        positions.append(word)
        continue
      }
      let name = word == "-h" ? "--help" : word == "-q" ? "--quiet" : word
      let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let flag = String(parts[0])
      if syntax.plain.contains(flag) || flag == "--help" {
        guard parts.count == 1 else {
          throw CommandFailure(code: .usage, message: "\(flag) takes no value")
        }
        flags.insert(flag)
      } else if syntax.valued.contains(flag) {
        guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
          throw CommandFailure(code: .usage, message: "\(flag) needs a value")
        }
        if parts.count == 1, value.hasPrefix("--") {
          throw CommandFailure(
            code: .usage,
            message: "\(flag) needs a value before \(value); write \(flag)=\(value) if that is the value")
        }
        if value.isEmpty {
          throw CommandFailure(code: .usage, message: "\(flag) needs a value, and has an empty one")
        }
        if values[flag] != nil {
          throw CommandFailure(code: .usage, message: "\(flag) is given twice: use one of them")
        }
        values[flag] = value
      } else {
        let known = syntax.valued + syntax.plain + VerbSyntax.common.map(\.name)
        throw CommandFailure(
          code: .usage,
          message: "\(syntax.verb) has no flag \(flag)" + Arguments.hint(flag, among: known))
      }
    }
    if flags.contains("--help") { return }
    if positions.contains("") {
      throw CommandFailure(
        code: .usage, message: "\(syntax.verb) is given an empty word: a name or path is missing")
    }
    let required = syntax.positions.filter { $0.count != .optional }
    if positions.count < required.count {
      let example = syntax.examples.first.map { ", such as: \($0.words)" } ?? ""
      throw CommandFailure(
        code: .usage, message: "\(syntax.verb) needs \(required[positions.count].usage)\(example)")
    }
    if positions.count > syntax.positions.count, syntax.positions.last?.count != .many {
      throw CommandFailure(
        code: .usage,
        message:
          "\(syntax.verb) does not know what to do with \"\(positions[syntax.positions.count])\"; see beredskap \(syntax.verb) --help"
      )
    }
  }

  /// A whole number in a range, or nil when the flag is absent.
  func integer<Number: FixedWidthInteger>(
    _ flag: String, in range: ClosedRange<Number>
  ) throws(CommandFailure) -> Number? {
    guard let text = values[flag] else { return nil }
    guard let number = Number(text), range.contains(number) else {
      throw CommandFailure(
        code: .usage,
        message:
          "\(flag) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
    }
    return number
  }

  /// "; did you mean X?" for the nearest known word or the only one that begins so, else the known ones.
  static func hint(_ word: String, among known: [String]) -> String {
    let longer = known.filter { $0.hasPrefix(word) }
    if let near = longer.count == 1 ? longer[0] : nearestWord(to: word, among: known) {
      return "; did you mean \(near)?"
    }
    return known.isEmpty ? ": there is none at all" : "; known: " + known.sorted().joined(separator: ", ")
  }
}
