import SimulationKernel
import Testing

@Suite("Holds of processes")
struct HoldTests {
  @Test("The clock stands where a hold ends, and processes go on in the order of time")
  func order() throws {
    let log = try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [String] = []
      for (name, delay) in [("a", 3.0), ("b", 1.0), ("c", 2.0)] {
        simulation.spawn {
          try await simulation.hold(for: .hours(delay))
          log.append("\(name) at \(simulation.now.hours)")
          try await hold(until: .zero + .hours(delay + 3))
          log.append("\(name) at \(simulation.now.hours)")
        }
      }
      try simulation.run()
      #expect(simulation.eventCount == 6)
      #expect(simulation.liveProcessCount == 0 && simulation.processCount == 3)
      return log
    }
    #expect(log == ["b at 1.0", "c at 2.0", "a at 3.0", "b at 4.0", "c at 5.0", "a at 6.0"])
  }

  @Test("At one microsecond the lower priority number comes first, and then what was scheduled first")
  func ties() throws {
    let log = try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [Int] = []
      for (name, priority) in [(0, 4), (1, 4), (2, 7), (3, 1), (4, 4)] as [(Int, UInt8)] {
        simulation.spawn {
          try await simulation.hold(for: .hours(1), priority: priority)
          log.append(name)
        }
      }
      try simulation.run()
      return log
    }
    #expect(log == [3, 0, 1, 4, 2])
  }

  @Test("A run goes on where it paused, and a process that is spawned meanwhile begins then")
  func pauses() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var log: [Double] = []
      simulation.spawn {
        for _ in 0..<3 {
          try await simulation.hold(for: .hours(2))
          log.append(simulation.now.hours)
        }
      }
      try simulation.run(until: .zero + .hours(4))
      #expect(log == [2] && simulation.now.hours == 4 && !simulation.hasEnded)
      simulation.spawn(after: .hours(1)) { log.append(-simulation.now.hours) }
      try simulation.run()
      #expect(log == [2, 4, -5, 6] && simulation.now == simulation.end && simulation.hasEnded)
    }
  }

  @Test("A process is carried by the task of one that has finished, and sees nothing of it")
  func recycling() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      var finished = 0
      simulation.spawn {
        for _ in 0..<50 {
          let process = simulation.spawn {
            try await simulation.hold(for: .hours(1))
            finished += 1
            throw CancellationError()
          }
          #expect(!process.isFinished)
          try await process.waitForEnd()
          #expect(process.isFinished)
        }
      }
      try simulation.run()
      #expect(finished == 50)
      #expect(simulation.processCount == 51)
    }
  }

  @Test("A simulation can be run by a process of another")
  func nesting() throws {
    let total = try withProcessSimulation(end: .zero + .hours(10)) { outer in
      var total = 0.0
      for hours in [1.0, 2.0] {
        outer.spawn {
          try await outer.hold(for: .hours(hours))
          total += try withProcessSimulation(end: .zero + .hours(5)) { inner in
            var last = 0.0
            inner.spawn {
              while true {
                try await hold(for: .hours(hours))
                last = inner.now.hours
              }
            }
            try inner.run()
            return last
          }
          try await hold(for: .hours(1))
        }
      }
      try outer.run()
      return total
    }
    #expect(total == 8)
  }
}
