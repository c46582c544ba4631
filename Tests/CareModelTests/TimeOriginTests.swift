import CareModel
import Testing

@Suite("Day 0 of a model")
struct TimeOriginTests {
  @Test("The date and the offset of a time's origin")
  func origin() {
    #expect(TimeOrigin("1970-01-01T00:00:00Z") == TimeOrigin("1970-01-01T00:00+00:00"))
    let origin = TimeOrigin("2027-01-04T00:00:00-03:30")
    #expect(origin.date == 20_822 && origin.offsetMinutes == -210 && origin.day.weekday == 0)
  }

  @Test(
    "Of a text with a mistake what can be read counts, and seasons and daylight have the same day 0",
    arguments: [
      ("nonsense", TimeOrigin.Mistake.form, 0, 0), ("2027-01-04", .form, 20_822, 0),
      ("2027-01-04T00:00:00", .noOffset, 20_822, 0), ("2027-02-29T00:00:00+01:00", .noSuchDay, 0, 60),
      ("2027-13-04T08:00:00+01:00", .noSuchDay, 0, 60),
      ("2027-01-04T08:00:00+01:00", .notMidnight, 20_822, 60),
      ("2027-01-04T00:00:00+15:00", .form, 20_822, 0), ("2027-01-04T00:00:00+01:60", .form, 20_822, 0),
    ])
  func mistakes(text: String, mistake: TimeOrigin.Mistake, date: Int, offset: Int) {
    let read = TimeOrigin.read(text)
    #expect(read.mistake == mistake)
    #expect(
      read.origin.date == date && read.origin.offsetMinutes == offset && TimeOrigin(text) == read.origin)
    let network = CareNetwork(
      id: "", title: "", timeOrigin: text, unitKinds: [], regions: [], facilities: [], units: [], classes: [],
      pathways: [], inflows: [])
    #expect(network.firstDate == read.origin.day)
  }
}
