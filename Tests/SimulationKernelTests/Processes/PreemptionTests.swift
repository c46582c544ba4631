import SimulationKernel
import Testing

@Suite("Pre-emptive resources")
struct PreemptionTests {
  /// Uses the resource and notes begin, end and losses.
  @SimulationActor
  static func job(
    _ name: String, at: Double, work: Double, priority: Int, of resource: PreemptiveResource,
    log: @escaping @SimulationActor (String) -> Void
  ) {
    let simulation = resource.simulation
    simulation.spawn(after: .hours(at)) {
      let losses = try await resource.use(for: .hours(work), priority: priority)
      log("\(name) done \(simulation.now.hours), lost \(losses)")
    }
  }

  @Test("Work that was pre-empted is resumed where it stopped, ahead of its equals that came later")
  func resume() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = PreemptiveResource(capacity: 1)
      var log: [String] = []
      Self.job("low", at: 0, work: 5, priority: 3, of: resource) { log.append($0) }
      Self.job("next", at: 0.5, work: 1, priority: 3, of: resource) { log.append($0) }
      Self.job("high", at: 1, work: 2, priority: 1, of: resource) { log.append($0) }
      Self.job("top", at: 2, work: 1, priority: 0, of: resource) { log.append($0) }
      try simulation.run()
      #expect(
        log == [
          "top done 3.0, lost 0", "high done 4.0, lost 1", "low done 8.0, lost 1", "next done 9.0, lost 0",
        ])
      #expect(resource.preemptionCount == 2 && resource.inUse == 0)
    }
  }

  @Test("Equals do not pre-empt each other, and the worst of several loses")
  func choice() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = PreemptiveResource(capacity: 2)
      var log: [String] = []
      Self.job("a", at: 0, work: 4, priority: 2, of: resource) { log.append($0) }
      Self.job("b", at: 0, work: 4, priority: 5, of: resource) { log.append($0) }
      Self.job("c", at: 1, work: 4, priority: 2, of: resource) { log.append($0) }
      Self.job("d", at: 2, work: 4, priority: 2, of: resource) { log.append($0) }
      try simulation.run()
      #expect(
        log == ["a done 4.0, lost 0", "c done 5.0, lost 0", "d done 8.0, lost 0", "b done 8.0, lost 1"])
    }
  }

  @Test("A process with a seat meets the loss at whatever it waits for")
  func seats() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = PreemptiveResource(capacity: 1)
      var lost: [Double] = []
      simulation.spawn {
        let seat = try await resource.acquire(priority: 2)
        do { try await simulation.hold(for: .hours(5)) } catch is Preempted {
          #expect(!seat.isHeld)
          lost.append(simulation.now.hours)
        }
        resource.release(seat)
        try await simulation.hold(for: .hours(5))
      }
      simulation.spawn(after: .hours(1)) {
        let seat = try await resource.acquire(priority: 1)
        try await simulation.hold(for: .hours(1))
        resource.release(seat)
        #expect(resource.inUse == 0)
      }
      try simulation.run()
      #expect(lost == [1])
    }
  }

  @Test("A loss in the instant in which the work ends is no loss")
  func lastInstant() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = PreemptiveResource(capacity: 1)
      var log: [String] = []
      Self.job("high", at: 2, work: 1, priority: 1, of: resource) { log.append($0) }
      Self.job("low", at: 0, work: 2, priority: 2, of: resource) { log.append($0) }
      Self.job("after", at: 0, work: 1, priority: 3, of: resource) { log.append($0) }
      try simulation.run()
      #expect(log.map { $0.prefix(4) } == ["low ", "high", "afte"])
      #expect(resource.inUse == 0 && resource.waitingCount == 0)
    }
  }

  @Test("A unit that has just gone to the first in line is taken by a better priority in the same instant")
  func promised() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = PreemptiveResource(capacity: 1)
      var log: [String] = []
      simulation.spawn {
        try await resource.use(for: .hours(1), priority: 2)
        try await resource.use(for: .hours(1), priority: 1)
        log.append("urgent done \(simulation.now.hours)")
      }
      Self.job("other", at: 0, work: 1, priority: 2, of: resource) { log.append($0) }
      simulation.spawn(after: .hours(0.5)) {
        let seat = try await resource.acquire(priority: 2)
        log.append("seat \(simulation.now.hours) \(seat.isHeld)")
        resource.release(seat)
      }
      try simulation.run()
      #expect(log == ["urgent done 2.0", "other done 3.0, lost 1", "seat 3.0 true"])
      #expect(resource.preemptionCount == 1 && resource.inUse == 0)
    }
  }

  @Test("Of a unit in use and one that has just been given, the one of the worse priority is lost")
  func worstOfPromised() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let resource = PreemptiveResource(capacity: 2)
      var log: [String] = []
      simulation.spawn {
        try await resource.use(for: .hours(1), priority: 2)
        try await resource.use(for: .hours(1), priority: 1)
        log.append("urgent done \(simulation.now.hours)")
      }
      Self.job("five", at: 0, work: 3, priority: 5, of: resource) { log.append($0) }
      Self.job("nine", at: 0, work: 3, priority: 9, of: resource) { log.append($0) }
      try simulation.run()
      #expect(log == ["urgent done 2.0", "five done 3.0, lost 0", "nine done 5.0, lost 1"])
    }
  }

  @Test("A unit is given back to its own resource alone")
  func otherResource() async {
    await #expect(processExitsWith: .failure) {
      try withProcessSimulation(end: .zero + .hours(1)) { simulation in
        let (one, other) = (PreemptiveResource(capacity: 1), PreemptiveResource(capacity: 1))
        simulation.spawn { other.release(try await one.acquire(priority: 1)) }
        try simulation.run()
      }
    }
  }
}
