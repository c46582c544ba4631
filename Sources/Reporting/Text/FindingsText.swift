import BatchRunner
import CareModel
import ScenarioFiles

/// Findings as plain text of at most 100 columns, for a terminal and for reading aloud.
public struct FindingsText: Sendable {
  /// Longest line.
  public static let width = 100
  private let findings: Findings
  private let plan: BatchPlan

  /// The text of some findings.
  public init(_ findings: Findings) {
    self.findings = findings
    plan = findings.plan
  }

  /// The text, with a newline at the end.
  public var rendered: String {
    var lines = header
    for point in findings.points { lines += [""] + block(point) }
    if let sweep = findings.sweep { lines += [""] + SweepText(sweep).lines(width: Self.width, plan) }
    if !findings.verdicts.isEmpty { lines += [""] + verdicts }
    lines += [""] + closing
    return lines.joined(separator: "\n") + "\n"
  }

  private func paragraph(_ text: String, indent: String = "") -> [String] {
    Paragraph.wrap(text, width: Self.width, indent: indent)
  }

  private var header: [String] {
    var lines = paragraph("\(plan.title) (\(plan.experimentID))")
    if !plan.question.isEmpty { lines += paragraph("Question: \(plan.question)") }
    lines += paragraph("Model: \(plan.modelTitle). Scenario: \(plan.scenarioTitle) (\(plan.scenarioID)).")
    if !plan.whoseFigures.isEmpty { lines += paragraph("Whose figures: \(plan.whoseFigures)") }
    let after =
      plan.drainDays > 0
      ? " and \(counted(plan.drainDays, "day")) after in which those who came are followed" : ""
    let days = counted(plan.horizonDays, "day") + after
    lines += paragraph(
      "\(counted(plan.replications, "replication"))\(plan.isAntithetic ? " in antithetic pairs" : "") of \(days), seed \(plan.seed)."
    )
    lines += paragraph("Handling: \(plan.handling.rawValue).")
    if hasIntervals {
      lines += paragraph("± is half of a \(SpokenNumber.percent(plan.confidenceLevel)) interval.")
    }
    for (index, arm) in plan.arms.enumerated() {
      let role = index == 0 && plan.arms.count > 1 ? " (what the others are compared with)" : ""
      lines += paragraph("  \(arm.id): \(arm.title)\(role)", indent: "    ").map {
        $0.hasPrefix(" ") ? $0 : "  " + $0
      }
    }
    return lines
  }

  /// Whether any figure has an interval: none has in a single replication.
  private var hasIntervals: Bool {
    findings.verdicts.contains { $0.simulated != nil }
      || findings.points.contains { $0.arms.contains { $0.figures.contains { $0?.lower != nil } } }
  }

  private func block(_ point: PointFindings) -> [String] {
    var lines: [String] = []
    if !point.label.isEmpty { lines.append("== \(point.label)") }
    lines += load(point)
    if !findings.figures.isEmpty {
      lines.append("")
      let rows = point.arms.map { arm in
        [arm.id] + arm.figures.map { $0.map { SpokenNumber.text($0) } ?? "–" }
      }
      lines += TextTable(headings: ["arm"] + findings.figures.map(\.heading), rows: rows)
        .lines(width: Self.width)
    }
    if findings.points.count > 1 {
      return lines + BreachText(point).short(width: Self.width) + unknown(point) + standstills(point)
    }
    let sentences = waiting(point) + point.arms.compactMap(\.sentence)
    if !sentences.isEmpty { lines.append("") }
    for sentence in sentences { lines += paragraph("- \(sentence)", indent: "  ") }
    let breaches = BreachText(point).lines(width: Self.width)
    if !breaches.isEmpty { lines += [""] + breaches }
    let unknown = unknown(point) + standstills(point)
    return unknown.isEmpty ? lines : lines + [""] + unknown
  }

  private func load(_ point: PointFindings) -> [String] {
    var parts: [String] = []
    if let casualties = point.casualties, casualties > 0 {
      parts.append(said(casualties, "casualty arrives alive", "casualties arrive alive"))
    }
    if let needed = point.bedsNeededPerDay, needed > 0, let admissions = point.admissionsPerDay {
      parts.append(said(needed, "patient a day needs admission", "patients a day need admission"))
      parts.append(said(admissions, "is admitted", "are admitted"))
    }
    if let visits = point.visitsPerDay {
      parts.append(said(visits, "stay a day begins", "stays a day begin") + " in “\(point.visitsTitle)”")
    }
    if parts.isEmpty { return [] }
    return paragraph("With “\(plan.arms[0].title)”: \(parts.joined(separator: ", ")).")
  }

  private func waiting(_ point: PointFindings) -> [String] {
    guard
      let column = findings.figures.firstIndex(where: { $0.id == "deaths_that_waiting_caused_patients" }),
      let estimate = point.arms[0].figures[column]
    else { return [] }
    let exponent = SpokenNumber.exponent(for: estimate.mean, standardError: estimate.standardError)
    func said(_ value: Double) -> String { SpokenNumber.text(value, exponent: exponent) }
    var interval = ""
    if let lower = estimate.lower, let upper = estimate.upper {
      // None in any replication: there is nothing to tell chance from.
      if estimate.mean == 0, lower == upper {
        return [
          "With “\(plan.arms[0].title)” waiting caused no deaths by day \(plan.dayCount) in any replication, given "
            + "these assumptions."
        ]
      }
      interval =
        ", \(SpokenNumber.percent(plan.confidenceLevel)) interval \(said(lower)) to \(said(upper))"
    }
    let number = SpokenNumber.isZero(estimate.mean, exponent: exponent) ? "no" : said(estimate.mean)
    return [
      "With “\(plan.arms[0].title)” waiting caused \(number) \(number == "1" ? "death" : "deaths") by day "
        + "\(plan.dayCount)\(interval), given these assumptions."
    ]
  }

