/// What the run rests on: how much of it has a source, and every assumption.
enum AssumptionsAndSources {
  static let section = ReportSection(
    id: "assumptions", title: LocalText(sv: "Antaganden och källor", en: "Assumptions and sources"),
    needs: [.assumptions], startsSheet: true
  ) { report, language in
    let record = report.run.record
    let isSwedish = language == .swedish
    let evidence = record.evidence
    let total = evidence.sourced + evidence.derived + evidence.assumed
    let counts = [
      (isSwedish ? "med källa" : "with a source", evidence.sourced, "f-accent"),
      (isSwedish ? "härledda" : "derived", evidence.derived, "f-half"),
      (isSwedish ? "antagna" : "assumed", evidence.assumed, "f-paper"),
    ]
    let title = isSwedish ? "Talen i indata" : "Numbers of the inputs"
    let words = counts.map { "\($0.0): \(language.number($0.1))" }.joined(separator: ", ")
    var canvas = Canvas(width: 560, height: 40)
    var x = 1.0
    for (name, count, fill) in counts where count > 0 {
      let width = 558 * Double(count) / Double(max(1, total))
      canvas.box(x: x, y: 1, width: width, height: 15, fill: fill, stroke: "s-ink")
      if width > 70 {
        canvas.text("\(name) \(language.number(count))", x: x + 2, y: 32, size: 11.5, fill: "f-soft")
      }
      x += width
    }
    let items = record.assumptions.map { assumption in
      HTML.element("span", ["lang": "en"], assumption.text)
        + .element(
          "span", ["class": "soft"],
          [
            .words(" · "), .element("code", [:], assumption.place),
            .words(
              assumption.numbers > 1
                ? (isSwedish ? " och \(assumption.numbers - 1) till" : " and \(assumption.numbers - 1) more")
                : ""),
          ])
    }
    return .paragraph("\(title): \(words).")
      + canvas.svg(id: "evidence-\(language.rawValue)", title: title, description: words)
      + .element("h3", [:], isSwedish ? "Antaganden" : "Assumptions")
      + .paragraph(
        isSwedish
          ? "Varje antagande med den plats i modellen där det först används. Texterna står på modellens språk."
          : "Every assumption with the place in the model where it is first used.", kind: "sub")
      + .list(items, kind: "list-small")
  }
}
