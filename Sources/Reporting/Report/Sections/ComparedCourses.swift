/// Two runs day by day, the fans of both in one panel for each pair of arms.
enum ComparedCourses {
  /// The figures; nothing when the runs have no figures by day in common.
  static func html(
    _ report: Report, _ other: ReportRun, _ pairs: [(own: RunRecord.Arm, other: RunRecord.Arm)],
    _ language: Language
  ) -> HTML {
    let figures = DaysAndCapacity.charts(report)
      .map { figure(report, other, pairs, $0, language) }.filter { !$0.isEmpty }
    if figures.isEmpty { return .none }
    return .element("h3", [:], language == .swedish ? "Dag för dag" : "Day by day") + legend(language)
      + .joined(figures)
  }

  /// The days of one pair.
  private struct Courses {
    let own: RunRecord.Arm
    let other: RunRecord.Arm
    let days: (own: [DailyFigures.Figure], other: [DailyFigures.Figure])

    var isSeen: Bool { (days.own + days.other).contains { $0.p95 >= 1 } }
  }

  private static func figure(
    _ report: Report, _ other: ReportRun, _ pairs: [(own: RunRecord.Arm, other: RunRecord.Arm)],
    _ chart: DaysAndCapacity.Chart, _ language: Language
  ) -> HTML {
    let courses = pairs.map { pair in
      Courses(
        own: pair.own, other: pair.other,
        days: (
          report.run.nation.days(chart.measure, arm: pair.own.id),
          other.nation.days(chart.measure, arm: pair.other.id)
        ))
    }.filter { pair in
      // The thought experiment without queues has no capacity, and would set the scale of all.
      !pair.own.isNoWait && !pair.other.isNoWait && pair.days.own.count > 1 && pair.days.other.count > 1
        && pair.isSeen
    }
    if courses.isEmpty { return .none }
    let capacities = capacities(report.run.record, other.record, chart)
    let axis = FanPanel.axis(
      courses.flatMap { [$0.days.own, $0.days.other] }, capacity: capacities.map(\.value).max())
    let drawings = courses.map { pair -> HTML in
      let fans = OverlaidFans(
        title: report.title(pair.own, language), own: pair.days.own, other: pair.days.other,
        capacities: capacities, axis: axis)
      let (a, b) = (
        FanPanel.course(of: pair.days.own, in: language), FanPanel.course(of: pair.days.other, in: language)
      )
      return fans.svg(
        id: "against-\(chart.measure)-\(pair.own.id)-\(language.rawValue)",
        description: "\(chart.title[language]). A: \(a) B: \(b)", language: language,
        number: report.run.record.arms.firstIndex { $0.id == pair.own.id } ?? 0)
    }
    return PageFigure(
      id: "f-against-\(chart.measure)-\(language.rawValue)", title: chart.title[language],
      subtitle: subtitle(chart, capacities, language),
      drawing: .element(
        "div", ["class": [2, 4].contains(drawings.count) ? "panels two" : "panels"], drawings),
      tables: [table(report, chart, courses, language)],
      tableHeading: language == .swedish ? "Siffrorna, vissa dagar" : "The numbers, some days"
    ).html
  }

  /// Staffed places of both runs; without letters where they are the same.
  private static func capacities(
    _ own: RunRecord, _ other: RunRecord, _ chart: DaysAndCapacity.Chart
  ) -> [(letter: String, value: Double)] {
    guard let places = chart.capacity else { return [] }
    let kind = other.unitKinds.first { "\($0.column)_occupied_mean_beds" == chart.measure }
    guard let second = kind?.staffedPlaces, second != places else { return [("", places)] }
    return [("A", places), ("B", second)]
  }

  private static func subtitle(
    _ chart: DaysAndCapacity.Chart, _ capacities: [(letter: String, value: Double)], _ language: Language
  ) -> String {
    guard capacities.count == 2 else { return chart.subtitle[language] }
    let (a, b) = (language.number(capacities[0].value), language.number(capacities[1].value))
    return language == .swedish
      ? "Patienter, medel över dygnet. Streckade vågräta linjer: bemannade platser, A \(a) och B \(b)."
      : "Patients, mean over the day. Dashed level lines: staffed places, A \(a) and B \(b)."
  }

  private static func table(
    _ report: Report, _ chart: DaysAndCapacity.Chart, _ courses: [Courses], _ language: Language
  ) -> PageTable {
    let quantity = Quantity(language: language)
    func said(_ value: Double) -> String { quantity.tenths(value) }
    func cell(_ days: [DailyFigures.Figure], _ day: Int, isOwn: Bool) -> PageTable.Cell {
      guard days.indices.contains(day) else { return .missing }
      let figure = days[day]
      let values = [figure.p50, figure.p05, figure.p95].compactMap(Report.raw).joined(separator: "|")
      // The other run's tables are not this folder's.
      return .number(
        "\(said(figure.p50)) (\(said(figure.p05))–\(said(figure.p95)))", value: isOwn ? values : nil)
    }
    let count = courses.map { max($0.days.own.count, $0.days.other.count) }.max() ?? 0
    let step = max(5, (count / 24 + 4) / 5 * 5)
    let titles = courses.flatMap { pair in
      ["A", "B"].map { "\(report.title(pair.own, language)), \($0)" }
    }
    return PageTable(
      caption: language == .swedish
        ? "A och B, \(chart.title.sv): median, och 5 till 95 procent av simuleringarna"
        : "A and B, \(chart.title.en): median, and 5 to 95 per cent of simulations",
      headings: [language == .swedish ? "Dag" : "Day"] + titles,
      columns: [nil] + courses.flatMap { _ in ["p50|p05|p95", nil] }, file: "nation_daily.csv",
      key: report.key(["measure": chart.measure]),
      columnKeys: [nil] + courses.flatMap { ["arm=\($0.own.id)", nil] },
      rows: stride(from: 0, to: count, by: step).map { day in
        PageTable.Row(
          [.number(language.number(day))]
            + courses.flatMap {
              [cell($0.days.own, day, isOwn: true), cell($0.days.other, day, isOwn: false)]
            }, key: "day=\(day)")
      })
  }

  /// How the panels are read, once for all.
  private static func legend(_ language: Language) -> HTML {
    let isSwedish = language == .swedish
    return .list(
      [
        Canvas.legendItem(
          "<rect class=\"f-wide\" width=\"34\" height=\"18\"/><path class=\"none s-ink\" d=\"M0 9H34\" stroke-width=\"2.4\"/>",
          isSwedish
            ? "A: median (hel linje) och nio av tio simuleringar (fyllt)"
            : "A: median (solid) and nine of ten simulations (filled)"),
        Canvas.legendItem(
          "<path class=\"none s-accent\" d=\"M0 2H34M0 16H34\" stroke-width=\"1.6\" stroke-dasharray=\"3 4\"/><path class=\"none s-accent\" d=\"M0 9H34\" stroke-width=\"2.6\" stroke-dasharray=\"10 5\"/>",
          isSwedish
            ? "B: median (streckad) och nio av tio simuleringar (mellan de prickade linjerna)"
            : "B: median (dashed) and nine of ten simulations (between the dotted lines)"),
        Canvas.legendItem(
          "<path class=\"none s-warn\" d=\"M0 9H34\" stroke-width=\"2.4\" stroke-dasharray=\"8 5\"/>",
          isSwedish ? "bemannade platser" : "staffed places"),
      ], kind: "key")
  }
}
