/// Places of an area, a row for each kind; and of its hospitals, where they are given.
struct PlaceTable {
  let report: SituationReport
  let text: SituationText
  let area: SituationArea
  let hospitals: [SituationArea]

  init(
    _ report: SituationReport, _ text: SituationText, _ area: SituationArea, hospitals: [SituationArea] = []
  ) {
    self.report = report
    self.text = text
    self.area = area
    self.hospitals = hospitals
  }

  /// Endings of the keys, by column.
  static let endings = [
    "available_places", "occupied_places", "free_places", "free_share", "over_places", "waiting_patients",
  ]

  var html: HTML {
    var rows: [PageTable.Row] = []
    for kind in [SituationReportKind.intensiveCare, .wards, .municipalCare].flatMap({ report.placeKeys($0) })
    {
      guard let row = row(kind, of: area, heading: nil) else { continue }
      rows.append(row)
      rows += hospitals.compactMap { self.row(kind, of: $0, heading: $0.name) }
    }
    guard !rows.isEmpty else { return .none }
    let w = text.words
    return PageTable(
      caption: w("Vårdplatser, \(area.name)", "Beds, \(area.name)"),
      headings: [
        w("Vårdplatser", "Beds"), w("Disponibla", "Available"), w("Belagda", "Occupied"), w("Lediga", "Free"),
        w("Ledig kapacitet", "Free capacity"), w("Överbel.", "Beyond"), w("Väntar", "Waiting"),
        w("Belagda mot föregående dygn", "Occupied against the day before"),
        w("Prognos belagda +24 tim", "Forecast occupied +24 h"),
        w("Prognos belagda +72 tim", "Forecast occupied +72 h"), w("Läget (ålder)", "Taken (age)"),
      ], columns: [nil] + Self.endings.map { $0 }, file: "situation.json", rows: rows
    ).html
  }

  private func row(_ kind: String, of area: SituationArea, heading: String?) -> PageTable.Row? {
    guard let first = report.measure("\(kind)_available_places"), let figure = area.figures[first] else {
      return nil
    }
    var cells = [
      PageTable.Cell.words(heading.map { "– \($0)" } ?? report.measures[first].group[text.language])
    ]
    cells += Self.endings.map { ending in
      guard let index = report.measure("\(kind)_\(ending)"), let value = area.value(index) else {
        return .missing
      }
      return .number(text.value(value, report.measures[index].form), value: FigureTable.plain(value))
    }
    let occupied = report.measure("\(kind)_occupied_places").flatMap { area.figures[$0] }
    cells.append(occupied?.change.map { .number(text.change($0, .count)) } ?? .missing)
    for lead in [24, 72] {
      let forecast = occupied?.forecasts.first { $0.leadHours == lead }
      cells.append(forecast.map { .number(text.forecast($0, .count)) } ?? .missing)
    }
    cells.append(.words(text.taken(figure)))
    return PageTable.Row(cells, key: "area=\(area.level.rawValue)/\(area.id);group=\(kind)")
  }
}

/// All figures of an area that are not of beds: a row each.
struct FigureTable {
  let report: SituationReport
  let text: SituationText
  let area: SituationArea
  let isCompact: Bool

  init(_ report: SituationReport, _ text: SituationText, _ area: SituationArea, isCompact: Bool = false) {
    self.report = report
    self.text = text
    self.area = area
    self.isCompact = isCompact
  }

  /// A number of a table as a program reads it.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  var html: HTML {
    let places =
      report.placeKeys(.intensiveCare) + report.placeKeys(.wards) + report.placeKeys(.municipalCare)
    let isPlace = report.measures.map { measure in
      places.contains { kind in PlaceTable.endings.contains { measure.id == "\(kind)_\($0)" } }
    }
    let rows = report.measures.indices.filter { !isPlace[$0] }.compactMap(row)
    guard !rows.isEmpty else { return .none }
    // Two columns of about the same height.
    let half = (rows.count + 1) / 2
    let parts = rows.count > 8 ? [Array(rows[..<half]), Array(rows[half...])] : [rows]
    return .element("div", ["class": "columns"], parts.enumerated().map { table($1, number: $0 + 1).html })
  }

  private func table(_ rows: [PageTable.Row], number: Int) -> PageTable {
    let w = text.words
    return PageTable(
      caption: w(
        "Övriga uppgifter, \(area.name), del \(number)", "Other figures, \(area.name), part \(number)"),
      headings: [
        w("Uppgift", "Figure"), w("Läget", "Now"), w("Ändring", "Change"),
        w("Prognos +24 tim", "Forecast +24 h"),
      ] + (isCompact ? [] : [w("+72 tim", "+72 h")]) + [w("Läget (ålder)", "Taken (age)")],
      columns: [nil, "value"], file: "situation.json", rows: rows, hidesCaption: true)
  }

  private func row(_ index: Int) -> PageTable.Row? {
    guard let figure = area.figures[index] else { return nil }
    let measure = report.measures[index]
    let title = text.title(measure, figure)
    let group = measure.group[text.language]
    var cells: [PageTable.Cell] = [.words("\(group): \(title.prefix(1).lowercased())\(title.dropFirst())")]
    cells.append(
      figure.value.map { .number(text.value($0, measure.form), value: Self.plain($0)) } ?? .missing)
    cells.append(figure.change.map { .number(text.change($0, measure.form)) } ?? .missing)
    for lead in isCompact ? [24] : [24, 72] {
      let forecast = figure.forecasts.first { $0.leadHours == lead }
      cells.append(forecast.map { .number(text.forecast($0, measure.form)) } ?? .missing)
    }
    cells.append(.words(text.taken(figure)))
    return PageTable.Row(cells, key: "area=\(area.level.rawValue)/\(area.id);measure=\(measure.id)")
  }
}

