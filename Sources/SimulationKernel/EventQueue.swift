/// Pending event keys, earliest first: an implicit binary heap of 16-byte entries, and lists of those that are not due
/// for a while when there are many.
///
/// After a pop the root is left as a hole, so that a pop followed by a push sifts once (the *hold*
/// operation of most simulations). The child to follow is chosen without a branch. It holds keys only:
/// cancellation is the scheduler's affair. It is no calendar queue: those degrade on bimodal increments
/// (Rönngren & Ayani 1997, doi 10.1145/249204.249205).
@frozen
public struct EventQueue: ~Copyable {
  @usableFromInline var heap: Slab<UInt128>
  @usableFromInline var rootIsHole: Bool
  /// The largest upper half of a key that is kept in the heap.
  @usableFromInline var latestNear: UInt64
  @usableFromInline var distant: DistantKeys
  /// Whether the heap holds what was distant and nothing else yet, and is to be read ahead.
  @usableFromInline var isFresh: Bool
  /// How large the heap becomes before it is divided.
  @usableFromInline var largestHeap: Int

  /// The smallest heap that is divided: a smaller one lies in a first-level cache.
  @usableFromInline static var leastDivided: Int { 512 }

  /// From how many distant keys on it pays to read ahead what those that come back will need: fewer lie in a
  /// second-level cache with all that belongs to them, beside those of some twenty other partitions.
  private static var fewestToWarm: Int { 1024 }

  /// An empty queue with room for `capacity` keys before it grows.
  public init(capacity: Int = 64) {
    heap = Slab(capacity: capacity)
    rootIsHole = false
    latestNear = .max
    distant = DistantKeys()
    isFresh = false
    largestHeap = Self.leastDivided
  }

  @usableFromInline
  init(copying other: borrowing EventQueue) {
    heap = other.heap.copy()
    rootIsHole = other.rootIsHole
    latestNear = other.latestNear
    distant = DistantKeys(copying: other.distant)
    isFresh = other.isFresh
    largestHeap = other.largestHeap
  }

  /// Keys in the queue.
  @inlinable
  public var count: Int { heap.count - (rootIsHole ? 1 : 0) + distant.count }

  /// Bytes that the keys have taken: memory is kept for keys to come.
  public var usedBytes: Int { heap.usedBytes + distant.usedBytes }

  /// Adds a key.
  ///
  /// - Complexity: O(log `count`), amortised.
  @inlinable
  @inline(__always)
  public mutating func push(_ key: EventKey) {
    if UInt64(truncatingIfNeeded: key.bits >> 64) > latestNear {
      putAway(key.bits)
    } else if rootIsHole {
      rootIsHole = false
      heap.siftDown(key.bits, from: 0)
    } else {
      heap.siftUp(key.bits)
      if heap.count > largestHeap { divide() }
    }
  }

  @usableFromInline
  @inline(never)
  mutating func putAway(_ key: UInt128) { distant.insert(key) }

  /// Puts every key away and takes back those that are due first.
  @usableFromInline
  @inline(never)
  mutating func divide() {
    latestNear = distant.divide(&heap)
    largestHeap = max(Self.leastDivided, 4 * heap.count)
  }

  @usableFromInline
  @inline(never)
  mutating func takeBack() {
    latestNear = distant.moveNext(to: &heap)
    isFresh = distant.count > Self.fewestToWarm
  }

  /// The earliest key, or nil when the queue is empty; it stays in the queue.
  ///
  /// - Complexity: O(log `count`) after a pop, else O(1).
  @inlinable
  @inline(__always)
  public mutating func first() -> EventKey? {
    if rootIsHole { fillHole() }
    if heap.count == 0 {
      if distant.count == 0 { return nil }
      takeBack()
    }
    return EventKey(bits: heap[0])
  }

  /// Removes the key that ``first()`` has just returned.
  ///
  /// - Precondition: ``first()`` returned a key and nothing was pushed since.
  @inlinable
  @inline(__always)
  public mutating func dropFirst() {
    precondition(!rootIsHole, "drop the first key only after asking for it")
    rootIsHole = true
  }

  @inlinable
  mutating func fillHole() {
    rootIsHole = false
    let last = heap.removeLast()
    if heap.count > 0 { heap.siftDown(last, from: 0) }
  }

  /// Keeps the keys whose slot `isWanted`, and drops the others.
  ///
  /// - Complexity: O(`count`).
  @inlinable
  public mutating func filter(_ isWanted: (Int) -> Bool) {
    if rootIsHole { fillHole() }
    var kept = 0
    for index in 0..<heap.count where isWanted(EventKey(bits: heap[index]).slot) {
      heap[kept] = heap[index]
      kept += 1
    }
    while heap.count > kept { _ = heap.removeLast() }
    heap.orderAsHeap()
    distant.filter(isWanted)
  }

  /// An independent queue with the same keys.
  ///
  /// - Complexity: O(`count`).
  @inlinable
  public borrowing func copy() -> EventQueue {
    EventQueue(copying: self)
  }

  /// Calls `body` with every key, in no particular order.
  @inlinable
  public borrowing func forEach(_ body: (EventKey) -> Void) {
    for index in (rootIsHole ? 1 : 0)..<Swift.max(heap.count, rootIsHole ? 1 : 0) {
      body(EventKey(bits: heap[index]))
    }
    distant.forEach { key in body(EventKey(bits: key)) }
  }
}
