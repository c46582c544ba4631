/// How many days each resource lasts, of all regions together and of the first region to break, by arm.
enum EnduranceTable {
  /// The table; nothing when no resource is watched.
  static func html(_ report: Report, _ language: Language) -> HTML {
    let rows = report.run.breaches
    let arms = report.run.record.choices
    if rows.isEmpty { return .none }
    let isSwedish = language == .swedish
    let resources = Self.resources(report)
    let body = resources.map { resource in
      PageTable.Row(
        [.words(resource.title[language])]
          + arms.map { arm in
            let own = rows.filter {
              $0["arm"] == arm.id && $0["resource"] == resource.id && $0["resource_kind"] == resource.kind
            }
            let nation = own.first { $0["region_code"] == "*" }
            return cell(report, nation, own, language)
          })
    }
    let single = report.run.record.regions.count == 1
    let note =
      isSwedish
      ? "Antal dygn tills en resurs inte räcker i hälften av simuleringarna\(single ? "" : ": först för alla regioner tillsammans, sedan för den region som brister först"). En enhet räcker inte den första dag då de som väntar är minst fem procent av de bemannade platserna (minst en patient); ett lager den första dag då det inte räcker: en patient blir utan, avvisas eller får vänta på det."
      : "Days until a resource no longer suffices in half of the simulations\(single ? "" : ": first of all regions together, then of the region that breaks first"). A unit no longer suffices on the first day on which those who wait are at least five per cent of the staffed places (at least one patient); a stock on the first day on which it does not suffice: a patient goes without, is turned away or waits for it."
    return .element(
      "h2", ["class": "small"], isSwedish ? "Så länge räcker resurserna" : "How long resources last")
      + .paragraph(note, kind: "sub")
      + PageTable(
        caption: isSwedish ? "Uthållighet i dygn" : "Endurance in days",
        headings: [isSwedish ? "Resurs" : "Resource"]
          + (arms.count == 1 ? [isSwedish ? "Dygn" : "Days"] : arms.map { report.title($0, language) }),
        rows: body,
        hidesCaption: true
      ).html
  }

  /// Resources in the order of the table, with their titles.
  static func resources(_ report: Report) -> [(kind: String, id: String, title: LocalText)] {
    let record = report.run.record
    var list: [(kind: String, id: String, title: LocalText)] = []
    for row in report.run.breaches
    where !list.contains(where: { $0.id == row["resource"] && $0.kind == row["resource_kind"] }) {
      let id = row["resource"]
      let title =
        row["resource_kind"] == "stock"
        ? record.stocks.first { $0.id == id }?.title : record.unitKinds.first { $0.id == id }?.title
      list.append((row["resource_kind"], id, record.words(title ?? id)))
    }
    return list
  }

  private static func cell(
    _ report: Report, _ nation: RunTable.Row?, _ rows: [RunTable.Row], _ language: Language
  ) -> PageTable.Cell {
    let isSwedish = language == .swedish
    let throughout = isSwedish ? "hela tiden" : "throughout"
    guard let nation else { return .missing }
    let day = nation.number("day_p50")
    let regions = rows.filter { $0["region_code"] != "*" && $0.number("day_p50") != nil }
    let firstDay = regions.compactMap { $0.number("day_p50") }.min()
    let firsts = regions.filter { $0.number("day_p50") == firstDay }
    let key = report.key([
      "arm": nation["arm"], "region_code": "*", "resource_kind": nation["resource_kind"],
      "resource": nation["resource"],
    ])
    let words = day.map {
      Quantity(language: language).inline(
        language.plain($0), nation, "day_p50", file: "breaches.csv", key: key)
    }
    var text = HTML.element("strong", [:], words ?? .words(throughout))
    if let firstDay, rows.count > 2 {
      let others = isSwedish ? "\(firsts.count) regioner" : "\(firsts.count) regions"
      let name = firsts.count == 1 ? firsts[0]["region"] : others
      text += .element("span", ["class": "soft"], " · \(name): \(language.plain(firstDay))")
    }
    return .piece(text)
  }
}
