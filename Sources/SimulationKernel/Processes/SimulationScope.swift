/// Makes a simulation, calls `body` to set up a model and to run it, and ends the simulation.
///
/// Whatever the body has left alive is ended as ``ProcessSimulation/finish()`` says. The whole call happens on
/// the calling thread, and it may be made on many threads at once.
///
/// - Parameters:
///   - end: the end of the run.
///   - body: sets up the model, calls ``ProcessSimulation/run()`` and returns what is wanted.
/// - Returns: what the body returned.
/// - Throws: what the body throws, and a ``ProcessFailure`` of a process that failed while it was ended.
public func withProcessSimulation<Result>(
  end: SimulationTime, _ body: @SimulationActor (ProcessSimulation) throws -> sending Result
) throws -> Result {
  let ring = JobRing()
  return try SimulationThread.bind(ring) {
    try ring.withFrame {
      try SimulationActor.assumeOnThread {
        let simulation = ProcessSimulation(end: end, ring: ring)
        ring.simulation = simulation
        defer { ring.simulation = nil }
        let result: Result
        do {
          result = try body(simulation)
        } catch {
          simulation.endProcesses()
          throw error
        }
        try simulation.finish()
        return result
      }
    }
  }
}
