import CareModel
import Synchronization

/// Where workers take work and leave results: one counter and one slot for each piece of work.
final class TrialSlots: Sendable {
  private let next = Atomic<Int>(0)
  private let finished = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)
  private let slots: Mutex<[[TrialResult]?]>
  let count: Int

  init(count: Int) {
    self.count = count
    slots = Mutex(Array(repeating: nil, count: count))
  }

  /// The next piece of work, or nil when none is left.
  func claim() -> Int? {
    if stopped.load(ordering: .relaxed) { return nil }
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }

  /// Leaves the results of a piece of work.
  func put(_ results: [TrialResult], at index: Int) {
    slots.withLock { $0[index] = results }
    finished.wrappingAdd(1, ordering: .relaxed)
  }

  /// Takes the results of a piece of work out, or nil when they are not there yet.
  func take(_ index: Int) -> [TrialResult]? {
    slots.withLock { slots in
      let results = slots[index]
      slots[index] = nil
      return results
    }
  }

  /// Pieces of work done.
  var done: Int { finished.load(ordering: .relaxed) }

  /// Lets workers end after the piece of work they are at.
  func stop() { stopped.store(true, ordering: .relaxed) }
}
