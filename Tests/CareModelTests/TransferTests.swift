import CareModel
import CarePolicies
import RandomStreams
import Testing

/// Runs that can be followed by hand: pictures of every midnight, published at two, and moves that take no time.
@Suite("Who is sent to another region, and where")
struct TransferTests {
  /// Hospitals with a unit of intensive care each; patients of the classes at given hospitals and hours.
  static func network(
    regions: [Int], units: [CareUnit], stays: [Double], priorities: [Int] = [],
    arrivals: [(patientClass: Int, facility: Int, hours: Double, count: Int)]
  ) -> CareNetwork {
    CareNetwork(
      id: "share", title: "Share",
      unitKinds: [UnitKind(id: "icu", title: "icu", isHospitalBed: true, isSharedBetweenRegions: true)],
      regions: (0...(regions.max() ?? 0)).map { Region(id: "\($0)", name: "R") },
      facilities: regions.enumerated().map { Facility(id: "h\($0.offset)", name: "H", region: $0.element) },
      units: units,
      classes: stays.indices.map {
        PatientClass(id: "c\($0)", title: "C", pathway: $0, priority: priorities.isEmpty ? 3 : priorities[$0])
      },
      pathways: stays.enumerated().map {
        Pathway(id: "p\($0.offset)", steps: [Step(id: "icu", unitKind: 0, stay: .constant($0.element))])
      },
      inflows: arrivals.enumerated().map { index, arrival in
        Inflow(
          id: "i\(index)", classes: [(patientClass: arrival.patientClass, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: arrival.count, fromHours: arrival.hours, spanHours: 0),
          facilities: [arrival.facility])
      },
      measures: stays.indices.map {
        DeclaredMeasure(id: "wait\($0)", quantity: .meanWaitHours, unitKind: 0, classes: [$0])
      } + [DeclaredMeasure(id: "moved", quantity: .transfers)])
  }

  static func results(
    _ network: CareNetwork, scenario: Scenario = .peace, share: Double = 1
  ) -> [TrialResult] {
    let choice = PolicyChoice(
      decision: .transfer, id: "balance-occupancy", values: [(key: "free_places_share", value: share)])
    return Fixture.run(
      network, scenario: scenario, horizonDays: 10, seed: 1, replications: 1,
      policies: PolicyCatalogue.policySet([choice], network: network), audits: true)
  }

  static func figure(_ id: String, _ network: CareNetwork, scenario: Scenario = .peace) throws -> Double {
    try #require(Fixture.values(id, results(network, scenario: scenario), network).first)
  }

  @Test(
    "Of those who wait at several hospitals the first in line goes first, whichever row is first",
    arguments: [false, true])
  func order(isReversed: Bool) throws {
    // Both hospitals of region 0 are full for 200 hours, the one place of region 1 until 40. The less urgent comes at
    // 30 to the first, the urgent one at 31 to the second; the place is known to be free at 50.
    var units = (0..<3).map { CareUnit(facility: $0, kind: 0, staffedBeds: 1) }
    if isReversed { units.swapAt(0, 1) }
    let network = Self.network(
      regions: [0, 0, 1], units: units, stays: [200, 40, 5, 5], priorities: [3, 3, 5, 0],
      arrivals: [(0, 0, 0, 1), (0, 1, 0, 1), (1, 2, 0, 1), (2, 0, 30, 1), (3, 1, 31, 1)])
    #expect(abs(try Self.figure("wait3", network) - 19) < 1e-6)
    // The other goes with the next picture, known at 74.
    #expect(abs(try Self.figure("wait2", network) - 44) < 1e-6)
  }

  @Test("A place that is cleaned is not free on the picture")
  func cleaning() throws {
    var network = Self.network(
      regions: [0, 1], units: [0, 1].map { CareUnit(facility: $0, kind: 0, staffedBeds: 1) },
      stays: [200, 20, 5], arrivals: [(0, 0, 0, 1), (1, 1, 0, 1), (2, 0, 27, 1)])
    // Cleaned from 20 to 30: the picture of 24 has nothing free, that of 48 one place, known at 50.
    network.unitKinds[0].turnaround = .constant(10)
    #expect(abs(try Self.figure("wait2", network) - 23) < 1e-6)
  }

  @Test("Patients beyond the open places of one unit hide no free place of another")
  func overfull() throws {
    var network = Self.network(
      regions: [0, 1, 1],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: 1),
        CareUnit(facility: 1, kind: 0, staffedBeds: 4, calendar: 0),
        CareUnit(facility: 2, kind: 0, staffedBeds: 1),
      ], stays: [200, 5], arrivals: [(0, 0, 0, 1), (0, 1, 9, 4), (1, 0, 27, 1)])
    // At midnight the four of the second hospital lie in one open place.
    network.calendars = [
      OpeningCalendar(
        id: "day", intervals: [OpeningInterval(weekdays: 127, fromMinute: 480, untilMinute: 1200)],
        otherwiseShare: 0.25)
    ]
    #expect(try Self.figure("wait1", network) < 1e-6)
  }

  @Test("Within a region they go to the hospitals that have free places, to none more than it has")
  func facilities() throws {
    // In region 1 the largest hospital is full, two have two free places and one.
    let network = Self.network(
      regions: [0, 1, 1, 1],
      units: [1, 3, 2, 1].enumerated().map {
        CareUnit(facility: $0.offset, kind: 0, staffedBeds: $0.element)
      },
      stays: [200, 200], arrivals: [(0, 0, 0, 1), (0, 1, 0, 3), (1, 0, 27, 3)])
    #expect(try Self.figure("moved", network) == 3)
    #expect(try Self.figure("wait1", network) < 1e-6)
  }

  @Test("Who comes round to a step between two pictures is asked with other dice")
  func rounds() {
    var network = Self.network(
      regions: [0, 1],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: 1), CareUnit(facility: 1, kind: 0, staffedBeds: 0),
      ], stays: [1], arrivals: [(0, 0, 3, 3)])
    network.pathways[0].steps = [
      Step(id: "icu", unitKind: 0, stay: .constant(1), givesUpPlace: true, next: [Branch(to: .step(1))]),
      Step(
        id: "home", stay: .constant(1),
        next: [Branch(to: .step(0), share: .fixed(0.9)), Branch(to: .exit(.home))]),
    ]
    // The audit finds a draw that is made twice.
    #expect(Self.results(network).count == 1)
  }

  @Test("Who is pushed out and moves in no time leaves nothing behind, wherever other units would do")
  func pushedOut() throws {
    // The pathway that is first in the model has other units, which the small region has not.
    var network = Self.network(
      regions: [0, 1], units: [CareUnit(facility: 0, kind: 0, staffedBeds: 9)], stays: [1, 40, 40],
      priorities: [3, 5, 0],
      arrivals: [(patientClass: 1, facility: 1, hours: 1, count: 1), (2, 1, 5, 1)])
    network.unitKinds[0].preemption = .resume
    network.unitKinds += ["a", "b"].map { UnitKind(id: $0, title: $0) }
    network.units += [
      CareUnit(facility: 0, kind: 1, staffedBeds: 1), CareUnit(facility: 0, kind: 2, staffedBeds: 1),
      CareUnit(facility: 1, kind: 0, staffedBeds: 1),
    ]
    network.pathways[0].steps[0].unitKind = 1
    network.pathways[0].steps[0].otherUnits = [2]
    #expect(try Self.figure("moved", network) == 1)
    #expect(try Self.figure("wait2", network) == 0)
  }

  @Test(
    "Who is sent and has no vehicle left to wait for gets a place where they are, and nobody is sent any more",
    arguments: [false, true])
  func lastVehicleLost(isNational: Bool) throws {
    // Those who come at 27 and 28 would be sent with the picture known at 50; the vehicle is lost as it leaves, with
    // nobody killed. Of a national one that is known at 74.
    var network = Self.network(
      regions: [0, 1],
      units: [
        CareUnit(facility: 0, kind: 0, staffedBeds: 1), CareUnit(facility: 1, kind: 0, staffedBeds: 4),
      ], stays: [100, 20], arrivals: [(0, 0, 0, 1), (1, 0, 27, 1), (1, 0, 28, 1)])
    network.fleets = [TransportFixture.network(isNational: isNational).fleets[0]]
    network.travelTimes = [TravelTime(from: .facility(0), to: .facility(1), hours: 1)]
    let losses = Scenario(
      id: "losses", title: "Losses",
      transportLosses: [
        TransportLoss(fleet: 0, sharePerTrip: 1, fromDay: 0, untilDay: 10, passengersDieShare: 0)
      ])
    #expect(try Self.figure("moved", network) == 2)
    #expect(try Self.figure("moved", network, scenario: losses) == 0)
    // At 100 and 120 hours.
    #expect(abs(try Self.figure("wait1", network, scenario: losses) - (73 + 92) / 2) < 1e-3)
  }
}
