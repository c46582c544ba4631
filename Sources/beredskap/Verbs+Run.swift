extension Verbs {
  static let run = VerbSyntax(
    verb: "run", summary: "simulate every arm of an experiment, write tables, print findings",
    examples: [
      .init("beredskap run Experiments/sweden-first-look", "a minute and a half on two cores"),
      .init(
        "beredskap run Experiments/sweden-first-look --replications 4 --out /tmp/quick",
        "a quick look, into a folder of its own"),
      .init("beredskap run Experiments/sweden-first-look --json > findings.json", "findings for a program"),
    ],
    positions: [.init("experiment", .one, .path, "folder with experiment.json5, or that file")],
    flags: [
      .init(
        "--replications", "N", .free, "how many, in place of the experiment's own number (1 to 10,000,000)"),
      .init("--seed", "S", .free, "in place of the experiment's own seed"),
      .init(
        "--threads", "N", .free,
        "how many at a time (default: all cores, or what memory allows). Never changes a byte of a table"),
      .init("--out", "DIR", .folder, "where to write (default: notebooks-output/<experiment id>)"),
      .init("--force", "write into a folder that holds other files"),
      .init("--quiet", "no progress and no notes; -q is the same"),
      .init("--json", "findings as JSON on stdout"),
      .init(
        "--audit",
        "after every event, walk all state and stop if a patient is lost; at the end say which keyed draws were used "
          + "twice. Slow, and some 100 bytes of memory a draw"),
    ],
    notes: [
      "Findings go to stdout, progress and notes to stderr, tables to the folder: trials.csv, summary.csv, regions_daily.csv, "
        + "nation_daily.csv, waits.csv, breaches.csv, flows.csv, validation.csv where values were expected, "
        + "experiment.json, datapackage.json, manifest.json; figures of intensive care where there is any; and "
        + "report.html, the page to read."
    ])

  static let initialise = VerbSyntax(
    verb: "init", summary: "a small commented model and an experiment to start from",
    examples: [
      .init("beredskap init my-region", "a new folder; it ends by saying what to type next")
    ],
    positions: [.init("dir", .one, .folder, "where to write; made if it is not there")],
    flags: [.init("--force", "overwrite files that are there")],
    notes: [
      "Writes Models/template and Experiments/template, with a README. Everything is made up and marked as assumed: "
        + "change one number at a time, and check."
    ])
}
