/// One section of a report. A newcomer's section is a file with one of these and its name in ``ReportSections/all``.
package struct ReportSection: Sendable {
  /// What a section may need of a run; one whose needs are not met is left out, never filled in.
  package enum Need: Sendable, CaseIterable {
    /// Two alternatives or more.
    case alternatives
    /// Figures by day of all regions together.
    case daily
    /// Figures by region and day, and places of regions on a tile map.
    case tileMap
    /// Patients sent between regions or to allies.
    case flows
    /// Resources watched for the day they break.
    case breaches
    /// Deaths.
    case deaths
    /// A design with factors.
    case factors
    /// Values that the run is checked against.
    case expectations
    /// Assumptions of the inputs.
    case assumptions
    /// A second run to compare with.
    case otherRun
  }

  /// Identifier in the page.
  package let id: String
  /// Heading; empty for a section that has its own.
  package let title: LocalText
  /// What it needs.
  package let needs: Set<Need>
  /// Whether it begins a new sheet on paper.
  package let startsSheet: Bool
  /// The section in a language.
  package let body: @Sendable (Report, Language) -> HTML

  package init(
    id: String, title: LocalText, needs: Set<Need> = [], startsSheet: Bool = false,
    body: @escaping @Sendable (Report, Language) -> HTML
  ) {
    self.id = id
    self.title = title
    self.needs = needs
    self.startsSheet = startsSheet
    self.body = body
  }

  /// The section with its heading; nothing when a need is not met or there is nothing to say.
  package func html(_ report: Report, _ language: Language) -> HTML {
    guard needs.isSubset(of: report.offers) else { return .none }
    let content = body(report, language)
    if content.isEmpty { return .none }
    let heading = title[language].isEmpty ? HTML.none : .element("h2", [:], title[language])
    return .element(
      "section", ["id": "\(id)-\(language.rawValue)", "class": startsSheet ? "sheet" : nil], heading, content)
  }
}

/// The sections of a report, in order.
package enum ReportSections {
  package static let all: [ReportSection] = [
    MeetingSheet.section, GiveAndTake.section, ComparedRuns.section, ArmsCompared.section,
    DaysAndCapacity.section,
    RegionMap.section, FirstBreaches.section, PatientFlow.section, CausesOfDeath.section, Sensitivity.section,
    ExpectedValues.section, AssumptionsAndSources.section, Reproduction.section,
  ]
}
