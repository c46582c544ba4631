import BatchRunner

/// A sweep in text: two tables of design points by arms, and what they show.
struct SweepText {
  let sweep: SweepFindings

  init(_ sweep: SweepFindings) { self.sweep = sweep }

  func lines(width: Int, _ plan: BatchPlan) -> [String] {
    var lines = ["Deaths by day \(plan.dayCount); † differs clearly from the baseline"]
    lines += table(width) { cell in
      cell.deaths.map { SpokenNumber.text($0) + (cell.difference?.excludesZero == true ? " †" : "") }
    }
    if plan.noWaitArm != nil {
      lines += ["", "Deaths that waiting caused; * clearly above zero"]
      lines += table(width) { cell in
        cell.waitingDeaths.map { SpokenNumber.text($0) + ($0.isAboveZero ? " *" : "") }
      }
    }
    if !sweep.resources.isEmpty {
      lines += ["", "Casualties who died waiting for a place, in the baseline; * clearly above zero"]
      let rows = sweep.rows.map { row in
        [row.label]
          + row.diedWaiting.map { died in
            died.map { SpokenNumber.text($0) + ($0.isAboveZero ? " *" : "") } ?? "–"
          }
      }
      lines += TextTable(headings: ["levels"] + sweep.resources, rows: rows, headingWidth: 24)
        .lines(width: width)
    }
    if sweep.sentences.isEmpty { return lines }
    lines.append("")
    for sentence in sweep.sentences { lines += Paragraph.wrap("- \(sentence)", width: width, indent: "  ") }
    return lines + Paragraph.wrap(SweepFindings.definition, width: width)
  }

  private func table(_ width: Int, _ text: (SweepFindings.Cell) -> String?) -> [String] {
    let rows = sweep.rows.map { row in
      [row.label, row.casualties.map { SpokenNumber.text($0, exponent: 0) } ?? "–"]
        + row.cells.map { text($0) ?? "–" }
    }
    return TextTable(headings: ["levels", "casualties"] + sweep.arms, rows: rows, headingWidth: 24)
      .lines(width: width)
  }
}
