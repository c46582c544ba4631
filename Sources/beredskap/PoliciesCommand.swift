import BatchRunner
import CareModel
import CarePolicies

/// `beredskap policies`.
enum PoliciesCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.policies)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.policies.help) }
    let isJSON = arguments.flags.contains("--json")
    guard let id = arguments.positions.first else {
      return isJSON
        ? Console.printWhole(JSONText.list(PolicyCatalogue.entries.map(json)).rendered)
        : Console.print(list())
    }
    let found = PolicyCatalogue.entries.filter { $0.id == id }
    if found.isEmpty {
      throw CommandFailure(
        code: .usage,
        message: "no policy is named \(id)"
          + Arguments.hint(id, among: Set(PolicyCatalogue.entries.map(\.id)).sorted()))
    }
    if isJSON { return Console.printWhole(JSONText.list(found.map(json)).rendered) }
    Console.print(found.map(page).joined(separator: "\n\n"))
  }

  private static func json(_ entry: PolicyEntry) -> JSONText {
    .keys([
      "decision": .text(entry.decision.rawValue),
      "id": .text(entry.id),
      "is_default": .flag(PolicyCatalogue.entries(for: entry.decision).first?.id == entry.id),
      "summary": .text(entry.summary),
      "guide": .text(entry.guide),
      "parameters": .list(
        entry.parameters.map {
          .keys([
            "key": .text($0.key), "standard": .number($0.standard), "lowest": .number($0.range.lowerBound),
            "highest": .number($0.range.upperBound), "text": .text($0.text), "source": .text($0.source),
          ])
        }),
    ])
  }

  private static func list() -> String {
    var lines = ["The policies an arm can name, by decision; the first of each is the default."]
    for decision in Decision.allCases {
      lines.append("")
      lines.append(decision.rawValue)
      for entry in PolicyCatalogue.entries(for: decision) {
        let pad = String(repeating: " ", count: max(1, 24 - entry.id.count))
        lines.append("  " + entry.id + pad + entry.summary)
      }
    }
    lines.append("")
    lines.append(
      "no-wait is a built-in arm in which no queue exists; an experiment asks for it with no_wait.")
    return lines.joined(separator: "\n")
  }

  private static func page(_ entry: PolicyEntry) -> String {
    var lines = [
      "\(entry.decision.rawValue): \(entry.id)", "", entry.summary, "", entry.guide,
      "Decided by: \(entry.decidedBy.en).",
    ]
    if !entry.parameters.isEmpty {
      lines += ["", "Parameters, written beside the id in an arm:"]
      for parameter in entry.parameters {
        let range = "(\(parameter.range.lowerBound) to \(parameter.range.upperBound))"
        lines.append("  \(parameter.key) = \(parameter.standard)   \(range)")
        lines.append("      \(parameter.text)")
        lines.append("      source: \(parameter.source)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
