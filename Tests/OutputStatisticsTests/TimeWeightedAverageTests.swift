import OutputStatistics
import Testing

@Suite("TimeWeightedAverage")
struct TimeWeightedAverageTests {
  @Test("The average is the area below the level over the time, exactly")
  func average() {
    var beds = TimeWeightedAverage(start: 100, level: 2)
    beds.change(by: 3, at: 110)
    beds.set(1, at: 120)
    #expect(beds.area == 70)
    #expect(beds.area(until: 130) == 80)
    #expect(beds.average(until: 140) == 90.0 / 40)
    #expect(beds.peak == 5)
    #expect(beds.level == 1)
  }

  @Test("A level that lasts no time is no peak, and the present one is")
  func peak() {
    var beds = TimeWeightedAverage(start: 0, level: 9)
    beds.set(4, at: 0)
    #expect(beds.peak == 4)
    beds.set(50, at: 10)
    #expect(beds.peak == 50)
    beds.set(3, at: 10)
    #expect(beds.peak == 4)
  }

  @Test("Without time there is no average")
  func noTime() {
    #expect(TimeWeightedAverage(start: 5, level: 3).average(until: 5) == nil)
  }

  @Test("A century of microseconds at a million beds does not overflow")
  func large() {
    var beds = TimeWeightedAverage(level: 1_000_000)
    beds.set(0, at: 1 << 52)
    #expect(beds.average(until: 1 << 52) == 1_000_000)
  }
}
