import RandomStreams
import SimulationKernel
import Testing

@Suite("EventQueue")
struct EventQueueTests {
  func key(_ ticks: UInt64, _ number: Int) -> EventKey {
    EventKey(
      time: SimulationTime(ticks: Int64(ticks)), priority: 4, source: 0, sequence: UInt32(number),
      slot: number)
  }

  @Test("Pushes and pops in any mixture give the keys of a sorted array, at every size up to 40, 200 seeds")
  func mixture() {
    for seed in 0..<200 as Range<UInt64> {
      var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
      var queue = EventQueue(capacity: 1)
      var sorted: [EventKey] = []
      for number in 0..<120 {
        if random.below(41) >= UInt64(sorted.count) {
          let new = key(random.below(9), number)
          queue.push(new)
          sorted.insert(new, at: sorted.firstIndex { new < $0 } ?? sorted.count)
        } else {
          let first = queue.first()
          #expect(first == sorted.first)
          queue.dropFirst()
          sorted.removeFirst()
        }
        #expect(queue.count == sorted.count)
      }
      while !sorted.isEmpty {
        let first = queue.first()
        #expect(first == sorted.removeFirst(), "seed \(seed)")
        queue.dropFirst()
      }
      let last = queue.first()
      #expect(last == nil)
    }
  }

  @Test(
    "A filter keeps the wanted keys and their order, also just after a pop", arguments: [0, 1, 2, 3, 50, 51])
  func filter(count: Int) {
    var queue = EventQueue()
    for number in 0..<count { queue.push(key(UInt64(number * 7 % 31), number)) }
    var kept: [EventKey] = []
    queue.forEach { kept.append($0) }
    kept.sort()
    if queue.first() != nil {
      queue.dropFirst()
      kept.removeFirst()
    }
    queue.filter { slot in slot % 3 != 0 }
    for expected in kept where expected.slot % 3 != 0 {
      let first = queue.first()
      #expect(first == expected)
      queue.dropFirst()
    }
    let last = queue.first()
    #expect(last == nil)
  }

  @Test("A copy made just after a pop is independent")
  func copy() {
    var queue = EventQueue()
    for number in 0..<20 { queue.push(key(UInt64(number), number)) }
    _ = queue.first()
    queue.dropFirst()
    var other = queue.copy()
    queue.push(key(0, 99))
    let (first, otherFirst) = (queue.first(), other.first())
    #expect(first == key(0, 99))
    #expect(otherFirst == key(1, 1))
    #expect(other.count == 19)
    var listed = 0
    queue.forEach { _ in listed += 1 }
    #expect(listed == queue.count)
  }

  @Test("Dropping a key that was not asked for ends the program")
  func dropTwice() async {
    await #expect(processExitsWith: .failure) {
      var queue = EventQueue()
      queue.push(EventKey(time: .zero, priority: 1, source: 0, sequence: 0, slot: 0))
      _ = queue.first()
      queue.dropFirst()
      queue.dropFirst()
    }
  }
}
