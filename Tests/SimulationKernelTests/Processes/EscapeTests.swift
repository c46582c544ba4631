import Foundation
import SimulationKernel
import Testing

@Suite("Escapes from a simulation")
struct EscapeTests {
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("An unstructured Task that waits for simulated time traps with a sentence")
  func unstructured() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      try withProcessSimulation(end: .zero + .hours(10)) { simulation in
        simulation.spawn {
          Task { @SimulationActor in try await simulation.hold(for: .hours(1)) }
          try await simulation.hold(for: .hours(2))
        }
        try simulation.run()
      }
    }
    let text = Self.text(result?.standardErrorContent ?? [])
    #expect(text.contains("An unstructured Task waits for simulated time"))
  }

  @Test("A process that sleeps by the clock on the wall traps with a sentence")
  func sleeping() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      try withProcessSimulation(end: .zero + .hours(10)) { simulation in
        simulation.spawn { try await Task.sleep(for: .seconds(30)) }
        try simulation.run()
      }
    }
    let text = Self.text(result?.standardErrorContent ?? [])
    #expect(text.contains("waits for something outside its simulation"))
  }

  @Test("A process that is resumed from another thread traps with a sentence")
  func resumedElsewhere() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      try withProcessSimulation(end: .zero + .hours(10)) { simulation in
        simulation.spawn {
          await withCheckedContinuation { continuation in
            // Later than the process is suspended: a continuation that is resumed at once does not leave its thread.
            Thread.detachNewThread {
              Thread.sleep(forTimeInterval: 0.1)
              continuation.resume()
            }
          }
        }
        simulation.spawn {
          let clock = ContinuousClock()
          let start = clock.now
          while clock.now - start < .seconds(20) {}
        }
        try simulation.run()
      }
    }
    let text = Self.text(result?.standardErrorContent ?? [])
    #expect(text.contains("was resumed from outside its simulation"))
  }

  @Test("A task without a simulation traps with a sentence")
  func detached() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      await Task.detached { @SimulationActor in _ = ProcessSimulation.current }.value
    }
    let text = Self.text(result?.standardErrorContent ?? [])
    #expect(text.contains("from a thread that runs no simulation"))
  }
}
