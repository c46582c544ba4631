import CareModel

/// Words of a situation picture, as a Swedish staff says them and in English.
package enum SituationWords {
  static let available = LocalText(sv: "Disponibla platser", en: "Available places")
  static let occupied = LocalText(sv: "Belagda platser", en: "Occupied places")
  static let free = LocalText(sv: "Lediga platser", en: "Free places")
  static let freeShare = LocalText(sv: "Ledig kapacitet", en: "Free capacity")
  static let over = LocalText(sv: "Överbeläggningar", en: "Patients beyond the available places")
  static let waiting = LocalText(sv: "Väntar på plats", en: "Waiting for a place")
  static let inPlaces = LocalText(sv: "Patienter på enheten", en: "Patients in the unit")
  static let dischargeGroup = LocalText(sv: "Utskrivning", en: "Discharge")
  static let dischargeReady = LocalText(
    sv: "Utskrivningsklara patienter kvar på sjukhus", en: "Discharge-ready patients still in hospital")
  static let planned = LocalText(sv: "Planerad vård", en: "Planned care")
  static let plannedLevel = LocalText(
    sv: "Planerad vård, andel av normal vecka", en: "Planned care, share of a normal week")
  static let postponed = LocalText(
    sv: "Uppskjutna senaste sju dygnen", en: "Postponed in the last seven days")
  static let list = LocalText(sv: "Uppskjutna som väntar", en: "Postponed and waiting")
  static let vehicleQueue = LocalText(
    sv: "Patienter som väntar på transport", en: "Patients waiting for transport")
  static let freeVehicles = LocalText(sv: "Lediga fordon", en: "Free vehicles")
  static let vehicles = LocalText(sv: "Fordon", en: "Vehicles")
  static let stockLevel = LocalText(sv: "Kvar i lager", en: "Left in stock")
  static let daysAtNormalUse = LocalText(
    sv: "Räcker vid normal förbrukning, dygn", en: "Lasts at normal use, days")
  static let daysAtCurrentUse = LocalText(
    sv: "Räcker vid nuvarande förbrukning, dygn", en: "Lasts at current use, days")
  static let staff = LocalText(sv: "Personal på plats", en: "Staff present")
  static let lastDay = LocalText(sv: "Senaste dygnet", en: "Last 24 hours")
  static let casualtiesReceived = LocalText(sv: "Mottagna skadade", en: "Casualties received")
  static let casualtyDeaths = LocalText(sv: "Avlidna skadade", en: "Casualties who died")
  static let deaths = LocalText(sv: "Avlidna, alla patienter", en: "Deaths, all patients")
  static let sent = LocalText(sv: "Flyttade till annan region", en: "Moved to another region")
  static let received = LocalText(sv: "Mottagna från annan region", en: "Received from another region")
  static let evacuated = LocalText(
    sv: "Evakuerade till vård utomlands", en: "Evacuated to care abroad")

  /// A kind of unit: by what it is where only one kind is that, else as the model calls it.
  static func kind(_ kind: Int, of network: CareNetwork, _ word: (String) -> LocalText) -> LocalText {
    let unit = network.unitKinds[kind]
    // Where the model's own words are translated they are what its people say.
    let own = word(unit.title)
    if own != LocalText(unit.title), !unit.isHospitalBed { return own }
    let municipal = network.municipalKinds
    if municipal.contains(kind) {
      return municipal.count == 1
        ? LocalText(sv: "Kommunal korttidsvård", en: unit.title) : own
    }
    let alike = network.unitKinds.indices.filter {
      network.unitKinds[$0].isHospitalBed == unit.isHospitalBed
        && network.unitKinds[$0].isIntensiveCare == unit.isIntensiveCare && !municipal.contains($0)
    }
    guard unit.isHospitalBed, alike.count == 1 else { return own }
    return unit.isIntensiveCare
      ? LocalText(sv: "Intensivvård (IVA)", en: "Intensive care")
      : LocalText(sv: "Vårdplatser, ej IVA", en: "Hospital beds, not intensive care")
  }

  /// A report that figures come with.
  static func report(_ report: SituationReportKind) -> LocalText {
    switch report {
    case .intensiveCare: LocalText(sv: "Intensivvård", en: "Intensive care")
    case .wards: LocalText(sv: "Vårdplatser", en: "Hospital beds")
    case .otherUnits:
      LocalText(sv: "Akutmottagning, operation och övriga", en: "Emergency, theatres and others")
    case .municipalCare: LocalText(sv: "Utskrivning och kommunal vård", en: "Discharge and municipal care")
    case .plannedCare: LocalText(sv: "Planerad vård", en: "Planned care")
    case .transport: LocalText(sv: "Sjuktransporter", en: "Patient transport")
    case .stocks: LocalText(sv: "Lager", en: "Stocks")
    case .staff: LocalText(sv: "Personal", en: "Staff")
    case .casualties: LocalText(sv: "Skadade, avlidna och flyttar", en: "Casualties, deaths and moves")
    case .preparedness: LocalText(sv: "Beredskapsläge", en: "Preparedness")
    }
  }
}
