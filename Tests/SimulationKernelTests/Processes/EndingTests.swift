import SimulationKernel
import Testing

/// Counts itself out when the last reference goes.
private final class Witness: Sendable {
  let gone: @Sendable () -> Void
  init(_ gone: @escaping @Sendable () -> Void) { self.gone = gone }
  deinit { gone() }
}

@Suite("The end of a run of processes")
struct EndingTests {
  @Test("Open waits throw at the end in the order of spawning, each with its children, and nobody is served")
  func order() throws {
    let log = try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [String] = []
      let resource = Resource(capacity: 1)
      let store = Store<Int>()
      let condition = ProcessCondition()
      for name in ["holder", "second"] {
        simulation.spawn {
          defer { log.append("\(name) left at \(simulation.now.hours)") }
          try await resource.with {
            log.append("\(name) served")
            try await simulation.hold(for: .hours(50))
          }
        }
      }
      simulation.spawn {
        defer { log.append("taker left") }
        _ = try await store.take()
        log.append("taker served")
      }
      simulation.spawn {
        defer { log.append("parent left") }
        async let first: Void = condition.waitForSignal()
        async let second: Void = simulation.hold(for: .hours(11))
        _ = try await (first, second)
      }
      let last = simulation.spawn {
        do { try await simulation.hold(for: .hours(99)) } catch {
          try? await store.put(1)
          condition.signal()
          log.append("last left")
        }
      }
      simulation.spawn {
        try await last.waitForEnd()
        log.append("must not go on")
      }
      try simulation.run()
      #expect(simulation.liveProcessCount == 0 && simulation.hasEnded)
      let late = simulation.spawn { log.append("must not begin") }
      #expect(late.isFinished)
      return log
    }
    #expect(
      log == [
        "holder served", "holder left at 10.0", "second left at 10.0", "taker left", "parent left",
        "last left",
      ])
  }

  @Test("A scope that is left early ends its processes and frees them, also when it throws")
  func leaving() throws {
    struct Stop: Error {}
    nonisolated(unsafe) var freed = 0
    #expect(throws: Stop.self) {
      try withProcessSimulation(end: .zero + .hours(10)) { simulation in
        for _ in 0..<20 {
          let witness = Witness { unsafe freed += 1 }
          simulation.spawn {
            try await simulation.hold(for: .hours(5))
            withExtendedLifetime(witness) {}
          }
        }
        try simulation.run(until: .zero + .hours(1))
        throw Stop()
      }
    }
    #expect(unsafe freed == 20)
  }

  @Test("An error in the cleanup of a process is thrown by the run")
  func failure() throws {
    struct Spill: Error {}
    #expect(throws: ProcessFailure.self) {
      try withProcessSimulation(end: .zero + .hours(10)) { simulation in
        simulation.spawn {
          do { try await simulation.hold(for: .hours(50)) } catch { throw Spill() }
        }
        try simulation.run()
      }
    }
  }

  @Test("A process stops the run: what is ready goes on, and a later call goes on from there")
  func stop() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [String] = []
      for name in ["a", "b"] {
        simulation.spawn {
          while true {
            try await simulation.hold(for: .hours(2))
            log.append("\(name) \(simulation.now.hours)")
            if name == "a" && simulation.now.hours == 4 { simulation.stop() }
          }
        }
      }
      try simulation.run()
      #expect(log == ["a 2.0", "b 2.0", "a 4.0"] && simulation.now.hours == 4 && !simulation.hasEnded)
      try simulation.run(until: .zero + .hours(7))
      #expect(log.dropFirst(3) == ["b 4.0", "a 6.0", "b 6.0"] && simulation.now.hours == 7)
    }
  }

  @Test("A process cannot finish its simulation")
  func finish() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try withProcessSimulation(end: .zero + .hours(10)) { simulation in
        simulation.spawn { try simulation.finish() }
        try simulation.run()
      }
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("cannot be finished by one of its own processes"), "\(text)")
  }
}
