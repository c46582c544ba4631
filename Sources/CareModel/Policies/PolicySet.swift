/// The policies in force: one for each decision that the network acts on.
public struct PolicySet: Sendable {
  /// Planned care.
  public var admission: any AdmissionPolicy
  /// First destination.
  public var routing: any RoutingPolicy
  /// Moves between regions.
  public var transfer: any TransferPolicy
  /// Allied evacuation.
  public var evacuation: any EvacuationPolicy
  /// Extra beds.
  public var surge: any SurgePolicy
  /// Discharge.
  public var discharge: any DischargePolicy
  /// Queue order.
  public var triage: any TriagePolicy
  /// The national office.
  public var coordination: any CoordinationPolicy
  /// The built-in arm in which no queue exists: every request for a place or a vehicle is granted at once.
  public var isNoWait: Bool

  /// The policies in force.
  public init(
    admission: any AdmissionPolicy, routing: any RoutingPolicy, transfer: any TransferPolicy,
    evacuation: any EvacuationPolicy, surge: any SurgePolicy, discharge: any DischargePolicy,
    triage: any TriagePolicy, coordination: any CoordinationPolicy, isNoWait: Bool = false
  ) {
    self.admission = admission
    self.routing = routing
    self.transfer = transfer
    self.evacuation = evacuation
    self.surge = surge
    self.discharge = discharge
    self.triage = triage
    self.coordination = coordination
    self.isNoWait = isNoWait
  }
}
