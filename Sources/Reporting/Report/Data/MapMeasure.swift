/// A regional measure that maps show, by day.
package struct MapMeasure: Sendable {
  /// Name of the measure.
  package let measure: String
  /// What the map is called.
  package let title: LocalText
  /// What the number in a tile is.
  package let unit: LocalText
  /// Kind of unit whose staffed places a number is set against; nil for none.
  package let kind: RunRecord.UnitKind?

  /// Queues and places of the watched kinds, vehicles and postponed care, where the model has them.
  package static func all(_ record: RunRecord) -> [MapMeasure] {
    guard record.hasTileMap else { return [] }
    var list: [MapMeasure] = []
    func add(_ id: String, _ title: LocalText, kind: RunRecord.UnitKind? = nil, unit: LocalText) {
      guard record.regionalMeasures.contains(where: { $0.id == id }) else { return }
      list.append(MapMeasure(measure: id, title: title, unit: unit, kind: kind))
    }
    let patients = LocalText(sv: "patienter", en: "patients")
    for kind in record.shownKinds {
      let name = record.words(kind.title)
      if kind.isHospitalBed {
        add(
          "\(kind.column)_occupied_mean_beds",
          LocalText(sv: "\(name.sv): beläggning", en: "\(name.en): occupancy"), kind: kind,
          unit: LocalText(sv: "procent av bemannade platser", en: "per cent of staffed places"))
      }
      add(
        "\(kind.column)_waiting_mean_patients",
        LocalText(sv: "\(name.sv): väntande", en: "\(name.en): waiting"), unit: patients)
    }
    add(
      "transport_waiting_mean_patients",
      LocalText(sv: "Väntar på transport", en: "Waiting for transport"), unit: patients)
    add(
      "postponed_backlog_patients",
      LocalText(sv: "Uppskjuten planerad vård", en: "Postponed planned care"), unit: patients)
    return list
  }
}

extension RunRecord {
  /// Kinds that figures by day show: intensive care first, then hospital beds, then what else is watched.
  package var shownKinds: [UnitKind] {
    let watched = unitKinds.filter { $0.isWatched || $0.isHospitalBed }
    func rank(_ kind: UnitKind) -> Int { kind.isIntensiveCare ? 0 : kind.isHospitalBed ? 1 : 2 }
    return (0...2).flatMap { wanted in watched.filter { rank($0) == wanted } }
  }
}
