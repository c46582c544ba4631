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
      #expect(arm.breaches(ofKind: 1) == Array(arm.endurance[4...]))
    }
    #expect(broken > 0)
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
