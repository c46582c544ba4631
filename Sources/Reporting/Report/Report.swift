public import BatchRunner
import CareModel

/// The report of a run: one page, a function of the run's folder alone.
public struct Report: Sendable {
  /// The run.
  package let run: ReportRun
  /// A run that it is compared with.
  package let other: ReportRun?
  /// Names of measures.
  package let names: MeasureNames
  /// What the run offers to sections.
  package let offers: Set<ReportSection.Need>

  /// Name of the file that a run writes.
  public static let fileName = "report.html"

  /// The report of a run's files; nil when they are not those of a run of this version.
  ///
  /// - Parameter other: files of a run to compare it with.
  /// - Complexity: O(bytes of the tables).
  public init?(_ files: RunFiles, against other: RunFiles? = nil) {
    guard let run = ReportRun(files) else { return nil }
    var second: ReportRun?
    if let other {
      guard let read = ReportRun(other) else { return nil }
      second = read
    }
    self.run = run
    self.other = second
    names = MeasureNames(run.record)
    offers = Self.offers(run, second)
  }

  private static func offers(_ run: ReportRun, _ other: ReportRun?) -> Set<ReportSection.Need> {
    let record = run.record
    var offers: Set<ReportSection.Need> = []
    if record.choices.count > 1 { offers.insert(.alternatives) }
    if !run.nation.isEmpty { offers.insert(.daily) }
    if record.hasTileMap, !run.regions.isEmpty { offers.insert(.tileMap) }
    if !run.flows.isEmpty { offers.insert(.flows) }
    if !run.breaches.isEmpty { offers.insert(.breaches) }
    if HeadlineMeasure.isMortal(run) { offers.insert(.deaths) }
    if !record.factors.isEmpty { offers.insert(.factors) }
    if !run.verdicts.isEmpty { offers.insert(.expectations) }
    if !record.assumptions.isEmpty { offers.insert(.assumptions) }
    if other != nil { offers.insert(.otherRun) }
    return offers
  }

  /// The page, shown first in `language`.
  ///
  /// - Complexity: O(length of the page).
  public func html(language: Language = .swedish) -> String {
    let record = run.record
    let title = record.words(record.title)
    let map = MapData(run)
    return Page(
      title: LocalText(sv: "\(title.sv) – rapport", en: "\(title.en) – report"), handling: record.handling,
      language: language, style: ReportStyle.text, script: map.isEmpty ? "" : RegionMapScript.text,
      data: map.html
    ) { language in
      .joined(ReportSections.all.map { $0.html(self, language) })
    }.html()
  }

  /// Every figure as an SVG file of its own, by name.
  ///
  /// - Complexity: O(length of the page).
  public func figures(language: Language) -> [(name: String, text: String)] {
    let page = ReportSections.all.map { $0.html(self, language).markup }.joined()
    let record = run.record
    let footer =
      "\(record.title). Simulated figures – simulerade siffror. Seed \(record.seed). "
      + "Handling: \(record.handling.rawValue)."
    return DrawnFigures.all(in: page).map {
      (name: "\($0.id).svg", text: FigureFile.text($0.drawing, footer: footer))
    }
  }

  /// Title of an arm in a language.
  func title(_ arm: RunRecord.Arm, _ language: Language) -> String {
    arm.isNoWait
      ? LocalText(sv: "Inga köer (tankeexperiment)", en: "No queues (thought experiment)")[language]
      : run.record.words(arm.title)[language]
  }

  /// A value as the run's tables write it.
  static func raw(_ value: Double?) -> String? {
    guard let value, value.isFinite else { return nil }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// The page that a run writes beside its tables.
public enum ReportPage {
  /// `report.html`, made of the closed tables alone.
  ///
  /// - Complexity: O(bytes of the tables).
  public static func files(_ files: RunFiles) -> [(name: String, text: String)] {
    Report(files).map { [(name: Report.fileName, text: $0.html())] } ?? []
  }
}

/// Drawings of a page that has them as elements.
enum DrawnFigures {
  /// Each drawing with the identifier that its title has.
  static func all(in page: String) -> [(id: String, drawing: HTML)] {
    var found: [(String, HTML)] = []
    var rest = page[...]
    while let start = rest.firstRange(of: "<svg viewBox") {
      rest = rest[start.lowerBound...]
      guard let end = rest.firstRange(of: "</svg>") else { break }
      let drawing = String(rest[..<end.upperBound])
      rest = rest[end.upperBound...]
      guard let label = drawing.firstRange(of: "aria-labelledby=\""),
        let stop = drawing[label.upperBound...].firstIndex(of: " ")
      else { continue }
      let id = String(drawing[label.upperBound..<stop].dropLast(2))
      // What the script fills is empty in a file.
      if !id.hasPrefix("explore-") { found.append((id, HTML(markup: drawing))) }
    }
    return found
  }
}
