/// What a verb takes: values by position, flags with a value and flags without.
struct VerbSyntax {
  let verb: String
  /// Names of the positions, the last repeated when it ends in `...`; `[x]` may be left out.
  let positions: [String]
  /// Flags that take a value.
  let valued: [String]
  /// Flags that do not.
  let plain: [String]
  let help: String
}

/// The words of one call, sorted by the syntax of the verb.
struct Arguments {
  var positions: [String] = []
  var values: [String: String] = [:]
  var flags: Set<String> = []

  /// Reads `words` by `syntax`; `--flag=value` and `--flag value` are the same.
  ///
  /// - Throws: a usage failure that names the nearest known flag.
  init(_ words: [String], syntax: VerbSyntax) throws(CommandFailure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") || word == "-h" || word == "-q" else {
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
        values[flag] = value
      } else {
        let known = syntax.valued + syntax.plain + ["--help"]
        throw CommandFailure(
          code: .usage,
          message: "\(syntax.verb) has no flag \(flag)" + Arguments.hint(flag, among: known))
      }
    }
    let required = syntax.positions.filter { !$0.hasPrefix("[") }.count
    let repeats = syntax.positions.last?.hasSuffix("...") ?? false
    if flags.contains("--help") { return }
    if positions.count < required {
      throw CommandFailure(
        code: .usage,
        message:
          "\(syntax.verb) needs \(syntax.positions[positions.count]); see beredskap \(syntax.verb) --help")
    }
    if positions.count > syntax.positions.count, !repeats {
      throw CommandFailure(
        code: .usage,
        message: "\(syntax.verb) does not know what to do with \"\(positions[syntax.positions.count])\"")
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

  /// "; did you mean X?" for the nearest known word within two edits or the only one that begins so, else the
  /// known ones.
  static func hint(_ word: String, among known: [String]) -> String {
    let near = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    if let near, near.1 <= 2 { return "; did you mean \(near.0)?" }
    let longer = known.filter { $0.hasPrefix(word) }
    if longer.count == 1 { return "; did you mean \(longer[0])?" }
    return "; known: " + known.sorted().joined(separator: ", ")
  }

  /// Levenshtein's distance.
  private static func distance(_ left: String, _ right: String) -> Int {
    let target = Array(right)
    var row = Array(0...target.count)
    for (index, character) in left.enumerated() {
      var previous = row[0]
      row[0] = index + 1
      for column in target.indices {
        let cost = previous + (character == target[column] ? 0 : 1)
        previous = row[column + 1]
        row[column + 1] = min(cost, row[column] + 1, previous + 1)
      }
    }
    return row[target.count]
  }
}
