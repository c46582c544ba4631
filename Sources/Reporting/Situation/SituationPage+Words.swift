import CareModel
import ScenarioFiles

// The sentences of the page: what a national report says first, and how the figures came about.
extension SituationPage {
  func summary(_ text: SituationText) -> HTML {
    let w = text.words
    var items: [String] = []
    if let edition = report.edition(.intensiveCare) {
      items.append(
        w(
          "\(edition.reporting.count) av \(report.regionCount) regioner har rapporterat intensivvården \(text.moment(edition.cutOffHour * 60)).",
          "\(edition.reporting.count) of \(report.regionCount) regions reported intensive care at \(text.moment(edition.cutOffHour * 60))."
        ))
      if let available = report.total("_available_places", .intensiveCare, in: report.nation),
        let occupied = report.total("_occupied_places", .intensiveCare, in: report.nation),
        let free = report.total("_free_places", .intensiveCare, in: report.nation),
        let share = report.freeIntensiveCare(report.nation)
      {
        let n = text.language.number
        items.append(
          w(
            "Det finns \(n(Int(available))) disponibla IVA-platser. \(n(Int(occupied))) är belagda och \(n(Int(free))) lediga: ledig IVA-kapacitet \(text.language.percent(share)).",
            "\(n(Int(available))) places in intensive care are available, \(n(Int(occupied))) occupied and \(n(Int(free))) free: free capacity \(text.language.percent(share))."
          ))
      }
      for one in [FreeShareClass.below10, .from10To20] {
        let regions = report.regions(in: one)
        let names = regions.isEmpty ? "" : " (\(text.regions(regions)))"
        let limits = one == .below10 ? w("under 10", "below 10") : w("10–20", "10–20")
        items.append(
          w(
            "\(count(regions, text)) har \(limits) procent ledig IVA-kapacitet\(names).",
            "\(count(regions, text)) \(limits) per cent free intensive care\(names)."))
      }
    } else {
      items.append(
        w(
          "Ingen rapport om intensivvården är publicerad än.", "No report on intensive care is published yet."
        ))
    }
    if report.edition(.preparedness) != nil {
      let levels = PreparednessLevel.allCases.reversed().map { level -> String in
        let regions = report.regions(at: level)
        let names = regions.isEmpty || level == .normal ? "" : " (\(text.regions(regions)))"
        return "\(level.title[text.language]): \(regions.count)\(names)"
      }
      let basis =
        report.isPreparednessOrdered
        ? w("Beredskapsläge enligt modellens order", "Preparedness as ordered in the model")
        : w(
          "Beredskapsläge enligt en regel på beläggningen (antagande)",
          "Preparedness by a rule on occupancy (assumption)")
      items.append("\(basis) – \(levels.joined(separator: "; ")).")
    }
    items += lastDay(text)
    return .element(
      "div", ["class": "summary"], .element("h2", [:], w("Sammanfattning", "Summary")),
      .list(items.map { .words($0) }))
  }

  private func count(_ regions: [Int], _ text: SituationText) -> String {
    switch regions.count {
    case 0: text.words("Ingen region", "No region has")
    case 1: text.words("1 region", "1 region has")
    default: text.words("\(regions.count) regioner", "\(regions.count) regions have")
    }
  }

  private func lastDay(_ text: SituationText) -> [String] {
    guard let edition = report.edition(.casualties) else { return [] }
    let parts = report.measures.indices.filter { report.measures[$0].report == .casualties }
      .compactMap { index -> String? in
        guard let figure = report.nation.figures[index], let value = figure.value else { return nil }
        let title = text.title(report.measures[index], figure)
        return "\(title.prefix(1).lowercased())\(title.dropFirst()) \(text.value(value, .count))"
      }
    guard !parts.isEmpty else { return [] }
    let time = text.moment(edition.cutOffHour * 60)
    return [
      text.words("Dygnet fram till \(time): ", "In the 24 hours to \(time): ") + parts.joined(separator: "; ")
        + "."
    ]
  }

  /// Which regions older figures are used of.
  func olderNote(_ text: SituationText) -> HTML {
    let notes = report.editions.flatMap { edition -> [String] in
      let name = SituationWords.report(edition.report)[text.language]
      let late = edition.late.map {
        "\(text.region($0.region)) (\(text.moment($0.cutOffHour * 60)), \(text.age(ofHour: $0.cutOffHour)))"
      }
      var lines: [String] = []
      if !late.isEmpty { lines.append("\(name): \(text.language.list(late))") }
      if !edition.missing.isEmpty {
        lines.append(
          "\(name): " + text.words("inget rapporterat från ", "nothing reported from ")
            + text.regions(edition.missing))
      }
      return lines
    }
    guard !notes.isEmpty else { return .none }
    return .element(
      "p", ["class": "note older"],
      text.words("* Äldre uppgifter, rapport saknas: ", "* Older figures, no report has come: ")
        + notes.joined(separator: "; ") + ".")
  }

