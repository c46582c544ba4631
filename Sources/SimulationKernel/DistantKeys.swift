/// Keys that are not due for a while, in lists by stretches of time and in no order within one.
///
/// The second tier of ``EventQueue``: a key waits here for the price of a list, and is put into the heap with the
/// others of its stretch when that comes up. The stretches are as long as the keys that are there suggest, anew
/// whenever they have all gone by or the number of keys has doubled. It is the idea of the ladder queue (Tang, Goh
/// and Thng 2005, doi 10.1145/1103323.1103324) with one rung. Their lengths change the time taken alone: what comes
/// out of the heap next follows from the keys.
@frozen
@usableFromInline
struct DistantKeys: ~Copyable {
  /// A key in a list.
  @usableFromInline
  struct Node: BitwiseCopyable {
    var key: UInt128
    var next: UInt32
  }

  private var nodes: Slab<Node>
  /// The chain of free nodes.
  private var freeNode: UInt32
  /// The first node of each stretch.
  private var stretches: Slab<UInt32>
  /// The first node of those after all stretches.
  private var beyond: UInt32
  /// Stretches that have come up.
  private var passed: Int
  /// Where the first stretch begins, and the binary logarithm of their length, in upper halves of keys.
  private var base: UInt64
  private var shift: UInt64
  /// Keys in all lists.
  @usableFromInline private(set) var count: Int
  private var countWhenSpread: Int

  private static var none: UInt32 { .max }

  /// Keys of a stretch, about.
  private static var keysPerStretch: Int { 16 }

  /// When so few are left, they go into the heap together.
  private static var fewest: Int { 64 }

  init() {
    nodes = Slab()
    freeNode = Self.none
    stretches = Slab()
    beyond = Self.none
    passed = 0
    base = 0
    shift = 0
    count = 0
    countWhenSpread = 0
  }

  @usableFromInline
  init(copying other: borrowing DistantKeys) {
    nodes = other.nodes.copy()
    freeNode = other.freeNode
    stretches = other.stretches.copy()
    beyond = other.beyond
    passed = other.passed
    base = other.base
    shift = other.shift
    count = other.count
    countWhenSpread = other.countWhenSpread
  }

  /// Adds a key that does not lie before the stretches that are left.
  ///
  /// - Complexity: O(1) amortised.
  mutating func insert(_ key: UInt128) { put(makeNode(key), key) }

  private mutating func makeNode(_ key: UInt128) -> UInt32 {
    count &+= 1
    if freeNode == Self.none {
      nodes.append(Node(key: key, next: 0))
      return UInt32(truncatingIfNeeded: nodes.count - 1)
    }
    let node = freeNode
    freeNode = nodes[Int(node)].next
    nodes[Int(node)].key = key
    return node
  }

  private mutating func put(_ node: UInt32, _ key: UInt128) {
    let stretch = (UInt64(truncatingIfNeeded: key >> 64) &- base) &>> shift
    if stretch < UInt64(stretches.count) {
      nodes[Int(node)].next = stretches[Int(stretch)]
      stretches[Int(stretch)] = node
    } else {
      nodes[Int(node)].next = beyond
      beyond = node
    }
  }

  /// Moves the keys of the next stretch that has any to `heap`, or all when few are left.
  ///
  /// - Returns: the largest upper half of a key that belongs into the heap from now on.
  /// - Precondition: there are keys.
  /// - Complexity: O(keys moved) on average, and amortised O(1) a key for new stretches.
  mutating func moveNext(to heap: inout Slab<UInt128>) -> UInt64 {
    if count < Self.fewest { return moveAll(to: &heap) }
    if count > 2 * countWhenSpread { spread() }
    while true {
      while passed < stretches.count {
        let first = stretches[passed]
        stretches[passed] = Self.none
        passed += 1
        if first != Self.none {
          move(first, to: &heap)
          return end(ofStretch: passed - 1)
        }
      }
      spread()
    }
  }

