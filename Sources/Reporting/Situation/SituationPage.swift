public import CareModel

/// A situation picture as a page to print: the nation, a table of the regions, civil areas, and half a page for each
/// region. One file in Swedish and English.
public struct SituationPage {
  /// What every sheet says.
  static let mark = LocalText(
    sv: "SIMULERAT LÄGE – ÖVNING/ANALYS", en: "SIMULATED SITUATION – EXERCISE/ANALYSIS")

  let report: SituationReport
  let network: CareNetwork
  let regions: [Int]
  let language: Language

  /// A page.
  ///
  /// - Parameters:
  ///   - regions: those that have half a page of their own, by index; nil for all.
  ///   - language: the one that is shown first.
  public init(
    _ report: SituationReport, network: CareNetwork, regions: [Int]? = nil, language: Language = .swedish
  ) {
    self.report = report
    self.network = network
    self.regions = regions ?? Array(network.regions.indices)
    self.language = language
  }

  /// The file.
  ///
  /// - Complexity: O(figures).
  public var html: String {
    Page(
      title: LocalText(
        sv: "Lägesbild, simulerad: \(report.origin.title.sv)",
        en: "Situation picture, simulated: \(report.origin.title.en)"),
      handling: report.origin.handling, nature: .simulated, language: language, style: style,
      body: { body($0) }
    ).html()
  }

  private func body(_ language: Language) -> HTML {
    let text = SituationText(report, language)
    return .joined([
      .element(
        "section", ["class": "nation"], markLine(text), .element("h1", [:], heading(text)),
        .element("dl", ["class": "facts"], facts(text)),
        .element("div", ["class": "front"], summary(text), SituationMap(report, network, text).html),
        PlaceTable(report, text, report.nation).html, FigureTables(report, text, report.nation).html,
        olderNote(text)),
      .element(
        "section", ["class": "sheet regions"], markLine(text),
        .element("h2", [:], text.words("Regionerna", "The regions")),
        AreaTable(report, text, report.areas(.region), caption: text.words("Läget per region", "By region"))
          .html, olderNote(text), groups(text)),
      .joined(regions.enumerated().map { half($1, text, isFirst: $0 == 0) }),
      method(text),
    ])
  }

  func heading(_ text: SituationText) -> String {
    text.words("Lägesbild hälso- och sjukvård", "Situation picture: health care")
  }

  func markLine(_ text: SituationText) -> HTML {
    .element("p", ["class": "simulated"], Self.mark[text.language])
  }

  private func facts(_ text: SituationText) -> [HTML] {
    let origin = report.origin
    let day = report.hour / 24
    let pairs = [
      (
        text.words("Läget", "As of"),
        text.fullMoment(report.hour * 60) + text.words(" (dag \(day))", " (day \(day))")
      ),
      (text.words("Område", "Area"), origin.areaTitle[text.language]),
      (text.words("Scenario", "Scenario"), origin.scenarioTitle[text.language]),
      (text.words("Handlingsalternativ", "Arm"), origin.armTitle[text.language]),
      (
        text.words("Ett förlopp av många", "One run of many"),
        text.words(
          "replikation \(origin.replication), frö \(origin.seed)",
          "replication \(origin.replication), seed \(origin.seed)")
          + (origin.pick.map { " (\($0[text.language]))" } ?? "")
      ),
    ]
    return pairs.map {
      .element("div", [:], .element("dt", [:], $0.0), .element("dd", [:], $0.1))
    }
  }

  /// Civil areas and healthcare regions.
  private func groups(_ text: SituationText) -> HTML {
    let tables = [
      (SituationArea.Level.civilArea, text.words("Civilområden", "Civil areas")),
      (.healthcareRegion, text.words("Sjukvårdsregioner", "Healthcare regions")),
    ].compactMap { level, heading -> HTML? in
      let areas = report.areas(level)
      return areas.isEmpty
        ? nil
        : .element("h2", [:], heading) + AreaTable(report, text, areas, caption: heading).html
    }
    return .joined(tables)
  }

