import Reporting

extension Verbs {
  static let lagesbild = VerbSyntax(
    verb: "lagesbild", summary: "the situation picture of a day and hour of one simulated run",
    examples: [
      .init("beredskap lagesbild Experiments/sweden-first-look --day 5", "at 10:00 on day 5, all regions"),
      .init(
        "beredskap lagesbild Experiments/sweden-first-look --day 12 --hour 15 --arm share --region 12,25",
        "another arm, with half a page for two regions"),
      .init(
        "beredskap lagesbild notebooks-output/sweden-first-look --day 5 --pick worst",
        "of a run that was made"),
    ],
    positions: [
      .init("experiment", .one, .path, "folder with experiment.json5 or that file, or the folder of a run")
    ],
    flags: [
      .init("--day", "D", .free, "day of the picture, counted from 0"),
      .init("--hour", "H", .free, "whole hour of the day, 0 to 23 (default 10)"),
      .init("--arm", "ID", .free, "an arm of the experiment (default: the first)"),
      .init(
        "--pick", "WHICH", .words(["median", "worst", "best"]),
        "replication: median, worst or best by deaths to the hour, or its number (default: median)"),
      .init(
        "--candidates", "N", .free,
        "replications to pick from (default: 9, or the experiment's where these are fewer)"),
      .init("--replication", "R", .free, "a replication by its number, from 0; as --pick R"),
      .init(
        "--region", "CODES", .free,
        "regions with half a page, codes or names with commas between (default: all)"),
      .init(
        "--language", "L", .words(Language.allCases.map(\.rawValue)),
        "language that is shown first: sv or en (default sv)"),
      .init(
        "--reporting", "FILE", .path,
        "table of reporting times (default: reporting.json5 beside the model)"),
      .init("--threads", "N", .free, "how many at a time (default: all cores). Never changes a byte"),
      .init("--out", "DIR", .folder, "where to write (default: notebooks-output/<experiment id>-lagesbild)"),
      .init("--force", "write into a folder that holds other files"),
    ],
    notes: [
      "Writes situation.html (to print on A4, Swedish and English), situation.json and situation-have.xml "
        + "(EDXL-HAVE 1.0). Each figure is the last one published by that hour, with its age: cut-off, compilation and "
        + "publication of each report are data. What is forecast follows from figures published by then alone.",
      "Of the folder of a run, experiment, seed and replications are those of its manifest, and its inputs must be as "
        + "they were. Nothing on the page was reported by anybody; every page says so.",
    ])
}
