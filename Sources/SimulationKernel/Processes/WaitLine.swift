/// Waits in the order in which they are served: lower priority number first, then first come, first served.
///
/// A wait that ends otherwise (patience, interrupt) leaves at once; only its key stays until it is met.
final class WaitLine {
  private let simulation: ProcessSimulation
  @exclusivity(unchecked) private var queue = EventQueue(capacity: 8)
  @safe @exclusivity(unchecked) private var staleKeys = 0
  @safe @exclusivity(unchecked) private var nextPlace: UInt32 = 0

  /// Waits that stand in the line.
  @safe @exclusivity(unchecked) private(set) var count = 0

  init(_ simulation: ProcessSimulation) { self.simulation = simulation }

  /// A number that is later than all given before.
  func takePlace() -> UInt32 {
    if nextPlace == .max { fatalError("2^32 requests have stood in one line: its numbers are used up.") }
    defer { nextPlace &+= 1 }
    return nextPlace
  }

  /// Lets `wait` stand in line at `place` among those of its priority.
  func append(_ wait: WaitToken, priority: Int, place: UInt32, amount: Int = 1) {
    unsafe simulation.ring.waits.setPlace(wait, in: self, place: place, amount: amount)
    unsafe queue.push(
      EventKey(
        time: Self.rank(priority), priority: 0, source: 0, sequence: place, slot: Int(wait.slot)))
    count += 1
  }

  /// The wait to serve next, with its priority and the units it asks for; it stays in line.
  ///
  /// Nil also after the end of the run, so that nobody is served then.
  func first() -> (wait: WaitToken, priority: Int, amount: Int)? {
    if simulation.isOver { return nil }
    while let key = unsafe queue.first() {
      if let holder = unsafe simulation.ring.waits.holder(of: key.slot, place: key.sequence, in: self) {
        return (holder.token, Int(key.time.ticks) - 1 << 51, holder.amount)
      }
      unsafe queue.dropFirst()
      staleKeys -= 1
    }
    return nil
  }

  /// Ends the wait that ``first()`` has just returned, and lets its process go on.
  func serveFirst(_ wait: WaitToken) {
    unsafe queue.dropFirst()
    count -= 1
    simulation.fulfil(wait, servedInLine: true)
  }

  /// Notes that a wait has left the line otherwise.
  func noteDeparture() {
    count -= 1
    staleKeys += 1
    if staleKeys > 64 && staleKeys > count { sweep() }
  }

  private func sweep() {
    var old = EventQueue(capacity: count + 1)
    unsafe swap(&old, &queue)
    while let key = old.first() {
      old.dropFirst()
      if unsafe simulation.ring.waits.holder(of: key.slot, place: key.sequence, in: self) != nil {
        unsafe queue.push(key)
      }
    }
    staleKeys = 0
  }

  private static func rank(_ priority: Int) -> SimulationTime {
    require(priority >= -1 << 51 && priority < 1 << 51, "a priority is beyond ±2^51")
    return SimulationTime(ticks: Int64(priority) + 1 << 51)
  }
}
