import SimulationKernel
import Testing

@Suite("Slab")
struct SlabTests {
  @Test("A slab grows from any capacity and keeps its rows", arguments: [0, 1, 3, 64])
  func growth(capacity: Int) {
    var slab = Slab<Int>(capacity: capacity)
    for row in 0..<1000 { slab.append(row * row) }
    #expect(slab.count == 1000)
    for row in 0..<1000 { #expect(slab[row] == row * row) }
    #expect(slab.memoryBytes >= 8000 && slab.memoryBytes < 32_000)
  }

  @Test("A copy and its original do not see each other's changes")
  func copyIsIndependent() {
    var slab = Slab([1, 2, 3])
    var other = slab.copy()
    slab[0] = 10
    other[2] = 30
    other.append(40)
    #expect([slab[0], slab[1], slab[2]] == [10, 2, 3])
    #expect([other[0], other[1], other[2], other[3]] == [1, 2, 30, 40])
    #expect(slab.count == 3)
  }

  @Test("Rows are changed in place, removed from the end, filled and forgotten")
  func changes() {
    var slab = Slab(repeating: 5, count: 4)
    slab[1] += 2
    let last = slab.removeLast()
    #expect(last == 5)
    #expect([slab[0], slab[1], slab[2]] == [5, 7, 5])
    slab.fill(with: 9)
    let sum = unsafe slab.withRows { rows in unsafe rows[0] + rows[1] + rows[2] }
    #expect(sum == 27)
    let bytes = slab.memoryBytes
    slab.removeAll()
    #expect(slab.count == 0)
    #expect(slab.memoryBytes == bytes)
  }

  final class Counter {
    var destroyed = 0
  }

  struct Island: ~Copyable {
    let counter: Counter
    var number: Int
    deinit { counter.destroyed += 1 }
  }

  @Test("Rows that cannot be copied move when the slab grows, and each is destroyed once")
  func noncopyableRows() {
    let counter = Counter()
    do {
      var slab = Slab<Island>(capacity: 1)
      for number in 0..<10 { slab.append(Island(counter: counter, number: number)) }
      slab[3].number = 33
      #expect(counter.destroyed == 0)
      #expect(slab[3].number == 33 && slab[9].number == 9)
      _ = slab.removeLast()
      #expect(counter.destroyed == 1)
    }
    #expect(counter.destroyed == 10)
  }

  @Test("A row that is not there ends the program")
  func bounds() async {
    await #expect(processExitsWith: .failure) {
      let slab = Slab([1, 2, 3])
      print(slab[3])
    }
    await #expect(processExitsWith: .failure) {
      let slab = Slab([1, 2, 3])
      print(slab[-1])
    }
    await #expect(processExitsWith: .failure) {
      var slab = Slab<Int>(capacity: 8)
      _ = slab.removeLast()
    }
  }
}
