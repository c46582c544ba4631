public import CareModel
import RandomStreams

/// What a scenario says, as text: forces, casualties, events, disruptions, deliveries, surge and staff.
public enum ScenarioDescription {
  /// The page of `scenario` in `network`, its lines broken at about 100 characters; only a heading when nothing happens.
  public static func text(_ scenario: Scenario, in network: CareNetwork) -> String {
    var lines = ["Scenario: \(scenario.title) (\(scenario.id)), handling: \(scenario.handling.rawValue)"]
    if !scenario.whoseFigures.isEmpty {
      lines += Paragraph.wrap("Whose figures: \(scenario.whoseFigures)", width: NetworkDescription.width)
    }
    if scenario.casualtyFactor != 1 {
      lines.append("Casualties × \(Phrase.number(scenario.casualtyFactor)).")
    }
    lines += section("Forces at risk", scenario.forces.flatMap { entry($0.id, force($0, network)) })
    lines += section(
      "Casualties day by day", scenario.streams.flatMap { entry($0.id, stream($0, scenario, network)) })
    lines += section(
      "Mass-casualty events", scenario.events.flatMap { entry($0.id, event($0, scenario, network)) })
    lines += section(
      "Disruptions",
      scenario.disruptions.flatMap { entry($0.id, DisruptionWords.text($0, scenario, network)) })
    lines += section(
      "Deliveries", scenario.deliveries.flatMap { entry(network.stocks[$0.stock].id, delivery($0)) })
    lines += section(
      "Surge",
      scenario.surge.flatMap { entry(network.unitKinds[$0.unitKind].id, CapacityWords.surge($0, network)) })
    lines += section(
      "Staff",
      scenario.staffChanges.flatMap {
        entry(CapacityWords.who($0, network), CapacityWords.staff($0, network))
      })
    lines += section("Closures", TransportWords.closures(scenario, network))
    lines += section(
      "Losses of transport",
      scenario.transportLosses.flatMap {
        entry(network.fleets[$0.fleet].id, TransportWords.loss($0, network))
      })
    return lines.joined(separator: "\n")
  }

  private static func section(_ title: String, _ body: [String]) -> [String] {
    body.isEmpty ? [] : ["", title] + body.map { "  " + $0 }
  }

  private static func entry(_ name: String, _ words: [String]) -> [String] {
    NetworkDescription.entry(name, words.joined(separator: "; "))
  }

  private static func force(_ force: Force, _ network: CareNetwork) -> [String] {
    var words = ["\(SpokenNumber.text(force.persons)) persons in \(regions(force.regions, network))"]
    if !force.reinforcements.isEmpty {
      let joining = force.reinforcements.map {
        "\(SpokenNumber.text($0.persons)) on day \(Phrase.number($0.day))"
      }
      words.append("joined by \(Phrase.some(joining, most: 12))")
    }
    words.append(
      force.returnDelayHours == 0
        ? "present again at once after return to duty"
        : "present again \(Phrase.number(force.returnDelayHours)) h after return to duty")
    return words
  }

  private static func stream(
    _ stream: CasualtyStream, _ scenario: Scenario, _ network: CareNetwork
  ) -> [String] {
    let isOnForce = stream.fates.force != nil
    let phases = stream.phases.map { phase in
      let rate =
        phase.meanPerDayFrom == phase.meanPerDayUntil
        ? Phrase.number(phase.meanPerDayFrom)
        : "\(Phrase.number(phase.meanPerDayFrom)) to \(Phrase.number(phase.meanPerDayUntil))"
      let days = "day \(Phrase.number(phase.fromDay)) to \(Phrase.number(phase.untilDay))"
      return isOnForce ? "\(days): \(rate)" : "\(days): \(rate) in \(regions(phase.regions, network))"
    }
    let what = isOnForce ? "a day per 1,000 present, " : "a day, "
    var words = [what + Phrase.some(phases, most: 12)]
    switch stream.variation {
    case .none: words.append("no variation beyond Poisson")
    case .lognormal(let cv): words.append("days vary lognormally, cv \(Phrase.number(cv))")
    case .gamma(let cv): words.append("days vary by a gamma law, cv \(Phrase.number(cv))")
    case .exponential: words.append("days vary exponentially")
    case .scaled: words.append("days vary by a law of the scenario's own")
    }
    return words + casualties(stream.classes, stream.fates, stream.delay, scenario, network)
  }

  private static func event(
    _ event: MassCasualtyStream, _ scenario: Scenario, _ network: CareNetwork
  ) -> [String] {
    var words: [String] = []
    if event.ratePerDay > 0 {
      words.append(
        "\(Phrase.number(event.ratePerDay)) a day at random, day \(Phrase.number(event.fromDay)) to "
          + "\(Phrase.number(event.untilDay)), in \(regions(event.regions, network))")
    }
    if !event.scheduled.isEmpty {
      let days = event.scheduled.map { "day \(Phrase.number($0.day)) in \(network.regions[$0.region].name)" }
      words.append("on " + Phrase.some(days, most: 12))
    }
    for disruption in scenario.disruptions {
      guard let follower = disruption.follower, scenario.events[follower.event].id == event.id else {
        continue
      }
      words.append("after \(Phrase.percent(follower.share)) of the occasions of \(disruption.id)")
    }
    if case .constant(let value) = event.size {
      words.append("\(Phrase.number(value)) \(value == 1 ? "casualty" : "casualties") each")
    } else {
      words.append("mean \(Phrase.number(event.size.mean)) casualties each")
    }
    return words + casualties(event.classes, event.fates, event.delay, scenario, network)
  }

  /// Who casualties are and what becomes of them.
  private static func casualties(
    _ classes: [(patientClass: Int, share: Double)], _ fates: CasualtyFates, _ delay: Distribution,
    _ scenario: Scenario, _ network: CareNetwork
  ) -> [String] {
    var words: [String] = []
    if let force = fates.force { words.append("of \(scenario.forces[force].id)") }
    if fates.killedShare > 0 { words.append("\(Phrase.percent(fates.killedShare)) killed") }
    if fates.diseaseShare > 0 {
      words.append(
        "\(Phrase.percent(fates.diseaseShare)) with a disease or another injury: \(mix(fates.diseaseClasses, network))"
      )
    }
    if !classes.isEmpty { words.append("wounded: \(mix(classes, network))") }
    if delay != .constant(0) { words.append("in care after \(LawWords.hours(delay))") }
    return words
  }

  private static func delivery(_ change: DeliveryChange) -> [String] {
    [
      "× \(Phrase.number(change.factor)) from day \(Phrase.number(change.fromDay)) to "
        + "\(Phrase.number(change.untilDay))"
    ]
  }

  private static func mix(
    _ classes: [(patientClass: Int, share: Double)], _ network: CareNetwork
  ) -> String {
    classes.map { "\(network.classes[$0.patientClass].id) \(Phrase.percent($0.share))" }
      .joined(separator: ", ")
  }

  private static func regions(_ parts: [(region: Int, share: Double)], _ network: CareNetwork) -> String {
    parts.count == 1
      ? network.regions[parts[0].region].name
      : Phrase.some(
        parts.map { "\(network.regions[$0.region].name) \(Phrase.percent($0.share))" }, most: 8)
  }
}
