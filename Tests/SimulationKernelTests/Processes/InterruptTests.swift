import SimulationKernel
import Testing

private struct Broken: Error, Equatable { var code = 0 }

@Suite("Interrupts of processes")
struct InterruptTests {
  @Test("An interrupt ends a hold at once, and the time that was left does not come back")
  func interrupt() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [String] = []
      let process = simulation.spawn {
        do { try await simulation.hold(for: .hours(5)) } catch let error as Interruption {
          log.append("\(error) at \(simulation.now.hours)")
        }
        try await simulation.hold(for: .hours(1))
        log.append("through at \(simulation.now.hours)")
      }
      simulation.spawn(after: .hours(2)) { #expect(process.interrupt(reason: "fire")) }
      try simulation.run()
      #expect(log == ["fire at 2.0", "through at 3.0"])
      #expect(!process.interrupt(reason: "late"))
    }
  }

  @Test("A process that is not waiting meets interrupts at its next waits, one by one")
  func undelivered() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [Int] = []
      let process = simulation.spawn {
        for _ in 0..<3 {
          do {
            try await simulation.hold(for: .hours(1))
            log.append(0)
          } catch let error as Broken { log.append(error.code) }
        }
      }
      process.interrupt(Broken(code: 1))
      process.interrupt(Broken(code: 2))
      try simulation.run()
      #expect(log == [1, 2, 0])
    }
  }

  @Test("An error that leaves a process stops the run, which throws it with time and number")
  func failure() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      simulation.spawn { try await simulation.hold(for: .hours(9)) }
      simulation.spawn(after: .hours(3)) { throw Broken(code: 4) }
      let failure = #expect(throws: ProcessFailure.self) { try simulation.run() }
      #expect(failure?.process == 1 && failure?.time == .zero + .hours(3))
      #expect(failure?.error as? Broken == Broken(code: 4))
      #expect(simulation.now.hours == 3 && simulation.liveProcessCount == 1)
    }
  }

  @Test("An error goes to those who wait for the end of the process, and does not stop the run")
  func handledFailure() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var caught: [Double] = []
      let process = simulation.spawn(after: .hours(1)) { throw Broken() }
      for _ in 0..<2 {
        simulation.spawn {
          do { try await process.waitForEnd() } catch is Broken { caught.append(simulation.now.hours) }
        }
      }
      try simulation.run()
      #expect(caught == [1, 1])
    }
  }

  @Test("A cancelled process ends without harm")
  func cancel() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let process = simulation.spawn { try await simulation.hold(for: .hours(5)) }
      simulation.spawn(after: .hours(1)) {
        process.cancel()
        try await process.waitForEnd()
        #expect(simulation.now.hours == 1)
      }
      try simulation.run()
      #expect(process.isFinished)
    }
  }

  @Test("An interrupt of a process that waits for its child tasks reaches their waits")
  func children() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var caught: [Double] = []
      let process = simulation.spawn {
        do {
          async let first: Void = simulation.hold(for: .hours(5))
          async let second: Void = simulation.hold(for: .hours(6))
          _ = try await (first, second)
        } catch is Broken { caught.append(simulation.now.hours) }
      }
      simulation.spawn(after: .hours(2)) { process.interrupt(Broken()) }
      try simulation.run()
      #expect(caught == [2])
    }
  }

  /// Starts a process that starts a process, and so on; the last interrupts, the later in the instant the more steps.
  @SimulationActor
  static func interrupt(_ process: SimulationProcess, after steps: Int) {
    process.simulation.spawn {
      if steps == 0 { process.interrupt(Broken()) } else { interrupt(process, after: steps - 1) }
    }
  }

  @Test("An interrupt that comes before the child tasks have begun to wait reaches them", arguments: 0...4)
  func childrenToBe(steps: Int) throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [String] = []
      let process = simulation.spawn {
        do {
          async let first: Void = simulation.hold(for: .hours(5))
          async let second: Void = simulation.hold(for: .hours(6))
          _ = try await (first, second)
          log.append("both")
        } catch is Broken { log.append("interrupted at \(simulation.now.hours)") }
      }
      Self.interrupt(process, after: steps)
      try simulation.run()
      #expect(log == ["interrupted at 0.0"])
    }
  }

  @Test("An interrupt that comes as one child task ends reaches the others", arguments: 0...4)
  func otherChildren(steps: Int) throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let condition = ProcessCondition()
      var log: [String] = []
      let process = simulation.spawn {
        do {
          async let first: Void = condition.waitForSignal()
          async let second: Void = simulation.hold(for: .hours(6))
          try await first
          try await second
          log.append("both")
        } catch is Broken { log.append("interrupted at \(simulation.now.hours)") }
      }
      simulation.spawn(after: .hours(1)) {
        condition.signal()
        Self.interrupt(process, after: steps)
      }
      try simulation.run()
      #expect(log == ["interrupted at 1.0"])
    }
  }

  @Test("An error for which the only waiter was called off in the same instant stops the run")
  func waiterCalledOff() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let condition = ProcessCondition()
      let failing = simulation.spawn {
        try await condition.waitForSignal()
        throw Broken(code: 5)
      }
      let waiter = simulation.spawn { try await failing.waitForEnd() }
      simulation.spawn(after: .hours(1)) {
        condition.signal()
        waiter.cancel()
      }
      let failure = #expect(throws: ProcessFailure.self) { try simulation.run() }
      #expect(failure?.error as? Broken == Broken(code: 5) && failure?.time == .zero + .hours(1))
    }
  }

  @Test("A process that waits for one that has finished meets its interrupt")
  func finished() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var caught = false
      let first = simulation.spawn {}
      let second = simulation.spawn {
        do { try await first.waitForEnd() } catch is Broken { caught = true }
      }
      second.interrupt(Broken())
      try simulation.run()
      #expect(caught)
    }
  }
}
