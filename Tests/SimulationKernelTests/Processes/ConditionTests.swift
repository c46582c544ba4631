import SimulationKernel
import Testing

@Suite("Conditions")
struct ConditionTests {
  @Test(
    "A signal lets those go on whose predicate holds, first come, first served, and it holds when they do")
  func predicate() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let condition = ProcessCondition()
      var stock = 0
      var log: [String] = []
      for (name, wanted) in [("a", 2), ("b", 1), ("c", 2)] {
        simulation.spawn {
          try await condition.wait { stock >= wanted }
          stock -= wanted
          log.append("\(name) \(simulation.now.hours)")
        }
      }
      simulation.spawn {
        for _ in 0..<5 {
          try await simulation.hold(for: .hours(1))
          stock += 1
          condition.signal()
        }
      }
      try simulation.run()
      #expect(log == ["b 1.0", "a 3.0", "c 5.0"] && stock == 0)
    }
  }

  @Test("One that finds its predicate broken by another keeps its place")
  func place() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let condition = ProcessCondition()
      var stock = 0
      var log: [String] = []
      for name in ["a", "b", "c"] {
        simulation.spawn {
          try await condition.wait { stock > 0 }
          stock -= 1
          log.append(name)
        }
      }
      simulation.spawn {
        for _ in 0..<3 {
          try await simulation.hold(for: .hours(1))
          stock += 1
          #expect(condition.signal() == condition.simulation.liveProcessCount - 1)
        }
      }
      try simulation.run()
      #expect(log == ["a", "b", "c"])
    }
  }

  @Test("Patience ends a wait, and a wait for a signal ends with the next")
  func patience() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let condition = ProcessCondition()
      var log: [String] = []
      simulation.spawn {
        let came = try await condition.wait(until: { false }, patience: .hours(2))
        log.append("\(came) \(simulation.now.hours)")
      }
      simulation.spawn {
        try await condition.waitForSignal()
        log.append("signal \(simulation.now.hours)")
      }
      simulation.spawn(after: .hours(1)) {
        #expect(condition.waitingCount == 2)
        condition.signal()
      }
      try simulation.run()
      #expect(log == ["signal 1.0", "false 2.0"] && condition.waitingCount == 0)
    }
  }
}
