import CareModel
import Reporting
import Testing

@Suite("Triggers of injects, against the course and by the clock")
struct TriggerTests {
  private func words(_ injects: [Inject]) -> [[String]] {
    injects.map { $0.message.en.split(separator: "|").map(String.init) }
  }

  @Test(
    "A stock is short when it lasts less than so many days at normal use, else at the use of the last whole day"
  )
  func stocks() throws {
    let (course, injects) = try TriggerFixture.course(seed: 1)
    func stock(_ index: Int, _ hour: Int) -> RegionSample.StockSample {
      course.samples[hour].regions[0].stocks[index]
    }
    // Four patients at 5, 26 and 47.5 hours use a unit of blood and two of oxygen each.
    #expect([5, 6, 26, 27, 47, 48].map { stock(0, $0).level } == [40, 36, 36, 32, 32, 28])
    #expect(stock(1, 24).usedToday == 8 && stock(1, 48).usedToday == 16 && stock(1, 48).level == 36)
    // At midnight nothing has been used since midnight.
    #expect(words(injects("blood")) == [["North", "00:00", "Blood", "28", "2.80", "0"]])
    #expect(words(injects("oxygen")) == [["North", "00:00", "Oxygen", "36", "2.25", "0"]])
    #expect((injects("blood") + injects("oxygen")).allSatisfy { $0.eventMinute == 48 * 60 })
    #expect(injects("blood").map(\.stateVariable) == ["blood_level"])
    #expect(injects("blood").map(\.stateValue) == ["\(stock(0, 48).level)"])
  }

  @Test("Staff are few against the same hour of the first day, from the hour after they stay away")
  func staff() throws {
    let (course, injects) = try TriggerFixture.course(seed: 1)
    func present(_ hour: Int) -> Double { course.samples[hour].regions[0].staff[0] }
    // 84 persons of 42 hours a week, half of them away from 36 to 42 hours.
    #expect([12, 36, 37, 42, 43].map(present) == [21, 21, 10.5, 10.5, 21])
    #expect(words(injects("nurses")) == [["North", "13:00", "Nurses", "10", "21", "50"]])
    #expect(injects("nurses").map(\.eventMinute) == [37 * 60])
    #expect(injects("nurses").map(\.stateValue) == ["\(present(37))"])
  }

  @Test("Who is ready to leave is told while the places to go to are full, once a day")
  func leaving() throws {
    let (course, injects) = try TriggerFixture.course(seed: 1)
    let hours = [13, 37, 61]
    #expect(course.samples[12].total(kind: 0, region: 0).dischargeReady == 0)
    for hour in hours {
      let ward = course.samples[hour].total(kind: 0, region: 0)
      let municipal = course.samples[hour].total(kind: 1, region: 0)
      #expect(ward.dischargeReady == 4 && ward.staffed == 10 && municipal.occupied == 2)
    }
    #expect(injects("leaving").map(\.eventMinute) == hours.map { $0 * 60 })
    #expect(
      words(injects("leaving"))
        == Array(repeating: ["North", "13:00", "Municipal places", "2", "2", "0", "4", "40"], count: 3))
  }

  @Test("A region falls silent at the next whole hour, with the cut-off of the picture that is known by then")
  func silence() throws {
    let (course, injects) = try TriggerFixture.course(seed: 1)
    let silent = course.samples.filter { $0.regions[1].isSilent }.map(\.hour)
    #expect(silent == Array(32...41))
    #expect(course.samples.allSatisfy { !$0.regions[0].isSilent })
    let picture = try #require(course.samples[32].published)
    #expect(picture.cutOffTicks == 30 * 3_600_000_000)
    #expect(words(injects("silence")) == [["South", "08:00", "06:00"]])
    #expect(injects("silence").map(\.eventMinute) == [32 * 60])
  }

  @Test("A level of surge is told when it is ordered, not when its places open or it is given back")
  func surge() throws {
    let (course, injects) = try TriggerFixture.course(seed: 1)
    #expect([30, 36, 37, 48, 49].map { course.samples[$0].regions[0].surgeLevels[0] } == [0, 0, 1, 1, 0])
    let ward = course.samples[30].total(kind: 0, region: 0)
    #expect(words(injects("surge")) == [["North", "06:00", "1", "10", "\(ward.occupied)"]])
    #expect(injects("surge").map(\.eventMinute) == [30 * 60])
  }

  @Test(
    "Each flight leaves with its seats or is cancelled, at its time, and who flew is who the course has flown",
    arguments: UInt64(1)...4)
  func flights(seed: UInt64) throws {
    let (course, injects) = try TriggerFixture.course(seed: seed)
    func evacuated(_ hour: Int) -> Int {
      course.samples[hour].regions.reduce(0) { $0 + $1.counts.evacuated }
    }
    let due = [24, 36, 48, 60]
    var left: [[String]] = []
    var cancelled: [[String]] = []
    for (number, hour) in due.enumerated() {
      let flown = evacuated(hour + 1) - evacuated(hour)
      let time = hour % 24 == 0 ? "00:00" : "12:00"
      if flown > 0 {
        left.append([time, "\(number + 1)", "\(flown)"])
      } else {
        cancelled.append([time, "\(number + 1)"])
      }
    }
    #expect(words(injects("left")) == left && words(injects("cancelled")) == cancelled)
    #expect((injects("left") + injects("cancelled")).map(\.eventMinute).sorted() == due.map { $0 * 60 })
    if seed == 1 { #expect(!left.isEmpty && !cancelled.isEmpty) }
  }

  @Test(
    "Places of all kinds that are lost or back at one time are told once, with the cause; none where none is lost"
  )
  func places() throws {
    let (course, injects) = try TriggerFixture.course(seed: 1)
    func lost(_ hour: Int) -> Int { course.samples[hour].units.reduce(0) { $0 + $1.lost } }
    #expect([51, 52, 57, 58].map(lost) == [0, 6, 6, 0])
    #expect(words(injects("lost")) == [["North Hospital", "03:00", "a hit", "6"]])
    #expect(words(injects("back")) == [["North Hospital", "09:00", "a hit", "6"]])
    #expect(injects("lost").map(\.eventMinute) == [51 * 60])
    #expect(injects("back").map(\.eventMinute) == [57 * 60])
  }
}
