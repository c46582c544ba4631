/// The log of patients' events in the columns that vidigi reads (`run_number`, `entity_id`, `pathway`, `event_type`,
/// `event`, `time`, `resource_id`) with region and facility after them.
public enum PatientLog {
  /// `patient_log.csv`: rows in order of time; rows of one time keep their order.
  ///
  /// - Parameters:
  ///   - rows: events of one replication.
  ///   - replication: its number: column `run_number`.
  /// - Complexity: O(n log n).
  public static func file(_ rows: [PatientLogRow], replication: Int) -> ExchangeFile {
    let order = rows.indices.sorted { (rows[$0].minute, $0) < (rows[$1].minute, $1) }
    return table(replication).file(order.map { rows[$0] })
  }

  private static func table(_ replication: Int) -> ExchangeTable<PatientLogRow> {
    ExchangeTable(
      name: "patient_log", title: "Patients' events",
      text: "One row for each event of a patient who arrived from day 0 on.",
      columns: [
        .init(name: "run_number", kind: .whole, text: "Replication.") { _ in "\(replication)" },
        .init(name: "entity_id", kind: .text, text: "Patient.") { $0.entity },
        .init(name: "pathway", kind: .text, text: "Pathway.") { $0.pathway },
        .init(
          name: "event_type", kind: .text, text: "Kind of event.",
          words: PatientEventType.allCases.map(\.rawValue)
        ) { $0.type.rawValue },
        .init(name: "event", kind: .text, text: "Event.") { $0.event },
        .init(name: "time", kind: .number, text: "Time since day 0 began.", unit: "min") {
          minutes($0.minute)
        },
        .init(name: "resource_id", kind: .whole, text: "Number of the place within its unit.") {
          $0.resource.map { "\($0)" } ?? ""
        },
        .init(name: "region_code", kind: .text, text: "Region.") { $0.region },
        .init(name: "facility_id", kind: .text, text: "Facility.") { $0.facility },
      ], key: [])
  }

  /// Minutes with at most three decimals; empty when there are none.
  private static func minutes(_ value: Double) -> String {
    let scaled = (value * 1_000).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "" }
    let whole = Int(abs(scaled))
    let sign = scaled < 0 ? "-" : ""
    guard whole % 1_000 > 0 else { return "\(sign)\(whole / 1_000)" }
    var digits = "\(1_000 + whole % 1_000)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole / 1_000).\(digits)"
  }
}
