import SimulationKernel
import Testing

@Suite("SimulationTime and SimulationDuration")
struct SimulationTimeTests {
  @Test("Hours, days and minutes round to the nearest microsecond")
  func rounding() {
    #expect(SimulationDuration.hours(1).ticks == 3_600_000_000)
    #expect(SimulationDuration.days(1).ticks == 86_400_000_000)
    #expect(SimulationDuration.minutes(1).ticks == 60_000_000)
    #expect(SimulationDuration.hours(1.4 / 3_600_000_000).ticks == 1)
    #expect(SimulationDuration.hours(1.6 / 3_600_000_000).ticks == 2)
    #expect(SimulationDuration.hours(0.4 / 3_600_000_000).ticks == 0)
    #expect(SimulationDuration.hours(36.5).hours == 36.5)
  }

  @Test("Negative spans and not-a-number are no time; endless ones are the longest")
  func bounds() {
    #expect(SimulationDuration.hours(-1) == .zero)
    #expect(SimulationDuration.hours(.nan) == .zero)
    #expect(SimulationDuration.hours(-.infinity) == .zero)
    #expect(SimulationDuration.hours(.infinity) == .longest)
    #expect(SimulationDuration.hours(1e300) == .longest)
  }

  @Test("Times and spans add and subtract")
  func arithmetic() {
    let time = SimulationTime(ticks: 10) + .tick + SimulationDuration(ticks: 4)
    #expect(time.ticks == 15)
    #expect((time - SimulationTime(ticks: 20)).ticks == -5)
    #expect((time - SimulationDuration(ticks: 5)).ticks == 10)
    #expect(SimulationTime.limit.ticks == 4_503_599_627_370_496)
  }

  @Test("A sum beyond all times is the last time, and one of spans the longest")
  func largeSums() {
    let endless = SimulationDuration(ticks: .max)
    #expect((SimulationTime(ticks: 60) + endless).ticks == .max)
    #expect((endless + .longest).ticks == .max)
    #expect((endless + SimulationDuration(ticks: -1)).ticks == .max - 1)
  }
}
