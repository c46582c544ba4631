import BatchRunner
import CareModel
import OutputStatistics
import Testing

/// What tables and findings say of those whose patience ends.
struct LeavingQueueTests {
  @Test("who leaves the queue neither waits still nor gets a place (Erlang A, seed 20270104)")
  func erlangA() throws {
    var plan = try ValidationExperimentTests.plan("erlang-a", replications: 6, seed: 20_270_104)
    plan.horizonDays = 20
    let run = BatchRun(plan, context: BatchFixture.context(threads: 1))
    let outcome = try run.run(into: nil)
    let waits = try #require(outcome.points[0].arms[0].waits.first { !$0.isCasualty })
    // Some 17,000 patients, of whom .279942 leave: the standard error is 0.005. Nobody waits for a day.
    let left = Double(waits.left.reduce(0, +)) / Double(waits.survival.total)
    #expect(abs(left - 0.279942) < 0.02)
    #expect(waits.stillWaiting.reduce(0, +) == 0)
    let started = KaplanMeier(waits.incidenceOfStarts).endedIncidence(at: 720)
    #expect(abs(started + left - 1) < 1e-9)
    #expect(KaplanMeier(waits.incidenceOfDeaths).competingIncidence(at: 720) == 0)
  }
}
