extension Verbs {
  static let injects = VerbSyntax(
    verb: "injects",
    summary: "an exercise from one simulated course: injects, casualty cards, files for tools",
    examples: [
      .init(
        "beredskap injects Experiments/sweden-first-look --region 25,24 --days 3",
        "three days for two regions, of the course in the middle"),
      .init(
        "beredskap injects Experiments/sweden-first-look --wish icu@25=2 --rumours --contradictions",
        "the course in which intensive care in Norrbotten breaks nearest to day 2"),
      .init(
        "beredskap injects Experiments/sweden-first-look --branch baseline,share --region 25",
        "one list of casualties and two courses, so that control can switch when the players decide"),
    ],
    positions: [.init("experiment", .one, .path, "folder with experiment.json5, or that file")],
    flags: [
      .init("--arm", "ID", .free, "arm whose course is told (default: the baseline)"),
      .init("--branch", "A,B", .free, "arms whose courses are told side by side"),
      .init(
        "--pick", "WHICH", .words(["median", "worst", "best"]),
        "replication: median, worst or best by deaths to the end, or its number (default: median)"),
      .init(
        "--wish", "KIND@REGION=DAY", .free,
        "pick the replication in which the queue for a kind of unit breaks nearest to a day; several with commas"
      ),
      .init(
        "--candidates", "N", .free,
        "replications to pick from (default: 9, or the experiment's where these are fewer)"),
      .init("--from-day", "D", .free, "first day (default: 0)"),
      .init("--days", "N", .free, "days (default: 3)"),
      .init(
        "--region", "CODES", .free, "regions that are trained, by code or name, with commas (default: all)"),
      .init(
        "--audience", "IDS", .free,
        "audiences that are trained, with commas (default: those that the exercise file says)"),
      .init("--storyline", "IDS", .free, "storylines, with commas (default: all)"),
      .init("--most-per-hour", "N", .free, "the most that one audience of one region gets in an hour"),
      .init("--quiet-hours", "FROM-UNTIL", .free, "such as 22:00-06:00; none for no quiet hours"),
      .init("--compression", "F", .free, "hours of the simulation for one of the exercise (default: 1)"),
      .init("--rumours", "add rumours, marked as such for control"),
      .init("--contradictions", "set what is published against what is true"),
      .init("--all-patients", "log of every patient who arrives, not of casualties alone"),
      .init("--language", "LANGUAGE", .words(["sv", "en"]), "of files that have one language (default: sv)"),
      .init("--exercise", "FILE", .path, "exercise file (default: exercise.json5 of the model)"),
      .init("--seed", "S", .free, "in place of the experiment's own seed"),
      .init("--threads", "N", .free, "how many at a time (default: all cores). Never changes a byte"),
      .init("--out", "DIR", .folder, "where to write (default: notebooks-output/<experiment id>-injects)"),
      .init("--force", "write into a folder that holds other files"),
      .init("--json", "what was made as JSON on stdout"),
    ],
    notes: [
      "Every inject comes from the state of one replication, which can be run again from its seed; all files are marked "
        + "as exercise material. Texts, actors, channels and limits are those of the exercise file, which you can edit.",
      "Writes injects.csv and injects.xlsx, inject-book.html for the control room, casualty cards, the log of patients, "
        + "and files for OpenAEV, Conducttr, CAP 1.2 and FHIR; exercise.json says how it was made.",
    ])
}
