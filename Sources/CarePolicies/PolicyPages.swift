import CareModel

/// The page of all policies, written from the catalogue.
public enum PolicyPages {
  /// Markdown: decisions, their policies, and of each what it decides, knows and costs, and its numbers.
  ///
  /// - Complexity: O(policies).
  public static var markdown: String {
    var lines = [
      "# Policies", "",
      "This page is written from the catalogue in the code; `beredskap policies` prints the same.", "",
      "An arm of an experiment names at most one policy for each decision; of the others the first, the default,",
      "is in force. Parameters are written beside the id:", "", "```",
      "policies: { admission: { id: \"postpone-by-priority\", work_off_share: 0.2, source: \"what if\" } }",
      "```", "",
      "`no-wait` is no policy but a built-in arm in which no queue exists; an experiment asks for it with",
      "`no_wait: true`. What waiting costs is measured against it.", "",
      "A source that begins with \"assumption\" marks a number that nobody has measured.",
    ]
    for decision in Decision.allCases {
      lines += ["", "## \(decision.rawValue)"]
      for (place, entry) in PolicyCatalogue.entries(for: decision).enumerated() {
        lines += ["", "### \(entry.id)" + (place == 0 ? " (default)" : ""), "", entry.summary, ""]
        lines += entry.guide.split(separator: "\n").map(item)
        lines.append(
          "- **Decided by**: \(entry.decidedBy.en) (\(entry.decidedBy.sv)). Source: \(entry.decidedBy.source)."
        )
        if !entry.parameters.isEmpty { lines += [""] + table(entry.parameters) }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `Decides: …` begins an item of a list, any other line goes on with it.
  private static func item(_ line: Substring) -> String {
    let word = line.prefix { $0 != ":" && $0 != " " }
    guard line.dropFirst(word.count).hasPrefix(": ") else { return "  \(line)" }
    return "- **\(word)**\(line.dropFirst(word.count))"
  }

  private static func table(_ parameters: [PolicyParameter]) -> [String] {
    ["| parameter | standard | range | meaning | source |", "|---|---|---|---|---|"]
      + parameters.map { parameter in
        let range = "\(plain(parameter.range.lowerBound)) to \(plain(parameter.range.upperBound))"
        return "| `\(parameter.key)` | \(plain(parameter.standard)) | \(range) | \(parameter.text) "
          + "| \(parameter.source) |"
      }
  }

  private static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
