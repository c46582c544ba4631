/// How to get the same figures again.
enum Reproduction {
  static let section = ReportSection(
    id: "again", title: LocalText(sv: "Så återskapas siffrorna", en: "How to get the same figures")
  ) { report, language in
    let record = report.run.record
    let isSwedish = language == .swedish
    let path = record.inputs.first.map { input in
      input.path.split(separator: "/").dropLast().joined(separator: "/")
    }
    let place = path.flatMap { $0.isEmpty ? nil : $0 } ?? record.experiment
    let commands: [HTML] = [
      .words("beredskap run \(place) --replications \(record.replications) --seed \(record.seed)"),
      // Words have no line breaks.
      HTML(markup: "\n"), .words("beredskap report notebooks-output/\(record.experiment)"),
    ]
    let isOne = record.replications == 1
    func table(_ caption: String, _ first: String, _ rows: [(path: String, sha256: String)]) -> HTML {
      rows.isEmpty
        ? .none
        : PageTable(
          caption: caption, headings: [first, "SHA-256"],
          rows: rows.map {
            PageTable.Row([.words($0.path), .piece(.element("code", ["class": "hash"], $0.sha256))])
          }
        ).html
    }
    return .paragraph(
      isSwedish
        ? "Samma kommando, version och indata ger samma tal i varje tabell, på vilken dator som helst."
        : "The same command, version and inputs give the same numbers in every table, on any computer.")
      + .element("pre", [:], commands)
      + .paragraph(
        isSwedish
          ? "Beredskap \(record.version), frö \(record.seed), \(record.replications) \(isOne ? "replikation" : "replikationer")"
            + (record.isAntithetic ? " i antitetiska par" : "") + "."
          : "Beredskap \(record.version), seed \(record.seed), \(record.replications) \(isOne ? "replication" : "replications")"
            + (record.isAntithetic ? " in antithetic pairs" : "") + ".")
      + .element(
        "details", ["class": "print"],
        .element("summary", [:], isSwedish ? "Kontrollsummor" : "Hashes"),
        table(isSwedish ? "Indata" : "Inputs", isSwedish ? "Fil" : "File", record.inputs),
        table(isSwedish ? "Tabeller" : "Tables", isSwedish ? "Fil" : "File", report.run.tableHashes))
  }
}
