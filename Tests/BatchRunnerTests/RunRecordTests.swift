import BatchRunner
import Foundation
import Testing

@Suite("What a run says of itself beside its tables")
struct RunRecordTests {
  @Test(
    "endurance of all regions together comes before each region, and a breach of a region is the record's")
  func endurance() throws {
    let outcome = try BatchRun(BatchFixture.plan(), context: BatchFixture.context).run(into: nil)
    for arm in outcome.points[0].arms {
      for record in arm.breaches {
        let same = arm.endurance.first {
          $0.resource == .unitKind(record.unitKind) && $0.region == record.region
        }
        #expect(same?.firstDays.days == record.firstDays)
      }
      #expect(arm.endurance.contains { $0.region == nil })
    }
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