  /// Takes all keys of `heap`, which has become large, and moves those of the first new stretch back.
  ///
  /// - Returns: as ``moveNext(to:)``.
  /// - Complexity: O(keys).
  mutating func divide(_ heap: inout Slab<UInt128>) -> UInt64 {
    // Some may lie before stretches that have come up: in no stretch until there are new ones.
    for index in 0..<heap.count {
      let node = makeNode(heap[index])
      nodes[Int(node)].next = beyond
      beyond = node
    }
    heap.removeAll()
    spread()
    return moveNext(to: &heap)
  }

  private mutating func moveAll(to heap: inout Slab<UInt128>) -> UInt64 {
    move(gatherAll(), to: &heap)
    stretches.removeAll()
    passed = 0
    countWhenSpread = 0
    return .max
  }

  private mutating func move(_ first: UInt32, to heap: inout Slab<UInt128>) {
    var node = first
    while true {
      heap.siftUp(nodes[Int(node)].key)
      count &-= 1
      let next = nodes[Int(node)].next
      if next == Self.none { break }
      node = next
    }
    nodes[Int(node)].next = freeNode
    freeNode = first
  }

  /// The largest upper half of a key in a stretch.
  private func end(ofStretch stretch: Int) -> UInt64 {
    let (length, isLong) = UInt64(stretch + 1).multipliedReportingOverflow(by: 1 &<< shift)
    let (end, isFar) = base.addingReportingOverflow(length)
    return isLong || isFar ? .max : end &- 1
  }

  /// Takes all keys out of their lists and joins them in one.
  private mutating func gatherAll() -> UInt32 {
    var all = beyond
    for stretch in passed..<max(passed, stretches.count) {
      var node = stretches[stretch]
      while node != Self.none {
        let next = nodes[Int(node)].next
        nodes[Int(node)].next = all
        all = node
        node = next
      }
    }
    beyond = Self.none
    return all
  }

  /// Makes new stretches: as many as give each its number of keys, up to four times the mean distance.
  ///
  /// - Complexity: O(keys).
  private mutating func spread() {
    let all = gatherAll()
    var least = UInt64.max
    var node = all
    while node != Self.none {
      least = min(least, UInt64(truncatingIfNeeded: nodes[Int(node)].key >> 64))
      node = nodes[Int(node)].next
    }
    var sum = 0.0
    node = all
    while node != Self.none {
      sum += Double(UInt64(truncatingIfNeeded: nodes[Int(node)].key >> 64) &- least)
      node = nodes[Int(node)].next
    }
    base = least
    let wanted = min(1 << 16, max(64, count / Self.keysPerStretch))
    stretches.removeAll()
    for _ in 0..<wanted { stretches.append(Self.none) }
    let length = 4 * sum / Double(count) / Double(wanted)
    shift = 0
    while shift < 62, Double(UInt64(1) &<< shift) < length { shift += 1 }
    passed = 0
    countWhenSpread = count
    node = all
    while node != Self.none {
      let next = nodes[Int(node)].next
      put(node, nodes[Int(node)].key)
      node = next
    }
  }

  /// Calls `body` with every key, in no particular order.
  @usableFromInline
  borrowing func forEach(_ body: (UInt128) -> Void) {
    for stretch in passed..<max(passed, stretches.count) + 1 {
      var node = stretch < stretches.count ? stretches[stretch] : beyond
      while node != Self.none {
        body(nodes[Int(node)].key)
        node = nodes[Int(node)].next
      }
    }
  }

  /// Keeps the keys whose slot `isWanted`, and drops the others.
  ///
  /// - Complexity: O(keys).
  @usableFromInline
  mutating func filter(_ isWanted: (Int) -> Bool) {
    var node = gatherAll()
    for stretch in passed..<max(passed, stretches.count) { stretches[stretch] = Self.none }
    while node != Self.none {
      let next = nodes[Int(node)].next
      let key = nodes[Int(node)].key
      if isWanted(EventKey(bits: key).slot) {
        put(node, key)
      } else {
        nodes[Int(node)].next = freeNode
        freeNode = node
        count -= 1
      }
      node = next
    }
  }
}
