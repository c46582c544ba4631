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
      caption: w(
        "Vårdplatser, \(text.name(area)). Ändring på ett dygn och prognos gäller belagda platser.",
        "Beds, \(text.name(area)). Change over a day and forecast are of occupied places."),
      headings: [
        w("Läget (ålder)", "Taken (age)"), w("Disponibla", "Available"), w("Belagda", "Occupied"),
        w("Lediga", "Free"), w("Ledig kapac.", "Free share"), w("Överbel.", "Beyond"), w("Väntar", "Waiting"),
        w("Ändring", "Change"), w("Prognos +24 tim", "Forecast +24 h"),
        w("Prognos +72 tim", "Forecast +72 h"),
      ], columns: [nil] + Self.endings.map { $0 }, file: "situation.json", rows: rows
    ).html
  }

  private func row(_ kind: String, of area: SituationArea, heading: String?) -> PageTable.Row? {
    guard let first = report.measure("\(kind)_available_places"), let figure = area.figures[first] else {
      return nil
    }
    let name: HTML =
      heading.map { .element("span", ["class": "hospital"], $0) }
      ?? .element("strong", [:], report.measures[first].group[text.language])
      + .element("span", ["class": "age"], " " + text.taken(figure))
    var cells = [PageTable.Cell.piece(name)]
    cells += Self.endings.map { ending in
      guard let index = report.measure("\(kind)_\(ending)"), let value = area.value(index) else {
        return .missing
      }
      return .number(text.value(value, report.measures[index].form), value: FigureTables.plain(value))
    }
    let occupied = report.measure("\(kind)_occupied_places").flatMap { area.figures[$0] }
    cells.append(occupied?.change.map { .number(text.change($0, .count)) } ?? .missing)
    for lead in [24, 72] {
      let forecast = occupied?.forecasts.first { $0.leadHours == lead }
      cells.append(forecast.map { .number(text.forecast($0, .count)) } ?? .missing)
    }
    return PageTable.Row(cells, key: "area=\(area.level.rawValue)/\(area.id);group=\(kind)")
  }
}

/// All figures of an area that are not of beds: a table for each report, since those of one have one age.
struct FigureTables {
  let report: SituationReport
  let text: SituationText
  let area: SituationArea

  init(_ report: SituationReport, _ text: SituationText, _ area: SituationArea) {
    self.report = report
    self.text = text
    self.area = area
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
    let tables = SituationReportKind.allCases.compactMap { kind -> HTML? in
      let indices = report.measures.indices.filter {
        report.measures[$0].report == kind && !isPlace[$0] && area.figures[$0] != nil
      }
      return indices.isEmpty ? nil : table(kind, indices)
    }
    return tables.isEmpty ? .none : .element("div", ["class": "columns"], tables)
  }

  private func table(_ kind: SituationReportKind, _ indices: [Int]) -> HTML {
    let w = text.words
    let taken = indices.compactMap { area.figures[$0] }.max { $0.cutOffHour < $1.cutOffHour }
    let groups = indices.reduce(into: [LocalText]()) { groups, index in
      if !groups.contains(report.measures[index].group) { groups.append(report.measures[index].group) }
    }
    let hasForecast = indices.contains { !(area.figures[$0]?.forecasts.isEmpty ?? true) }
    return PageTable(
      caption: SituationWords.report(kind)[text.language] + (taken.map { " " + text.taken($0) } ?? "")
        + (area.level == .nation ? "" : ", \(area.name)"),
      headings: [w("Uppgift", "Figure"), w("Läget", "Now"), w("Ändring", "Change")]
        + (hasForecast ? [w("+24 tim", "+24 h"), w("+72 tim", "+72 h")] : []),
      columns: [nil, "value"], file: "situation.json",
      rows: indices.map { row($0, isGrouped: groups.count > 1, hasForecast: hasForecast) }
    ).html
  }

  private func row(_ index: Int, isGrouped: Bool, hasForecast: Bool) -> PageTable.Row {
    let measure = report.measures[index]
    guard let figure = area.figures[index] else { return PageTable.Row([]) }
    let title = text.title(measure, figure)
    let group = measure.group[text.language]
    var cells: [PageTable.Cell] = [
      .words(isGrouped ? "\(group): \(title.prefix(1).lowercased())\(title.dropFirst())" : title)
    ]
    cells.append(
      figure.value.map { .number(text.value($0, measure.form), value: Self.plain($0)) } ?? .missing)
    cells.append(figure.change.map { .number(text.change($0, measure.form)) } ?? .missing)
    for lead in hasForecast ? [24, 72] : [] {
      let forecast = figure.forecasts.first { $0.leadHours == lead }
      cells.append(forecast.map { .number(text.forecast($0, measure.form)) } ?? .missing)
    }
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
        column.value(area).map { .number(text.value($0, column.form), value: FigureTables.plain($0)) }
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