  private func unknown(_ point: PointFindings) -> [String] {
    let waiting = point.arms.filter { !$0.isNoWait }
    if waiting.allSatisfy({ $0.stillWaiting + $0.stillListed < 0.5 }) { return [] }
    let parts = waiting.map { arm in
      "\(arm.id) \(SpokenNumber.threeFigures(arm.stillWaiting + arm.stillListed))"
    }
    return paragraph(
      (plan.drainDays > 0
        ? "Patients who came by day \(plan.horizonDays) and still wait for a place at day \(plan.dayCount), and all on the list "
          + "then: "
        : "Patients still waiting for a place or on the list at day \(plan.dayCount): ")
        + "\(parts.joined(separator: ", ")). What becomes of them is unknown, not zero.")
  }

  /// Patients who wait for each other.
  private func standstills(_ point: PointFindings) -> [String] {
    point.arms.filter { $0.standstillReplications > 0 }.flatMap { arm in
      paragraph(
        "STANDSTILL: at the end of \(arm.standstillReplications) of \(counted(plan.replications, "replication")) of "
          + "\(arm.id) patients wait for each other for ever, each in a place that another needs "
          + "(\(arm.standstillUnits.joined(separator: ", "))). If that is not meant, let them give up a place before they "
          + "have the next (gives_up_place), or limit how many may come so far.")
    }
  }

  private var verdicts: [String] {
    let namesArms = plan.arms.count > 1
    let rows = findings.verdicts.map { verdict in
      let simulated =
        verdict.simulated.map { SpokenNumber.text(Estimate($0), finest: -6) }
        ?? verdict.estimate.map { SpokenNumber.fourFigures($0) } ?? "–"
      let label = verdict.point < findings.points.count ? findings.points[verdict.point].label : ""
      return [verdict.expectation.measure + (label.isEmpty ? "" : " (\(label))")]
        + (namesArms ? [verdict.arm] : [])
        + [
          plain(verdict.expectation.value) + (verdict.expectation.tolerance.map { " ± \(plain($0))" } ?? ""),
          simulated,
          (verdict.expectation.tolerance == nil ? verdict.z : nil).map { SpokenNumber.text($0, exponent: -2) }
            ?? "–",
          verdict.passes
            ? "pass" : verdict.isVague ? "VAGUE" : verdict.estimate == nil ? "NO VALUE" : "FAIL",
        ]
    }
    let table = TextTable(
      headings: ["measure"] + (namesArms ? ["arm"] : []) + ["expected", "simulated", "z", "verdict"],
      rows: rows)
    let passing = findings.verdicts.count { $0.passes }
    return table.lines(width: Self.width)
      + paragraph(
        "\(passing) of \(counted(rows.count, "value")) \(passing == 1 ? "passes" : "pass"): within 3.89 "
          + "standard errors, and the standard error at most 1 % of the expected value"
          + (findings.verdicts.contains { $0.expectation.tolerance != nil }
            ? "; where the expected value has a ±, within that, and the standard error at most a tenth of it."
            : ".")
          + (findings.verdicts.contains { $0.isVague }
            ? findings.verdicts.contains { $0.simulated == nil && $0.isVague }
              ? " VAGUE: one replication has no standard error to judge by; take more."
              : " VAGUE: that near, but the standard error is larger; more replications may pass." : "")
          + (findings.verdicts.contains { $0.estimate == nil }
            ? " NO VALUE: the measure has none in any replication." : ""))
  }

  private func plain(_ value: Double) -> String {
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text
  }

  /// Factors that vary an input over the design, and not the day of a decision.
  private var varied: [String] {
    guard plan.points.count > 1 else { return [] }
    return plan.factors.indices.filter { !plan.movesDecision(factor: $0) }.map { plan.factors[$0] }
  }

  private var closing: [String] {
    var lines: [String] = []
    let evidence = plan.evidence
    if evidence.total > 0 {
      func share(_ count: Int) -> String {
        SpokenNumber.percent(Double(count) / Double(evidence.total))
      }
      lines += paragraph(
        "Of the \(counted(evidence.total, "input number")) \(share(evidence.sourced)) are sourced, "
          + "\(share(evidence.derived)) derived, \(share(evidence.assumed)) assumed.")
    }
    let hasHospitals = plan.points.contains { $0.network.hospitalCount > 1 }
    lines += paragraph(
      (varied.isEmpty
        ? "Intervals show chance alone: the inputs have not been varied."
        : "Intervals show chance alone. Of the inputs only \(Language.english.list(varied.map { "“\($0)”" })) "
          + "\(varied.count == 1 ? "has" : "have") been varied.")
        + (hasHospitals
          ? " Nor do they show how well the beds of single hospitals are known." : ""))
    return lines + paragraph("Seed \(plan.seed): the same command gives the same figures again.")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(SpokenNumber.text(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A whole number with the words for one or those for more.
  private func said(_ value: Double, _ one: String, _ more: String) -> String {
    let number = SpokenNumber.text(value, exponent: 0)
    return "\(number) \(number == "1" ? one : more)"
  }
}

extension CareNetwork {
  /// Facilities with a hospital bed.
  fileprivate var hospitalCount: Int {
    Set(units.filter { unitKinds[$0.kind].isHospitalBed }.map(\.facility)).count
  }
}
