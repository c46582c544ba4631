import Dispatch
import Synchronization

/// A place where a fixed number of threads wait for each other, again and again: they look for a while, then sleep.
@usableFromInline
final class Rendezvous: @unchecked Sendable {
  // Because `seats` is written before the threads exist and never after.

  /// Where one thread sleeps, on a cache line of its own.
  private struct Seat: ~Copyable {
    let isAsleep = Atomic<Bool>(false)
    let alarm = DispatchSemaphore(value: 0)
    // Fills 128 bytes: neighbours that write to one cache line cost four times as much.
    let padding: (Int64, Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0, 0)
    let more: (Int64, Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0, 0)
  }

  private let count: Int
  private let spins: Int
  private let arrived = Atomic<Int>(0)
  private let round = Atomic<Int>(0)
  private let seats: Slab<Seat>

  @usableFromInline
  init(count: Int, spins: Int) {
    self.count = count
    self.spins = spins
    var seats = Slab<Seat>(capacity: count)
    for _ in 0..<count { seats.append(Seat()) }
    self.seats = seats
  }

  /// Returns when all have called it. Everything a thread wrote before is seen by all after.
  @usableFromInline
  func meet(_ worker: Int) {
    let current = round.load(ordering: .relaxed)
    if arrived.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue == count {
      arrived.store(0, ordering: .relaxed)
      round.store(current &+ 1, ordering: .sequentiallyConsistent)
      for other in 0..<count where other != worker { wake(other) }
      return
    }
    for _ in 0..<spins where round.load(ordering: .acquiring) != current { return }
    while round.load(ordering: .acquiring) == current { sleep(worker, while: current) }
  }

  /// Goes to sleep unless the round is over. Either the waker sees the flag, or the sleeper sees the round: both
  /// write first and read after, in one order that all agree on.
  private func sleep(_ worker: Int, while current: Int) {
    seats[worker].isAsleep.store(true, ordering: .sequentiallyConsistent)
    if round.load(ordering: .sequentiallyConsistent) != current,
      seats[worker].isAsleep.exchange(false, ordering: .sequentiallyConsistent)
    {
      return
    }
    seats[worker].alarm.wait()
  }

  private func wake(_ worker: Int) {
    if seats[worker].isAsleep.load(ordering: .sequentiallyConsistent),
      seats[worker].isAsleep.exchange(false, ordering: .sequentiallyConsistent)
    {
      seats[worker].alarm.signal()
    }
  }
}
