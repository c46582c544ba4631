import RandomStreams
import SimulationKernel
import Testing

@Suite("Queues of many keys")
struct DistantKeysTests {
  /// Times of a seed: some laws give one stretch all keys, some leave most of them empty.
  func time(_ seed: UInt64, _ random: inout Xoshiro256PlusPlus) -> Int64 {
    let last: Int64 = 1 << 52 - 1
    switch seed % 5 {
    case 0: return Int64(random.below(1 << 52))
    case 1: return 7
    case 2: return Int64(random.below(3)) + (random.below(2) == 0 ? 0 : 1 << 51)
    case 3: return min(last, Int64(1e9 * random.exponential() * random.exponential() * random.exponential()))
    default: return last - Int64(random.below(10))
    }
  }

  func key(_ seed: UInt64, _ number: Int, _ random: inout Xoshiro256PlusPlus) -> EventKey {
    EventKey(
      time: SimulationTime(ticks: time(seed, &random)), priority: UInt8(1 + random.below(7)),
      source: Int(random.below(1 << 17)), sequence: UInt32(number), slot: number)
  }

  func insert(_ key: EventKey, into sorted: inout [EventKey]) {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if key < sorted[middle] { low = middle + 1 } else { high = middle }
    }
    sorted.insert(key, at: low)
  }

  /// A queue that grows to `size` keys and shrinks, twice, with its keys latest first.
  func fill(_ queue: inout EventQueue, size: Int, seed: UInt64) -> [EventKey] {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
    var sorted: [EventKey] = []
    for number in 0..<4 * size {
      let isGrowing = number % (2 * size) < size
      if random.below(4) < (isGrowing ? 3 : 1) || sorted.isEmpty {
        let new = key(seed, number, &random)
        queue.push(new)
        insert(new, into: &sorted)
      } else {
        let first = queue.first()
        #expect(first == sorted.removeLast(), "seed \(seed)")
        queue.dropFirst()
      }
      if queue.count != sorted.count { Issue.record("seed \(seed): a key is lost or there twice") }
    }
    return sorted
  }

  @Test(
    "Any mixture of keys near and far comes out in order, beyond the size that one heap has",
    arguments: 0..<10)
  func mixture(seed: UInt64) {
    var queue = EventQueue()
    var sorted = fill(&queue, size: 1500, seed: seed)
    var other = queue.copy()
    let same = sorted
    while let expected = sorted.popLast() {
      let first = queue.first()
      #expect(first == expected, "seed \(seed)")
      queue.dropFirst()
    }
    let none = queue.first()
    #expect(none == nil)
    for expected in same.reversed() {
      let first = other.first()
      #expect(first == expected, "the copy, seed \(seed)")
      other.dropFirst()
    }
  }

  @Test("A filter keeps the wanted keys of many, and all keys are listed", arguments: 0..<10)
  func filter(seed: UInt64) {
    var queue = EventQueue()
    var sorted = fill(&queue, size: 2000, seed: seed)
    var listed: [EventKey] = []
    queue.forEach { listed.append($0) }
    #expect(listed.sorted() == sorted.reversed())
    queue.filter { slot in slot % 3 != 0 }
    sorted.removeAll { $0.slot % 3 == 0 }
    while let expected = sorted.popLast() {
      let first = queue.first()
      #expect(first == expected, "seed \(seed)")
      queue.dropFirst()
    }
    #expect(queue.count == 0)
  }
}
