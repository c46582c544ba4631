import CareModel
import CarePolicies

extension LoadedExperiment {
  /// Arms that differ from no other, begin when nothing is measured any more, or have a policy without anything to
  /// act on.
  ///
  /// - Complexity: O(arms² × decisions + arms × design points).
  var armNotes: [String] { equalArms + lateArms + idlePolicies }

  private var equalArms: [String] {
    arms.indices.dropFirst().compactMap { index in
      guard let other = arms.indices.prefix(index).first(where: { isSame(index, $0) }) else { return nil }
      let name = other == 0 ? "the baseline, \(arms[0].id)" : "arm \(arms[other].id)"
      return "arm \(arms[index].id) does the same as \(name)"
    }
  }

  /// Out of its term an arm is the baseline, so that beside an equal baseline the term is the same whatever it is.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    (other == 0 || points.allSatisfy { $0.terms[one] == $0.terms[other] })
      && Decision.allCases.allSatisfy {
        PolicyCatalogue.isSamePolicy(for: $0, in: arms[one].choices, and: arms[other].choices)
      }
  }

  private var lateArms: [String] {
    arms.indices.dropFirst().filter { arm in points.allSatisfy { $0.terms[arm].fromDay >= horizonDays } }.map
    {
      "arm \(arms[$0].id) begins when the horizon ends (day \(plainText(horizonDays))): no patient comes under it"
    }
  }

  private var idlePolicies: [String] {
    arms.flatMap { arm in
      arm.choices.compactMap { choice -> String? in
        let entry = PolicyCatalogue.entry(choice.id, for: choice.decision)
        let reasons = points.compactMap { entry?.idle(PolicyValues(choice.values), $0.network) }
        guard let what = reasons.first, reasons.count == points.count else { return nil }
        return "arm \(arm.id): the policy \(choice.id) changes nothing, as \(what)"
      }
    }
  }
}
