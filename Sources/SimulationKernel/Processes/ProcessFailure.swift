/// An error left the body of a process and nobody was waiting for that process: the run stops and throws this.
public struct ProcessFailure: Error, CustomStringConvertible {
  /// The process's number in the order of spawning, from 0.
  public let process: Int
  /// When the error left the body.
  public let time: SimulationTime
  /// The error.
  public let error: any Error

  /// A sentence.
  public var description: String {
    "Process \(process) failed at \(time.hours) h: \(error)"
  }
}
