extension Verbs {
  static let report = VerbSyntax(
    verb: "report", summary: "the page of a run: one HTML file to read, print and pass on",
    examples: [
      .init("beredskap report notebooks-output/sweden-first-look", "written anew from the tables of the run"),
      .init("beredskap report notebooks-output/sweden-first-look --language en", "English first"),
      .init(
        "beredskap report notebooks-output/monday --against notebooks-output/tuesday", "two runs on one page"),
    ],
    positions: [
      .init("out", .one, .folder, "folder of a run; run has written the same page there already")
    ],
    flags: [
      .init("--language", "LANGUAGE", .words(["sv", "en"]), "shown first (default: sv). The page has both"),
      .init(
        "--against", "OUT2", .folder,
        "a second run beside the first: differences in pairs where both met the same casualties, else of independent "
          + "samples"),
      .init("--svg", "DIR", .folder, "the figures too, each as an SVG of its own"),
      .init(
        "--out", "FILE", .path,
        "where to write (default: report.html in the folder, with --against report-against-OUT2.html); replaces an earlier page and no other file. - is stdout"
      ),
    ])
}
