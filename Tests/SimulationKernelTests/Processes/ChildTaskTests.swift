import SimulationKernel
import Testing

@Suite("Child tasks of processes")
struct ChildTaskTests {
  @Test("async let lets several things pass at one time")
  func asyncLet() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var ends: [Double] = []
      simulation.spawn {
        async let short: Void = simulation.hold(for: .hours(2))
        async let long: Void = simulation.hold(for: .hours(3))
        try await simulation.hold(for: .hours(1))
        ends.append(simulation.now.hours)
        try await short
        ends.append(simulation.now.hours)
        try await long
        ends.append(simulation.now.hours)
      }
      try simulation.run()
      #expect(ends == [1, 2, 3])
    }
  }

  @Test("The first of a task group wins, and the cancelled others end at once")
  func race() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var result: (winner: Int, end: Double)?
      simulation.spawn {
        let winner = try await withThrowingTaskGroup(of: Int.self) { group in
          for (index, delay) in [4.0, 2.0, 3.0].enumerated() {
            group.addTask {
              try await simulation.hold(for: .hours(delay))
              return index
            }
          }
          let first = try await group.next() ?? -1
          group.cancelAll()
          return first
        }
        result = (winner, simulation.now.hours)
      }
      try simulation.run()
      #expect(result?.winner == 1 && result?.end == 2)
    }
  }

  @Test("A child task that is cancelled in line gives up its place")
  func cancelledInLine() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let resource = Resource(capacity: 1)
      simulation.spawn { try await resource.with { try await simulation.hold(for: .hours(5)) } }
      simulation.spawn {
        let got = try await withThrowingTaskGroup(of: Bool.self) { group in
          group.addTask {
            try await resource.acquire()
            return true
          }
          group.addTask {
            try await simulation.hold(for: .hours(1))
            return false
          }
          defer { group.cancelAll() }
          return try await group.next() ?? true
        }
        #expect(!got && simulation.now.hours == 1 && resource.waitingCount == 0)
      }
      try simulation.run(until: .zero + .hours(6))
      #expect(resource.inUse == 0)
    }
  }
}
