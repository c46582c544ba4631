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

  /// Until its day an arm is the baseline, so that beside an equal baseline the day is the same whatever it is.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    (other == 0 || points.allSatisfy { $0.fromDays[one] == $0.fromDays[other] })
      && Decision.allCases.allSatisfy {
        PolicyCatalogue.isSamePolicy(for: $0, in: arms[one].choices, and: arms[other].choices)
      }
  }

  private var lateArms: [String] {
    arms.indices.dropFirst().filter { arm in points.allSatisfy { $0.fromDays[arm] >= horizonDays } }.map {
      "arm \(arms[$0].id) begins when the horizon ends (day \(plainText(horizonDays))): no patient comes under it"
    }
  }

  private var idlePolicies: [String] {
    let networks = points.map(\.network)
    func isNowhere(_ isThere: (CareNetwork) -> Bool) -> Bool { !networks.contains(where: isThere) }
    var notes: [String] = []
    for arm in arms {
      for choice in arm.choices {
        guard PolicyCatalogue.entries(for: choice.decision).first?.id != choice.id else { continue }
        let what: String
        switch choice.decision {
        case .surge where isNowhere({ $0.unitKinds.contains { !$0.surgeLevels.isEmpty } }):
          what = "no unit kind of the model has surge_levels"
        case .admission where isNowhere({ $0.classes.contains { $0.isPlanned && $0.canWait } }):
          what = "no class of the model is planned and can wait"
        case .evacuation where isNowhere({ $0.classes.contains(where: \.isEvacuable) }):
          what = "no class of the model is evacuable"
        default: continue
        }
        notes.append("arm \(arm.id): the policy \(choice.id) changes nothing, as \(what)")
      }
    }
    return notes
  }
}
