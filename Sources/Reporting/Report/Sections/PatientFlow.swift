/// Who goes where: patients between civil areas, or regions of a small model, and to allies.
enum PatientFlow {
  static let section = ReportSection(
    id: "flow", title: LocalText(sv: "Patientflöden", en: "Patient flow"), needs: [.flows]
  ) { report, language in
    let isSwedish = language == .swedish
    guard report.run.record.regions.count > 1 else { return .none }
    let arms = report.run.record.choices.filter { arm in report.run.flows.contains { $0["arm"] == arm.id } }
    let figures = arms.map { figure(report, $0, language) }
    return .paragraph(
      isSwedish
        ? "Till vänster varifrån patienter flyttas, till höger vart. Bandens bredd är antalet patienter under hela simuleringen, medelvärden."
        : "On the left where patients are moved from, on the right where to. The width of a band is the number of patients over the whole simulation, means.",
      kind: "measure") + .joined(figures)
  }

  /// Regions that are one end of a band.
  private struct Place {
    let title: String
    let codes: [String]
  }

  /// Civil areas where regions are many and all have one; else the regions.
  private static func places(_ record: RunRecord) -> [Place] {
    let regions = record.regions
    guard regions.count > 10, regions.allSatisfy({ !$0.civilArea.isEmpty }) else {
      return regions.map { Place(title: $0.name, codes: [$0.code]) }
    }
    var areas: [String] = []
    for region in regions where !areas.contains(region.civilArea) { areas.append(region.civilArea) }
    return areas.map { area in
      Place(title: area, codes: regions.filter { $0.civilArea == area }.map(\.code))
    }
  }

  private struct Band {
    let from: Int
    /// Place it ends at; the number of places stands for allies.
    let to: Int
    var patients = 0.0
  }

  private static func figure(_ report: Report, _ arm: RunRecord.Arm, _ language: Language) -> HTML {
    let isSwedish = language == .swedish
    let places = places(report.run.record)
    let rows = report.run.flows.filter { $0["arm"] == arm.id }
    var bands: [Band] = []
    for from in places.indices {
      for to in 0...places.count {
        var band = Band(from: from, to: to)
        for row in rows where places[from].codes.contains(row["from_region"]) {
          let isAllied = row["to_kind"] == "allied"
          guard to == places.count ? isAllied : !isAllied && places[to].codes.contains(row["to_region"])
          else {
            continue
          }
          band.patients += row.number("patients") ?? 0
        }
        if band.patients > 0 { bands.append(band) }
      }
    }
    let title = report.title(arm, language)
    let allies = isSwedish ? "Allierade länder" : "Allied countries"
    func name(_ place: Int) -> String { place == places.count ? allies : places[place].title }
    let id = "flow-\(arm.id)-\(language.rawValue)"
    let isAreas = places.count < report.run.record.regions.count
    let sorted = bands.enumerated().sorted {
      ($0.element.patients, -$0.offset) > ($1.element.patients, -$1.offset)
    }.map(\.element)
    let quantity = Quantity(language: language)
    let table = PageTable(
      caption: isSwedish ? "Flöden: \(title)" : "Flow: \(title)",
      headings: isSwedish ? ["Från", "Till", "Patienter"] : ["From", "To", "Patients"],
      columns: [nil, nil, "patients"], file: "flows.csv",
      rows: sorted.map { band in
        let from = places[band.from].codes.joined(separator: "|")
        let to = band.to == places.count ? "allied" : places[band.to].codes.joined(separator: "|")
        return PageTable.Row(
          [
            .words(name(band.from)), .words(name(band.to)),
            .number(quantity.tenths(band.patients), value: Report.raw(band.patients)),
          ],
          key: report.key([
            "arm": arm.id, "from_region": from, "to_kind": band.to == places.count ? "allied" : "region",
            "to_region": to,
          ]))
      })
    return PageFigure(
      id: "f-\(id)", title: title,
      subtitle: isAreas
        ? (isSwedish
          ? "Civilområden; flyttar inom ett område ingår" : "Civil areas; moves within an area are counted")
        : "",
      drawing: draw(
        bands, places.map(\.title) + [allies], language, id: id, title: title, largest: sorted.first),
      tables: [table],
      tableHeading: isSwedish
        ? "Siffrorna (alla par av regioner: flows.csv)" : "The numbers (all pairs of regions: flows.csv)"
    ).html
  }

