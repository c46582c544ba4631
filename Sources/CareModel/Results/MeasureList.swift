/// The columns that trials of a network have: a function of the network alone.
public struct MeasureList: Sendable {
  /// Figures of a trial, nation-wide.
  public let national: [MeasureDefinition]
  /// Figures by region and day.
  public let regional: [MeasureDefinition]
  /// Unit kinds that patients queue for.
  public let queuedKinds: [Int]

  /// The measures of `network`.
  public init(_ network: CareNetwork) {
    let kinds = network.unitKinds
    queuedKinds = kinds.indices.filter { kinds[$0].whenFull == .queue }
    var list: [MeasureDefinition] = []
    func add(_ id: String, _ unit: String, _ text: String) {
      list.append(MeasureDefinition(id: id, unit: unit, text: text))
    }
    add("arrivals_patients", "patients", "Patients who arrived from day 0 to the horizon.")
    add("casualties_patients", "patients", "Casualties who arrived alive from day 0 to the horizon.")
    add("deaths_by_horizon_patients", "patients", "Deaths in the network by the horizon.")
    add(
      "deaths_after_drain_patients", "patients",
      "Deaths from day 0 to the end of the drain, of all who arrived before the horizon, in the run-in too.")
    add(
      "casualty_deaths_by_horizon_patients", "patients", "Deaths of casualties by the horizon.")
    add(
      "casualty_deaths_after_drain_patients", "patients",
      "Deaths of casualties from day 0 to the end of the drain, of all who arrived before the horizon.")
    for cause in DeathCause.allCases { add(cause.measure, "patients", cause.text) }
    for kind in queuedKinds {
      let unit = kinds[kind]
      for group in ["casualty", "ordinary"] {
        let id = "\(unit.columnName)_\(group)"
        add(
          "\(id)_wait_restricted_mean_hours", "hours",
          "Mean wait for \(unit.title) of \(group) patients up to 14 days, or to the days of the drain where they are fewer, kept in half-hours: by a life table, to which those who die or leave are lost. No value without a drain."
        )
        add(
          "\(id)_within_target_share", "share",
          "Share of \(group) patients who got \(unit.title) within \(unit.waitTargetHours) h of asking.")
        add(
          "\(id)_waiting_at_horizon_patients", "patients",
          "Cohort \(group) patients waiting for \(unit.title) at the horizon.")
        add(
          "\(id)_died_waiting_patients", "patients",
          "Cohort \(group) patients who died while waiting for \(unit.title) or on the way to it.")
      }
    }
    for unit in kinds {
      add(
        "\(unit.columnName)_occupied_mean_beds", "beds",
        "Mean places of \(unit.title) in use from day 0 to the horizon.")
      add(
        "\(unit.columnName)_occupancy_share", "share",
        "The same, per staffed place.")
      add(
        "\(unit.columnName)_over_staffed_per_100", "1",
        "Mean patients beyond the staffed places of their unit, per 100 staffed places.")
      add(
        "\(unit.columnName)_waiting_mean_patients", "patients",
        "Mean patients waiting for \(unit.title) from day 0 to the horizon.")
      add(
        "\(unit.columnName)_over_capacity_region_days", "days",
        "Region-days to the horizon whose mean use exceeded the staffed places of \(unit.title).")
      add(
        "\(unit.columnName)_starts_per_week", "1", "Stays begun in \(unit.title) a week.")
      add(
        "\(unit.columnName)_planned_starts_per_week", "1",
        "Stays of planned patients begun in \(unit.title) a week.")
      add(
        "\(unit.columnName)_moved_share", "share",
        "Patients whom a vehicle brought to another hospital for \(unit.title), for each stay begun.")
    }
    add(
      "hospital_beds_needed_per_day", "1", "Patients who came to need their first hospital bed, a day.")
    add("hospital_admissions_per_day", "1", "Patients who got their first hospital bed, a day.")
    add("postponed_patients", "patients", "Planned patients postponed by the horizon.")
    add("backlog_at_horizon_patients", "patients", "Planned patients on the list at the horizon.")
    add("backlog_after_drain_patients", "patients", "Planned patients on the list after the drain.")
    add("called_in_patients", "patients", "Postponed patients called in by the horizon.")
    add(
      "postponed_to_emergency_patients", "patients",
      "Postponed patients who became emergencies by the horizon.")
    add("transfers_patients", "patients", "Patients moved to another region by the horizon.")
    add(
      "moves_within_region_patients", "patients",
      "Patients who left with a vehicle for another facility of their region by the horizon.")
    add(
      "move_delay_mean_hours", "hours",
      "Mean hours from asking for a vehicle to being handed over, of those who left with one.")
    add("evacuated_patients", "patients", "Patients flown to allies by the horizon.")
    add("evacuation_flights", "1", "Evacuation flights flown by the end of the run.")
    add("refused_patients", "patients", "Patients turned away by the horizon.")
    add(
      "discharge_ready_bed_days", "days",
      "Bed-days to the horizon of discharge-ready patients in hospital beds that are not intensive care.")
    add("discharge_ready_share", "share", "The same, per staffed bed-day of those beds.")
    for fleet in network.fleets {
      add(
        "\(fleet.id.replacingDashes)_away_share", "share",
        "Share of time from day 0 to the end of the run that a vehicle of \(fleet.title) is away; one that is lost counts on as a vehicle at home."
      )
      add(
        "\(fleet.id.replacingDashes)_trips", "1",
        "Trips of \(fleet.title) by the end of the run, without those on which the vehicle was lost.")
    }
    for measure in network.measures {
      let definition = measure.quantity.definition
      let scope = measure.scope(in: network)
      add(measure.id, definition.unit, scope.isEmpty ? definition.text : "\(definition.text) \(scope)")
    }
    national = list

    list = []
    add("arrivals_patients", "patients", "Patients who arrived on the day.")
    add("casualties_patients", "patients", "Casualties who arrived alive on the day.")
    add("admissions_patients", "patients", "Patients who got their first hospital bed on the day.")
    add("deaths_patients", "patients", "Deaths on the day of patients who arrived before the horizon.")
    add("casualty_deaths_patients", "patients", "Deaths of casualties, of those.")
    add("postponed_backlog_patients", "patients", "Planned patients on the list at midnight.")
    add("transfers_in_patients", "patients", "Patients received from other regions on the day.")
    add("transfers_out_patients", "patients", "Patients sent to other regions on the day.")
    add("evacuated_patients", "patients", "Patients flown to allies on the day.")
    add(
      "discharge_ready_mean_patients", "patients",
      "Mean discharge-ready patients in hospital beds that are not intensive care.")
    for unit in kinds {
      add("\(unit.columnName)_occupied_mean_beds", "beds", "Mean places of \(unit.title) in use.")
      add("\(unit.columnName)_waiting_mean_patients", "patients", "Mean patients waiting for \(unit.title).")
    }
    for stock in network.stocks {
      let name = "stock_\(stock.id.replacingDashes)"
      add("\(name)_level", "1", "\(stock.title) left at midnight.")
      add("\(name)_used", "1", "\(stock.title) used on the day.")
      add("\(name)_short", "1", "Uses of \(stock.title) that went without on the day.")
      add(
        "\(name)_ran_out", "1",
        "1 on a day on which \(stock.title) did not suffice: a use went without, a patient was turned away for want of it, or one waited for it while a place was free; else 0. Its mean is the probability."
      )
      if stock.shelfLifeDays != nil {
        add("\(name)_wasted", "1", "\(stock.title) thrown away, too old, on the day.")
      }
    }
    if !network.fleets.isEmpty {
      add(Self.transportWaiting, "patients", "Mean patients waiting for a vehicle to another facility.")
    }
    regional = list
  }

