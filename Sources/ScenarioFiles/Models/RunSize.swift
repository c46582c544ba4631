import CareModel
import RandomStreams

/// How large a run can become: its length, the patients it would hold if none ever left, and the steps they take.
struct RunSize {
  let horizonDays: Double
  let drainDays: Double
  let memoryLimitGigabytes: Double
  /// Whether nobody asked for a run of this length, so that one of another length that does not fit says it better.
  var isSupposed = false

  /// Steps of all patients of a run: an hour's computation, and a patient has tens of them where none goes round.
  static let mostSteps = 1e10
  /// Longest run of the clock, 2^52 microseconds, in days.
  static let longestDays = 4_503_599_627.0 / 86_400

  private struct Part {
    let patients: Double
    var isCasualties = false
    let classes: [(patientClass: Int, share: Double)]
    let fields: any CheckedFields
    let key: String?
  }

  /// Reports a run that does not fit, at the source that brings most patients, and one that comes to no end, at the
  /// pathway in which most of it is spent.
  ///
  /// - Returns: whether it fits.
  @discardableResult
  func check(_ model: ModelReading, scenario: ScenarioReading?, log: MistakeLog) -> Bool {
    let days = model.network.runInDays + horizonDays + drainDays
    var parts: [Part] = []
    for (fields, inflow) in zip(model.inflows, model.network.inflows) {
      let patients = model.network.expectedPatients(of: inflow, days: days)
      parts.append(Part(patients: patients, classes: inflow.classes, fields: fields, key: inflow.writtenKey))
    }
    for (fields, group) in zip(model.groupsAtStart, model.network.presentAtStart) {
      let patients = Double(model.network.patientCount(group))
      parts.append(
        Part(patients: patients, classes: [(group.patientClass, 1)], fields: fields, key: nil))
    }
    if let reading = scenario {
      for (fields, stream) in zip(reading.streams, reading.scenario.streams) {
        let patients = reading.scenario.expectedPatients(of: stream)
        parts.append(
          Part(patients: patients, isCasualties: true, classes: stream.classes, fields: fields, key: nil))
      }
      for (fields, event) in zip(reading.events, reading.scenario.events) {
        let patients = reading.scenario.expectedPatients(of: event)
        parts.append(
          Part(patients: patients, isCasualties: true, classes: event.classes, fields: fields, key: nil))
      }
    }
    // Laws without a usable mean are reported by their own rule.
    parts.removeAll { !$0.patients.isFinite }
    let ends = checkSteps(parts, model, days: days, log: log)
    let patients = parts.reduce(0) { $0 + $1.patients }
    let casualties = parts.reduce(0) { $0 + ($1.isCasualties ? $1.patients : 0) }
    let gigabytes = PatientMemory.bytes(ordinary: patients - casualties, casualties: casualties) / 1e9
    guard gigabytes > memoryLimitGigabytes,
      let largest = parts.max(by: { $0.patients < $1.patients })
    else { return ends }
    let fields = largest.fields
    tell(
      "a run of \(plainText(days)) days would bring \(Self.words(patients)) patients, most of them from here, "
        + "and need up to \(Self.words(gigabytes)) GB; the limit is \(plainText(memoryLimitGigabytes)) GB",
      at: fields.place(of: largest.key ?? ""),
      path: largest.key.map { joined(fields.path, fields.writtenKey($0)) } ?? fields.path, in: log)
    return false
  }

  private func tell(_ sentence: String, at place: TextPlace, path: String, in log: MistakeLog) {
    let mistake = Mistake(at: place, path: path, sentence: sentence)
    if isSupposed {
      log.addTentatively(mistake, unlessOneBegins: "a run of ")
    } else {
      log.add(mistake)
    }
  }

  private func checkSteps(
    _ parts: [Part], _ model: ModelReading, days: Double, log: MistakeLog
  ) -> Bool {
    let network = model.network
    // What could not be read, or has no end at all, is reported by its own rule.
    let own = network.pathways.indices.map { place in
      let steps = network.expectedSteps(of: network.pathways[place], hours: days * 24)
      return model.isWholePathway[place] && steps.isFinite ? steps : 0
    }
    // What is ordered goes through steps too.
    let each = network.pathways.indices.map { place in
      network.pathways[place].orders.reduce(own[place]) { sum, order in
        let pathway = network.classes.indices.contains(order) ? network.classes[order].pathway : -1
        return sum + (own.indices.contains(pathway) ? own[pathway] : 0)
      }
    }
    var steps = each.map { _ in 0.0 }
    for part in parts {
      for (patientClass, share) in part.classes where network.classes.indices.contains(patientClass) {
        let pathway = network.classes[patientClass].pathway
        if steps.indices.contains(pathway) { steps[pathway] += part.patients * share * each[pathway] }
      }
    }
    let all = steps.reduce(0, +)
    guard all > Self.mostSteps, let longest = steps.indices.max(by: { steps[$0] < steps[$1] }) else {
      return true
    }
    let fields = model.pathways[longest]
    tell(
      "a run of \(plainText(days)) days would take patients through some \(Self.words(all)) steps, most of them here, "
        + "a patient through \(Self.words(each[longest])); at most \(Self.words(Self.mostSteps)) in all: make a way out "
        + "likelier, or the stays longer",
      at: fields.place(of: "steps"), path: joined(fields.path, "steps"), in: log)
    return false
  }

  /// A large number a person can read: 12,300,000 or 1.2e+30; one decimal below 1,000.
  static func words(_ value: Double) -> String {
    guard value.isFinite else { return "infinitely many" }
    guard value < 1e15 else {
      var (mantissa, exponent) = (value, 0)
      while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
      return "\(plainText((mantissa * 10).rounded() / 10))e\(exponent)"
    }
    if value < 0.1 { return plainText((value * 1e6).rounded() / 1e6) }
    if value < 1_000, value != value.rounded() { return plainText((value * 10).rounded() / 10) }
    return grouped(Int(value.rounded()))
  }
}

extension Inflow {
  /// The key that says how many come.
  fileprivate var writtenKey: String {
    switch process {
    case .pulse: "pulse"
    case .renewal: "gaps"
    case .appointments: "appointments"
    case .expectedByDay: "expected_by_day_column"
    case .observedByDay: "observed_by_day_column"
    case .poisson:
      switch ratePerDay {
      case .fixed: "rate"
      case .column: "rate_per_day_column"
      }
    }
  }
}
