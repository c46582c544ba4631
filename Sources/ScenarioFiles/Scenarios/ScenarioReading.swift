import CareModel
import RandomStreams

/// One reading of a scenario against a model's names.
final class ScenarioReading {
  let root: FieldReader
  let streams: [FieldReader]
  let events: [FieldReader]
  private(set) var disruptions: [FieldReader] = []
  let forceNames: NameIndex
  private(set) var scenario: Scenario
  let translations: [Translation]
  let model: ModelReading
  private let columns: PlaceColumns

  init(_ document: ScenarioDocument, model: ModelReading, context: ReadingContext) {
    self.model = model
    columns = PlaceColumns(model)
    root = FieldReader(document.root, as: ScenarioFields.scenario, context: context)
    translations = Translation.read(root, titles: document.titles)
    streams = root.objects("streams")
    events = root.objects("events")
    let forces = root.objects("forces")
    forceNames = NameIndex("force", forces.map { $0.text("id") }, isComplete: root.isWhole("forces"))
    scenario = Scenario(
      id: root.text("id") ?? "", title: root.text("title") ?? "",
      whoseFigures: root.text("whose_figures") ?? "",
      handling: root.text("handling").flatMap { Handling(rawValue: $0) } ?? .open,
      casualtyFactor: root.number("casualty_factor") ?? 1)
    if let id = root.text("id"), document.path.hasSuffix(".json5"),
      lastStep(of: document.path) != "\(id).json5"
    {
      root.report("the id '\(id)' is not the name of its file", about: "id")
    }
    if forces.count > 100 { root.report("a scenario has at most 100 forces", about: "forces") }
    scenario.forces = forces.map(force)
    disruptions = root.objects("disruptions")
    scenario.streams = streams.map(stream)
    scenario.events = events.map(event)
    for (fields, event) in zip(events, scenario.events) { checkPlaces(fields, event) }
    scenario.disruptions = disruptions.map(disruption)
    scenario.staffChanges =
      root.objects("staff_claims").compactMap(staffClaim) + root.objects("call_ups").compactMap(callUp)
      + root.objects("staff_absence").compactMap(staffAbsence)
    scenario.surge = root.objects("surge").compactMap(surgePlan)
    scenario.deliveries = root.objects("deliveries").map(deliveryChange)
    readTransport()
    checkNames(context.log)
  }

  private func readTransport() {
    scenario.closures = root.objects("closures").map(closure)
    scenario.transportLosses = root.objects("transport_losses").map(transportLoss)
    if scenario.closures.count > 1_000 {
      root.report("a scenario has at most 1,000 closures", about: "closures")
    }
    if scenario.transportLosses.count > 1_000 {
      root.report("a scenario has at most 1,000 losses of transport", about: "transport_losses")
    }
  }

  private func stream(_ fields: FieldReader) -> CasualtyStream {
    let phases = fields.objects("phases")
    fields.reportIfEmpty("phases")
    for (before, phase) in zip(phases, phases.dropFirst()) {
      if let end = before.number("until_day"), let start = phase.number("from_day"), start < end {
        phase.report(
          "this phase begins before the one before it ends, on day \(plainText(end))", about: "from_day")
      }
    }
    let isOnForce = fields.keyPlace(of: "force") != nil
    return CasualtyStream(
      id: fields.text("id") ?? "", classes: model.mix(fields),
      phases: phases.map { phase($0, isOnForce: isOnForce) },
      variation: fields.object("variation").map(variation) ?? .none,
      delay: fields.distribution("delay", in: .hours) ?? .constant(0),
      entryColumn: columns.column("entry_column", in: fields, range: .nonNegative),
      fates: fates(fields))
  }

  private func variation(_ fields: FieldReader) -> CasualtyStream.Variation {
    switch fields.variant {
    case "lognormal": .lognormal(cv: fields.number("cv") ?? 1)
    case "gamma": .gamma(cv: fields.number("cv") ?? 1)
    case "exponential": .exponential
    case "scaled": scaled(fields)
    default: .none
    }
  }

  private func scaled(_ fields: FieldReader) -> CasualtyStream.Variation {
    guard let law = fields.distribution("of") else { return .none }
    if !(law.mean > 0 && law.mean.isFinite) {
      fields.report("this law has no finite mean above 0 to divide by", about: "of")
      return .none
    }
    return .scaled(law)
  }

