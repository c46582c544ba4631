import CareModel
import RandomStreams

/// A disruption in words.
enum DisruptionWords {
  static func text(_ disruption: Disruption, _ scenario: Scenario, _ network: CareNetwork) -> [String] {
    var words: [String] = []
    if let cause = disruption.cause { words.append("cause: \(cause.rawValue)") }
    if disruption.ratePerDay > 0 {
      words.append(
        "\(Phrase.number(disruption.ratePerDay)) a day at random, day \(Phrase.number(disruption.fromDay)) to "
          + "\(Phrase.number(disruption.untilDay)), at \(facilities(disruption.facilities.map(\.facility), network))"
      )
    }
    if !disruption.scheduled.isEmpty {
      let days = disruption.scheduled.map {
        "day \(Phrase.number($0.day)) at \(network.facilities[$0.facility].id)"
      }
      words.append("on " + Phrase.some(days, most: 12))
    }
    let kinds = disruption.unitKinds.map { network.unitKinds[$0].id }.joined(separator: ", ")
    words.append("of \(kinds.isEmpty ? "all units" : kinds)")
    words += effects(disruption)
    if let follower = disruption.follower {
      words.append(
        "followed by \(scenario.events[follower.event].id), share \(Phrase.percent(follower.share))")
    }
    words.append(disruption.repair.map { "until a repair, \(LawWords.hours($0))" } ?? "never repaired")
    return words
  }

  private static func effects(_ disruption: Disruption) -> [String] {
    var words: [String] = []
    if disruption.lostShare > 0 {
      words.append("\(Phrase.percent(disruption.lostShare)) of the places lost, \(leaver(disruption.order))")
      if disruption.killedShare > 0 {
        words.append("\(Phrase.percent(disruption.killedShare)) of the displaced die")
      }
    }
    if disruption.lostStaffShare > 0 {
      words.append("\(Phrase.percent(disruption.lostStaffShare)) of its own staff away")
    }
    let effects = disruption.effects
    if effects.stayFactor != 1 { words.append("stays × \(Phrase.number(effects.stayFactor))") }
    if effects.turnaroundFactor != 1 { words.append("cleaning × \(Phrase.number(effects.turnaroundFactor))") }
    if effects.stopsReports { words.append("the region sends no reports") }
    if effects.deliveryFactor != 1 { words.append("deliveries × \(Phrase.number(effects.deliveryFactor))") }
    return words
  }

  private static func leaver(_ order: Disruption.Order) -> String {
    switch order {
    case .lastIn: "who came last leaves first"
    case .firstIn: "who came first leaves first"
    case .leastUrgent: "the least urgent leave first"
    }
  }

  private static func facilities(_ indices: [Int], _ network: CareNetwork) -> String {
    Phrase.some(indices.map { network.facilities[$0].id }, most: 8)
  }
}