  private static func draw(
    _ bands: [Band], _ names: [String], _ language: Language, id: String, title: String, largest: Band?
  ) -> HTML {
    let total = bands.reduce(0) { $0 + $1.patients }
    let lefts = names.indices.filter { place in bands.contains { $0.from == place } }
    let rights = names.indices.filter { place in bands.contains { $0.to == place } }
    let rowCount = max(lefts.count, rights.count)
    let gap = 13.0
    let height = max(150, min(520, 36 * Double(rowCount)))
    var canvas = Canvas(width: 680, height: height + gap * Double(rowCount) + 16)
    let scale = height / max(total, 1e-9)
    let (x0, x1, bar) = (170.0, 510.0, 9.0)
    func sum(_ isWanted: (Band) -> Bool) -> Double { bands.filter(isWanted).reduce(0) { $0 + $1.patients } }
    func starts(_ places: [Int], _ size: (Int) -> Double) -> [Int: Double] {
      var y = 8.0
      var result: [Int: Double] = [:]
      for place in places {
        result[place] = y
        y += size(place) * scale + gap
      }
      return result
    }
    let leftStarts = starts(lefts) { place in sum { $0.from == place } }
    let rightStarts = starts(rights) { place in sum { $0.to == place } }
    var leftNext = leftStarts
    var rightNext = rightStarts
    for from in lefts {
      for to in rights {
        guard let band = bands.first(where: { $0.from == from && $0.to == to }) else { continue }
        let width = band.patients * scale
        let (a, b) = (leftNext[from] ?? 0, rightNext[to] ?? 0)
        leftNext[from] = a + width
        rightNext[to] = b + width
        let middle = (x0 + x1) / 2
        func p(_ x: Double, _ y: Double) -> String { Markup.point(x, y) }
        canvas.path(
          "M\(p(x0 + bar, a))C\(p(middle, a)) \(p(middle, b)) \(p(x1, b))L\(p(x1, b + width))C\(p(middle, b + width)) \(p(middle, a + width)) \(p(x0 + bar, a + width))Z",
          fill: to == names.count - 1 ? "f-warn" : to == from ? "f-shade" : "f-half", stroke: "s-paper",
          width: 0.6,
          attributes: " opacity=\"\(to == from ? "0.55" : "0.75")\"")
      }
    }
    func ends(_ places: [Int], _ starts: [Int: Double], x: Double, isLeft: Bool) {
      for place in places {
        let patients = sum { (isLeft ? $0.from : $0.to) == place }
        let y = starts[place] ?? 0
        canvas.box(x: x, y: y, width: bar, height: max(1, patients * scale), fill: "f-ink")
        let middle = y + patients * scale / 2 + 4
        let words = "\(names[place]) \(Quantity(language: language).said(patients.rounded()))"
        canvas.text(
          Markup.fitted(words, width: 158, size: 12), x: isLeft ? x - 8 : x + bar + 8, y: middle,
          anchor: isLeft ? "end" : "start")
      }
    }
    ends(lefts, leftStarts, x: x0, isLeft: true)
    ends(rights, rightStarts, x: x1, isLeft: false)
    let said = Quantity(language: language).said(largest?.patients.rounded() ?? 0)
    let (from, to) = (largest.map { names[$0.from] } ?? "", largest.map { names[$0.to] } ?? "")
    return canvas.svg(
      id: id, title: title,
      description: language == .swedish
        ? "Band mellan två led. Det bredaste går från \(from) till \(to): \(said) patienter."
        : "Bands between two sides. The widest goes from \(from) to \(to): \(said) patients.", fits: false)
  }
}
