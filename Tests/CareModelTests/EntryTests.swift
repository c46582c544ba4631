import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("Where casualties enter")
struct EntryTests {
  @Test(
    "They go where they enter, by beds, when no coordinates say what is nearer: within 4.2 standard errors")
  func withoutCoordinates() {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "ward", title: "ward", isHospitalBed: true)], beds: [1_000],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(100))],
      classes: [PatientClass(id: "p", title: "P", origin: .military, pathway: 0)], arrivals: [], measures: [])
    network.facilities.append(Facility(id: "g", name: "G", region: 0))
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 3_000))
    network.measures = [
      DeclaredMeasure(id: "second", quantity: .meanOccupied, unitKind: 0, facility: 1),
      DeclaredMeasure(id: "first", quantity: .meanOccupied, unitKind: 0, facility: 0),
    ]
    let phase = CasualtyStream.Phase(
      fromDay: 0, untilDay: 1, meanPerDayFrom: 2_000, meanPerDayUntil: 2_000, regions: [(region: 0, share: 1)]
    )
    let scenario = Scenario(
      id: "s", title: "S",
      streams: [
        CasualtyStream(
          id: "c", classes: [(patientClass: 0, share: 1)], phases: [phase], variation: .none)
      ])
    let results = Fixture.run(network, scenario: scenario, horizonDays: 2, seed: 1, replications: 1)
    // Of 2,000 on average, who count by the time from their arrival.
    let occupied = ["first", "second"].map { Fixture.values($0, results, network).first ?? 0 }
    #expect(
      abs(occupied[1] / (occupied[0] + occupied[1]) - 0.75) < 4.2 * (0.75 * 0.25 / 2_000).squareRoot(),
      "\(occupied)")
  }
}
