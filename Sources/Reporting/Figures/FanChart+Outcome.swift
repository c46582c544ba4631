public import BatchRunner
import CareModel

extension FanChart {
  /// What a chart of a kind of unit shows.
  public enum Quantity: Sendable {
    /// Places in use, with the staffed places as a line.
    case placesInUse
    /// Patients waiting for a place.
    case patientsWaiting
  }

  /// One quantity of one kind of unit by day, in some arms of the first design point.
  ///
  /// Nil when the outcome no longer holds figures by day, as after a design of several points.
  ///
  /// - Parameters:
  ///   - unitKind: index of the kind; nil takes the first intensive care kind, else the first kind.
  ///   - region: index of the region; nil is the nation.
  ///   - arms: places of the arms, one panel each.
  ///   - quantity: what is shown.
  public init?(
    _ outcome: BatchOutcome, unitKind: Int? = nil, region: Int? = nil, arms: [Int],
    quantity: Quantity = .placesInUse
  ) {
    guard let network = outcome.plan.points.first?.network, let point = outcome.points.first else {
      return nil
    }
    let index = unitKind ?? network.unitKinds.firstIndex { $0.isIntensiveCare } ?? 0
    guard network.unitKinds.indices.contains(index) else { return nil }
    let kind = network.unitKinds[index]
    guard
      let measure = outcome.measures.regionalIndex(
        of: quantity == .placesInUse ? kind.occupiedMeasure : kind.waitingMeasure)
    else { return nil }
    var panels: [Panel] = []
    for arm in arms where point.arms.indices.contains(arm) {
      guard let daily = point.arms[arm].daily else { return nil }
      let days = (0..<daily.dayCount).map { day in
        let figure = daily.figure(measure: measure, region: region, day: day)
        return Day(p05: figure.p05, p25: figure.p25, p50: figure.p50, p75: figure.p75, p95: figure.p95)
      }
      panels.append(Panel(title: outcome.plan.arms[arm].title, days: days))
    }
    let places = network.staffedPlaces(kind: index, region: region)
    let place = region.map { network.regions[$0].name } ?? network.title
    self.init(
      title: "\(kind.title): \(quantity == .placesInUse ? "places in use" : "patients waiting"), \(place)",
      axisTitle: "Patients, mean over the day. Scenario: \(outcome.plan.scenarioTitle)",
      capacity: quantity == .placesInUse ? Double(places) : nil,
      capacityTitle: "\(SpokenNumber.text(places)) staffed places",
      panels: panels, footer: Self.footer(outcome.plan))
  }

  private static func footer(_ plan: BatchPlan) -> String {
    let plural = plan.replications == 1 ? "" : "s"
    return
      "\(SpokenNumber.text(plan.replications)) replication\(plural)\(plan.isAntithetic ? " in antithetic pairs" : ""), seed \(plan.seed). "
      + "Handling: \(plan.handling.rawValue)."
  }
}
