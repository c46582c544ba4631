/// The course by day: fan charts of beds, queues, transport and postponed care, every arm.
enum DaysAndCapacity {
  static let section = ReportSection(
    id: "days", title: LocalText(sv: "Dag för dag", en: "Day by day"), needs: [.daily], startsSheet: true
  ) { report, language in
    let charts = charts(report).map { figure(report, $0, language) }.filter { !$0.isEmpty }
    if charts.isEmpty { return .none }
    return legend(language) + .joined(charts)
  }

  /// What one chart shows.
  struct Chart {
    let measure: String
    let title: LocalText
    let subtitle: LocalText
    let capacity: Double?
  }

  /// Places in use of hospital beds, queues of every watched kind, transport, and postponed care, in this order.
  static func charts(_ report: Report) -> [Chart] {
    let record = report.run.record
    let mean = LocalText(sv: "Patienter, medel över dygnet.", en: "Patients, mean over the day.")
    var charts: [Chart] = []
    for kind in record.shownKinds {
      let title = record.words(kind.title)
      if kind.isHospitalBed {
        let places = Language.swedish.number(kind.staffedPlaces)
        let spoken = Language.english.number(kind.staffedPlaces)
        charts.append(
          Chart(
            measure: "\(kind.column)_occupied_mean_beds",
            title: LocalText(sv: "\(title.sv): patienter i vård", en: "\(title.en): patients in places"),
            subtitle: LocalText(
              sv: "\(mean.sv) Streckad linje: \(places) bemannade platser.",
              en: "\(mean.en) Dashed line: \(spoken) staffed places."), capacity: kind.staffedPlaces))
      }
      charts.append(
        Chart(
          measure: "\(kind.column)_waiting_mean_patients",
          title: LocalText(sv: "\(title.sv): väntande", en: "\(title.en): waiting"), subtitle: mean,
          capacity: nil))
    }
    for kind in record.unitKinds where kind.isQueued && !kind.isWatched && !kind.isHospitalBed {
      let title = record.words(kind.title)
      charts.append(
        Chart(
          measure: "\(kind.column)_waiting_mean_patients",
          title: LocalText(sv: "\(title.sv): väntande", en: "\(title.en): waiting"), subtitle: mean,
          capacity: nil))
    }
    charts.append(
      Chart(
        measure: "transport_waiting_mean_patients",
        title: report.names.name(of: "transport_waiting_mean_patients"), subtitle: mean, capacity: nil))
    charts.append(
      Chart(
        measure: "postponed_backlog_patients", title: report.names.name(of: "postponed_backlog_patients"),
        subtitle: LocalText(
          sv: "Planerade patienter på väntelistan vid midnatt.",
          en: "Planned patients on the list at midnight."),
        capacity: nil))
    return charts
  }

  private static func figure(_ report: Report, _ chart: Chart, _ language: Language) -> HTML {
    let record = report.run.record
    // Without queues there is nothing to see of them, and where a line is zero throughout a sentence says so.
    let isQueue = chart.capacity == nil
    let asked = record.arms.filter { !(isQueue && $0.isNoWait) }
    func days(_ arm: RunRecord.Arm) -> [DailyFigures.Figure] {
      report.run.nation.days(chart.measure, arm: arm.id)
    }
    // A queue that hardly anybody ever stands in is no figure.
    guard asked.allSatisfy({ days($0).count > 1 }), asked.contains(where: { Self.isSeen(days($0)) }) else {
      return .none
    }
    let shown = asked.filter { arm in days(arm).contains { $0.p95 > 0 } }
    let empty = asked.filter { arm in !shown.contains { $0.id == arm.id } }
    let panels = shown.map(days)
    let isSwedish = language == .swedish
    let axis = FanPanel.axis(panels, capacity: chart.capacity)
    let drawings = zip(shown, panels).map { arm, days -> HTML in
      let number = record.arms.firstIndex { $0.id == arm.id } ?? 0
      let panel = FanPanel(
        title: report.title(arm, language), days: days, capacity: chart.capacity, axis: axis,
        marks: record.drainDays > 0
          ? [(record.horizonDays, isSwedish ? "uppföljning" : "follow-up")] : [])
      return panel.svg(
        id: "fan-\(chart.measure)-\(arm.id)-\(language.rawValue)",
        description: "\(chart.title[language]). \(panel.description(in: language))", language: language,
        number: number)
    }
    let quantity = Quantity(language: language)
    let step = max(5, (panels[0].count / 24 + 4) / 5 * 5)
    func said(_ value: Double) -> String { quantity.tenths(value) }
    let table = PageTable(
      caption: isSwedish
        ? "\(chart.title.sv): median, och 5 till 95 procent av simuleringarna"
        : "\(chart.title.en): median, and 5 to 95 per cent of simulations",
      headings: [isSwedish ? "Dag" : "Day"] + shown.map { report.title($0, language) },
      columns: [nil] + shown.map { _ in "p50|p05|p95" }, file: "nation_daily.csv",
      key: report.key(["measure": chart.measure]), columnKeys: [nil] + shown.map { "arm=\($0.id)" },
      rows: stride(from: 0, to: panels[0].count, by: step).map { day in
        PageTable.Row(
          [.number(language.number(day))]
            + panels.map { days in
              let figure = days[day]
              let values = [figure.p50, figure.p05, figure.p95]
              return .number(
                "\(said(figure.p50)) (\(said(figure.p05))–\(said(figure.p95)))",
                value: values.compactMap(Report.raw).joined(separator: "|"))
            }, key: "day=\(day)")
      })
    let note =
      empty.isEmpty
      ? HTML.none
      : .paragraph(
        (isSwedish ? "Noll hela tiden: " : "Zero throughout: ")
          + "\(language.list(empty.map { report.title($0, language) })).", kind: "note")
    return PageFigure(
      id: "f-\(chart.measure)-\(language.rawValue)", title: chart.title[language],
      subtitle: chart.subtitle[language],
      drawing: .element(
        "div", ["class": [2, 4].contains(drawings.count) ? "panels two" : "panels"], drawings),
      tables: [table],
      tableHeading: isSwedish
        ? "Siffrorna, var \(step):e dag (alla dagar: nation_daily.csv)"
        : "The numbers, every \(step)th day (all days: nation_daily.csv)", note: note
    ).html
  }

  private static func isSeen(_ days: [DailyFigures.Figure]) -> Bool { days.contains { $0.p95 >= 1 } }

  /// How a fan is read, once for all charts.
  private static func legend(_ language: Language) -> HTML {
    let isSwedish = language == .swedish
    return .list(
      [
        Canvas.legendItem(
          "<path class=\"none s-ink\" d=\"M0 9H34\" stroke-width=\"2.4\"/>",
          isSwedish ? "median av simuleringarna" : "median of the simulations"),
        Canvas.legendItem(
          "<rect class=\"f-half\" width=\"34\" height=\"18\"/>", isSwedish ? "hälften av dem" : "half of them"
        ),
        Canvas.legendItem(
          "<rect class=\"f-wide\" width=\"34\" height=\"18\"/>", isSwedish ? "nio av tio" : "nine of ten"),
        Canvas.legendItem(
          "<path class=\"none s-warn\" d=\"M0 9H34\" stroke-width=\"2.4\" stroke-dasharray=\"8 5\"/>",
          isSwedish ? "bemannade platser" : "staffed places"),
      ], kind: "key")
  }
}
