/// One casualty as those who take over care hear of it. A simulated patient: no name and no identity number.
public struct CasualtyCard: Sendable, Equatable {
  /// Label in the exercise, such as `ÖVN-0042`.
  public var id: String
  /// Name of the stream that brought the patient; with ``ordinal`` it finds the patient again in any run.
  public var stream: String
  /// Number within the stream.
  public var ordinal: Int
  /// Code of the region where the patient was hurt.
  public var region: String
  /// Id of the facility where the patient is brought; empty when none yet.
  public var facility: String
  /// When the patient was hurt, in whole minutes since day 0 began.
  public var injuredMinute: Int
  /// When the patient arrived at ``facility``; nil when that is not known yet.
  public var arrivalMinute: Int?
  /// Id of the patient class.
  public var patientClass: String
  /// Name of the patient class.
  public var patientClassTitle: LocalText
  /// Category at triage.
  public var triage: TriageCategory
  /// New injury severity score, 1 to 75; nil when not injured or not scored.
  public var severityScore: Int?
  /// Mechanism, injuries, signs and treatment.
  public var report: MechanismReport
  /// Vital signs in order of time.
  public var vitalSigns: [VitalSigns]

  /// A card.
  public init(
    id: String, stream: String, ordinal: Int, region: String, facility: String = "", injuredMinute: Int,
    arrivalMinute: Int? = nil, patientClass: String, patientClassTitle: LocalText, triage: TriageCategory,
    severityScore: Int? = nil, report: MechanismReport, vitalSigns: [VitalSigns] = []
  ) {
    self.id = id
    self.stream = stream
    self.ordinal = ordinal
    self.region = region
    self.facility = facility
    self.injuredMinute = injuredMinute
    self.arrivalMinute = arrivalMinute
    self.patientClass = patientClass
    self.patientClassTitle = patientClassTitle
    self.triage = triage
    self.severityScore = severityScore
    self.report = report
    self.vitalSigns = vitalSigns
  }
}

/// Triage categories of NATO's AJP-4.10: the order in which casualties are treated.
public enum TriageCategory: String, Sendable, CaseIterable {
  /// Immediate.
  case immediate = "T1"
  /// Urgent.
  case urgent = "T2"
  /// Can wait.
  case minor = "T3"
  /// Expectant.
  case expectant = "T4"
}

/// MIST: how a casualty is handed over.
public struct MechanismReport: Sendable, Equatable {
  /// Mechanism of injury.
  public var mechanism: LocalText
  /// Injuries found.
  public var injuries: LocalText
  /// Signs and symptoms.
  public var signs: LocalText
  /// Treatment given.
  public var treatment: LocalText

  /// A report.
  public init(mechanism: LocalText, injuries: LocalText, signs: LocalText, treatment: LocalText) {
    self.mechanism = mechanism
    self.injuries = injuries
    self.signs = signs
    self.treatment = treatment
  }
}

/// Vital signs of one moment; what was not measured is nil.
public struct VitalSigns: Sendable, Equatable {
  /// When measured, in whole minutes since day 0 began.
  public var minute: Int
  /// Breaths per minute.
  public var respiratoryRate: Int?
  /// Oxygen saturation by pulse oximetry, in per cent.
  public var oxygenSaturation: Int?
  /// Heart beats per minute.
  public var heartRate: Int?
  /// Systolic blood pressure in mmHg.
  public var systolicPressure: Int?
  /// Level of consciousness.
  public var consciousness: Consciousness?
  /// Body temperature in tenths of a degree Celsius: 365 is 36.5 °C.
  public var temperatureTenths: Int?

  /// Vital signs.
  public init(
    minute: Int, respiratoryRate: Int? = nil, oxygenSaturation: Int? = nil, heartRate: Int? = nil,
    systolicPressure: Int? = nil, consciousness: Consciousness? = nil, temperatureTenths: Int? = nil
  ) {
    self.minute = minute
    self.respiratoryRate = respiratoryRate
    self.oxygenSaturation = oxygenSaturation
    self.heartRate = heartRate
    self.systolicPressure = systolicPressure
    self.consciousness = consciousness
    self.temperatureTenths = temperatureTenths
  }
}

/// Level of consciousness by ACVPU, as NEWS2 has it.
public enum Consciousness: String, Sendable, CaseIterable {
  /// Alert.
  case alert = "A"
  /// New confusion.
  case confused = "C"
  /// Responds to voice.
  case voice = "V"
  /// Responds to pain.
  case pain = "P"
  /// Unresponsive.
  case unresponsive = "U"
}
