/// Measures beside the values they should have.
enum ExpectedValues {
  static let section = ReportSection(
    id: "expected", title: LocalText(sv: "Mot kända värden", en: "Against known values"),
    needs: [.expectations]
  ) { report, language in
    let isSwedish = language == .swedish
    let quantity = Quantity(language: language)
    let rows = report.run.verdicts
    let failed = rows.count { $0["verdict"] != "pass" && $0.number("standard_error") != nil }
    let unknown = rows.count { $0["verdict"] != "pass" && $0.number("standard_error") == nil }
    let factors = report.run.record.factors
    let table = PageTable(
      caption: isSwedish ? "Simulerade värden mot kända" : "Simulated values against known ones",
      headings: (isSwedish ? ["Mått"] : ["Measure"])
        + factors.map { report.run.record.words($0.title)[language] }
        + (isSwedish
          ? ["Väntat", "Simulerat", "Medelfel", "Utfall", "Källa"]
          : ["Expected", "Simulated", "Standard error", "Verdict", "Source"]),
      columns: [nil] + factors.map { _ in nil } + [
        "expected", "simulated", "standard_error", "verdict", nil,
      ],
      file: "validation.csv",
      rows: rows.map { row in
        let error = row.number("standard_error")
        func number(_ column: String) -> PageTable.Cell {
          row.number(column).map { .number(quantity.said($0, error), value: row[column]) } ?? .missing
        }
        let verdict =
          row["verdict"] == "pass"
          ? (isSwedish ? "stämmer" : "agrees")
          : error == nil
            ? (isSwedish ? "kan inte bedömas" : "cannot be judged") : (isSwedish ? "avviker" : "differs")
        let pairs = ["experiment", "arm", "measure", "expected"].map { "\($0)=\(row[$0])" }
        return PageTable.Row(
          [.words(report.names.name(of: row["measure"])[language])]
            + factors.map { .words(row[$0.column]) }
            + [
              number("expected"), number("simulated"), number("standard_error"),
              .words(verdict, value: row["verdict"]), .piece(.element("span", ["lang": "en"], row["source"])),
            ],
          key: (factors.map { "\($0.column)=\(row[$0.column])" } + pairs).joined(separator: ";"))
      })
    var sentences: [String] = []
    if failed > 0 {
      sentences.append(
        isSwedish ? "\(failed) av \(rows.count) värden avviker." : "\(failed) of \(rows.count) values differ."
      )
    }
    if unknown > 0 {
      sentences.append(
        isSwedish
          ? "\(unknown) av \(rows.count) värden kan inte bedömas: färre än två replikationer har ett värde."
          : "\(unknown) of \(rows.count) values cannot be judged: fewer than two replications have one.")
    }
    if sentences.isEmpty {
      sentences.append(
        isSwedish
          ? "Alla \(rows.count) värden stämmer inom sin felmarginal."
          : "All \(rows.count) values agree within their margin of error.")
    }
    return .paragraph(sentences.joined(separator: " ")) + table.html
  }
}
