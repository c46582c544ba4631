import CareModel
import ScenarioFiles

// Occasions that come from moves, vehicles, stocks, staff and places that are lost.
extension TrajectoryReader {
  /// Patients wait, and the nearest other region has no free place.
  func moveRefused(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    let places = regions(with: unit)
    return places.flatMap { region -> [Occasion] in
      let others = places.filter { $0 != region }
        .sorted { (distance(region, $0), $0) < (distance(region, $1), $1) }
      guard let asked = others.first else { return [] }
      let hours = times(atMostOnceIn: 12) { hour in
        trajectory.samples[hour].total(kind: unit, region: region).waiting > kind.number
          && trajectory.samples[hour].total(kind: unit, region: asked).freePlaces == 0
      }
      return hours.enumerated().map { number, hour in
        let theirs = trajectory.samples[hour].total(kind: unit, region: asked)
        var occasion = figureOccasion(
          key: "\(number + 1)", minute: hour * 60, hour: hour, unit, region, variable: "waiting",
          value: trajectory.samples[hour].total(kind: unit, region: region).waiting)
        occasion.values += [
          ("asked_region", word(network.regions[asked].name)), ("asked_occupied", .number(theirs.occupied)),
          ("asked_open", .number(theirs.open)),
        ]
        return occasion
      }
    }
  }

  /// Another region's patients wait, and this one has the most free places on the published picture.
  func moveRequested(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    let places = regions(with: unit)
    let kindCount = network.unitKinds.count
    var result: [Occasion] = []
    for asking in places {
      func best(_ hour: Int) -> (region: Int, free: Int, picture: PublishedPicture)? {
        guard let picture = published(hour) else { return nil }
        let free = places.filter { $0 != asking }.map { region in
          (region: region, free: picture.rows[region * kindCount + unit].free)
        }
        guard let most = free.max(by: { ($0.free, $1.region) < ($1.free, $0.region) }), most.free > 0 else {
          return nil
        }
        return (most.region, most.free, picture)
      }
      let hours = times(atMostOnceIn: 12) { hour in
        trajectory.samples[hour].total(kind: unit, region: asking).waiting > kind.number && best(hour) != nil
      }
      for (number, hour) in hours.enumerated() {
        guard let (region, free, picture) = best(hour) else { continue }
        let waiting = trajectory.samples[hour].total(kind: unit, region: asking).waiting
        var occasion = figureOccasion(
          key: "\(network.regions[asking].id)-\(number + 1)", minute: hour * 60, hour: hour, unit, region,
          variable: "free",
          value: trajectory.samples[hour].total(kind: unit, region: region).freePlaces)
        occasion.values += [
          ("asking_region", word(network.regions[asking].name)), ("asking_waiting", .number(waiting)),
          ("published_free", .number(free)),
        ]
        occasion.clocks = [("cut_off", Self.minute(picture.cutOffTicks))]
        occasion.supersededMinute = supersededMinute(hour)
        result.append(occasion)
      }
    }
    return result
  }

  /// Patients wait for vehicles.
  func transportQueue(_ kind: LoadedExercise.Kind) -> [Occasion] {
    network.regions.indices.flatMap { region in
      func sum(_ hour: Int, _ number: (RegionSample.FleetSample) -> Int) -> Int {
        trajectory.samples[hour].regions[region].fleets.reduce(0) { $0 + number($1) }
      }
      let hours = crossings(above: Double(kind.number), armedAt: Double(kind.number) / 2) {
        Double(sum($0, \.waiting))
      }
      return hours.enumerated().map { number, hour in
        Occasion(
          key: "\(number + 1)", minute: hour * 60, region: region,
          values: place(region) + [
            ("waiting", .number(sum(hour, \.waiting))), ("vehicles", .number(sum(hour, \.vehicles))),
            ("away", .number(sum(hour, \.away))),
          ],
          variable: "waiting_for_vehicle_patients", value: "\(sum(hour, \.waiting))", cutOffMinute: hour * 60)
      }
    }
  }

  /// Patients are ready to leave, and where they are to go to is full.
  func dischargeQueue(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind, let target = kind.targetKind else { return [] }
    return regions(with: unit).flatMap { region in
      func ready(_ hour: Int) -> Int {
        trajectory.samples[hour].total(kind: unit, region: region).dischargeReady
      }
      func share(_ hour: Int) -> Double {
        Self.share(ready(hour), of: trajectory.samples[hour].total(kind: unit, region: region).staffed)
      }
      let hours = times(atMostOnceIn: 24) { hour in
        share(hour) > kind.share
          && trajectory.samples[hour].total(kind: target, region: region).freePlaces == 0
      }
      return hours.enumerated().map { number, hour in
        // The figures are those of where they are to go to.
        var occasion = figureOccasion(
          key: "\(number + 1)", minute: hour * 60, hour: hour, target, region, variable: "occupied",
          value: trajectory.samples[hour].total(kind: target, region: region).occupied)
        occasion.values += [("ready", .number(ready(hour))), ("ready_share", .percent(share(hour)))]
        return occasion
      }
    }
  }

