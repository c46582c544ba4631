import BenchmarkModels
import CarePolicies
import ScenarioFiles

/// The verbs. Reading of words, help, completions and the manual all follow this list.
enum Verbs {
    initialise, check, describe, run, report, lagesbild, injects, policies, schema, bench, completions, manual, help,

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
          + "SVG that needs nothing beside itself. With - the drawing alone goes to stdout"),
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

<<<<<<< HEAD
  /// Names of the catalogue, in its order, each once.
  static var policyIDs: [String] {
    PolicyCatalogue.entries.map(\.id).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
=======
      Lists the policies that an arm can name, or prints one policy's page.

        beredskap policies
        beredskap policies postpone-by-priority
      """)

  static let report = VerbSyntax(
    verb: "report", positions: ["<out>"], valued: ["--language", "--against", "--svg", "--out"], plain: [],
    help: """
      beredskap report <out> [--language sv|en] [--against <out2>] [--svg DIR] [--out FILE]

      Writes the report of a run: one page of HTML that needs nothing beside itself, on screen and on A4.

        beredskap report notebooks-output/sweden-first-look
        beredskap report notebooks-output/sweden-first-look --language en
        beredskap report notebooks-output/monday --against notebooks-output/tuesday

      <out>                folder of a run; `run` has written the same page there already
      --language sv|en     which language is shown first (default: sv). The page has both
      --against <out2>     a second run beside the first: differences in pairs where both met the same
                           casualties, else of independent samples
      --svg DIR            the figures too, each as an SVG of its own
      --out FILE           where to write (default: report.html in the folder); - is stdout
      """)

  static let bench = VerbSyntax(
    verb: "bench", positions: ["<name>"], valued: ["--seed", "--sequence", "--bytes"],
    plain: ["--json", "--quick", "--raw"],
    help: """
      beredskap bench <name> [--seed S] [--quick] [--json]
      beredskap bench streams --raw [--sequence NAME] [--bytes N] [--seed S]

      Runs a benchmark and prints what it computed beside what it should be, and its speed.

        beredskap bench regional --json
        beredskap bench streams --raw | RNG_test stdin64

      \(benchmarks)
      --seed S             a whole number (default 1)
      --quick              little work: shows that it works, not how fast
      --json               a line of JSON for each variant
      --raw                random words to stdout, eight bytes each, the lowest first, until the reader
                           closes: for PractRand and other batteries of tests
      --sequence NAME      which words: \(RawWords.sequences.joined(separator: ", "))
                           (default: blocks, all words of one patient's keyed streams after each other)
      --bytes N            end after so many bytes
      """)

  /// A line for each benchmark: its name, and what it measures in the column of the flags.
  private static var benchmarks: String {
    Bench.all.map { benchmark in
      benchmark.name + String(repeating: " ", count: max(1, 21 - benchmark.name.count)) + benchmark.summary
    }.joined(separator: "\n")
>>>>>>> origin/report
  }

  static let schema = VerbSyntax(
    verb: "schema", summary: "the JSON Schema of models, scenarios or experiments",
    examples: [
      .init("beredskap schema model > model.schema.json", "for an editor that completes keys")
    ],
    positions: [
      .init(
        "kind", .optional, .words(FormatPages.Format.allCases.map(\.rawValue)),
        "model, scenario or experiment (default: model)")
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

<<<<<<< HEAD
  static let manual = VerbSyntax(
    verb: "manual", summary: "the manual page, for man",
    examples: [
      .init("beredskap manual | man -l -", "read it"),
      .init(
        "beredskap manual > ~/.local/share/man/man1/beredskap.1", "keep it, so that man beredskap finds it"),
    ])
=======
  static let overview = """
    beredskap: what war or crisis does to care, region by region, and which policy changes it

      run <experiment>      simulate every arm, write tables, print findings
      check <path>...       every mistake of every file at once
      describe <path>       what a model says, and every assumption in it
      report <out>          the page of a run: to read, to print, to compare
      policies [id]         the policies an arm can name, or one policy's page
      bench <name>          a benchmark
      schema [kind]         the JSON Schema of models, scenarios or experiments

    Start here:
      beredskap run Experiments/sweden-first-look
      beredskap run --help
    """
>>>>>>> origin/report
}
