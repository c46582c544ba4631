import CareModel
import CarePolicies
import RandomStreams
import SimulationKernel
import Testing

@Suite("Opening hours")
struct OpeningHoursTests {
  @Test(
    "Places open and close on the minute, on the right weekdays, from the first moment of the run-in",
    arguments: [
      OpeningHours(weekdays: 0b1_1111, fromMinute: 465, untilMinute: 990, aroundTheClockShare: 0.25),
      OpeningHours(weekdays: 0b100_0001, fromMinute: 0, untilMinute: 1440, aroundTheClockShare: 0),
      OpeningHours(weekdays: 0b111_1111, fromMinute: 900, untilMinute: 1440, aroundTheClockShare: 0.01),
    ])
  func capacity(hours: OpeningHours) {
    var network = Fixture.singleUnit(
      servers: 10, arrivalsPerHour: 0.01, stay: .constant(1), runInDays: 9)
    network.unitKinds[0].openingHours = hours
    // Day 0 is a Thursday; nine days before it is a Tuesday.
    network.firstWeekday = 3
    var simulation = CareSimulation(
      network, scenario: .peace, horizonDays: 1, drainDays: 0, seed: 1, replication: 0,
      policies: PolicyCatalogue.policySet([], network: network))
    let closed = hours.aroundTheClockShare == 0 ? 0 : hours.aroundTheClockShare == 0.25 ? 3 : 1
    for quarter in 0..<9 * 96 {
      // One microsecond into the quarter.
      let minute = quarter * 15
      simulation.advance(to: SimulationTime(ticks: Int64(minute) * 60_000_000 + 1))
      let weekday = (1 + minute / 1440) % 7
      let isOpen =
        hours.weekdays >> UInt8(weekday) & 1 == 1 && minute % 1440 >= hours.fromMinute
        && minute % 1440 < hours.untilMinute
      #expect(
        simulation.engine[region: 0].capacity(kind: 0) == (isOpen ? 10 : closed), "minute \(minute)")
    }
  }
}
