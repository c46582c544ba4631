public import ScenarioFiles

/// Every assumption of a model: texts that stand behind several numbers come once.
public enum AssumptionList {
  /// One text with where it stands.
  struct Entry {
    /// The file, the line, the first value that rests on the text and how many more do.
    var place: String
    var text: String
  }

  /// Lines of at most about 100 characters: how many numbers are sourced, derived and assumed, then the texts.
  ///
  /// - Complexity: O(assumptions).
  public static func lines(_ evidence: Evidence) -> [String] {
    var lines = [count(evidence), "Assumptions"]
    for entry in entries(evidence.assumptionGroups) {
      lines += Paragraph.wrap(entry.place, width: 96, indent: "  ").map { "  " + $0 }
      lines += Paragraph.wrap(entry.text, width: 92).map { "      " + $0 }
    }
    return lines
  }

  static func count(_ evidence: Evidence) -> String {
    "Numbers: \(evidence.total), of which \(evidence.sourced) sourced, \(evidence.derived) derived, "
      + "\(evidence.assumed) assumed"
  }

  /// One entry for each text, by its first place; `withFolder` false keeps the last part of a file's path.
  static func entries(_ groups: [AssumptionGroup], withFolder: Bool = true) -> [Entry] {
    groups.map { group in
      let (one, count) = (group.first, group.count)
      let file = withFolder ? one.file : one.file.split(separator: "/").last.map(String.init) ?? one.file
      let more = count > 1 ? " and \(count - 1) more" : ""
      return Entry(place: "\(file):\(one.line) \(one.path) = \(one.value)\(more)", text: one.text)
    }
  }
}
