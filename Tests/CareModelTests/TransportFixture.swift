import CareModel
import CarePolicies
import OutputStatistics
import RandomStreams
import Testing

/// Two regions on one road: patients come to the first, and the unit they need is in the second alone.
enum TransportFixture {
  /// Region 0 has facility 0 with a ward, region 1 facility 1 with intensive care, 70 km away by road at 70 km/h.
  static func network(
    vehicles: Double = 1, seats: Int = 1, isNational: Bool = false, arrivals: [Double] = [],
    ratePerHour: Double = 0, runInDays: Double = 0, fleet: (inout Fleet) -> Void = { _ in }
  ) -> CareNetwork {
    var car = Fleet(
      id: "car", title: "car", mode: .road, vehicles: .fixed(vehicles), isNational: isNational, seats: seats,
      loadHours: 0.25, handoverHours: 0.5, speedLoaded: 70, speedEmpty: 70)
    fleet(&car)
    var inflows = arrivals.enumerated().map { number, hours in
      Inflow(
        id: "at-\(number)", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
        process: .pulse(count: 1, fromHours: hours, spanHours: 0), facilities: [0])
    }
    if ratePerHour > 0 {
      inflows.append(
        Inflow(
          id: "arrivals", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(ratePerHour * 24),
          facilities: [0]))
    }
    return CareNetwork(
      id: "two", title: "Two regions", runInDays: runInDays,
      unitKinds: [
        UnitKind(id: "ward", title: "ward", isHospitalBed: true),
        UnitKind(id: "icu", title: "icu", isHospitalBed: true, isIntensiveCare: true),
      ],
      regions: [Region(id: "0", name: "R0"), Region(id: "1", name: "R1")],
      facilities: [
        Facility(id: "a", name: "A", region: 0, latitude: 60, longitude: 15),
        Facility(id: "b", name: "B", region: 1, latitude: 60.5, longitude: 15.5),
      ],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: 10_000),
        CareUnit(facility: 1, kind: 1, staffedBeds: 10_000),
      ],
      classes: [PatientClass(id: "patient", title: "Patient", pathway: 0)],
      pathways: [Pathway(id: "p", steps: [Step(id: "icu", unitKind: 1, stay: .constant(1))])],
      inflows: inflows, fleets: [car],
      travelTimes: [TravelTime(from: .facility(0), to: .facility(1), hours: 1)],
      measures: [
        DeclaredMeasure(id: "vehicle_hours", quantity: .meanVehicleWaitHours, fleet: 0),
        DeclaredMeasure(id: "lost", quantity: .vehiclesLost, fleet: 0),
        DeclaredMeasure(id: "moved", quantity: .transfers),
        DeclaredMeasure(id: "system_hours", quantity: .meanHoursInSystem),
        DeclaredMeasure(id: "deaths", quantity: .deaths),
        DeclaredMeasure(id: "came", quantity: .exits, unitKind: 1),
      ])
  }

  /// The figure of one audited replication.
  static func figure(
    _ id: String, _ network: CareNetwork, scenario: Scenario = .peace, horizonDays: Int = 5,
    policies: PolicySet? = nil
  ) -> Double? {
    Fixture.values(
      id,
      Fixture.run(
        network, scenario: scenario, horizonDays: horizonDays, seed: 1, replications: 1, policies: policies,
        audits: true), network
    ).first
  }

  /// Expects a figure of one audited replication to be a number of hours.
  static func expect(
    _ id: String, _ network: CareNetwork, scenario: Scenario = .peace, hours: Double,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let value = try #require(figure(id, network, scenario: scenario), sourceLocation: location)
    #expect(abs(value - hours) < 1e-6, sourceLocation: location)
  }

  /// The mean difference of a measure, second network less first, over replications with the same seeds.
  static func difference(
    _ id: String, _ first: CareNetwork, _ second: CareNetwork,
    scenarios: (Scenario, Scenario) = (.peace, .peace),
    horizonDays: Int, replications: Int
  ) -> ConfidenceInterval? {
    let one = Fixture.values(
      id,
      Fixture.run(
        first, scenario: scenarios.0, horizonDays: horizonDays, seed: 17, replications: replications), first)
    let two = Fixture.values(
      id,
      Fixture.run(
        second, scenario: scenarios.1, horizonDays: horizonDays, seed: 17, replications: replications), second
    )
    return StudentInterval.of(zip(one, two).map { $1 - $0 })
  }

  /// Whether two runs give the same figures, nationally and by region and day.
  static func areAlike(
    _ first: CareNetwork, _ second: CareNetwork, scenarios: (Scenario, Scenario), seed: UInt64 = 5
  ) -> Bool {
    let one = Fixture.run(
      first, scenario: scenarios.0, horizonDays: 5, drainDays: 1, seed: seed, replications: 1,
      policies: RandomNetwork.allPolicies(first))[0]
    let two = Fixture.run(
      second, scenario: scenarios.1, horizonDays: 5, drainDays: 1, seed: seed, replications: 1,
      policies: RandomNetwork.allPolicies(second))[0]
    return one.values == two.values && one.regional == two.regional
      && one.casualtyDigest == two.casualtyDigest
  }
}
