import SimulationKernel
import Testing

/// What child tasks note, and a unit that they use.
@SimulationActor
private final class Notes {
  let resource = Resource(capacity: 1)
  var log: [String] = []

  func note(_ text: String) { log.append(text) }

  func use(_ name: String) async throws {
    try await resource.acquire()
    log.append(name)
    resource.release()
  }
}

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

  /// A task group whose first child to end cancels the others.
  static func first(
    _ children: [@SimulationActor @Sendable () async throws -> String]
  ) async throws -> String {
    try await withThrowingTaskGroup(of: String.self) { group in
      for child in children { group.addTask { try await child() } }
      defer { group.cancelAll() }
      return try await group.next() ?? ""
    }
  }

  @Test("A free unit wins against a hold, whose wait ends in the instant in which it begins")
  func freeUnit() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let resource = Resource(capacity: 1)
      var log: [String] = []
      simulation.spawn(after: .hours(1)) {
        let winner = try await Self.first([
          {
            try await resource.acquire()
            return "unit"
          },
          {
            try await simulation.hold(for: .hours(5))
            return "time"
          },
        ])
        log.append("\(winner) \(simulation.now.hours)")
      }
      try simulation.run()
      #expect(log == ["unit 1.0"] && resource.inUse == 1)
    }
  }

  @Test("A child that fails at once ends the hold that its brother begins")
  func failingBrother() throws {
    struct Broken: Error {}
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      var caught: [Double] = []
      simulation.spawn {
        do {
          _ = try await Self.first([
            { throw Broken() },
            {
              try await simulation.hold(for: .hours(5))
              return "time"
            },
          ])
        } catch is Broken { caught.append(simulation.now.hours) }
      }
      try simulation.run()
      #expect(caught == [0])
    }
  }

  @Test("A unit that a child gives back goes to its brother, who has just begun to wait")
  func release() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let resource = Resource(capacity: 1)
      var log: [String] = []
      simulation.spawn {
        try await resource.acquire()
        async let unit: Void = resource.acquire()
        async let release: Void = resource.release()
        _ = try await (unit, release)
        log.append("got it \(simulation.now.hours)")
      }
      try simulation.run()
      #expect(log == ["got it 0.0"] && resource.inUse == 1 && resource.waitingCount == 0)
    }
  }

  @Test("The loss of a unit that a cancelled child used does not reach its parent")
  func lossOfCancelledChild() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let resource = PreemptiveResource(capacity: 1)
      var log: [Double] = []
      simulation.spawn {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { _ = try await resource.use(for: .hours(8), priority: 2) }
          try await simulation.hold(for: .hours(1))
          group.cancelAll()
          let seat = try await resource.acquire(priority: 1)
          try await simulation.hold(for: .hours(1))
          log.append(simulation.now.hours)
          resource.release(seat)
        }
      }
      try simulation.run()
      #expect(log == [2] && resource.inUse == 0)
    }
  }

  @Test("Child tasks go on in the order in which they were made, however often they change their executor")
  func order() throws {
    try withProcessSimulation(end: .zero + .hours(10)) { simulation in
      let notes = Notes()
      simulation.spawn {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            // Each call of something isolated leads from one executor to another and back.
            await notes.note("first")
            await notes.note("first again")
            try await notes.use("first has it")
          }
          group.addTask { try await notes.use("second has it") }
          try await group.waitForAll()
        }
      }
      simulation.spawn { notes.note("other process") }
      try simulation.run()
      #expect(notes.log == ["other process", "first", "first again", "first has it", "second has it"])
    }
  }
}
