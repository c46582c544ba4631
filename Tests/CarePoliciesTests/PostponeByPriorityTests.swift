import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

@Suite("Postponing planned care")
struct PostponeByPriorityTests {
  private let postpone = [
    PolicyChoice(
      decision: .admission, id: "postpone-by-priority",
      values: [
        (key: "ward_postpone_above_share", value: 1), (key: "ward_resume_below_share", value: 0.85),
        (key: "work_off_share", value: 0.3),
      ])
  ]

  @Test("It frees beds: casualties wait less for a ward, paired 95 % interval below zero")
  func freesBeds() throws {
    let network = TwoRegions.network(wards: 38)
    let baseline = TwoRegions.run(network, [])
    let arm = TwoRegions.run(network, postpone)
    let id = "ward_waiting_mean_patients"
    let difference = try #require(
      PairedDifference.of(treatment: arm[id] ?? [], baseline: baseline[id] ?? []))
    #expect(difference.interval.upper < 0, "\(difference.interval)")
    #expect((arm["postponed_patients"] ?? []).reduce(0, +) > 0)
    #expect((baseline["postponed_patients"] ?? []).allSatisfy { $0 == 0 })
  }

  @Test("The list is kept and worked off: all postponed are called in, turned, dead or still listed")
  func listIsKept() {
    let network = TwoRegions.network(emergencyPerDay: 0.02, deathPerDay: 0.01)
    let arm = TwoRegions.run(network, postpone, replications: 6, horizonDays: 60)
    for replication in 0..<6 {
      func value(_ id: String) -> Double { (arm[id] ?? [])[replication] }
      #expect(value("called_in_patients") > 0)
      #expect(value("postponed_to_emergency_patients") > 0)
      #expect(value("deaths_postponed_patients") > 0)
      #expect(value("backlog_at_horizon_patients") < value("postponed_patients"))
    }
  }

  @Test(
    "The list is worked off alike whether planned patients come at a rate, after gaps or by numbers of days")
  func inflows() {
    for process in [
      Inflow.Process.poisson, .renewal(.constant(2.4)),
      .expectedByDay(Array(repeating: 10, count: 200)),
    ] {
      var network = TwoRegions.network(wards: 38)
      network.inflows[0].process = process
      let arm = TwoRegions.run(network, postpone, replications: 2, horizonDays: 60)
      #expect((arm["called_in_patients"] ?? []).allSatisfy { $0 > 20 }, "\(process)")
    }
  }

  @Test("Postponing is never free: more emergencies the higher the rate, none at zero")
  func neverFree() {
    var turned: [Double] = []
    for rate in [0, 0.01, 0.05] {
      let arm = TwoRegions.run(TwoRegions.network(emergencyPerDay: rate), postpone, replications: 4)
      turned.append((arm["postponed_to_emergency_patients"] ?? []).reduce(0, +))
    }
    #expect(turned[0] == 0 && turned[0] < turned[1] && turned[1] < turned[2], "\(turned)")
  }

  @Test("Patients who cannot wait are never postponed")
  func cannotWait() {
    var network = TwoRegions.network()
    network.inflows[0].classes = [(patientClass: 1, share: 1)]
    let arm = TwoRegions.run(network, postpone, replications: 3)
    #expect((arm["postponed_patients"] ?? []).allSatisfy { $0 == 0 })
  }
}
