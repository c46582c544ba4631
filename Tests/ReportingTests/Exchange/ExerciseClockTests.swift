import Reporting
import Testing

@Suite("Clock of an exercise")
struct ExerciseClockTests {
  let clock = ExerciseClock(timeOrigin: "2027-01-04T00:00:00+01:00")

  @Test("a minute is a time of UTC, of the local clock and of the exercise")
  func writes() {
    #expect(clock.utc(485) == "2027-01-04T07:05:00Z")
    #expect(clock.local(485) == "2027-01-04T08:05:00+01:00")
    #expect(clock.localWithoutOffset(485) == "2027-01-04T08:05:00")
    #expect(clock.readable(485) == "2027-01-04 08:05")
    #expect(clock.relative(485) == "D+0 08:05")
    #expect(clock.relative(1_440 * 2 + 61) == "D+2 01:01")
  }

  @Test("minutes before day 0 count backwards over midnight and the turn of the year")
  func before() {
    #expect(clock.utc(0) == "2027-01-03T23:00:00Z")
    #expect(clock.relative(-60) == "D-1 23:00")
    #expect(clock.local(-1_440 * 4) == "2026-12-31T00:00:00+01:00")
  }

  @Test("29 February is where the calendar has it")
  func leapDay() {
    let leap = ExerciseClock(timeOrigin: "2028-02-28T00:00:00+00:00")
    #expect(leap.utc(1_440) == "2028-02-29T00:00:00Z")
    #expect(leap.utc(2_880) == "2028-03-01T00:00:00Z")
  }

  @Test("an origin that cannot be read and minutes beyond measure do no harm")
  func extremes() {
    #expect(ExerciseClock(timeOrigin: "soon").utc(0) == "1970-01-01T00:00:00Z")
    #expect(clock.utc(.max).count == 20)
    #expect(clock.utc(.min).count == 20)
    #expect(ExerciseClock(timeOrigin: "2027-01-04T00:00:00-03:30").local(0) == "2027-01-04T00:00:00-03:30")
  }
}