  /// Name of the regional measure of patients who wait for a vehicle; absent in a model without fleets.
  public static let transportWaiting = "transport_waiting_mean_patients"

  /// Place of a national measure, or nil.
  public func nationalIndex(of id: String) -> Int? { national.firstIndex { $0.id == id } }

  /// Place of a regional measure, or nil.
  public func regionalIndex(of id: String) -> Int? { regional.firstIndex { $0.id == id } }
}

/// In what state a patient died.
public enum DeathCause: Int, CaseIterable, Sendable {
  /// A casualty before the first stay began.
  case woundsBeforeTreatment
  /// A casualty in a later queue.
  case woundsWaiting
  /// A casualty on the way between facilities.
  case woundsInTransit
  /// A casualty in a stay.
  case woundsInTreatment
  /// An ordinary patient in a queue.
  case ordinaryWaiting
  /// An ordinary patient elsewhere in the network.
  case ordinaryOtherwise
  /// A postponed patient.
  case postponed

  /// Column name.
  public var measure: String {
    switch self {
    case .woundsBeforeTreatment: "deaths_wounds_before_treatment_patients"
    case .woundsWaiting: "deaths_wounds_waiting_patients"
    case .woundsInTransit: "deaths_wounds_in_transit_patients"
    case .woundsInTreatment: "deaths_wounds_in_treatment_patients"
    case .ordinaryWaiting: "deaths_ordinary_waiting_patients"
    case .ordinaryOtherwise: "deaths_ordinary_otherwise_patients"
    case .postponed: "deaths_postponed_patients"
    }
  }

  /// Definition.
  public var text: String {
    switch self {
    case .woundsBeforeTreatment: "Casualties who died in the first queue, before any treatment."
    case .woundsWaiting: "Casualties who died while waiting for a further unit or for a vehicle."
    case .woundsInTransit: "Casualties who died between facilities."
    case .woundsInTreatment: "Casualties who died in a stay."
    case .ordinaryWaiting: "Ordinary patients who died while waiting."
    case .ordinaryOtherwise: "Ordinary patients who died otherwise."
    case .postponed: "Planned patients who died on the list of the postponed."
    }
  }

  var column: DayCount {
    switch self {
    case .woundsBeforeTreatment: .diedBeforeTreatment
    case .woundsWaiting: .diedWaiting
    case .woundsInTransit: .diedInTransit
    case .woundsInTreatment: .diedInTreatment
    case .ordinaryWaiting: .ordinaryDiedWaiting
    case .ordinaryOtherwise: .ordinaryDiedOtherwise
    case .postponed: .diedPostponed
    }
  }
}

extension CareNetwork {
  /// Kinds of unit that discharge-ready patients are counted in: hospital beds that are not intensive care.
  var dischargeKinds: [Int] {
    unitKinds.indices.filter { unitKinds[$0].isHospitalBed && !unitKinds[$0].isIntensiveCare }
  }
}

extension UnitKind {
  /// The identifier as part of a column name.
  public var columnName: String { id.replacingDashes }
}

extension String {
  var replacingDashes: String { String(map { $0 == "-" ? "_" : $0 }) }
}
