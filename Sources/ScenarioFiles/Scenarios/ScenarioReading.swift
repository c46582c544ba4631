import CareModel
import RandomStreams

/// One reading of a scenario against a model's names.
final class ScenarioReading {
  let root: FieldReader
  let streams: [FieldReader]
  let events: [FieldReader]
  private(set) var disruptions: [FieldReader] = []
  private(set) var scenario: Scenario
  let model: ModelReading
  private let columns: PlaceColumns

  init(_ document: ScenarioDocument, model: ModelReading, context: ReadingContext) {
    self.model = model
    columns = PlaceColumns(model)
    root = FieldReader(document.root, as: ScenarioFields.scenario, context: context)
    streams = root.objects("streams")
    events = root.objects("events")
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
    scenario.streams = streams.map(stream)
    scenario.events = events.map(event)
    disruptions = root.objects("disruptions")
    scenario.disruptions = disruptions.map(disruption)
    scenario.deliveries = root.objects("deliveries").map(deliveryChange)
    checkNames(context.log)
  }

  private func stream(_ fields: FieldReader) -> CasualtyStream {
    let phases = fields.objects("phases")
    if phases.isEmpty, fields.has("phases") { fields.report("the list is empty", about: "phases") }
    for (before, phase) in zip(phases, phases.dropFirst()) {
      if let end = before.number("until_day"), let start = phase.number("from_day"), start < end {
        phase.report(
          "this phase begins before the one before it ends, on day \(plainText(end))", about: "from_day")
      }
    }
    return CasualtyStream(
      id: fields.text("id") ?? "", classes: model.mix(fields), phases: phases.map(phase),
      variation: fields.object("variation").map(variation) ?? .none,
      delay: fields.distribution("delay", in: .hours) ?? .constant(0),
      entryColumn: columns.column("entry_column", in: fields, range: .nonNegative))
  }

  private func variation(_ fields: FieldReader) -> CasualtyStream.Variation {
    switch fields.variant {
    case "lognormal": .lognormal(cv: fields.number("cv") ?? 1)
    case "gamma": .gamma(cv: fields.number("cv") ?? 1)
    case "exponential": .exponential
    default: .none
    }
  }

  private func phase(_ fields: FieldReader) -> CasualtyStream.Phase {
    reportOrder(fields)
    let isGiven = ["mean_per_day", "mean_per_day_from", "mean_per_day_until"].map {
      fields.keyPlace(of: $0) != nil
    }
    if isGiven[0], isGiven[1] || isGiven[2] {
      fields.report(
        "mean_per_day is given already; keep one of the two",
        about: isGiven[1] ? "mean_per_day_from" : "mean_per_day_until")
    } else if !isGiven[0], !(isGiven[1] && isGiven[2]) {
      fields.report("write mean_per_day, or mean_per_day_from with mean_per_day_until")
    }
    let mean = fields.number("mean_per_day")
    return CasualtyStream.Phase(
      fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day") ?? 0,
      meanPerDayFrom: mean ?? fields.number("mean_per_day_from") ?? 0,
      meanPerDayUntil: mean ?? fields.number("mean_per_day_until") ?? 0, regions: regions(fields))
  }

  func reportOrder(_ fields: FieldReader) {
    if let from = fields.number("from_day"), let until = fields.number("until_day"), until <= from {
      fields.report(
        "until_day is \(plainText(until)); it must come after from_day, \(plainText(from))",
        about: "until_day")
    }
  }

  private func regions(_ fields: FieldReader) -> [(region: Int, share: Double)] {
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
    if !isRandom, !isPlanned { fields.report("write events_per_day or at, or both") }
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
      entryColumn: columns.column("entry_column", in: fields, range: .nonNegative))
  }

  private func checkNames(_ log: MistakeLog) {
    var origins = model.originNames()
    for list in [streams, events] {
      var seen: Set<String> = []
      for fields in list {
        // One used twice in a list is reported already.
        guard let id = fields.text("id"), seen.insert(id).inserted else { continue }
        var regions: Set<String> = []
        let names = model.regionNames.names.filter { regions.insert($0).inserted }.map { "\(id)@\($0)" }
        for name in [id] + names where !origins.add(name, fields, log: log) { break }
      }
    }
    checkDisruptionNames(&origins, log)
  }
}
