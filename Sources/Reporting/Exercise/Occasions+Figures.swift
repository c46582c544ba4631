import CareModel
import ScenarioFiles

// Occasions that come from figures of units: what is reported, and what passes a limit.
extension TrajectoryReader {
  /// At set times the figures of the last whole hour.
  func reportTimes(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    return reports(at: kind.times).flatMap { report in
      regions(with: unit).map { region in
        let now = trajectory.samples[report.hour].total(kind: unit, region: region).occupied
        let before = trajectory.sample(atHour: report.hour - 24)?.total(kind: unit, region: region).occupied
        var occasion = figureOccasion(
          key: Self.name(ofReport: report.minute), minute: report.minute, hour: report.hour,
          unit, region, variable: "occupied", value: now)
        occasion.values.append(("change", before.map { .number(now - $0) } ?? LocalText("–")))
        occasion.clocks = [("cut_off", report.hour * 60)]
        return occasion
      }
    }
  }

  /// An occasion with the figures of a unit at an hour.
  func figureOccasion(
    key: String, minute: Int, hour: Int, _ unit: Int, _ region: Int, variable: String, value: Int
  ) -> Occasion {
    Occasion(
      key: key, minute: minute, region: region,
      values: place(region) + figures(unit, region: region, hour: hour),
      variable: "\(network.unitKinds[unit].columnName)_\(variable)", value: "\(value)",
      cutOffMinute: hour * 60)
  }

  /// Need passes a share of the staffed places.
  func occupancyAbove(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    return regions(with: unit).flatMap { region in
      func need(_ hour: Int) -> Double {
        let sample = trajectory.samples[hour].total(kind: unit, region: region)
        return Self.share(sample.occupied + sample.waiting, of: sample.staffed)
      }
      return crossings(above: kind.share, armedAt: kind.share - 0.05, need).enumerated().map { number, hour in
        var occasion = figureOccasion(
          key: "\(number + 1)", minute: hour * 60, hour: hour, unit, region, variable: "occupied",
          value: trajectory.samples[hour].total(kind: unit, region: region).occupied)
        occasion.values.append(("need", .percent(need(hour))))
        return occasion
      }
    }
  }

  /// The queue passes a number.
  func waitingAbove(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    return regions(with: unit).flatMap { region in
      func waiting(_ hour: Int) -> Int { trajectory.samples[hour].total(kind: unit, region: region).waiting }
      return crossings(above: Double(kind.number), armedAt: Double(kind.number) / 2) { Double(waiting($0)) }
        .enumerated().map { number, hour in
          figureOccasion(
            key: "\(number + 1)", minute: hour * 60, hour: hour, unit, region, variable: "waiting",
            value: waiting(hour))
        }
    }
  }

  /// A higher level is ordered.
  func surgeOrdered(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    var levels = [Int64](repeating: 0, count: network.regions.count)
    var counts = [Int](repeating: 0, count: network.regions.count)
    return trajectory.entries.compactMap { entry in
      guard entry.kind == .surgeOrdered, Int(entry.unitKind) == unit, entry.region >= 0 else { return nil }
      let region = Int(entry.region)
      defer { levels[region] = entry.value }
      guard entry.value > levels[region] else { return nil }
      counts[region] += 1
      let minute = Self.minute(entry.ticks)
      let hour = min(minute / 60, trajectory.samples.count - 1)
      var occasion = figureOccasion(
        key: "\(counts[region])", minute: minute, hour: hour, unit, region, variable: "surge_level",
        value: Int(entry.value))
      occasion.values.append(("level", .number(Int(entry.value))))
      return occasion
    }
  }

  /// Pictures as they become known: of each edition the first hour that has it.
  private var editions: [(hour: Int, picture: PublishedPicture, minute: Int)] {
    var result: [(hour: Int, picture: PublishedPicture, minute: Int)] = []
    for hour in hours {
      guard let picture = published(hour), picture.edition != result.last?.picture.edition else { continue }
      let minute = publicationMinute(picture)
      // One that was published before the exercise is no news in it.
      if minute >= hours.lowerBound * 60 { result.append((hour, picture, minute)) }
    }
    return result
  }

