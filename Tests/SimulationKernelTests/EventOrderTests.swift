import SimulationKernel
import Testing

@Suite("Event order")
struct EventOrderTests {
  func runInOneGo(_ script: Script) -> ScriptedModel {
    var scheduler = ScriptedModel.scheduler(script)
    var model = ScriptedModel(script: script)
    model.start(in: &scheduler)
    scheduler.run(&model, until: scheduler.end)
    return model
  }

  @Test("Events, messages, barriers and cancellations happen in the order of a plain sorted array, 60 seeds")
  func oracle() {
    var counts = [LogEntry.Kind: Int]()
    for seed in 1...60 as ClosedRange<UInt64> {
      let script = Script(seed: seed, labelLimit: 500)
      var oracle = SortedArrayOracle(script)
      oracle.run()
      let model = runInOneGo(script)
      #expect(model.log == oracle.log, "seed \(seed)")
      for entry in model.log { counts[entry.kind, default: 0] += 1 }
    }
    // The script is worth something only if it meets every case often.
    for kind in [LogEntry.Kind.event, .message, .barrier, .cancelled, .notCancelled] {
      #expect(counts[kind, default: 0] > 100, "\(kind)")
    }
  }

  @Test("Time never goes back")
  func monotone() {
    let log = runInOneGo(Script(seed: 99)).log
    #expect(log.count > 500)
    #expect(zip(log, log.dropFirst()).allSatisfy { $0.ticks <= $1.ticks })
  }

  @Test("A run that is paused at any time, and a copy of it, go on as the run in one go, 20 seeds")
  func pauseAndCopy() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let script = Script(seed: seed)
      let whole = runInOneGo(script)
      var scheduler = ScriptedModel.scheduler(script)
      var model = ScriptedModel(script: script)
      model.start(in: &scheduler)
      for pause in [0, 1, 7, 7, 150] as [Int64] {
        scheduler.run(&model, until: SimulationTime(ticks: pause))
        #expect(scheduler.now.ticks == pause)
      }
      var copiedScheduler = scheduler.copy()
      var copiedModel = model
      scheduler.run(&model, until: scheduler.end)
      copiedScheduler.run(&copiedModel, until: SimulationTime(ticks: 200))
      copiedScheduler.run(&copiedModel, until: copiedScheduler.end)
      #expect(model.log == whole.log, "seed \(seed)")
      #expect(copiedModel.log == whole.log, "seed \(seed), copy")
    }
  }

  @Test("What happens before an earlier end does not depend on the end")
  func earlierEnd() {
    for seed in 1...10 as ClosedRange<UInt64> {
      let long = runInOneGo(Script(seed: seed)).log
      let short = runInOneGo(
        Script(seed: seed, endTicks: 20)
      ).log
      // An event beyond the end is not queued, so cancelling it answers differently: compare what happened.
      func happened(_ log: [LogEntry]) -> [LogEntry] {
        log.filter { $0.ticks < 20 && $0.kind != .cancelled && $0.kind != .notCancelled }
      }
      #expect(happened(long) == happened(short), "seed \(seed)")
    }
  }
}
