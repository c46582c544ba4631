import CareModel
import RandomStreams
import ScenarioFiles

/// Looks things up in a trajectory for those who find occasions in it.
struct TrajectoryReader {
  let trajectory: Trajectory
  /// Hours that are looked at: the exercise.
  let hours: ClosedRange<Int>
  let clock: ExerciseClock
  /// Triage category by patient class; the class's own name where the exercise has none.
  let categories: [String]
  /// Words of the model in both languages.
  let word: @Sendable (String) -> LocalText
  /// Arrivals of casualties, by time.
  let arrivals: [TrajectoryEntry]
  /// Names of the streams of events with many hurt, as entries carry them.
  private let events: Set<UInt32>

  init(
    _ trajectory: Trajectory, wishes: ExerciseWishes, cards: LoadedExercise.Cards?,
    word: @escaping @Sendable (String) -> LocalText
  ) {
    self.trajectory = trajectory
    self.word = word
    let first = wishes.fromDay * 24
    hours = first...max(first, min((wishes.fromDay + wishes.days) * 24, trajectory.samples.count - 1))
    clock = ExerciseClock(timeOrigin: trajectory.network.timeOrigin)
    var categories = trajectory.network.classes.map(\.title)
    for triage in cards?.triage ?? [] { categories[triage.patientClass] = triage.category }
    self.categories = categories
    let events = Set(
      trajectory.scenario.events.flatMap { event in
        trajectory.network.regions.map { streamHash(event.streamName(inRegion: $0.id)) }
      })
    self.events = events
    arrivals = trajectory.entries.filter {
      $0.kind == .arrived && Self.isCasualty($0, events, trajectory.network)
    }
  }

  /// Whether an entry is of a casualty: of a class that is not ordinary, or of an event, whose patients are all
  /// hurt.
  func isCasualty(_ entry: TrajectoryEntry) -> Bool { Self.isCasualty(entry, events, network) }

  private static func isCasualty(
    _ entry: TrajectoryEntry, _ events: Set<UInt32>, _ network: CareNetwork
  ) -> Bool {
    network.classes[Int(entry.patientClass)].origin != .ordinary || events.contains(entry.origin)
  }

  var network: CareNetwork { trajectory.network }

  /// Whole minutes since day 0 at which a thing is known that happened at `ticks`: never before it.
  static func minute(_ ticks: Int64) -> Int {
    let (quotient, rest) = ticks.quotientAndRemainder(dividingBy: 60_000_000)
    return Int(rest > 0 ? quotient + 1 : quotient)
  }

  /// Regions that have a kind of unit.
  func regions(with kind: Int) -> [Int] {
    var has = [Bool](repeating: false, count: network.regions.count)
    for unit in network.units where unit.kind == kind { has[network.facilities[unit.facility].region] = true }
    return network.regions.indices.filter { has[$0] }
  }

  /// What all words in braces of an occasion stand for when it is told at a minute.
  func values(of occasion: Occasion, toldAt told: Int) -> [(name: String, text: LocalText)] {
    let minute = occasion.minute
    let day = minute >= 0 ? minute / 1_440 : (minute - 1_439) / 1_440
    let own: [(name: String, text: LocalText)] = [
      ("time", time(minute, toldAt: told)), ("date", LocalText(String(clock.readable(minute).prefix(10)))),
      ("day", .number(day)),
    ]
    return own + occasion.values
      + occasion.clocks.map { ($0.name, $0.minute.map { time($0, toldAt: told) } ?? LocalText("–")) }
  }

  /// A clock time: `08.00` in Swedish, `08:00` in English; of another day than it is told on, with the date:
  /// `08.00 den 4 januari`, `08:00 on 4 January`.
  func time(_ minute: Int, toldAt told: Int) -> LocalText {
    let local = clock.readable(minute)
    let english = String(local.suffix(5))
    let time = LocalText(sv: english.replacing(":", with: "."), en: english)
    guard local.prefix(10) != clock.readable(told).prefix(10), let date = CalendarDate(local) else {
      return time
    }
    let (month, day) = (date.month, Int(local.prefix(10).suffix(2)) ?? 0)
    return LocalText(
      sv: "\(time.sv) den \(day) \(Language.swedish.month(month))",
      en: "\(time.en) on \(day) \(Language.english.month(month))")
  }

  /// The picture that an audience knows at an hour; none of before day 0, for no report can be looked up then.
  func published(_ hour: Int) -> PublishedPicture? {
    trajectory.samples[hour].published.flatMap { $0.cutOffTicks >= 0 ? $0 : nil }
  }

  /// When a picture becomes known.
  func publicationMinute(_ picture: PublishedPicture) -> Int {
    Self.minute(picture.cutOffTicks + max(1, Int64((network.situation.delayHours * 3.6e9).rounded())))
  }

  /// When the picture that is known at an hour is replaced; nil when none does so in the recording.
  func supersededMinute(_ hour: Int) -> Int? {
    let known = published(hour)?.edition
    for later in trajectory.samples[hour...] {
      if let next = later.published, next.edition != known { return publicationMinute(next) }
    }
    return nil
  }

  /// Values of a region.
  func place(_ region: Int, _ facility: Int? = nil) -> [(name: String, text: LocalText)] {
    [
      ("region", word(network.regions[region].name)), ("region_code", LocalText(network.regions[region].id)),
    ] + (facility.map { [("facility", word(network.facilities[$0].name))] } ?? [])
  }

