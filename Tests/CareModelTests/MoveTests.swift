import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel
import Testing

@Suite("Trips as steps")
struct MoveTests {
  /// Hospitals with a ward each; a pulse of patients in the first region who are all taken elsewhere.
  static func network(
    regions: Int, vehicles: Int, isNational: Bool, patients: Int, move: (inout Move) -> Void = { _ in },
    roadNetworks: [String] = []
  ) -> CareNetwork {
    var trip = Move(fleet: 0, unitKind: 0, leastHours: 2)
    move(&trip)
    return CareNetwork(
      id: "moves", title: "Moves", unitKinds: [UnitKind(id: "ward", title: "ward", isHospitalBed: true)],
      regions: (0..<regions).map { index in
        Region(
          id: "\(index)", name: "R\(index)",
          roadNetwork: roadNetworks.isEmpty ? "mainland" : roadNetworks[index])
      },
      facilities: (0..<regions).map { Facility(id: "h\($0)", name: "H", region: $0) },
      units: (0..<regions).map { CareUnit(facility: $0, kind: 0, staffedBeds: 100_000) },
      classes: [PatientClass(id: "patient", title: "Patient", pathway: 0)],
      pathways: [
        Pathway(
          id: "p",
          steps: [
            Step(id: "trip", move: trip, next: [Branch(to: .step(1))]),
            Step(id: "stay", unitKind: 0, stay: .constant(1)),
          ])
      ],
      inflows: [
        Inflow(
          id: "pulse", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: patients, fromHours: 0, spanHours: 0), facilities: [0])
      ],
      fleets: [
        Fleet(
          id: "car", title: "car", mode: .road, vehicles: .fixed(Double(vehicles)), isNational: isNational,
          loadHours: 0.25, handoverHours: 0.5, speedLoaded: 70, speedEmpty: 70)
      ],
      measures: [
        DeclaredMeasure(id: "vehicle_hours", quantity: .meanVehicleWaitHours, fleet: 0),
        DeclaredMeasure(id: "moved", quantity: .transfers),
        DeclaredMeasure(id: "left_ward", quantity: .exits, unitKind: 0),
        DeclaredMeasure(id: "stay_hours", quantity: .meanHoursInSystem),
      ])
  }

  static func run(_ network: CareNetwork, isNoWait: Bool = false) -> [String: Double] {
    let policies = PolicyCatalogue.policySet([], network: network, isNoWait: isNoWait)
    let results = Fixture.run(
      network, horizonDays: 2, seed: 3, replications: 1, policies: policies, audits: true)
    var figures: [String: Double] = [:]
    for id in ["vehicle_hours", "moved", "left_ward", "stay_hours", "transfers_patients"] {
      figures[id] = Fixture.values(id, results, network).first
    }
    return figures
  }

  @Test(
    "A vehicle loads, goes, hands over and returns in the time of the way: the k-th of three waits k cycles of it",
    arguments: [false, true])
  func cycle(isNational: Bool) throws {
    let figures = Self.run(Self.network(regions: 2, vehicles: 1, isNational: isNational, patients: 3))
    // Load 0.25, way 2, hand over 0.5, back 2: the vehicle is free again after 4.75 hours.
    let wait = try #require(figures["vehicle_hours"])
    #expect(abs(wait - 4.75) < 1e-6)
    #expect(figures["moved"] == 3 && figures["left_ward"] == 3 && figures["transfers_patients"] == 3)
    let stay = try #require(figures["stay_hours"])
    #expect(abs(stay - (4.75 + 2.75 + 1)) < 1e-6)
  }

  @Test(
    "The delay of a move is that of those who left: who still waits for a vehicle is in neither part of it")
  func delayOfThoseWhoLeft() throws {
    // Both hospitals in one region; the ward is at the other, 2.75 h away, and the one car is gone 4.75 h a trip.
    var network = Self.network(regions: 2, vehicles: 1, isNational: false, patients: 20)
    network.facilities[1].region = 0
    network.unitKinds[0].needsTransport = true
    network.units.removeFirst()
    network.pathways[0].steps = [Step(id: "stay", unitKind: 0, stay: .constant(1))]
    network.travelTimes = [TravelTime(from: .facility(0), to: .facility(1), hours: 2)]
    network.measures = []
    let results = Fixture.run(network, horizonDays: 1, seed: 3, replications: 1, audits: true)
    func value(_ id: String) -> Double? { Fixture.values(id, results, network).first }
    // Trips begin at 0, 4.75, 9.5, 14.25, 19 and 23.75 hours; the last is not over by the end.
    #expect(value("moves_within_region_patients") == 6)
    let delays = (0..<6).map { 4.75 * Double($0) + 2.75 }
    let mean = try #require(value("move_delay_mean_hours"))
    #expect(abs(mean - delays.reduce(0, +) / 6) < 1e-6)
    #expect(value("ward_moved_share") == 1)
  }

  @Test(
    "Who dies on the way to another region dies when and where they are on the way, not as they would arrive",
    arguments: [1, 2])
  func deathOnTheWay(days: Int) throws {
    // A way of 20 hours from 6 o'clock, and a death five hours after the injury at midnight's end of it: near 11.
    var network = Self.network(regions: 2, vehicles: 9, isNational: true, patients: 4) {
      $0.leastHours = 20
    }
    network.classes[0].origin = .military
    network.classes[0].death = DeathLaw(
      family: .weibull, median: .hours(5), shape: 100, factorBeforeCare: 1)
    network.inflows[0].process = .pulse(count: 4, fromHours: 6, spanHours: 0)
    network.measures = [
      DeclaredMeasure(id: "by_ten", quantity: .deathsAt(hours: 10)),
      DeclaredMeasure(id: "by_twelve", quantity: .deathsAt(hours: 12)),
      DeclaredMeasure(id: "came", quantity: .transfers),
      DeclaredMeasure(id: "present", quantity: .meanPresent),
    ]
    let measures = MeasureList(network)
    let result = Fixture.run(network, horizonDays: days, seed: 3, replications: 1, audits: true)[0]
    func value(_ id: String) -> Double? { Fixture.values(id, [result], network).first }
    #expect(value("by_ten") == 0 && value("by_twelve") == 4 && value("came") == 0)
    #expect(value("deaths_by_horizon_patients") == 4 && value("deaths_wounds_in_transit_patients") == 4)
    #expect(value("transfers_patients") == 4)
    // Who flies between regions is in none; asking for the craft takes two microseconds.
    let present = try #require(value("present"))
    #expect(present < 1e-9)
    let deaths = try #require(measures.regionalIndex(of: "deaths_patients"))
    let byRegion = (0..<2).map { region in
      (0..<days).map { result.regional[(deaths * 2 + region) * days + $0] }
    }
    #expect(byRegion[0][0] == 4 && byRegion[0].reduce(0, +) == 4 && byRegion[1].reduce(0, +) == 0)
  }

  @Test("Seats take those who go to the same region, and nobody else")
  func seats() throws {
    var network = Self.network(regions: 2, vehicles: 1, isNational: true, patients: 4)
    network.fleets[0].seats = 4
    let figures = Self.run(network)
    let wait = try #require(figures["vehicle_hours"])
    #expect(wait < 1e-6)
    #expect(figures["moved"] == 4)
  }

  @Test(
    "Each of the other regions is as likely: χ² with 4 degrees of freedom over 6,000 trips, p above 0.001")
  func uniform() {
    let network = Self.network(regions: 6, vehicles: 6_000, isNational: true, patients: 6_000)
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 2, drainDays: 0, seed: 11, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    simulation.runIn()
    simulation.run()
    var statistic = 0.0
    for region in 1..<6 {
      let received = Double(simulation.engine[region: region].receivedCount)
      statistic += (received - 1_200) * (received - 1_200) / 1_200
    }
    let returned = simulation.engine[region: 0].receivedCount
    #expect(returned == 0)
    // The upper 0.001 point of χ² with 4 degrees of freedom.
    #expect(statistic < 18.47)
  }

  @Test("The time on the way is drawn: mean 0.5 + 1.5 h, standard error 0.02, |z| < 4")
  func drawnWay() throws {
    let network = Self.network(
      regions: 3, vehicles: 6_000, isNational: true, patients: 6_000,
      move: {
        $0.leastHours = 0.5
        $0.way = .exponential(mean: 1.5)
      })
    let stay = try #require(Self.runUnaudited(network)["stay_hours"])
    #expect(abs(stay - (0.25 + 2 + 0.5 + 1)) < 4 * 1.5 / 6_000.0.squareRoot())
  }

  static func runUnaudited(_ network: CareNetwork) -> [String: Double] {
    let results = Fixture.run(network, horizonDays: 2, seed: 3, replications: 1)
    return ["stay_hours": Fixture.values("stay_hours", results, network).first ?? .nan]
  }

  @Test("A trip that leads nowhere is passed by: one region alone, no vehicle, another road network")
  func passedBy() {
    let cases = [
      Self.network(regions: 1, vehicles: 1, isNational: true, patients: 3),
      Self.network(regions: 2, vehicles: 0, isNational: true, patients: 3),
      Self.network(regions: 2, vehicles: 0, isNational: false, patients: 3),
      Self.network(
        regions: 2, vehicles: 1, isNational: true, patients: 3, roadNetworks: ["mainland", "island"]),
    ]
    for network in cases {
      let figures = Self.run(network)
      #expect(figures["moved"] == 0 && figures["left_ward"] == 3)
      #expect(figures["stay_hours"] == 1)
    }
  }

  @Test("Without waiting everybody leaves at once, and the trip takes its time")
  func noWait() throws {
    let network = Self.network(regions: 2, vehicles: 1, isNational: true, patients: 3)
    let stay = try #require(Self.run(network, isNoWait: true)["stay_hours"])
    #expect(abs(stay - 3.75) < 1e-6)
  }
}
