public import BatchRunner
import CareModel
import OutputStatistics

/// Findings as JSON: the content of ``FindingsText`` for machines.
public enum FindingsJSON {
  /// The JSON value of some findings.
  public static func value(_ findings: Findings) -> JSONText {
    let plan = findings.plan
    return .keys([
      "schema_version": .whole(1),
      "experiment": .text(plan.experimentID),
      "title": .text(plan.title),
      "question": .text(plan.question),
      "handling": .text(plan.handling.rawValue),
      "model": .text(plan.modelID),
      "scenario": .text(plan.scenarioID),
      "whose_figures": .text(plan.whoseFigures),
      "seed": .unsigned(plan.seed),
      "replications": .whole(plan.replications),
      "antithetic": .flag(plan.isAntithetic),
      "horizon_days": .whole(plan.horizonDays),
      "drain_days": .whole(plan.drainDays),
      "confidence_level": .number(plan.confidenceLevel),
      "points": .list(
        findings.points.enumerated().map { index, point in
          self.point(point, plan.points[index], findings)
        }),
      "sweep": findings.sweep.map(sweep) ?? .null,
      "evidence": .keys([
        "sourced": .whole(plan.evidence.sourced), "derived": .whole(plan.evidence.derived),
        "assumed": .whole(plan.evidence.assumed),
      ]),
      "validation": .list(findings.verdicts.map(verdict)),
      "finest_level": .text("region"),
    ])
  }

  private static func estimate(_ estimate: Estimate?) -> JSONText {
    guard let estimate else { return .null }
    return .keys([
      "mean": .number(estimate.mean), "lower": .optional(estimate.lower),
      "upper": .optional(estimate.upper), "standard_error": .optional(estimate.standardError),
    ])
  }

  private static func point(
    _ point: PointFindings, _ design: DesignPoint, _ findings: Findings
  ) -> JSONText {
    .keys([
      "levels": .object(design.levels.map { JSONText.Member($0.factor, .text($0.level)) }),
      "casualties_patients": .optional(point.casualties),
      "hospital_beds_needed_per_day": .optional(point.bedsNeededPerDay),
      "hospital_admissions_per_day": .optional(point.admissionsPerDay),
      "first_unit": .text(point.visitsTitle),
      "first_unit_starts_per_day": .optional(point.visitsPerDay),
      "arms": .list(point.arms.map { arm($0, point, findings) }),
      "first_breaches_of_baseline": .list(point.breaches.map(breach)),
    ])
  }

  private static func arm(_ arm: ArmFindings, _ point: PointFindings, _ findings: Findings) -> JSONText {
    .keys([
      "arm": .text(arm.id),
      "title": .text(arm.title),
      "no_wait": .flag(arm.isNoWait),
      "figures": .object(
        zip(findings.figures, arm.figures).map { JSONText.Member($0.id, estimate($1)) }),
      "deaths_difference_to_baseline": estimate(arm.deathDifference),
      "sentence": arm.sentence.map { .text($0) } ?? .null,
      "regions_that_breach": .list(
        point.resources.indices.map { index in
          .keys([
            "resource": .text(point.resources[index]), "regions": .whole(point.regionCounts[index]),
            "breach": .whole(arm.breachCounts[index]), "on_day_0": .whole(arm.breachedAtStart[index]),
          ])
        }),
      "still_waiting_patients": .number(arm.stillWaiting),
      "still_on_the_list_patients": .number(arm.stillListed),
      "standstill_replications": .whole(arm.standstillReplications),
      "standstill_units": .list(arm.standstillUnits.map { .text($0) }),
      "harm_beyond_the_end": .text("unknown"),
    ])
  }

  private static func breach(_ breach: BreachFinding) -> JSONText {
    .keys([
      "region_code": .text(breach.regionCode), "region": .text(breach.region),
      "resource": .text(breach.resource), "median_day": .whole(breach.day), "p05_day": .whole(breach.early),
      "p95_day": breach.late.map { .whole($0) } ?? .null, "share": .number(breach.share),
    ])
  }

  private static func sweep(_ sweep: SweepFindings) -> JSONText {
    .keys([
      "definition": .text(SweepFindings.definition),
      "findings": .list(sweep.sentences.map { .text($0) }),
    ])
  }

  private static func verdict(_ verdict: ExpectationVerdict) -> JSONText {
    let row = JSONText.keys([
      "measure": .text(verdict.expectation.measure), "arm": .text(verdict.arm),
      "point": .whole(verdict.point), "expected": .number(verdict.expectation.value),
      "simulated": .optional(verdict.estimate),
      "standard_error": .optional(verdict.simulated?.standardError), "z": .optional(verdict.z),
      "verdict": .text(verdict.passes ? "pass" : "fail"), "source": .text(verdict.expectation.source),
    ])
    guard let tolerance = verdict.expectation.tolerance, case .object(let members) = row else { return row }
    return .object(members + [JSONText.Member("tolerance", .number(tolerance))])
  }
}
