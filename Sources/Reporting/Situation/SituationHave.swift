public import CareModel

/// A situation picture as OASIS EDXL-HAVE 1.0: one `Hospital` for each facility with beds.
///
/// HAVE has no field for an exercise; every hospital's name and comment say so, as a comment at the head does. It has no
/// age of a single count either: `LastUpdateTime` is that of the oldest count of the hospital.
public enum SituationHave {
  /// The file; nil when nothing is known of any hospital, since the standard wants at least one.
  ///
  /// - Complexity: O(hospitals × measures).
  public static func xml(_ report: SituationReport, network: CareNetwork) -> String? {
    let clock = ExerciseClock(timeOrigin: report.origin.timeOrigin)
    let hospitals = report.areas(.hospital).compactMap { hospital($0, report, network, clock) }
    guard !hospitals.isEmpty else { return nil }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- SIMULERAT LÄGE, ÖVNING/ANALYS. SIMULATED, EXERCISE OR ANALYSIS. Status: Exercise. Nothing here was reported by a hospital. -->
      <HospitalStatus xmlns="urn:oasis:names:tc:emergency:EDXL:HAVE:1.0" xmlns:xpil="urn:oasis:names:tc:ciq:xpil:3" xmlns:xnl="urn:oasis:names:tc:ciq:xnl:3" xmlns:gml="http://www.opengis.net/gml" xmlns:geo-oasis="urn:oasis:names:tc:emergency:EDXL:HAVE:1.0:geo-oasis">
      \(hospitals.joined())</HospitalStatus>

      """
  }

  private static func hospital(
    _ area: SituationArea, _ report: SituationReport, _ network: CareNetwork, _ clock: ExerciseClock
  ) -> String? {
    guard let facility = area.facility else { return nil }
    let place = network.facilities[facility]
    let region = network.regions[place.region]
    var beds = ""
    var cutOffs: [Int] = []
    for (kind, bedType) in network.haveBedTypes {
      let key = network.unitKinds[kind].columnName
      guard let index = report.measure("\(key)_available_places"), let available = area.figures[index],
        let count = available.value,
        let free = area.value(report.measure("\(key)_free_places"))
      else { continue }
      cutOffs.append(available.oldestCutOffHour)
      let time = clock.local(available.cutOffHour * 60)
      beds += """
            <BedCapacity>
             <BedType>\(bedType)</BedType>
             <Capacity>
              <CapacityStatus>\(free > 0 ? "Vacant/Available" : "NotAvailable")</CapacityStatus>
              <AvailableCount>\(Int(free))</AvailableCount>
              <BaselineCount>\(Int(count))</BaselineCount>
             </Capacity>
             <CommentText>\(Markup.escaped(network.unitKinds[kind].title)), \(time)</CommentText>
            </BedCapacity>

        """
    }
    guard let oldest = cutOffs.min() else { return nil }
    return """
       <Hospital>
        <Organization>
         <OrganizationInformation>
          <xnl:OrganisationName xnl:ID="\(Markup.escaped(place.id))"><xnl:NameElement>\(Markup.escaped(place.name)) (ÖVNING, simulerat)</xnl:NameElement></xnl:OrganisationName>
         </OrganizationInformation>
      \(location(place))   <CommentText>Exercise: simulerat läge, \(Markup.escaped(region.name)) (\(Markup.escaped(region.id))). Inget är rapporterat av sjukhuset.</CommentText>
        </Organization>
        <HospitalBedCapacityStatus>
      \(beds)  </HospitalBedCapacityStatus>
        <LastUpdateTime>\(clock.local(oldest * 60))</LastUpdateTime>
       </Hospital>

      """
  }

  /// Where it is, latitude first as WGS 84 in GML has it; nothing at 0, 0, which stands for an unknown place.
  private static func location(_ place: Facility) -> String {
    guard place.latitude != 0 || place.longitude != 0 else { return "" }
    let (north, east) = (degrees(place.latitude), degrees(place.longitude))
    return """
         <OrganizationGeoLocation>
          <gml:Point><gml:pos>\(north) \(east)</gml:pos></gml:Point>
         </OrganizationGeoLocation>

      """
  }

  /// Four decimals, some ten metres.
  private static func degrees(_ value: Double) -> String {
    let size = Int((abs(value) * 10_000).rounded())
    let rest = String(size % 10_000)
    return "\(value < 0 && size > 0 ? "-" : "")\(size / 10_000)."
      + String(repeating: "0", count: 4 - rest.count) + rest
  }
}

extension CareNetwork {
  /// Kinds of unit that HAVE has a type of bed for, intensive care first.
  fileprivate var haveBedTypes: [(kind: Int, bedType: String)] {
    let municipal = municipalKinds
    let beds = unitKinds.indices.filter { unitKinds[$0].isHospitalBed && !municipal.contains($0) }
    return beds.filter { unitKinds[$0].isIntensiveCare }.map { ($0, "AdultICU") }
      + beds.filter { !unitKinds[$0].isIntensiveCare }.map { ($0, "MedicalSurgical") }
  }
}