  /// Figures of a kind of unit at an hour, in a region or the nation.
  func figures(_ kind: Int, region: Int?, hour: Int) -> [(name: String, text: LocalText)] {
    let unit = trajectory.samples[hour].total(kind: kind, region: region)
    return [
      ("unit", word(network.unitKinds[kind].title)), ("occupied", .number(unit.occupied)),
      ("open", .number(unit.open)), ("free", .number(unit.freePlaces)), ("staffed", .number(unit.staffed)),
      ("waiting", .number(unit.waiting)), ("share", .percent(Self.share(unit.occupied, of: unit.staffed))),
      ("lost", .number(unit.lost)),
    ]
  }

  static func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

  /// Hours at which a value passes a limit from below; again only after it has fallen to where it is armed anew.
  func crossings(above limit: Double, armedAt: Double, _ value: (Int) -> Double) -> [Int] {
    var isArmed = true
    var result: [Int] = []
    for hour in hours {
      let now = value(hour)
      if isArmed, now > limit {
        result.append(hour)
        isArmed = false
      } else if now <= armedAt {
        isArmed = true
      }
    }
    return result
  }

  /// Hours at which something holds, at most once in so many hours.
  func times(atMostOnceIn spacing: Int, _ holds: (Int) -> Bool) -> [Int] {
    var result: [Int] = []
    for hour in hours where holds(hour) && hour - (result.last ?? -spacing) >= spacing { result.append(hour) }
    return result
  }

  /// Minutes of the exercise at the clock times of a kind, each with the last whole hour before it. The clock of a
  /// model begins its days at the local midnight.
  func reports(at times: [Int]) -> [(minute: Int, hour: Int)] {
    let days = (hours.lowerBound / 24)...(hours.upperBound / 24)
    return days.flatMap { day in times.sorted().map { (minute: day * 1_440 + $0, hour: day * 24 + $0 / 60) } }
      .filter { hours.contains($0.hour) }
  }

  /// Names a report by its day and clock time: `d2-0800`.
  static func name(ofReport minute: Int) -> String {
    let time = minute % 1_440
    return "d\(minute / 1_440)-\(ExerciseClock.padded(time / 60))\(ExerciseClock.padded(time % 60))"
  }

  /// Kilometres between the middles of two regions' facilities.
  func distance(_ one: Int, _ other: Int) -> Double {
    let (left, right) = (middle(one), middle(other))
    return GreatCircle.kilometres(left.latitude, left.longitude, right.latitude, right.longitude)
  }

  private func middle(_ region: Int) -> (latitude: Double, longitude: Double) {
    var sum = (0.0, 0.0)
    var count = 0.0
    for facility in network.facilities where facility.region == region {
      sum = (sum.0 + facility.latitude, sum.1 + facility.longitude)
      count += 1
    }
    return count > 0 ? (sum.0 / count, sum.1 / count) : (0, 0)
  }

  /// `T1: 3, T2: 5`, in the order of the names.
  func classes(_ entries: [TrajectoryEntry]) -> LocalText {
    var counts = [Int](repeating: 0, count: categories.count)
    for entry in entries { counts[Int(entry.patientClass)] += 1 }
    var names: [String] = []
    var sums: [Int] = []
    for (index, count) in counts.enumerated() where count > 0 {
      if let place = names.firstIndex(of: categories[index]) {
        sums[place] += count
      } else {
        names.append(categories[index])
        sums.append(count)
      }
    }
    let sorted = zip(names, sums).sorted { $0.0 < $1.0 }
    func text(_ language: Language) -> String {
      sorted.map { "\(word($0.0)[language]): \(language.number($0.1))" }.joined(separator: ", ")
    }
    return LocalText(sv: text(.swedish), en: text(.english))
  }

  /// `Östersunds sjukhus 5 (T1: 2, T2: 3); …`, the most first.
  func allocation(_ entries: [TrajectoryEntry]) -> LocalText {
    var byFacility = [[TrajectoryEntry]](repeating: [], count: network.facilities.count)
    for entry in entries where entry.facility >= 0 { byFacility[Int(entry.facility)].append(entry) }
    let order = byFacility.indices.filter { !byFacility[$0].isEmpty }
      .sorted { (byFacility[$1].count, $0) < (byFacility[$0].count, $1) }
    func text(_ language: Language) -> String {
      order.map {
        "\(word(network.facilities[$0].name)[language]) \(language.number(byFacility[$0].count)) "
          + "(\(classes(byFacility[$0])[language]))"
      }.joined(separator: "; ")
    }
    return LocalText(sv: text(.swedish), en: text(.english))
  }

  /// Names of the streams of casualties and of events, by the hash that entries carry.
  var streamNames: [(hash: UInt32, name: String)] {
    network.regions.flatMap { trajectory.scenario.casualtyStreamNames(inRegion: $0.id) }
      .map { (streamHash($0), $0) }
  }
}

extension TrajectoryEntry {
  var patient: PatientKey { PatientKey(origin: origin, ordinal: ordinal) }
  /// When the patient of an arrival was hurt, in microseconds since day 0.
  var hurtTicks: Int64 { ticks - value }
}