  private func published(_ picture: PublishedPicture, _ kind: Int, _ region: Int) -> PublishedPicture.Row {
    picture.rows[region * network.unitKinds.count + kind]
  }

  /// The national picture is published.
  func picturePublished(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    let places = regions(with: unit)
    return editions.map { edition in
      let rows = places.map { published(edition.picture, unit, $0) }
      func sum(_ number: (PublishedPicture.Row) -> Int) -> Int { rows.reduce(0) { $0 + number($1) } }
      func named(_ range: Range<Double>) -> LocalText {
        let names = zip(places, rows).filter { _, row in
          row.open > 0 && range.contains(Double(row.free) / Double(row.open))
        }.map { network.regions[$0.0].name }
        return names.isEmpty ? LocalText(sv: "ingen", en: "none") : .list(names)
      }
      let cutOff = Self.minute(edition.picture.cutOffTicks)
      let now = trajectory.samples[min(edition.hour, trajectory.samples.count - 1)].total(kind: unit)
      return Occasion(
        key: "\(edition.picture.edition)", minute: edition.minute, region: nil,
        values: [
          ("unit", word(network.unitKinds[unit].title)), ("occupied", .number(sum(\.occupied))),
          ("open", .number(sum(\.open))), ("free", .number(sum(\.free))),
          ("staffed", .number(sum(\.staffed))), ("waiting", .number(sum(\.waiting))),
          ("share", .percent(Self.share(sum(\.occupied), of: sum(\.staffed)))), ("lost", LocalText("–")),
          ("age", .number(Double(edition.minute - cutOff) / 60)), ("below_10", named(0..<0.1)),
          ("from_10_to_20", named(0.1..<0.2)),
        ], clocks: [("cut_off", cutOff)],
        variable: "published_\(network.unitKinds[unit].columnName)_occupied", value: "\(sum(\.occupied))",
        cutOffMinute: cutOff, truth: now.occupied == sum(\.occupied) ? .true : .outdated)
    }
  }

  /// What is published of a region and what the region has now are not the same.
  func pictureDiffers(_ kind: LoadedExercise.Kind) -> [Occasion] {
    guard let unit = kind.unitKind else { return [] }
    var result: [Occasion] = []
    for region in regions(with: unit) {
      var told = -1
      for hour in hours {
        guard let picture = published(hour), picture.edition != told else { continue }
        let row = published(picture, unit, region)
        let free = trajectory.samples[hour].total(kind: unit, region: region).freePlaces
        guard abs(row.free - free) >= kind.number else { continue }
        told = picture.edition
        var occasion = figureOccasion(
          key: "e\(picture.edition)", minute: hour * 60, hour: hour, unit, region, variable: "free",
          value: free)
        occasion.values += [
          ("published_free", .number(row.free)), ("difference", .number(abs(row.free - free))),
        ]
        occasion.clocks = [("cut_off", Self.minute(picture.cutOffTicks))]
        occasion.supersededMinute = supersededMinute(hour)
        occasion.truth = .contradiction
        result.append(occasion)
      }
    }
    return result
  }

  /// A region falls silent.
  func reportsCease() -> [Occasion] {
    network.regions.indices.flatMap { region in
      hours.filter { hour in
        hour > 0 && trajectory.samples[hour].regions[region].isSilent
          && !trajectory.samples[hour - 1].regions[region].isSilent
      }.enumerated().map { number, hour in
        Occasion(
          key: "\(number + 1)", minute: hour * 60, region: region, values: place(region),
          clocks: [("cut_off", published(hour).map { Self.minute($0.cutOffTicks) })],
          variable: "is_silent", value: "1")
      }
    }
  }
}