  private func phase(_ fields: FieldReader, isOnForce: Bool) -> CasualtyStream.Phase {
    reportOrder(fields)
    let (own, other) =
      isOnForce ? ("rate_per_1000_per_day", "mean_per_day") : ("mean_per_day", "rate_per_1000_per_day")
    let foreign = [other, "\(other)_from", "\(other)_until"].filter { fields.keyPlace(of: $0) != nil }
    for key in foreign {
      fields.report(
        isOnForce
          ? "a stream on a force has a rate per 1,000 present: write rate_per_1000_per_day"
          : "this is of a stream on a force: write force too, or mean_per_day", about: key)
    }
    let isGiven = [own, "\(own)_from", "\(own)_until"].map { fields.keyPlace(of: $0) != nil }
    if isGiven[0], isGiven[1] || isGiven[2] {
      fields.report(
        "\(own) is given already; keep one of the two", about: isGiven[1] ? "\(own)_from" : "\(own)_until")
    } else if foreign.isEmpty, !isGiven[0], !(isGiven[1] && isGiven[2]) {
      fields.report("write \(own), or \(own)_from with \(own)_until")
    }
    let hasRegions = fields.keyPlace(of: "regions") != nil
    if isOnForce, hasRegions {
      fields.report("the force says where it is: remove it", about: "regions")
    } else if !isOnForce, !hasRegions {
      fields.report("regions is missing")
    }
    let mean = fields.number(own)
    return CasualtyStream.Phase(
      fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day") ?? 0,
      meanPerDayFrom: mean ?? fields.number("\(own)_from") ?? 0,
      meanPerDayUntil: mean ?? fields.number("\(own)_until") ?? 0, regions: regions(fields))
  }

  func reportOrder(_ fields: FieldReader) {
    if let from = fields.number("from_day"), let until = fields.number("until_day"), until <= from {
      fields.report(
        "until_day is \(plainText(until)); it must come after from_day, \(plainText(from))",
        about: "until_day")
    }
  }

  func regions(_ fields: FieldReader) -> [(region: Int, share: Double)] {
    guard fields.has("regions") else { return [] }
    let parts = fields.objects("regions")
    reportShareSum(parts.map { $0.number("share") }, of: fields, about: "regions")
    reportRepeats(parts, "region")
    return parts.map {
      (region: model.regionNames.index(of: "region", in: $0) ?? 0, share: $0.number("share") ?? 0)
    }
  }

  private func event(_ fields: FieldReader) -> MassCasualtyStream {
    let isRandom = fields.keyPlace(of: "events") != nil
    let isPlanned = fields.keyPlace(of: "at") != nil
    let follows = fields.text("id").map { followers.contains($0) } ?? false
    if !isRandom, !isPlanned, !follows { fields.report("write events_per_day or at, or both") }
    for key in ["from_day", "until_day", "regions"] {
      let isGiven = fields.keyPlace(of: key) != nil
      if isRandom, !isGiven {
        fields.report("events at random need \(key)")
      } else if !isRandom, isPlanned, isGiven {
        fields.report("this is of events at random; there is no events_per_day", about: key)
      }
    }
    reportOrder(fields)
    let size = fields.distribution("size")
    if let mean = size?.mean, !(mean <= 100_000) {
      fields.report(
        mean.isFinite
          ? "the mean is \(RunSize.words(mean)) patients; it must be at most 100,000"
          : "this law has no finite mean", about: "size")
    }
    let occasions = fields.objects("at").compactMap { occasion -> (day: Double, region: Int)? in
      guard let region = model.regionNames.index(of: "region", in: occasion) else { return nil }
      return occasion.number("day").map { (day: $0, region: region) }
    }
    return MassCasualtyStream(
      id: fields.text("id") ?? "", classes: model.mix(fields), ratePerDay: fields.perDay("events") ?? 0,
      fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day") ?? 0,
      scheduled: occasions, regions: isRandom && fields.keyPlace(of: "regions") != nil ? regions(fields) : [],
      size: size ?? .constant(0),
      delay: fields.distribution("delay", in: .hours) ?? .constant(0),
      entryColumn: columns.column("entry_column", in: fields, range: .nonNegative), fates: fates(fields))
  }

  private func checkNames(_ log: MistakeLog) {
    var origins = model.originNames()
    let regions = distinctRegions
    // Under its own id a stream varies from day to day; an event takes no stream's id either.
    let names = [
      scenario.streams.map { stream in
        [stream.dayStreamName] + regions.map { stream.streamName(inRegion: $0) }
      },
      scenario.events.map { event in [event.id] + regions.map { event.streamName(inRegion: $0) } },
    ]
    for (list, names) in zip([streams, events], names) {
      var seen: Set<String> = []
      for (fields, own) in zip(list, names) {
        // One used twice in a list is reported already.
        guard let id = fields.text("id"), seen.insert(id).inserted else { continue }
        for name in own where !origins.add(name, fields, log: log) { break }
      }
    }
    checkDisruptionNames(&origins, log)
  }

  /// Ids of the regions, each once.
  var distinctRegions: [String] {
    var seen: Set<String> = []
    return model.regionNames.names.filter { seen.insert($0).inserted }
  }
}
