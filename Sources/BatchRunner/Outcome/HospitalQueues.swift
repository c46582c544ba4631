import CareModel

extension CareNetwork {
  /// Queued kinds of unit that stand in hospitals: at a facility with hospital beds.
  package var hospitalQueues: [Int] {
    var isHospital = [Bool](repeating: false, count: facilities.count)
    for unit in units where unitKinds[unit.kind].isHospitalBed { isHospital[unit.facility] = true }
    let hasHospitals = isHospital.contains(true)
    var stands = [Bool](repeating: false, count: unitKinds.count)
    for unit in units where isHospital[unit.facility] || !hasHospitals { stands[unit.kind] = true }
    return unitKinds.indices.filter { unitKinds[$0].whenFull == .queue && stands[$0] }
  }

  /// Staffed places of a kind in a region, or in all when `region` is nil.
  package func staffedPlaces(kind: Int, region: Int?) -> Int {
    units(ofKind: kind, inRegion: region).reduce(0) { $0 + $1.staffedBeds }
  }

  /// Whether a region, or any when `region` is nil, has a unit of a kind.
  func hasUnit(ofKind kind: Int, inRegion region: Int?) -> Bool {
    !units(ofKind: kind, inRegion: region).isEmpty
  }

  private func units(ofKind kind: Int, inRegion region: Int?) -> [CareUnit] {
    units.filter { $0.kind == kind && (region == nil || facilities[$0.facility].region == region) }
  }
}
