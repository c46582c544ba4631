import CareModel
import CarePolicies
import RandomStreams
import Testing

@Suite("Figures of regions, by hand")
struct RegionFigureTests {
  /// A ward, an intensive care unit and a care home, each with a patient who is ready to leave at once.
  private var network: CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: [
        UnitKind(id: "ward", title: "ward", isHospitalBed: true),
        UnitKind(id: "icu", title: "icu", isHospitalBed: true, isIntensiveCare: true),
        UnitKind(id: "home", title: "home"),
      ], beds: [2, 2, 2], steps: [],
      classes: (0..<3).map { (kind: Int) in PatientClass(id: "c\(kind)", title: "C", pathway: kind) },
      arrivals: [(0, 0), (1, 0), (2, 0)], measures: [])
    network.pathways = (0..<3).map { (kind: Int) in
      Pathway(
        id: "p\(kind)",
        steps: [Step(id: "ready\(kind)", unitKind: kind, stay: .constant(12), isDischargeReady: true)])
    }
    return network
  }

  @Test(
    "Discharge-ready patients are those in hospital beds that are not intensive care, in all three figures")
  func dischargeReady() throws {
    let network = network
    let result = Fixture.run(network, horizonDays: 2, seed: 1, replications: 1, audits: true)[0]
    let index = try #require(MeasureList(network).regionalIndex(of: "discharge_ready_mean_patients"))
    #expect(Array(result.regional[index * 2..<index * 2 + 2]) == [0.5, 0])
    #expect(Fixture.values("discharge_ready_bed_days", [result], network) == [0.5])
    // Half a bed-day of two places on two days.
    #expect(Fixture.values("discharge_ready_share", [result], network) == [0.125])
  }

  @Test("Patients in places that nobody staffs are beyond the staffed places of their region")
  func unstaffed() {
    var network = network
    network.unitKinds[0].limit = .physical
    network.units[0].staffedBeds = 0
    network.units[0].physicalBeds = 2
    let results = Fixture.run(network, horizonDays: 2, seed: 1, replications: 1, audits: true)
    #expect(Fixture.values("ward_over_capacity_region_days", results, network) == [1])
    #expect(Fixture.values("icu_over_capacity_region_days", results, network) == [0])
  }

  @Test("The restricted mean of a wait goes as far as all are followed, and is none where nobody is")
  func restrictedMean() {
    // One place, stays of 10 hours, five who come at once: waits of 0, 10, 20, 30 and 40 hours.
    let network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(10))],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)],
      arrivals: [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0)],
      measures: [])
    func mean(drain: Int) -> [Double] {
      Fixture.values(
        "unit_ordinary_wait_restricted_mean_hours",
        Fixture.run(network, horizonDays: 1, drainDays: drain, seed: 1, replications: 1), network)
    }
    #expect(mean(drain: 0) == [])
    // Up to 24 hours: 0, 10, 20, 24 and 24.
    #expect(mean(drain: 1).allSatisfy { abs($0 - 78 / 5.0) < 0.5 } && mean(drain: 1).count == 1)
    #expect(mean(drain: 20).allSatisfy { abs($0 - 20) < 0.5 } && mean(drain: 20).count == 1)
  }

  @Test("Arrivals of a span that goes beyond the horizon have no figure")
  func beyondTheHorizon() {
    var network = network
    network.measures = [
      DeclaredMeasure(id: "within", quantity: .arrivals, span: MeasureSpan(fromHours: 0, untilHours: 24)),
      DeclaredMeasure(id: "beyond", quantity: .arrivals, span: MeasureSpan(fromHours: 0, untilHours: 25)),
    ]
    let results = Fixture.run(network, horizonDays: 1, drainDays: 2, seed: 1, replications: 1)
    #expect(Fixture.values("within", results, network) == [3])
    #expect(Fixture.values("beyond", results, network) == [])
  }
}
