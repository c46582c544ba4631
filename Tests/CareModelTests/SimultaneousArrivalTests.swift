import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("Those who come in one microsecond")
struct SimultaneousArrivalTests {
  @Test("The first class gets the free places, whatever number its patients bear in the event")
  func firstClassFirst() {
    let network = CareNetwork(
      id: "mass", title: "Mass", unitKinds: [UnitKind(id: "theatre", title: "theatre")],
      regions: [Region(id: "1", name: "One")], facilities: [Facility(id: "h", name: "H", region: 0)],
      units: [CareUnit(facility: 0, kind: 0, staffedBeds: 150)],
      classes: [
        PatientClass(id: "t3", title: "T3", origin: .civilian, pathway: 0, priority: 2),
        PatientClass(id: "t1", title: "T1", origin: .civilian, pathway: 0, priority: 0),
      ],
      pathways: [Pathway(id: "p", steps: [Step(id: "s", unitKind: 0, stay: .constant(2))])], inflows: [],
      measures: [
        DeclaredMeasure(id: "t3_hours", quantity: .meanWaitHours, unitKind: 0, classes: [0]),
        DeclaredMeasure(id: "t1_hours", quantity: .meanWaitHours, unitKind: 0, classes: [1]),
      ])
    let scenario = Scenario(
      id: "s", title: "S",
      events: [
        MassCasualtyStream(
          id: "e", classes: [(patientClass: 0, share: 0.5), (patientClass: 1, share: 0.5)],
          scheduled: [(day: 0.5, region: 0)], size: .constant(200), delay: .constant(1))
      ])
    let results = Fixture.run(network, scenario: scenario, horizonDays: 1, seed: 1, replications: 1)
    #expect(Fixture.values("t1_hours", results, network) == [0])
    #expect(Fixture.values("t3_hours", results, network)[0] > 0.5)
  }
}
