import BenchmarkModels

/// The verbs, and the help that teaches them.
enum Verbs {
  static let all = [run, check, describe, policies, report, bench, schema]

  static let run = VerbSyntax(
    verb: "run", positions: ["<experiment>"],
    valued: ["--replications", "--seed", "--threads", "--out"],
    plain: ["--force", "--quiet", "--json", "--audit"],
    help: """
      beredskap run <experiment> [flags]

      Simulates every arm of an experiment and writes its tables.

        beredskap run Experiments/sweden-first-look
        beredskap run Experiments/sweden-first-look --replications 4 --out /tmp/quick

      <experiment>         folder with experiment.json5, or that file
      --replications N     how many, in place of the experiment's own number (1 to 1,000,000)
      --seed S             in place of the experiment's own seed
      --threads N          how many at a time (default: all cores). Never changes a byte of a table
      --out DIR            where to write (default: notebooks-output/<experiment id>)
      --force              overwrite a folder that holds something else
      --quiet              no progress
      --json               findings as JSON on stdout
      --audit              after every event, walk all state and stop if a patient is lost; at the end say
                           which keyed draws were used twice. Slow, and some 100 bytes of memory a draw

      Findings go to stdout, progress to stderr, tables to the folder: trials.csv, summary.csv,
      regions_daily.csv, waits.csv, validation.csv where values were expected, datapackage.json,
      manifest.json; figures of intensive care where there is any; and report.html, the page to read.
      Exit codes: 0 done, 64 usage, 65 mistakes in the files, 66 a file is missing, 70 a mistake of the
      program, 73 the folder cannot be made or holds something else, 74 reading or writing failed.
      """)

  static let check = VerbSyntax(
    verb: "check", positions: ["<path>..."], valued: [], plain: ["--quiet"],
    help: """
      beredskap check <path>...

      Reads models, scenarios and experiments and reports every mistake of every file at once.

        beredskap check Models/sweden
        beredskap check Models Experiments

      Each mistake is one line: file:line:column: path: sentence. Exit code 65 if there is any.
      """)

  static let describe = VerbSyntax(
    verb: "describe", positions: ["<path>"], valued: ["--svg"], plain: [],
    help: """
      beredskap describe <path> [--svg FILE]

      Prints what a model says: regions, units, pathways, streams, transport, and every assumption.

        beredskap describe Models/sweden
        beredskap describe Experiments/sweden-first-look
        beredskap describe Models/regional --svg regional.svg

      <path>               folder of a model or an experiment, or its file
      --svg FILE           draw it too: regions with their places, pathways as graphs, transport,
                           partitions and assumptions in one SVG that needs nothing beside itself.
                           With - the drawing alone goes to stdout
      """)

  static let policies = VerbSyntax(
    verb: "policies", positions: ["[id]"], valued: [], plain: [],
    help: """
      beredskap policies [id]

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
  }

  static let schema = VerbSyntax(
    verb: "schema", positions: ["[kind]"], valued: [], plain: [],
    help: """
      beredskap schema [model|scenario|experiment]

      Prints the JSON Schema of a kind of file, so that an editor completes keys.

        beredskap schema model > model.schema.json
      """)

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
}
