import RandomStreams
import SimulationKernel

/// All that changes while an M/M/c queue runs.
struct MarkovQueueState: ~Copyable {
  var random: Xoshiro256PlusPlus
  /// When each of those who wait came.
  var waiting = ArrivalRing()
  /// When the customer of each server came.
  var inService: Slab<SimulationTime>
  /// Servers without a customer: the first `freeCount` rows.
  var freeServers: Slab<UInt32>
  var freeCount: Int
  /// Customers who have yet to come.
  var customersLeft: Int
  /// Time in system of those who have left since the last batch was closed, ticks.
  var batchTicks: Int64 = 0
  /// Customers until the batch is closed.
  var batchLeft: Int
  /// Time in system of each closed batch, ticks.
  var batches: Slab<Int64>

  init(random: Xoshiro256PlusPlus, servers: Int, customers: Int, batchSize: Int) {
    self.random = random
    inService = Slab(repeating: .zero, count: servers)
    freeServers = Slab((0..<servers).reversed().map { UInt32($0) })
    freeCount = servers
    customersLeft = customers
    batchLeft = batchSize
    batches = Slab(capacity: customers / batchSize)
  }
}

/// A first-in first-out queue of arrival times in a ring whose length is a power of two.
struct ArrivalRing: ~Copyable {
  private var rows = Slab<SimulationTime>(repeating: .zero, count: 1024)
  private var head = 0
  private var tail = 0

  var isEmpty: Bool { head == tail }

  /// - Complexity: O(1) amortised; the ring doubles when it is full.
  @inline(__always)
  mutating func append(_ time: SimulationTime) {
    if tail &- head == rows.count { grow() }
    rows[tail & (rows.count &- 1)] = time
    tail &+= 1
  }

  /// - Precondition: not empty.
  @inline(__always)
  mutating func removeFirst() -> SimulationTime {
    let first = rows[head & (rows.count &- 1)]
    head &+= 1
    return first
  }

  @inline(never)
  private mutating func grow() {
    let mask = rows.count - 1
    var longer = Slab<SimulationTime>(repeating: .zero, count: 2 * rows.count)
    for place in head..<tail { longer[place - head] = rows[place & mask] }
    tail -= head
    head = 0
    rows = longer
  }
}
