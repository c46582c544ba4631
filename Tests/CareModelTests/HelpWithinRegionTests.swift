import CareModel
import RandomStreams
import Testing

/// Places of one hospital for those who wait at another of the region, by hand.
@Suite("Help within a region")
struct HelpWithinRegionTests {
  /// Hospital a, then near, at half an hour by road, and far, at three hours.
  private func network(
    beds: [Int], step: Step, arrivals: [(patientClass: Int, facility: Int, hours: Double)],
    stays: [Double] = [100, 1], isReversed: Bool = false
  ) -> CareNetwork {
    let order = isReversed ? [0, 2, 1] : [0, 1, 2]
    let sites = [("a", 59.0), ("near", 59.1), ("far", 61.0)]
    return CareNetwork(
      id: "help", title: "Help",
      unitKinds: [UnitKind(id: "ward", title: "ward", helpWithinRegion: true)],
      regions: [Region(id: "1", name: "One")],
      facilities: sites.map { Facility(id: $0.0, name: $0.0, region: 0, latitude: $0.1, longitude: 15) },
      units: order.map {
        CareUnit(facility: $0, kind: 0, staffedBeds: beds[$0], calendar: $0 == 0 ? nil : 0)
      },
      classes: stays.indices.map { PatientClass(id: "c\($0)", title: "C", pathway: $0) },
      pathways: stays.enumerated().map { number, hours in
        var stay = number == 0 ? Step(id: "s", unitKind: 0) : step
        stay.stay = .constant(hours)
        return Pathway(id: "p\(number)", steps: [stay])
      },
      inflows: arrivals.enumerated().map { index, arrival in
        Inflow(
          id: "i\(index)", classes: [(patientClass: arrival.patientClass, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 1, fromHours: arrival.hours, spanHours: 0), facilities: [arrival.facility])
      },
      fleets: [
        Fleet(
          id: "car", title: "car", mode: .road, vehicles: .fixed(9), loadHours: 0, handoverHours: 0,
          speedLoaded: 70, speedEmpty: 70)
      ],
      travelTimes: [
        TravelTime(from: .facility(0), to: .facility(1), hours: 0.5),
        TravelTime(from: .facility(0), to: .facility(2), hours: 3),
      ],
      measures: stays.indices.map {
        DeclaredMeasure(id: "hours\($0)", quantity: .meanHoursInSystem, classes: [$0])
      },
      calendars: [day(otherwiseShare: 1)])
  }

  /// From eight to eight.
  private func day(otherwiseShare: Double) -> OpeningCalendar {
    OpeningCalendar(
      id: "day", intervals: [OpeningInterval(weekdays: 127, fromMinute: 480, untilMinute: 1200)],
      otherwiseShare: otherwiseShare)
  }

  @Test(
    "Of two that open at one time the nearest takes who waits, whichever row is first",
    arguments: [false, true])
  func nearest(isReversed: Bool) throws {
    var network = network(
      beds: [1, 1, 1], step: Step(id: "s", unitKind: 0), arrivals: [(0, 0, 0), (1, 0, 7)],
      isReversed: isReversed)
    network.calendars = [day(otherwiseShare: 0)]
    // From 7 to 8, half an hour on the way, an hour there.
    #expect(abs(try #require(PlaceHoldingTests.figure("hours1", network)) - 2.5) < 1e-6)
  }

  @Test(
    "The nearest serves its own line first: who waits elsewhere goes to the next", arguments: [false, true])
  func ownLineFirst(isReversed: Bool) throws {
    var network = network(
      beds: [1, 1, 1], step: Step(id: "s", unitKind: 0),
      arrivals: [(0, 0, 0), (1, 0, 7), (2, 1, 7.5)], stays: [100, 1, 1], isReversed: isReversed)
    network.calendars = [day(otherwiseShare: 0)]
    #expect(abs(try #require(PlaceHoldingTests.figure("hours1", network)) - 5) < 1e-6)
    #expect(abs(try #require(PlaceHoldingTests.figure("hours2", network)) - 1.5) < 1e-6)
  }

  @Test("Who waits for a stock at a full unit goes to another when it comes")
  func stock() throws {
    var step = Step(id: "s", unitKind: 0)
    step.uses = [StockUse(stock: 0, amount: 5, whenShort: .wait)]
    var network = network(beds: [1, 5, 0], step: step, arrivals: [(0, 0, 0), (1, 0, 1)])
    network.stocks = [
      Stock(id: "blood", title: "Blood", level: .fixed(0), largest: .fixed(10), deliveryPerDay: .fixed(10))
    ]
    // From 1 to 6, half an hour on the way, an hour there.
    #expect(abs(try #require(PlaceHoldingTests.figure("hours1", network)) - 6.5) < 1e-6)
  }

  @Test("Who gets a place of another facility at once did not wait where they asked")
  func waitedShare() {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed", needsTransport: false)], beds: [1],
      steps: [Step(id: "s", unitKind: 0, stay: .constant(30))],
      classes: [PatientClass(id: "c", title: "C", pathway: 0)], arrivals: [(0, 0), (0, 1), (0, 2), (0, 3)],
      measures: [nil, 0, 1].map {
        DeclaredMeasure(
          id: "share\($0.map { "\($0)" } ?? "")", quantity: .waitedShare, unitKind: 0, facility: $0)
      })
    network.unitKinds[0].helpWithinRegion = true
    network.facilities.append(Facility(id: "g", name: "G", region: 0))
    network.units.append(CareUnit(facility: 1, kind: 0, staffedBeds: 1))
    for index in network.inflows.indices { network.inflows[index].facilities = [index == 2 ? 1 : 0] }
    // The first two at once, the second in the other facility; the third, of that one, and the fourth wait.
    #expect(PlaceHoldingTests.figure("share", network) == 0.5)
    #expect(PlaceHoldingTests.figure("share0", network).map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    #expect(PlaceHoldingTests.figure("share1", network) == 1)
  }
}
