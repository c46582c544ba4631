import BatchRunner
import CareModel
import Foundation
import Testing

@Suite("What a run says of itself beside its tables")
struct RunRecordTests {
  @Test(
    "places break on the first day with a queue of five per cent of them and at least one, all regions before each"
  )
  func endurance() throws {
    let plan = BatchFixture.plan(replications: 1)
    let outcome = try BatchRun(plan, context: BatchFixture.context).run(into: nil)
    let kinds = ["ward", "icu"]
    // One replication, so that the mean over replications is its figure.
    var broken = 0
    for arm in outcome.points[0].arms {
      let daily = try #require(arm.daily)
      #expect(arm.endurance.map(\.region) == [nil, 0, 1, nil, 0, 1])
      for (row, record) in arm.endurance.enumerated() {
        #expect(record.resource == .unitKind(row / 3))
        let places = [10, 1][row / 3] * (record.region == nil ? 2 : 1)
        let measure = try #require(
          outcome.measures.regionalIndex(of: "\(kinds[row / 3])_waiting_mean_patients"))
        let day = (0..<plan.dayCount).first {
          daily.figure(measure: measure, region: record.region, day: $0).mean >= max(1, 0.05 * Double(places))
        }
        #expect(record.firstDays.days == [day])
        if day != nil { broken += 1 }
      }
      #expect(arm.breaches(of: .unitKind(1)) == Array(arm.endurance[4...]))
    }
    #expect(broken > 0)
  }

  @Test("a region whose places nobody staffs breaks when one waits for them")
  func unstaffed() throws {
    var plan = BatchFixture.plan(replications: 1)
    plan.points[0].network.units[1].staffedBeds = 0
    let outcome = try BatchRun(plan, context: BatchFixture.context).run(into: nil)
    let arm = outcome.points[0].arms[0]
    #expect(arm.endurance.map(\.region) == [nil, 0, 1, nil, 0, 1])
    // Four wounded a day come to the two regions.
    let day = try #require(arm.breaches(of: .unitKind(1))[0].firstDays.days[0])
    #expect(day <= 2)
  }

  @Test("what is told of a design stands at the level that changes nothing, places and days with it")
  func shown() throws {
    var plan = BatchFixture.plan(replications: 1, factors: [8, 1, 2])
    plan.points[0].network.units[0].staffedBeds = 99
    #expect(plan.points[plan.shownPoint].levels.map(\.level) == ["8.0"])
    for point in plan.points.indices {
      plan.points[point].levels = [(factor: "beds", level: ["8", "1", "as is"][point])]
    }
    // Without words on what levels set, the one called 1.
    #expect(plan.shownPoint == 1)
  }

  @Test("the day by which a share has broken counts replications that never do")
  func days() {
    let days = FirstDays([3, nil, 1, nil])
    #expect(days.share == 0.5)
    #expect(days.day(at: 0.05) == 1)
    #expect(days.day(at: 0.5) == 3)
    #expect(days.day(at: 0.95) == nil)
  }
}