/// Areas below each other: what a staff compares them by.
struct AreaTable {
  let report: SituationReport
  let text: SituationText
  let areas: [SituationArea]
  let caption: String

  init(_ report: SituationReport, _ text: SituationText, _ areas: [SituationArea], caption: String) {
    self.report = report
    self.text = text
    self.areas = areas
    self.caption = caption
  }

  /// A column: its heading and a sum of measures, or a share of two.
  private struct Column {
    var heading: String
    var key: String?
    var form = SituationMeasure.Form.count
    var value: (SituationArea) -> Double?
  }

  private var columns: [Column] {
    let w = text.words
    func sum(_ heading: String, _ ending: String, _ kind: SituationReportKind) -> Column {
      let keys = report.placeKeys(kind)
      return Column(heading: heading, key: keys.count == 1 ? keys[0] + ending : nil) {
        report.total(ending, kind, in: $0)
      }
    }
    func one(_ heading: String, _ id: String, _ form: SituationMeasure.Form = .count) -> Column {
      Column(heading: heading, key: id, form: form) { $0.value(report.measure(id)) }
    }
    let vehicles = report.measures.filter { $0.report == .transport && $0.id.hasSuffix("_waiting_patients") }
    let all = [
      sum(w("IVA disponibla", "ICU available"), "_available_places", .intensiveCare),
      sum(w("IVA belagda", "ICU occupied"), "_occupied_places", .intensiveCare),
      Column(heading: w("IVA ledig kapacitet", "ICU free"), form: .share) { report.freeIntensiveCare($0) },
      sum(w("IVA väntar", "ICU waiting"), "_waiting_patients", .intensiveCare),
      sum(w("Vårdpl. disponibla", "Beds available"), "_available_places", .wards),
      sum(w("Vårdpl. belagda", "Beds occupied"), "_occupied_places", .wards),
      sum(w("Överbel.", "Beyond"), "_over_places", .wards),
      sum(w("Väntar på vårdpl.", "Waiting for a bed"), "_waiting_patients", .wards),
      one(w("Utskrivn.klara", "Discharge-ready"), "discharge_ready_patients"),
      one(w("Planerad vård", "Planned care"), "planned_started_share", .share),
      Column(heading: w("Väntar på transport", "Waiting for transport")) { area in
        let values = vehicles.compactMap { area.value(report.measure($0.id)) }
        return values.isEmpty ? nil : values.reduce(0, +)
      },
      one(w("Skadade, dygn", "Casualties, day"), "casualties_received_24_hours_patients"),
      one(w("Avlidna, dygn", "Deaths, day"), "deaths_24_hours_patients"),
    ]
    return all.filter { column in areas.contains { column.value($0) != nil } }
  }

  var html: HTML {
    let columns = columns
    let rows = areas.map { area -> PageTable.Row in
      var cells: [PageTable.Cell] = [.words(area.name + (isOlder(area) ? "\u{202F}*" : ""))]
      if area.level == .region {
        cells.append(.words((area.preparedness.first ?? nil).map { $0.title.sv } ?? "–"))
      }
      cells += columns.map { column in
        column.value(area).map { .number(text.value($0, column.form), value: FigureTable.plain($0)) }
          ?? .missing
      }
      return PageTable.Row(cells, key: "area=\(area.level.rawValue)/\(area.id)")
    }
    let hasLevel = areas.first?.level == .region
    return PageTable(
      caption: caption,
      headings: [text.words("Område", "Area")]
        + (hasLevel ? [text.words("Beredskapsläge", "Preparedness")] : [])
        + columns.map(\.heading),
      columns: [nil] + (hasLevel ? [nil] : []) + columns.map(\.key), file: "situation.json", rows: rows,
      hidesCaption: true
    ).html
  }

  /// Whether anything of the area is older than the newest edition.
  private func isOlder(_ area: SituationArea) -> Bool {
    report.editions.contains { edition in
      edition.late.contains { area.regions.contains($0.region) }
        || edition.missing.contains { area.regions.contains($0) }
    }
  }
}
