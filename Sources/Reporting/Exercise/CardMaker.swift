import CareModel
import RandomStreams
import ScenarioFiles

/// The label of a casualty in an exercise.
public struct PatientLabel: Sendable {
  let patient: PatientKey
  /// Such as `ÖVN-0042`.
  public let label: String
}

/// Makes casualty cards: one for each casualty who arrives in the exercise, the same in every arm.
///
/// Class, severity, times and places are the trajectory's. Mechanism, injuries and vital signs are drawn from streams
/// of their own, keyed by the patient, and touch no draw of the simulation.
struct CardMaker {
  let words: LoadedExercise.Cards
  let key: StreamKey
  let reader: TrajectoryReader

  private static let purpose = streamHash("casualty-card")

  /// Cards and labels of the casualties of some regions who arrive before the exercise ends, in order of
  /// arrival; empty means all regions. Numbers are counted over all regions, so that a choice of regions changes
  /// no label.
  func cards(wishes: ExerciseWishes) -> (cards: [CasualtyCard], labels: [PatientLabel]) {
    var cards: [CasualtyCard] = []
    var labels: [PatientLabel] = []
    let streams = Dictionary(
      reader.streamNames.map { ($0.hash, $0.name) }, uniquingKeysWith: { first, _ in first })
    let until = Int64(wishes.endMinute) * 60_000_000
    var number = 0
    for entry in reader.arrivals where entry.ticks < until {
      guard let triage = words.triage.first(where: { $0.patientClass == Int(entry.patientClass) })
      else { continue }
      number += 1
      let isWanted =
        entry.ticks >= Int64(wishes.startMinute) * 60_000_000
        && (wishes.regions.isEmpty || wishes.regions.contains(Int(entry.region)))
      guard isWanted else { continue }
      let digits = String(number)
      let label = "\(words.label)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      labels.append(PatientLabel(patient: entry.patient, label: label))
      cards.append(card(entry, triage, label: label, stream: streams[entry.origin] ?? ""))
    }
    return (cards, labels)
  }

  private func card(
    _ entry: TrajectoryEntry, _ triage: LoadedExercise.Cards.Triage, label: String, stream: String
  ) -> CasualtyCard {
    var random = KeyedStream(key: key, ordinal: entry.ordinal, origin: entry.origin, purpose: Self.purpose)
    let network = reader.network
    let patientClass = network.classes[Int(entry.patientClass)]
    let mechanism = choose(
      words.mechanisms.filter { $0.origins.isEmpty || $0.origins.contains(patientClass.origin.rawValue) },
      by: \.weight, random.uniform())
    let injury = choose(
      words.injuries.filter { injury in
        (entry.severity == 0 || injury.severity.contains(Int(entry.severity)))
          && (injury.mechanisms.isEmpty || mechanism.map { injury.mechanisms.contains($0.id) } ?? true)
      }, by: \.weight, random.uniform())
    let hurt = TrajectoryReader.minute(entry.hurtTicks)
    let arrival = TrajectoryReader.minute(entry.ticks)
    func said(_ words: LoadedExercise.Words?) -> LocalText {
      words.map { LocalText(sv: $0.sv, en: $0.en) } ?? LocalText(sv: "inte angivet", en: "not stated")
    }
    let span = patientClass.injurySeverity
    let severity =
      span.count > 1
      ? Double(Int(entry.severity) - span.lowerBound) / Double(span.upperBound - span.lowerBound) : 0.5
    let position = 0.5 * min(1, max(0, severity)) + 0.5 * random.uniform()
    return CasualtyCard(
      id: label, stream: stream, ordinal: Int(entry.ordinal), region: network.regions[Int(entry.region)].id,
      facility: entry.facility >= 0 ? network.facilities[Int(entry.facility)].id : "", injuredMinute: hurt,
      arrivalMinute: arrival, patientClass: patientClass.id,
      patientClassTitle: reader.word(patientClass.title),
      triage: TriageCategory(rawValue: triage.category) ?? .minor,
      severityScore: entry.severity > 0 ? Int(entry.severity) : nil,
      report: MechanismReport(
        mechanism: said(mechanism?.words), injuries: said(injury?.injuries), signs: said(injury?.signs),
        treatment: said(injury?.treatment)),
      vitalSigns: vitalSigns(triage, position, hurt: hurt, arrival: arrival))
  }

  /// At the scene and on arrival; what goes on untreated in between is worse on arrival, never better.
  private func vitalSigns(
    _ triage: LoadedExercise.Cards.Triage, _ position: Double, hurt: Int, arrival: Int
  ) -> [VitalSigns] {
    let scene = min(arrival, hurt + 15)
    let minutes = scene < arrival ? [scene, arrival] : [arrival]
    return minutes.map { minute in
      let place = min(1, position + triage.worsensPerHour * Double(minute - scene) / 60)
      func value(_ ends: [Double]) -> Int { Int((ends[0] + (ends[1] - ends[0]) * place).rounded()) }
      let levels = triage.consciousness
      let level = levels.isEmpty ? "A" : levels[min(levels.count - 1, Int(place * Double(levels.count)))]
      return VitalSigns(
        minute: minute, respiratoryRate: value(triage.respiratoryRate),
        oxygenSaturation: value(triage.oxygenSaturation), heartRate: value(triage.heartRate),
        systolicPressure: value(triage.systolicPressure), consciousness: Consciousness(rawValue: level),
        temperatureTenths: value(triage.temperature.map { $0 * 10 }))
    }
  }

  private func choose<T>(_ items: [T], by weight: (T) -> Double, _ uniform: Double) -> T? {
    let total = items.reduce(0) { $0 + weight($1) }
    guard total > 0 else { return items.first }
    var left = uniform * total
    for item in items {
      left -= weight(item)
      if left < 0 { return item }
    }
    return items.last
  }
}
