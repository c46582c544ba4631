import BenchmarkModels
import CarePolicies
import ScenarioFiles

/// The verbs. Reading of words, help, completions and the manual all follow this list.
enum Verbs {
  static let all = [
    initialise, check, describe, run, report, lagesbild, injects, policies, schema, bench, completions,
    manual, help,
  ]

  static let help = VerbSyntax(
    verb: "help", summary: "the verbs, or the page of one",
    examples: [.init("beredskap help run", "what run takes; beredskap run --help is the same")],
    positions: [.init("verb", .optional, .verbs, "one of the verbs")])

  static let check = VerbSyntax(
    verb: "check", summary: "every mistake of every file at once",
    examples: [
      .init("beredskap check Models/sweden", "a model, with its tables and scenarios"),
      .init("beredskap check Models Experiments", "everything in two folders"),
    ],
    positions: [
      .init("path", .many, .path, "a model, a scenario, an experiment, or a folder with any of them")
    ],
    flags: [
      .init("--quiet", "the mistakes alone, not what was read; -q is the same"),
      .init("--json", "what was read and every mistake as JSON on stdout"),
    ],
    notes: [
      "Each mistake is one line: file:line:column: path: sentence. Nothing is run.",
      "Of a model its scenarios, exercise.json5 and reporting.json5 are checked too.",
      "A note under an experiment is no mistake: what no run comes to, or a run that would be refused.",
      "Ends with 65 if there is a mistake and 66 if a file is missing.",
    ])

  static let describe = VerbSyntax(
    verb: "describe", summary: "what a model says, and every assumption in it",
    examples: [
      .init("beredskap describe Models/sweden", "regions, units, pathways, streams, transport, assumptions"),
      .init("beredskap describe Experiments/sweden-first-look", "the same, and the scenario"),
      .init("beredskap describe Models/regional --svg regional.svg", "drawn, too"),
    ],
    positions: [.init("path", .one, .path, "folder of a model or an experiment, or its file")],
    flags: [
      .init(
        "--svg", "FILE", .path,
        "draw it too: regions with their places, pathways as graphs, transport, partitions and assumptions in one "
          + "SVG that needs nothing beside itself. It replaces an earlier drawing and no other file; with - it alone goes to stdout"
      ),
      .init("--json", "the model and its assumptions as JSON, in place of text"),
    ])

  static let policies = VerbSyntax(
    verb: "policies", summary: "the policies that an arm can name, or one policy's page",
    examples: [
      .init("beredskap policies", "all of them, by decision"),
      .init(
        "beredskap policies postpone-by-priority", "what it decides, on what knowledge, with which numbers"),
    ],
    positions: [.init("id", .optional, .words(policyIDs), "one policy")],
    flags: [.init("--json", "as JSON on stdout")])

  /// Names of the catalogue, in its order, each once.
  static var policyIDs: [String] {
    PolicyCatalogue.entries.map(\.id).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }

  static let schema = VerbSyntax(
    verb: "schema", summary: "the JSON Schema of models, scenarios, experiments or exercises",
    examples: [
      .init("beredskap schema model > model.schema.json", "for an editor that completes keys")
    ],
    positions: [
      .init(
        "kind", .optional, .words(FormatPages.Format.allCases.map(\.rawValue)),
        "model, scenario, experiment or exercise (default: model)")
    ])

  static let bench = VerbSyntax(
    verb: "bench", summary: "a benchmark: what it computed beside what it should be, and its speed",
    examples: [
      .init("beredskap bench regional --json", "one benchmark, a line of JSON for each variant"),
      .init("beredskap bench streams --raw | RNG_test stdin64", "random words into a battery of tests"),
    ],
    positions: [.init("name", .one, .words(Bench.names), "one of those below")],
    flags: [
      .init("--seed", "S", .free, "a whole number (default 1)"),
      .init("--quick", "little work: shows that it works, not how fast"),
      .init("--json", "a line of JSON for each variant"),
      .init(
        "--raw",
        "random words to stdout, eight bytes each, the lowest first, until the reader closes: for PractRand and "
          + "other batteries of tests"),
      .init(
        "--sequence", "NAME", .words(RawWords.sequences),
        "which words: \(RawWords.sequences.joined(separator: ", ")) (default: blocks, all words of one patient's "
          + "keyed streams after each other)"),
      .init("--bytes", "N", .free, "end after so many bytes"),
    ],
    notes: [
      Bench.all.flatMap { HelpPage.entry($0.name, $0.summary) }.joined(separator: "\n")
    ])

  static let completions = VerbSyntax(
    verb: "completions", summary: "completion of verbs, flags and ids for a shell",
    examples: [
      .init("source <(beredskap completions bash)", "in this bash; put the line into ~/.bashrc to keep it"),
      .init(
        "beredskap completions zsh > ~/.zfunc/_beredskap",
        "for zsh, with fpath+=~/.zfunc before compinit in ~/.zshrc"),
      .init("beredskap completions fish > ~/.config/fish/completions/beredskap.fish", "for fish"),
    ],
    positions: [.init("shell", .one, .words(Shell.allCases.map(\.rawValue)), "bash, zsh or fish")])

  static let manual = VerbSyntax(
    verb: "manual", summary: "the manual page, for man",
    examples: [
      .init("beredskap manual | man -l -", "read it"),
      .init(
        "beredskap manual > ~/.local/share/man/man1/beredskap.1", "keep it, so that man beredskap finds it"),
    ])
}
