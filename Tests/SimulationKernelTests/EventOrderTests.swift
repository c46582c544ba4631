import SimulationKernel
import Testing

@Suite("Event order")
struct EventOrderTests {
  func runInOneGo(_ script: Script) -> [LogEntry] {
    let journal = Journal()
    var run = ScriptedRun(script, journal: journal)
    run.run()
    return journal.log
  }

  @Test("Events, messages, barriers and cancellations happen in the order of a plain sorted array, 200 seeds")
  func oracle() {
    var counts = [LogEntry.Kind: Int]()
    for seed in 1...200 as ClosedRange<UInt64> {
      let script = Script(seed: seed, labelLimit: 60)
      var oracle = SortedArrayOracle(script)
      oracle.run()
      let log = runInOneGo(script)
      #expect(log == oracle.log, "seed \(seed)")
      for entry in log { counts[entry.kind, default: 0] += 1 }
    }
    // The script is worth something only if it meets every case often.
    for kind in [LogEntry.Kind.event, .message, .barrier, .cancelled, .notCancelled] {
      #expect(counts[kind, default: 0] > 100, "\(kind)")
    }
  }

  @Test("Time never goes back")
  func monotone() {
    let log = runInOneGo(Script(seed: 99))
    #expect(log.count > 500)
    #expect(zip(log, log.dropFirst()).allSatisfy { $0.ticks <= $1.ticks })
  }

  @Test("A run that is paused at any time, and a copy of it, go on as the run in one go, 20 seeds")
  func pauseAndCopy() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let script = Script(seed: seed)
      let whole = runInOneGo(script)
      let journal = Journal()
      var run = ScriptedRun(script, journal: journal)
      for pause in [0, 1, 7, 7, 150] as [Int64] {
        run.run(until: pause)
        #expect(run.engine.now.ticks == pause)
      }
      let copied = Journal()
      copied.log = journal.log
      var copy = run.copy(journal: copied)
      run.run()
      copy.run(until: 200)
      copy.run()
      #expect(journal.log == whole, "seed \(seed)")
      #expect(copied.log == whole, "seed \(seed), copy")
      #expect(copy.engine.executedCount == run.engine.executedCount)
    }
  }

  @Test("What happens before an earlier end does not depend on the end")
  func earlierEnd() {
    for seed in 1...10 as ClosedRange<UInt64> {
      let long = runInOneGo(Script(seed: seed))
      let short = runInOneGo(Script(seed: seed, endTicks: 20))
      // An event beyond the end is not queued, so cancelling it answers differently: compare what happened.
      func happened(_ log: [LogEntry]) -> [LogEntry] {
        log.filter { $0.ticks < 20 && $0.kind != .cancelled && $0.kind != .notCancelled }
      }
      #expect(happened(long) == happened(short), "seed \(seed)")
    }
  }
}
