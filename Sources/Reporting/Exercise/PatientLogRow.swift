/// One event of one patient, as process viewers such as vidigi take them.
public struct PatientLogRow: Sendable, Equatable {
  /// Name of the patient, unique within a replication.
  public var entity: String
  /// Kind of event.
  public var type: PatientEventType
  /// What happened: `arrival`, `depart`, or the id of the unit that is waited for or used.
  public var event: String
  /// When, in minutes since day 0 began.
  public var minute: Double
  /// Number of the place within its unit, from 1, for ``PatientEventType/resourceUse`` and its end; else nil.
  public var resource: Int?
  /// Id of the pathway.
  public var pathway: String
  /// Code of the region.
  public var region: String
  /// Id of the facility; empty when in none.
  public var facility: String

  /// A row.
  public init(
    entity: String, type: PatientEventType, event: String, minute: Double, resource: Int? = nil,
    pathway: String = "", region: String = "", facility: String = ""
  ) {
    self.entity = entity
    self.type = type
    self.event = event
    self.minute = minute
    self.resource = resource
    self.pathway = pathway
    self.region = region
    self.facility = facility
  }
}

/// The kinds of event that vidigi knows.
public enum PatientEventType: String, Sendable, CaseIterable {
  /// Comes to the system or leaves it.
  case arrivalDeparture = "arrival_departure"
  /// Begins to wait.
  case queue
  /// Begins to use a place.
  case resourceUse = "resource_use"
  /// Ceases to use it.
  case resourceUseEnd = "resource_use_end"
}