  /// When figures were taken, and how they came about.
  func method(_ text: SituationText) -> HTML {
    let w = text.words
    let used = SituationReportKind.allCases.filter { kind in
      kind == .preparedness || report.measures.contains { $0.report == kind }
    }
    let rows = report.editions.filter { used.contains($0.report) }.map { edition in
      PageTable.Row([
        .words(SituationWords.report(edition.report)[text.language]),
        .words(text.moment(edition.cutOffHour * 60)), .words(text.moment(edition.compiledMinute)),
        .words(text.moment(edition.publishedMinute)), .words(text.age(ofHour: edition.cutOffHour)),
        .number(
          w(
            "\(edition.reporting.count) av \(report.regionCount)",
            "\(edition.reporting.count) of \(report.regionCount)")),
        .words(source(report.plan.schedule(of: edition.report)?.source ?? "", text)),
      ])
    }
    let missing = used.filter { report.edition($0) == nil }
    let table = PageTable(
      caption: w("Rapporter", "Reports"),
      headings: [
        w("Rapport", "Report"), w("Läget avser", "Taken"), w("Sammanställd", "Compiled"),
        w("Publicerad", "Published"), w("Ålder", "Age"), w("Regioner", "Regions"), w("Grund", "Basis"),
      ], rows: rows, hidesCaption: true)
    var sentences = [
      w(
        "Alla tal kommer ur ett enda simulerat förlopp. Inget är rapporterat av någon region, kommun eller myndighet, och ett annat förlopp ger andra tal.",
        "All numbers come from one simulated run. None was reported by a region, municipality or authority, and another run gives other numbers."
      ),
      w(
        "Varje tal är det senast publicerade vid lägesbildens tidpunkt, inte det som då var sant. Rapporter före dag 0 finns inte.",
        "Each number is the last one published at the time of the picture, not what was true then. There are no reports from before day 0."
      ),
    ]
    if !missing.isEmpty {
      let names = text.language.list(missing.map { SituationWords.report($0)[text.language] })
      sentences.append(w("Ännu inte publicerat: \(names).", "Not published yet: \(names)."))
    }
    let forecast = report.plan.forecast
    let n = { (value: Double) in text.language.number(value, exponent: -2) }
    sentences += [
      w(
        "Disponibla platser är bemannade och öppna platser. Ledig kapacitet är lediga genom disponibla platser. Överbeläggningar är patienter utöver de disponibla platserna.",
        "Available places are staffed and open. Free capacity is free over available places. Beyond counts patients above the available places."
      ),
      w(
        "Ändring är mot den rapport som är minst ett dygn äldre. Planerad vård i procent är det som inte skjutits upp, mot vad modellens normala vecka har samma timmar.",
        "Change is against the report that is at least a day older. Planned care in per cent is what was not postponed, over what a normal week of the model has in the same hours."
      ),
      w(
        "Prognos: exponentiell utjämning med dämpad trend (Gardner och McKenzie 1985; vikter \(n(forecast.levelWeight)) och \(n(forecast.trendWeight)), dämpning \(n(forecast.damping))) på de rapporterade talen med ett dygns mellanrum, högst \(forecast.historyDays) dygn bakåt, räknat från tidpunkten då de togs. Inom parentes det spann där nio av tio skulle hamna om metoden missar lika mycket som hittills; utan spann är rapporterna för få. Den känner varken scenariot, förloppets framtid eller hur många platser som finns: går den över dem är det ett behov, inte en beläggning.",
        "Forecast: exponential smoothing with a damped trend (Gardner and McKenzie 1985; weights \(n(forecast.levelWeight)) and \(n(forecast.trendWeight)), damping \(n(forecast.damping))) on the reported numbers a day apart, at most \(forecast.historyDays) days back, counted from when they were taken. In brackets the range in which nine in ten would lie if the method misses as much as so far; without a range there are too few reports. It knows neither the scenario, nor the future of the run, nor how many places there are: where it goes above them it tells a need, not an occupancy."
      ),
    ]
    let rules =
      report.isPreparednessOrdered
      ? [
        w(
          "Beredskapsläge: den högsta nivå av utökade platser som är beordrad i regionen (1 stabsläge, 2 förstärkningsläge, 3 katastrofläge; antagande).",
          "Preparedness: the highest level of surge that is ordered in the region (1 standby, 2 reinforced, 3 disaster; assumption)."
        )
      ]
      : report.plan.preparedness.map { rule(text, $0) }
    return .element(
      "section", ["class": "sheet"], markLine(text),
      .element("h2", [:], w("Uppgifternas ålder och ursprung", "Age and origin of the figures")), table.html,
      .list((sentences + rules).map { .words($0) }),
      .paragraph(
        w("Experiment", "Experiment")
          + ": \(report.origin.title[text.language]) (\(report.origin.experiment)). "
          + report.origin.whoseFigures[text.language], kind: "note"))
  }

  /// What a number is based on; sources are written in English, so that in Swedish an assumption is named as one.
  private func source(_ source: String, _ text: SituationText) -> String {
    guard text.language == .swedish, let note = SourceNote(source) else { return source }
    switch note.strength {
    case .assumed: return "antagande"
    case .derived: return "härlett"
    case .sourced:
      return source == ReportingPlan.pictureSource ? "modellens nationella lägesbild" : source
    }
  }

  private func rule(_ text: SituationText, _ rule: PreparednessRule) -> String {
    let w = text.words
    var conditions: [String] = []
    if let limit = rule.intensiveCareFreeShareBelow {
      conditions.append(
        w(
          "ledig IVA-kapacitet under \(text.language.percent(limit))",
          "free intensive care below \(text.language.percent(limit))"))
    }
    if let limit = rule.waitingShareAbove {
      conditions.append(
        w(
          "fler som väntar på vårdplats än \(text.language.percent(limit)) av de disponibla",
          "more waiting for a bed than \(text.language.percent(limit)) of those available"))
    }
    return w("Regel för ", "Rule for ") + rule.level.title[text.language] + ": "
      + conditions.joined(separator: w(" eller ", " or ")) + " (" + source(rule.source, text) + ")."
  }
}
