import CareModel
import RandomStreams
import Testing

/// Stays that end during some hours of the week alone.
@Suite("Hours in which stays end")
struct StayEndTests {
  /// Every day from 10 to 12.
  private static let rounds = OpeningCalendar(
    id: "rounds", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 600, untilMinute: 720)],
    otherwiseShare: 0)

  private static func network(
    _ step: Step, _ calendar: OpeningCalendar = rounds, priorities: [Int] = [3], arrivals: [(Int, Double)],
    preemption: UnitKind.Preemption = .none
  ) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "bed", title: "bed", preemption: preemption)], beds: [1], steps: [step],
      classes: priorities.enumerated().map { index, priority in
        PatientClass(id: "c\(index)", title: "C", pathway: index, priority: priority)
      }, arrivals: arrivals,
      measures: priorities.indices.flatMap { index in
        [
          DeclaredMeasure(id: "h\(index)", quantity: .meanHoursInSystem, classes: [index]),
          DeclaredMeasure(id: "stay\(index)", quantity: .meanStayHours, unitKind: 0, classes: [index]),
        ]
      })
    network.calendars = [calendar]
    return network
  }

  @Test(
    "A stay that would be over at another time goes on until the next hour of the calendar, and is as long",
    arguments: [(0, 10), (5.5, 5), (6.9, 5), (7, 27), (8, 26)])
  func untilOpen(arrival: Double, hours: Double) {
    let step = Step(id: "s", unitKind: 0, stay: .constant(5), endsDuring: 0)
    let network = Self.network(step, arrivals: [(0, arrival)])
    #expect(PlaceHoldingTests.figure("h0", network) == hours)
    #expect(PlaceHoldingTests.figure("stay0", network) == hours)
  }

  @Test("A step without unit and stay is a wait for the calendar, here for Tuesday noon")
  func waitAlone() {
    let noon = OpeningCalendar(
      id: "noon", intervals: [OpeningInterval(weekdays: 0b10, fromMinute: 720, untilMinute: 721)],
      otherwiseShare: 0)
    let network = Self.network(Step(id: "s", endsDuring: 0), noon, arrivals: [(0, 1.5)])
    #expect(PlaceHoldingTests.figure("h0", network) == 36 - 1.5)
  }

  @Test("What is left of a stay that is broken off is of the stay, not of the wait for its end")
  func brokenOff() {
    // Ten hours from 0, broken off from 5 to 8: over at 13, and ends at 34.
    let step = Step(id: "s", unitKind: 0, stay: .constant(10), endsDuring: 0)
    var network = Self.network(
      step, priorities: [3, 0], arrivals: [(0, 0), (1, 5)], preemption: .resume)
    network.pathways.append(Pathway(id: "q", steps: [Step(id: "s", unitKind: 0, stay: .constant(3))]))
    #expect(PlaceHoldingTests.figure("h0", network) == 34)
    // Over at 10.5 at the earliest: broken off at 6 for 3 hours it is over at 13, broken off at 13 it was over before.
    network.inflows[1].process = .pulse(count: 1, fromHours: 13, spanHours: 0)
    network.inflows[0].process = .pulse(count: 1, fromHours: 2.5, spanHours: 0)
    #expect(PlaceHoldingTests.figure("h0", network) == 34 - 2.5)
  }

  @Test("A calendar that is always open changes no figure")
  func neutral() {
    func values(_ calendar: Int?) -> [[Double?]] {
      var network = Fixture.singleUnit(servers: 3, arrivalsPerHour: 0.4, stay: .exponential(mean: 5))
      network.calendars = [OpeningCalendar(id: "always", intervals: [], otherwiseShare: 0.1)]
      network.pathways[0].steps[0].endsDuring = calendar
      return Fixture.run(network, horizonDays: 10, seed: 5, replications: 2).map(\.values)
    }
    #expect(values(0) == values(nil))
  }

  @Test(
    "With a bed for all, the mean number in bed grows by what a stay that is over at any moment waits, within 4.5 standard errors"
  )
  func meanWait() throws {
    // What leaves M/G/∞ is a Poisson process: over at any moment alike, and 22 of 24 hours are closed.
    let (rate, mean, closed) = (2.0, 30.0, 22.0)
    var network = Fixture.singleUnit(
      servers: 1_000, arrivalsPerHour: rate, stay: .exponential(mean: mean), runInDays: 14,
      measures: [DeclaredMeasure(id: "beds", quantity: .meanOccupied, unitKind: 0)])
    network.calendars = [Self.rounds]
    network.pathways[0].steps[0].endsDuring = 0
    try Fixture.check(
      network, days: 42, seed: 12, [("beds", rate * (mean + closed * closed / 2 / 24))])
  }
}
