import CareModel
import Testing

/// Published times: the tables that Astro::Sunrise 0.98 ships from Paul Schlyter's program, another algorithm (2013,
/// upper limb, −0.833°), and the lengths of the longest and the shortest day in Stockholm that were in the news.
@Suite("Sunrise and sunset")
struct DaylightTests {
  struct Place: Sendable {
    let date: String
    let latitude: Double
    let longitude: Double
    let offset: Int
    let rise: Double
    let set: Double
  }

  static func at(
    _ date: String, _ latitude: Double, _ longitude: Double, _ offset: Int, _ rise: Double, _ set: Double
  ) -> Place {
    func minutes(_ clock: Double) -> Double {
      clock.rounded(.down) * 60 + (clock - clock.rounded(.down)) * 100
    }
    return Place(
      date: date, latitude: latitude, longitude: longitude, offset: offset, rise: minutes(rise),
      set: minutes(set))
  }

  static let published: [Place] = [
    // Greenwich, Reykjavik, Quito, El Hierro.
    at("2013-01-01", 51.467, 0, 0, 8.05, 16.02), at("2013-03-21", 51.467, 0, 0, 6.00, 18.15),
    at("2013-06-21", 51.467, 0, 0, 3.43, 20.21), at("2013-01-01", 64.067, -21.967, -60, 10.18, 14.45),
    at("2013-03-21", 64.067, -21.967, -60, 6.24, 18.46), at("2013-06-21", 64.067, -21.967, -60, 1.57, 23.02),
    at("2013-01-01", -0.25, -78.583, -300, 6.14, 18.22), at("2013-03-21", -0.25, -78.583, -300, 6.18, 18.25),
    at("2013-06-21", -0.25, -78.583, -300, 6.13, 18.19), at("2013-01-01", 27.733, -18.05, -60, 7.03, 17.29),
    at("2013-03-21", 27.733, -18.05, -60, 6.15, 18.24), at("2013-06-21", 27.733, -18.05, -60, 5.17, 19.11),
  ]

  static func day(_ date: String, _ latitude: Double, _ longitude: Double, _ offset: Int) -> Daylight.Day {
    Daylight.day(
      latitude: latitude, longitude: longitude, date: TimeOrigin(date + "T00:00:00+00:00").date,
      offsetMinutes: offset)
  }

  @Test("Rise and set are within two minutes of published times", arguments: published)
  func times(place: Place) {
    guard
      case .sun(let rise, let set) = Self.day(place.date, place.latitude, place.longitude, place.offset)
    else {
      Issue.record("no sunrise")
      return
    }
    #expect(abs(rise - place.rise) <= 2, "rise \(rise), published \(place.rise)")
    #expect(abs(set - place.set) <= 2, "set \(set), published \(place.set)")
  }

  @Test(
    "The longest and the shortest day in Stockholm in 2022 are 18 h 37 min and 6 h 5 min",
    arguments: [("2022-06-21", 1_117.1), ("2022-12-21", 364.8)])
  func lengths(date: String, minutes: Double) {
    guard case .sun(let rise, let set) = Self.day(date, 59.33, 18.07, 60) else {
      Issue.record("no sunrise")
      return
    }
    #expect(abs(set - rise - minutes) <= 2, "\(set - rise)")
  }

  @Test("Kiruna has a polar night and a midnight sun, and the southern hemisphere the other way round")
  func polar() {
    #expect(Self.day("2024-12-21", 67.86, 20.23, 60) == .polarNight)
    #expect(Self.day("2024-06-21", 67.86, 20.23, 60) == .polarDay)
    #expect(Self.day("2024-12-21", -75, 0, 0) == .polarDay)
    #expect(Self.day("2024-06-21", -75, 0, 0) == .polarNight)
    #expect(Self.day("2024-06-21", 90, 0, 0) == .polarDay)
    if case .sun = Self.day("2024-03-20", 67.86, 20.23, 60) {} else { Issue.record("no sunrise in March") }
  }
}