  /// Half a page for a region; on a screen its figures fold away, so that regions can be looked over.
  private func half(_ index: Int, _ text: SituationText, isFirst: Bool) -> HTML {
    let area = report.areas(.region)[index]
    let level = area.preparedness.first ?? nil
    let known = level.map { $0.title[text.language] } ?? text.words("okänt", "unknown")
    let hospitals = report.areas(.hospital).filter { $0.regions == [index] }
    return .element(
      "section",
      ["class": isFirst ? "half sheet" : "half", "id": "region-\(area.id)-\(text.language.rawValue)"],
      markLine(text),
      .element(
        "h2", [:], .words(area.name + " "),
        .element("span", ["class": "level"], text.words("Beredskapsläge: \(known)", "Preparedness: \(known)"))
      ),
      .element(
        "details", ["class": "print"],
        .element(
          "summary", [:],
          text.words("Platser och uppgifter, \(area.name)", "Places and figures, \(area.name)")),
        PlaceTable(report, text, area, hospitals: hospitals).html,
        FigureTables(report, text, area).html))
  }

  private var style: String {
    let mark = PageStyle.string(
      "\(Self.mark.sv) · \(Self.mark.en) · \(report.origin.handling.mark.sv) – \(report.origin.handling.mark.en)"
    )
    return """
      @page { @top-left { content: \(mark); } }
      .simulated { font-weight: 700; letter-spacing: .03em; color: var(--warn); border: 2px solid var(--warn);
        display: inline-block; padding: .1rem .6rem; margin: 1rem 0 .4rem; font-size: .85rem; max-width: none; }
      .facts { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; margin: 0 0 1rem; }
      .facts dt { color: var(--soft); font-size: .8rem; }
      .facts dd { margin: 0; font-weight: 600; }
      .front { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: flex-start; }
      .front > .summary { flex: 1 1 22rem; } .summary h2 { border-top: 0; margin: 0 0 .6rem; padding: 0; }
      @media screen { .nation > .scroll table, .half > details > .scroll table { font-size: .84rem; } }
      .front > figure { flex: 1 1 20rem; max-width: 27rem; margin: 0; }
      .level { font: 600 .95rem system-ui, sans-serif; color: var(--accent); white-space: nowrap; }
      .half h2 { border-top: 0; margin-top: .2rem; padding-top: 0; }
      .half { border-top: 1px solid var(--rule); margin-top: 2rem; }
      @media screen { .half:not(:has(details[open])) { margin-top: .5rem; padding-top: .6rem; }
        .half:not(:has(details[open])) > .simulated { display: none; } .half > details { margin: .1rem 0 .5rem; } }
      .columns { columns: 2; column-gap: 2.2rem; margin-top: .6rem; }
      .columns .scroll { break-inside: avoid; margin: 0 0 1rem; } .columns table { width: 100%; }
      .columns caption { font-weight: 600; color: var(--ink); }
      .age { font-weight: 400; color: var(--soft); font-size: .85em; } .hospital { color: var(--soft); padding-left: .8rem; }
      .nation > .scroll table, .half > details > .scroll table { width: 100%; }
      .half .n, .nation .n { padding-left: .4rem; padding-right: .2rem; }
      .regions table { font-size: .82rem; } .regions th.n, .regions td.n { padding-left: .3rem; padding-right: .2rem; }
      @media (max-width: 60rem) { .columns { columns: 1; } }
      @media print {
        .simulated { margin: 0 0 1.5mm; font-size: 8pt; border-width: 1px; }
        .facts { gap: 1mm 6mm; margin-bottom: 2mm; font-size: 8.5pt; } .facts dt { font-size: 7pt; }
        .front { flex-wrap: nowrap; gap: 5mm; } .front > figure { flex: 0 0 72mm; } .front .scroll { margin: 0; }
        .front > .summary { flex: 1 1 0; font-size: 8.5pt; }
        h1 { font-size: 15pt; margin: 0 0 1mm; } h2 { font-size: 11pt; margin: 2mm 0 1mm; padding-top: 1mm; }
        table { font-size: 7pt; line-height: 1.2; } .front figcaption .sub { font-size: 7pt; }
        th, td { padding: .45mm 1.5mm .45mm 0; } th.n, td.n { padding-left: 1mm; padding-right: .8mm; }
        .scroll { margin: 1mm 0; } caption { padding-bottom: .5mm; }
        .summary li { margin-bottom: .6mm; } .summary h2 { border-top: 0; margin: 0; padding: 0; }
        .half { border-top: 0; margin-top: 0; padding-top: 2mm; break-inside: avoid; min-height: 126mm; }
        .half h2 { font-size: 12pt; margin: 0; } .half > details { margin: 0; } .half summary { display: none; } .columns { columns: 2; column-gap: 6mm; margin-top: 1mm; }
        .columns .scroll { margin: 0 0 1.2mm; }
        .nation table, .regions table { font-size: 8pt; line-height: 1.3; }
        .regions table { font-size: 7.6pt; } .nation .columns .scroll { margin-bottom: 3mm; }
      }

      """
  }
}
