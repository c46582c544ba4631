import SimulationKernel
import Testing

@Suite("Stores")
struct StoreTests {
  @Test("Items come out in the order in which they went in, and a full store makes putters wait")
  func order() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let store = Store<Int>(capacity: 2)
      var log: [String] = []
      simulation.spawn {
        for item in 0..<5 {
          try await store.put(item)
          log.append("put \(item) \(simulation.now.hours)")
        }
      }
      simulation.spawn {
        for _ in 0..<5 {
          try await simulation.hold(for: .hours(1))
          let item = try await store.take()
          log.append("took \(item) \(simulation.now.hours)")
        }
      }
      try simulation.run()
      #expect(
        log == [
          "put 0 0.0", "put 1 0.0", "took 0 1.0", "put 2 1.0", "took 1 2.0", "put 3 2.0", "took 2 3.0",
          "put 4 3.0", "took 3 4.0", "took 4 5.0",
        ])
    }
  }

  @Test("A taker that is choosy gets the oldest item that suits, and lets others pass")
  func filter() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let store = Store<Int>()
      var log: [String] = []
      simulation.spawn { log.append("even \(try await store.take { $0 % 2 == 0 }) \(simulation.now.hours)") }
      simulation.spawn { log.append("any \(try await store.take()) \(simulation.now.hours)") }
      simulation.spawn {
        let item = try await store.take(patience: .hours(2), where: { $0 > 10 })
        log.append("large \(item ?? -1) \(simulation.now.hours)")
      }
      simulation.spawn {
        for item in [1, 3, 4] {
          try await simulation.hold(for: .hours(1))
          try await store.put(item)
        }
      }
      try simulation.run()
      #expect(log == ["any 1 1.0", "large -1 2.0", "even 4 3.0"])
      #expect(store.count == 1 && store.waitingToTake == 0 && store.waitingToPut == 0)
    }
  }

  @Test("No item is lost when the first taker is interrupted in the instant of a put")
  func interrupted() throws {
    try withProcessSimulation(end: .zero + .hours(100)) { simulation in
      let store = Store<Int>()
      var got: [Int] = []
      let first = simulation.spawn { got.append(try await store.take()) }
      simulation.spawn { got.append(try await store.take() + 100) }
      simulation.spawn(after: .hours(1)) {
        first.cancel()
        try await store.put(7)
      }
      try simulation.run()
      #expect(got == [107] && store.count == 0)
    }
  }
}
