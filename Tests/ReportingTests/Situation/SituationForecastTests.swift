import CareModel
import Reporting
import Testing

@Suite("Situation picture: forecasts")
struct SituationForecastTests {
  /// A trajectory whose ward holds given numbers of patients at 06:00 of each day.
  private static func report(_ daily: [Int]) -> SituationReport {
    var trajectory = SituationFixture.trajectory
    for index in trajectory.samples.indices {
      let day = min(daily.count - 1, max(0, (index - 6) / 24))
      for unit in trajectory.samples[index].units.indices
      where trajectory.samples[index].units[unit].kind == 0 {
        trajectory.samples[index].units[unit].occupied = daily[day]
      }
      for region in trajectory.samples[index].regions.indices {
        trajectory.samples[index].regions[region].isSilent = false
      }
    }
    return SituationFixture.report(trajectory, hour: (daily.count - 1) * 24 + 8)
  }

  private static func forecasts(_ daily: [Int]) -> [SituationForecast] {
    let report = report(daily)
    return report.areas(.region)[0].figures[report.measure("ward_occupied_places") ?? 0]?.forecasts ?? []
  }

  @Test("Figures that stay the same are forecast to stay, without an error")
  func constant() {
    let forecasts = Self.forecasts(Array(repeating: 9, count: 9))
    #expect(forecasts.map(\.leadHours) == [24, 72])
    #expect(forecasts.map(\.mean) == [9, 9])
    #expect(forecasts[0].lower == 9 && forecasts[0].upper == 9)
  }

  @Test("A rise goes on, and slower than it was; the range widens with the lead")
  func rising() throws {
    let forecasts = Self.forecasts([2, 4, 6, 8, 10, 12, 14, 16, 18])
    #expect(forecasts[0].mean > 18 && forecasts[0].mean < 20)
    #expect(forecasts[1].mean > forecasts[0].mean && forecasts[1].mean < 24)
    let near = try #require(forecasts[0].upper) - forecasts[0].mean
    let far = try #require(forecasts[1].upper) - forecasts[1].mean
    #expect(far > near && near > 0)
  }

  @Test("A fall never leads below zero")
  func falling() {
    let forecasts = Self.forecasts([16, 14, 12, 10, 8, 6, 4, 2, 0])
    #expect(forecasts.allSatisfy { $0.mean >= 0 && ($0.lower ?? 0) >= 0 })
  }

  @Test("Two reports give no forecast, three one without a range")
  func fewReports() {
    #expect(Self.forecasts([3, 4]).isEmpty)
    let three = Self.forecasts([3, 4, 5])
    #expect(three.count == 2 && three.allSatisfy { $0.lower == nil && $0.upper == nil })
  }
}
