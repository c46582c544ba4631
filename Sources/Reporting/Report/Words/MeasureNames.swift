/// What measures are called on pages: those that every model has, those of its kinds of unit, and those it declares.
package struct MeasureNames: Sendable {
  private let record: RunRecord

  package init(_ record: RunRecord) { self.record = record }

  /// A heading for a measure; of one that a model declares its title, else the words of its id.
  package func name(of id: String) -> LocalText {
    if let known = Self.fixed[id] { return known(record) }
    for kind in record.unitKinds.sorted(by: { $0.column.count > $1.column.count })
    where id.hasPrefix("\(kind.column)_") {
      if let ending = Self.ofKinds[String(id.dropFirst(kind.column.count + 1))] {
        let title = record.words(kind.title)
        return LocalText(sv: "\(title.sv): \(ending.sv)", en: "\(title.en): \(ending.en)")
      }
    }
    if let title = record.nationalMeasures.first(where: { $0.id == id })?.title, !title.isEmpty {
      return record.words(title)
    }
    let words = id.split(separator: "_").joined(separator: " ")
    return record.words(words.prefix(1).uppercased() + words.dropFirst())
  }

  /// A unit as a page says it; empty for plain numbers and shares.
  package func unit(_ unit: String) -> LocalText {
    switch unit {
    case "patients": LocalText(sv: "patienter", en: "patients")
    case "hours": LocalText(sv: "timmar", en: "hours")
    case "days": LocalText(sv: "dygn", en: "days")
    case "beds": LocalText(sv: "platser", en: "places")
    default: LocalText("")
    }
  }

  private static let fixed: [String: @Sendable (RunRecord) -> LocalText] = [
    "arrivals_patients": { _ in LocalText(sv: "Patienter som kom", en: "Patients who came") },
    "casualties_patients": { _ in
      LocalText(sv: "Skadade som kom levande", en: "Casualties who arrived alive")
    },
    "deaths_by_horizon_patients": {
      LocalText(sv: "Döda till dag \($0.horizonDays)", en: "Deaths by day \($0.horizonDays)")
    },
    "deaths_after_drain_patients": {
      LocalText(sv: "Döda till dag \($0.lastDay)", en: "Deaths by day \($0.lastDay)")
    },
    "casualty_deaths_by_horizon_patients": {
      LocalText(
        sv: "Döda bland skadade till dag \($0.horizonDays)",
        en: "Deaths of casualties by day \($0.horizonDays)")
    },
    "casualty_deaths_after_drain_patients": {
      LocalText(
        sv: "Döda bland skadade till dag \($0.lastDay)", en: "Deaths of casualties by day \($0.lastDay)")
    },
    "hospital_beds_needed_per_day": { _ in
      LocalText(sv: "Behov av vårdplats, patienter per dygn", en: "Patients in need of a bed, a day")
    },
    "hospital_admissions_per_day": { _ in
      LocalText(sv: "Inskrivningar per dygn", en: "Admissions a day")
    },
    "postponed_patients": { _ in
      LocalText(sv: "Uppskjutna planerade patienter", en: "Planned patients postponed")
    },
    "backlog_at_horizon_patients": {
      LocalText(
        sv: "På väntelistan dag \($0.horizonDays)", en: "On the list of the postponed, day \($0.horizonDays)")
    },
    "backlog_after_drain_patients": {
      LocalText(sv: "På väntelistan dag \($0.lastDay)", en: "On the list of the postponed, day \($0.lastDay)")
    },
    "called_in_patients": { _ in LocalText(sv: "Kallade från väntelistan", en: "Called in from the list") },
    "postponed_to_emergency_patients": { _ in
      LocalText(sv: "Uppskjutna som blev akuta", en: "Postponed who became emergencies")
    },
    "transfers_patients": {
      LocalText(
        sv: "Flyttade till annan region till dag \($0.horizonDays)",
        en: "Moved to another region by day \($0.horizonDays)")
    },
    "moves_within_region_patients": { _ in
      LocalText(sv: "Flyttade inom regionen", en: "Moved within the region")
    },
    "move_delay_mean_hours": { _ in
      LocalText(
        sv: "Timmar från beställd transport till överlämning, medel",
        en: "Hours from asking for a vehicle to handing over, mean")
    },
    "evacuated_patients": { record in
      let day = record.horizonDays
      return record.regions.count == 1
        ? LocalText(sv: "Evakuerade till dag \(day)", en: "Evacuated by day \(day)")
        : LocalText(
          sv: "Evakuerade till allierade till dag \(day)", en: "Evacuated to allies by day \(day)")
    },
    "evacuation_flights": { _ in LocalText(sv: "Evakueringsflyg", en: "Evacuation flights") },
    "refused_patients": { _ in LocalText(sv: "Avvisade", en: "Turned away") },
    "discharge_ready_bed_days": { _ in
      LocalText(sv: "Vårddygn för utskrivningsklara", en: "Bed-days of discharge-ready patients")
    },
    "discharge_ready_share": { _ in
      LocalText(sv: "Utskrivningsklara, andel av vårddygn", en: "Discharge-ready, share of bed-days")
    },
    "deaths_wounds_before_treatment_patients": { _ in
      LocalText(sv: "Skadade, före första behandling", en: "Casualties, before any treatment")
    },
    "deaths_wounds_waiting_patients": { _ in
      LocalText(
        sv: "Skadade, i väntan på nästa steg eller på transport",
        en: "Casualties, waiting for a further step or for a vehicle")
    },
    "deaths_wounds_in_transit_patients": { _ in
      LocalText(sv: "Skadade, under transport", en: "Casualties, on the way")
    },
    "deaths_wounds_in_treatment_patients": { _ in
      LocalText(sv: "Skadade, under vård", en: "Casualties, in care")
    },
    "deaths_ordinary_waiting_patients": { _ in
      LocalText(sv: "Övriga patienter, i väntan", en: "Other patients, waiting")
    },
    "deaths_ordinary_otherwise_patients": { _ in
      LocalText(sv: "Övriga patienter, i vård", en: "Other patients, otherwise")
    },
    "deaths_postponed_patients": { _ in
      LocalText(sv: "Uppskjutna planerade patienter", en: "Postponed planned patients")
    },
    "transport_waiting_mean_patients": { _ in
      LocalText(sv: "Väntar på transport", en: "Waiting for transport")
    },
    "postponed_backlog_patients": { _ in
      LocalText(sv: "Uppskjuten planerad vård", en: "Postponed planned care")
    },
  ]

  private static let ofKinds: [String: LocalText] = [
    "casualty_wait_restricted_mean_hours": LocalText(
      sv: "skadades väntan, timmar", en: "casualties' wait, hours"),
    "ordinary_wait_restricted_mean_hours": LocalText(
      sv: "övriga patienters väntan, timmar", en: "other patients' wait, hours"),
    "casualty_within_target_share": LocalText(
      sv: "skadade inom målet, andel", en: "casualties within the target, share"),
    "ordinary_within_target_share": LocalText(
      sv: "övriga inom målet, andel", en: "others within the target, share"),
    "casualty_waiting_at_horizon_patients": LocalText(
      sv: "skadade som väntar vid slutet", en: "casualties waiting at the end"),
    "ordinary_waiting_at_horizon_patients": LocalText(
      sv: "övriga som väntar vid slutet", en: "others waiting at the end"),
    "casualty_died_waiting_patients": LocalText(
      sv: "skadade som dog i väntan", en: "casualties who died waiting"),
    "ordinary_died_waiting_patients": LocalText(
      sv: "övriga som dog i väntan", en: "others who died waiting"),
    "occupied_mean_beds": LocalText(sv: "belagda platser, medel", en: "places in use, mean"),
    "occupancy_share": LocalText(sv: "beläggningsgrad", en: "occupancy"),
    "over_staffed_per_100": LocalText(
      sv: "överbeläggningar per 100 bemannade platser", en: "patients beyond staffed places, per 100"),
    "waiting_mean_patients": LocalText(sv: "väntande, medel", en: "waiting, mean"),
    "over_capacity_region_days": LocalText(
      sv: "regiondygn över bemannade platser", en: "region-days beyond staffed places"),
    "starts_per_week": LocalText(sv: "vårdtillfällen per vecka", en: "stays begun a week"),
    "planned_starts_per_week": LocalText(
      sv: "planerade vårdtillfällen per vecka", en: "planned stays begun a week"),
    "moved_share": LocalText(sv: "andel flyttade för platsbrist", en: "share moved for lack of room"),
  ]
}
