/// Pending event keys, earliest first: an implicit binary heap of 16-byte entries.
///
/// After a pop the root is left as a hole, so that a pop followed by a push sifts once (the *hold*
/// operation of most simulations). The child to follow is chosen without a branch. It holds keys only:
/// cancellation is the scheduler's affair. It is no calendar queue: those degrade on bimodal increments
/// (Rönngren & Ayani 1997, doi 10.1145/249204.249205).
@frozen
public struct EventQueue: ~Copyable {
  @usableFromInline var heap: Slab<UInt128>
  @usableFromInline var rootIsHole: Bool

  /// An empty queue with room for `capacity` keys before it grows.
  @inlinable
  public init(capacity: Int = 64) {
    heap = Slab(capacity: capacity)
    rootIsHole = false
  }

  @inlinable
  init(heap: consuming Slab<UInt128>, rootIsHole: Bool) {
    self.heap = heap
    self.rootIsHole = rootIsHole
  }

  /// Keys in the queue.
  @inlinable
  public var count: Int { heap.count - (rootIsHole ? 1 : 0) }

  /// Adds a key.
  ///
  /// - Complexity: O(log `count`).
  @inlinable
  @inline(__always)
  public mutating func push(_ key: EventKey) {
    if rootIsHole {
      rootIsHole = false
      heap.siftDown(key.bits, from: 0)
    } else {
      heap.siftUp(key.bits)
    }
  }

  /// The earliest key, or nil when the queue is empty; it stays in the queue.
  ///
  /// - Complexity: O(log `count`) after a pop, else O(1).
  @inlinable
  @inline(__always)
  public mutating func first() -> EventKey? {
    if rootIsHole { fillHole() }
    return heap.count == 0 ? nil : EventKey(bits: heap[0])
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
    var index = kept / 2
    while index > 0 {
      index -= 1
      heap.siftDown(heap[index], from: index)
    }
  }

  /// An independent queue with the same keys.
  ///
  /// - Complexity: O(`count`).
  @inlinable
  public borrowing func copy() -> EventQueue {
    EventQueue(heap: heap.copy(), rootIsHole: rootIsHole)
  }

  /// Calls `body` with every key, in no particular order.
  @inlinable
  public borrowing func forEach(_ body: (EventKey) -> Void) {
    for index in (rootIsHole ? 1 : 0)..<Swift.max(heap.count, rootIsHole ? 1 : 0) {
      body(EventKey(bits: heap[index]))
    }
  }
}
