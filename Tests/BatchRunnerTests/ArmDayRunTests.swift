import BatchRunner
import CareModel
import CarePolicies
import Testing

@Suite("Arms that begin on a day")
struct ArmDayRunTests {
  private func trials(_ fromDays: [Double], threads: Int = 1, _ change: (inout BatchPlan) -> Void = { _ in })
    throws
    -> [[TrialFigures]]
  {
    try trials(fromDays.map { PolicyTerm(fromDay: $0) }, threads: threads, change)
  }

  private func trials(
    _ terms: [PolicyTerm], threads: Int = 1, _ change: (inout BatchPlan) -> Void = { _ in }
  ) throws -> [[TrialFigures]] {
    var plan = BatchFixture.plan(replications: 2)
    plan.points[0].terms = terms
    change(&plan)
    let context = BatchFixture.context(threads: threads)
    let outcome = try BatchRun(plan, context: context).run(into: nil)
    return outcome.points[0].arms.map { $0.trials }
  }

  @Test(
    "From day 0 an arm is what it is without a day, and an arm with the baseline's policies is the baseline")
  func zero() throws {
    let plain = try trials([Double]())
    #expect(try trials([0, 0, 0]) == plain)
    let same = try trials([0, 2.5]) { $0.arms[1].choices = [] }
    #expect(same[1] == same[0])
    let spelt = try trials([0, 2.5]) { plan in
      plan.arms[1].choices = [PolicyChoice(decision: .admission, id: "admit-all")]
    }
    #expect(spelt[1] == spelt[0])
  }

  @Test(
    "Until a day it is neither what it is without one nor the baseline, and what ends as it begins is the baseline"
  )
  func ends() throws {
    let plain = try trials([Double]())
    let ended = try trials([PolicyTerm(), PolicyTerm(untilDay: 3)])
    #expect(ended[0] == plain[0] && ended[1] != plain[1] && ended[1] != plain[0])
    #expect(try trials([PolicyTerm(), PolicyTerm(untilDay: 3)], threads: 4) == ended)
    let within = try trials([PolicyTerm(), PolicyTerm(fromDay: 2, untilDay: 3)])
    #expect(within[1] != ended[1] && within[1] != plain[0])
    let same = try trials([PolicyTerm(), PolicyTerm(fromDay: 1, untilDay: 2.5)]) { $0.arms[1].choices = [] }
    #expect(same[1] == same[0])
  }

  @Test("From a later day it is neither, and the number of threads changes nothing")
  func later() throws {
    let plain = try trials([Double]())
    let late = try trials([0, 3])
    #expect(late[0] == plain[0] && late[2] == plain[2])
    #expect(late[1] != plain[1] && late[1] != plain[0])
    #expect(try trials([0, 3], threads: 2) == late)
    // More threads than work: each run's partitions are shared out.
    #expect(try trials([0, 3], threads: 4) == late)
  }
}
