/// Whether two runs, with one arm of each, met the same: then they are compared replication by replication.
package enum RunMatch: Sendable {
  /// The same casualties in every replication.
  case casualties
  /// No casualties, and the same streams of draws.
  case seed
  /// One of them as far as the shorter run goes.
  case numbers
  /// None of them.
  case apart

  /// How the shown points of two runs match.
  package init(_ own: ReportRun, arm: String, _ other: ReportRun, arm otherArm: String) {
    let left = own.trials(arm).map { $0["casualty_digest"] }
    let right = other.trials(otherArm).map { $0["casualty_digest"] }
    let common = min(left.count, right.count)
    let isAlike =
      common > 0 && left.prefix(common) == right.prefix(common)
      && own.record.isAntithetic == other.record.isAntithetic
    let hasCasualties = left.prefix(common).contains { $0.contains { $0 != "0" } }
    if !isAlike || !hasCasualties && own.record.seed != other.record.seed {
      self = .apart
    } else if left.count != right.count {
      self = .numbers
    } else {
      self = hasCasualties ? .casualties : .seed
    }
  }

  /// Whether differences are taken replication by replication.
  package var isPaired: Bool { self == .casualties || self == .seed }

  /// How differences are taken, in a sentence.
  func sentence(isAntithetic: Bool) -> LocalText {
    let step =
      isAntithetic
      ? LocalText(sv: "antitetiskt par för antitetiskt par", en: "antithetic pair by antithetic pair")
      : LocalText(sv: "simulering för simulering", en: "simulation by simulation")
    switch self {
    case .casualties:
      return LocalText(
        sv: "Båda körningarna mötte samma skadade, så skillnaden är tagen parvis, \(step.sv).",
        en: "Both runs met the same casualties, so differences are taken in pairs, \(step.en).")
    case .seed:
      return LocalText(
        sv: "Båda körningarna har samma frö och inga skadade, så skillnaden är tagen parvis, \(step.sv).",
        en: "Both runs have the same seed and no casualties, so differences are taken in pairs, \(step.en).")
    case .numbers:
      return LocalText(
        sv:
          "Körningarna har olika många simuleringar, så skillnaden är mellan oberoende stickprov (Welch), fast de "
          + "första mötte samma patienter: intervallet är snarare för brett än för smalt.",
        en:
          "The runs have different numbers of simulations, so differences are between independent samples (Welch), "
          + "though the first met the same patients: the interval is too wide rather than too narrow.")
    case .apart:
      return LocalText(
        sv: "Körningarna mötte olika patienter, så skillnaden är mellan oberoende stickprov (Welch).",
        en: "The runs met different patients, so differences are between independent samples (Welch).")
    }
  }
}
