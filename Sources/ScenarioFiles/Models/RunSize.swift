import CareModel
import RandomStreams

/// How large a run can become: its length, and the patients it would hold if none ever left.
struct RunSize {
  let horizonDays: Double
  let drainDays: Double
  let memoryLimitGigabytes: Double

  /// Bytes of a patient with its events, rounded up.
  static let bytesPerPatient = 200.0
  /// Longest run of the clock, 2^52 microseconds, in days.
  static let longestDays = 4_503_599_627.0 / 86_400

  private struct Part {
    let patients: Double
    let fields: any CheckedFields
    let key: String?
  }

  /// Reports a run that does not fit, at the source that brings most patients.
  ///
  /// - Returns: whether it fits.
  @discardableResult
  func check(_ model: ModelReading, scenario: ScenarioReading?, log: MistakeLog) -> Bool {
    let days = model.network.runInDays + horizonDays + drainDays
    var parts: [Part] = []
    for (fields, inflow) in zip(model.inflows, model.network.inflows) {
      let patients = model.network.expectedPatients(of: inflow, days: days)
      parts.append(Part(patients: patients, fields: fields, key: inflow.writtenKey))
    }
    for (fields, group) in zip(model.groupsAtStart, model.network.presentAtStart) {
      parts.append(Part(patients: Double(model.network.patientCount(group)), fields: fields, key: nil))
    }
    if let reading = scenario {
      for (fields, stream) in zip(reading.streams, reading.scenario.streams) {
        parts.append(
          Part(patients: reading.scenario.expectedPatients(of: stream), fields: fields, key: nil))
      }
      for (fields, event) in zip(reading.events, reading.scenario.events) {
        parts.append(Part(patients: reading.scenario.expectedPatients(of: event), fields: fields, key: nil))
      }
    }
    // Laws without a usable mean are reported by their own rule.
    parts.removeAll { !$0.patients.isFinite }
    let patients = parts.reduce(0) { $0 + $1.patients }
    let gigabytes = patients * Self.bytesPerPatient / 1e9
    guard gigabytes > memoryLimitGigabytes,
      let largest = parts.max(by: { $0.patients < $1.patients })
    else { return true }
    let fields = largest.fields
    log.add(
      "a run of \(plainText(days)) days would bring \(Self.words(patients)) patients, most of them from here, "
        + "and need up to \(Self.words(gigabytes)) GB; the limit is \(plainText(memoryLimitGigabytes)) GB",
      at: fields.place(of: largest.key ?? ""),
      path: largest.key.map { joined(fields.path, fields.writtenKey($0)) } ?? fields.path)
    return false
  }

  /// A large number a person can read: 12,300,000 or 1.2e+30; one decimal below 1,000.
  static func words(_ value: Double) -> String {
    guard value.isFinite, value < 1e15 else { return value.isFinite ? "\(value)" : "infinitely many" }
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