  /// A stock falls below a number of days.
  func stockBelow(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let stock = kind.stock else { return [] }
    return network.regions.indices.flatMap { region -> [Occasion] in
      func days(_ hour: Int) -> Double? {
        let use = normalUse(stock, region) ?? usedYesterday(stock, region, hour)
        return use > 0 ? trajectory.samples[hour].regions[region].stocks[stock].level / use : nil
      }
      let hours = times(atMostOnceIn: 24) { days($0).map { $0 < kind.share } ?? false }
      return hours.enumerated().map { number, hour in
        let sample = trajectory.samples[hour].regions[region].stocks[stock]
        return Occasion(
          key: "\(number + 1)", minute: hour * 60, region: region,
          values: place(region) + [
            ("stock", word(network.stocks[stock].title)), ("level", .number(sample.level)),
            ("days", .number(days(hour) ?? 0)),
            // The moment of midnight is still of the day that ends.
            ("used", .number(hour % 24 == 0 ? 0 : sample.usedToday)),
          ],
          variable: "\(network.stocks[stock].id.replacing("-", with: "_"))_level", value: "\(sample.level)",
          cutOffMinute: hour * 60)
      }
    }
  }

  private func normalUse(_ stock: Int, _ region: Int) -> Double? {
    switch network.stocks[stock].normalUsePerDay {
    case .fixed(let value): value
    case .column(let name): network.regions[region].parameters.first { $0.name == name }?.value
    case nil: nil
    }
  }

  /// Use of the last whole day, which the moment of its last midnight still has; none on day 0.
  private func usedYesterday(_ stock: Int, _ region: Int, _ hour: Int) -> Double {
    hour < 24 ? 0 : trajectory.samples[hour / 24 * 24].regions[region].stocks[stock].usedToday
  }

  /// Fewer persons are present than at the same hour of the first day.
  func staffBelow(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let profession = kind.profession else { return [] }
    return network.regions.indices.flatMap { region -> [Occasion] in
      func present(_ hour: Int) -> Double { trajectory.samples[hour].regions[region].staff[profession] }
      func share(_ hour: Int) -> Double { present(hour % 24) > 0 ? present(hour) / present(hour % 24) : 1 }
      return times(atMostOnceIn: 24) { share($0) < kind.share }.enumerated().map { number, hour in
        Occasion(
          key: "\(number + 1)", minute: hour * 60, region: region,
          values: place(region) + [
            ("profession", word(network.professions[profession].title)),
            ("present", .number(Int(present(hour)))), ("usual", .number(Int(present(hour % 24)))),
            ("share", .percent(share(hour))),
          ],
          variable: "\(network.professions[profession].id.replacing("-", with: "_"))_present",
          value: "\(present(hour))", cutOffMinute: hour * 60)
      }
    }
  }

  /// Places are lost, or are back: those of all kinds of unit that one moment and cause changes at a facility.
  func disruptions(_ kind: TrajectoryEntry.Kind) -> [Occasion] {
    var changes: [TrajectoryEntry] = []
    for entry in trajectory.entries
    where entry.kind == kind && entry.facility >= 0 && entry.region >= 0 && entry.value > 0 {
      let same = changes.lastIndex {
        $0.ticks == entry.ticks && $0.facility == entry.facility && $0.other == entry.other
      }
      if let same { changes[same].value += entry.value } else { changes.append(entry) }
    }
    var counts = [Int](repeating: 0, count: network.facilities.count)
    return changes.compactMap { entry in
      counts[Int(entry.facility)] += 1
      let minute = Self.minute(entry.ticks)
      guard hours.contains(minute / 60) else { return nil }
      let facility = Int(entry.facility)
      return Occasion(
        key: "\(network.facilities[facility].id)-\(counts[facility])", minute: minute,
        region: Int(entry.region),
        facility: facility,
        values: place(Int(entry.region), facility) + [
          ("cause", Self.words(ofCause: Int(entry.other))), ("places", .number(Int(entry.value))),
        ],
        variable: kind == .disrupted ? "places_lost" : "places_back", value: "\(entry.value)",
        event: "\(network.facilities[facility].id)")
    }
  }

  private static func words(ofCause code: Int) -> LocalText {
    guard Disruption.Cause.allCases.indices.contains(code) else {
      return LocalText(sv: "en störning", en: "a disruption")
    }
    return switch Disruption.Cause.allCases[code] {
    case .hit: LocalText(sv: "en träff", en: "a hit")
    case .power: LocalText(sv: "elavbrott", en: "loss of power")
    case .water: LocalText(sv: "avbrott i vattenförsörjningen", en: "loss of water")
    case .it: LocalText(sv: "it-avbrott", en: "loss of information systems")
    case .communications: LocalText(sv: "avbrott i sambandet", en: "loss of communications")
    case .contamination: LocalText(sv: "kontaminering", en: "contamination")
    case .closure: LocalText(sv: "beslut om stängning", en: "a decision to close")
    case .staff: LocalText(sv: "bortfall av personal", en: "loss of staff")
    }
  }
}
