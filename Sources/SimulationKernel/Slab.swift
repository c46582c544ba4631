/// Rows of one type in one growing block of memory: the storage of all state that a run copies whole.
///
/// Why not `Array`: no reference count is touched per access, a row is changed in place without a
/// uniqueness test, and a copy is an explicit ``copy()``, one block copy for each slab. Rows are
/// bitwise-copyable (individuals, places, events), or islands of state that cannot be copied by accident.
/// Every access is checked against `count`, in every build. The only file with pointers to state.
@frozen
@safe
public struct Slab<Row: ~Copyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Row>
  @usableFromInline var used: Int
  @usableFromInline var capacity: Int

  /// Rows in use.
  @inlinable
  public var count: Int { used }

  /// Memory that begins at a cache line, so that a row of 64 bytes touches one.
  @inlinable
  static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Row> {
    let rows = Swift.max(1, capacity)
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: rows * MemoryLayout<Row>.stride, alignment: Swift.max(64, MemoryLayout<Row>.alignment))
    return unsafe memory.bindMemory(to: Row.self, capacity: rows)
  }

  /// An empty slab with room for `capacity` rows before it grows.
  @inlinable
  public init(capacity: Int = 0) {
    unsafe base = Self.allocate(capacity)
    used = 0
    self.capacity = Swift.max(1, capacity)
  }

  deinit {
    unsafe base.deinitialize(count: used)
    unsafe UnsafeMutableRawPointer(base).deallocate()
  }

  /// The row at `index`.
  ///
  /// - Precondition: `0 <= index < count`.
  @inlinable
  public subscript(index: Int) -> Row {
    @inline(__always)
    unsafeAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such row in the slab")
      return unsafe UnsafePointer(base + index)
    }
    @inline(__always)
    unsafeMutableAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such row in the slab")
      return unsafe base + index
    }
  }

  /// Adds a row at the end.
  ///
  /// - Complexity: O(1) amortised; the block doubles when it is full.
  @inlinable
  @inline(__always)
  public mutating func append(_ row: consuming Row) {
    if used == capacity { grow() }
    unsafe (base + used).initialize(to: row)
    used &+= 1
  }

  /// Removes and returns the last row.
  ///
  /// - Precondition: the slab is not empty.
  @inlinable
  @inline(__always)
  public mutating func removeLast() -> Row {
    precondition(count > 0, "no row to remove")
    used &-= 1
    return unsafe (base + used).move()
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    let wider = capacity * 2
    let larger = unsafe Self.allocate(wider)
    unsafe larger.moveInitialize(from: base, count: used)
    unsafe UnsafeMutableRawPointer(base).deallocate()
    unsafe base = larger
    capacity = wider
  }

  /// Bytes of the rows in use.
  @inlinable
  public var usedBytes: Int { used * MemoryLayout<Row>.stride }

  /// Bytes held, used or not.
  @inlinable
  public var memoryBytes: Int { capacity * MemoryLayout<Row>.stride }
}

extension Slab where Row: ~Copyable {
  /// Reads a byte of every cache line in use, so that memory delivers several at once and not one after the other as
  /// they are asked for. The answer depends on each of them: unless it is kept nothing is read.
  ///
  /// - Complexity: O(`count`), one load for 64 bytes.
  @inlinable
  @inline(__always)
  public borrowing func warm() -> UInt8 {
    let bytes = unsafe UnsafeRawPointer(base)
    let end = used &* MemoryLayout<Row>.stride
    var sum: UInt8 = 0
    var offset = 0
    while offset < end {
      sum &+= unsafe bytes.load(fromByteOffset: offset, as: UInt8.self)
      offset &+= 64
    }
    return sum
  }
}

extension Slab where Row: ~Copyable {
  /// Calls `body` with a view by which several threads can change different rows at once.
  @inlinable
  mutating func withSharedRows<Result>(_ body: (SharedRows<Row>) -> Result) -> Result {
    unsafe body(SharedRows(base: base, count: used))
  }
}

/// The rows of a slab that several threads change at once, each its own: a partition belongs to one worker, and
/// so do its entities.
///
/// Valid while the slab it came from neither grows nor goes; it never leaves the engine.
@frozen
@usableFromInline
@safe
struct SharedRows<Row: ~Copyable>: @unchecked Sendable {
  @usableFromInline let base: UnsafeMutablePointer<Row>
  @usableFromInline let count: Int

  @inlinable
  init(base: UnsafeMutablePointer<Row>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  /// The row at `index`, valid as long as these rows.
  @inlinable
  @inline(__always)
  func row(_ index: Int) -> SharedRow<Row> {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such row in the slab")
    return unsafe SharedRow(address: base + index)
  }

  @inlinable
  subscript(index: Int) -> Row {
    @inline(__always)
    unsafeAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such row in the slab")
      return unsafe UnsafePointer(base + index)
    }
    @inline(__always)
    nonmutating unsafeMutableAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such row in the slab")
      return unsafe base + index
    }
  }
}

/// One row of ``SharedRows``, found before it is needed.
@frozen
@usableFromInline
@safe
struct SharedRow<Row: ~Copyable> {
  @usableFromInline let address: UnsafeMutablePointer<Row>

  @inlinable
  init(address: UnsafeMutablePointer<Row>) { unsafe self.address = address }

  @inlinable
  var value: Row {
    @inline(__always)
    unsafeAddress { unsafe UnsafePointer(address) }
    @inline(__always)
    nonmutating unsafeMutableAddress { unsafe address }
  }
}

// Because a slab is the only owner of its rows.
extension Slab: @unchecked Sendable where Row: Sendable & ~Copyable {}

/// What handlers can reach of the world.
public protocol SharedView: Sendable {}

/// One value that all entities read and none changes while events happen.
///
/// An engine makes it for the time of a run, and nobody may keep it longer; it is an address, so that handing it on
/// costs nothing and no reference is counted.
@frozen
@safe
public struct Shared<Value: Sendable & ~Copyable>: SharedView, @unchecked Sendable {
  @usableFromInline let address: UnsafePointer<Value>

  @inlinable
  init(address: UnsafePointer<Value>) { unsafe self.address = address }

  /// The value.
  @inlinable
  public var value: Value {
    @inline(__always)
    unsafeAddress { unsafe address }
  }
}

extension Slab where Row: BitwiseCopyable {
  /// `count` rows, all equal to `row`.
  @inlinable
  public init(repeating row: Row, count: Int) {
    precondition(count >= 0, "a slab cannot have a negative number of rows")
    self.init(capacity: count)
    unsafe base.initialize(repeating: row, count: count)
    used = count
  }

  /// The rows of `rows` in order.
  @inlinable
  public init(_ rows: [Row]) {
    self.init(capacity: rows.count)
    for row in rows { append(row) }
  }

  /// Adds a row of zero bytes, whose parts are to be written before they are read.
  ///
  /// - Complexity: O(1) amortised.
  @inlinable
  mutating func appendBlank() {
    if used == capacity { grow() }
    unsafe UnsafeMutableRawPointer(base + used).initializeMemory(
      as: UInt8.self, repeating: 0, count: MemoryLayout<Row>.stride)
    used &+= 1
  }

  /// Forgets every row and keeps the memory.
  @inlinable
  public mutating func removeAll() { used = 0 }

  /// Sets every row to `row`.
  @inlinable
  public mutating func fill(with row: Row) {
    for index in 0..<count { unsafe base[index] = row }
  }

  /// An independent slab with the same rows.
  ///
  /// - Complexity: O(`count`), one block copy.
  @inlinable
  public borrowing func copy() -> Slab<Row> {
    var other = Slab<Row>(capacity: capacity)
    unsafe other.base.initialize(from: base, count: used)
    other.used = used
    return other
  }

  /// Calls `body` with a pointer to the rows, valid during the call alone.
  @inlinable
  public borrowing func withRows<Result>(_ body: (UnsafePointer<Row>) -> Result) -> Result {
    unsafe body(UnsafePointer(base))
  }
}

extension Slab where Row: BitwiseCopyable & Comparable {
  /// Puts `key` into the hole at `start` of an implicit binary min-heap, and moves the hole down to where it fits.
  ///
  /// The child to follow is chosen without a branch. Every index is below `count` by the loop's condition, so
  /// the rows are not checked one by one: this loop is a third of a small simulation.
  ///
  /// - Precondition: `0 <= start < count`.
  /// - Complexity: O(log `count`).
  @inlinable
  @inline(__always)
  public mutating func siftDown(_ key: Row, from start: Int) {
    precondition(UInt(bitPattern: start) < UInt(bitPattern: count), "no such row in the slab")
    let rows = unsafe base
    let count = used
    var hole = start
    var child = 2 &* hole &+ 2
    while child < count {
      let leftIsLess = unsafe rows[child &- 1] < rows[child]
      child &-= leftIsLess ? 1 : 0
      // Read again, not selected: the choice is then one subtraction on the path to the next level.
      let least = unsafe rows[child]
      if key <= least {
        unsafe rows[hole] = key
        return
      }
      unsafe rows[hole] = least
      hole = child
      child = 2 &* hole &+ 2
    }
    if child == count {
      let last = unsafe rows[child &- 1]
      if last < key {
        unsafe rows[hole] = last
        hole = child &- 1
      }
    }
    unsafe rows[hole] = key
  }

  /// Makes an implicit binary min-heap of rows in any order.
  ///
  /// - Complexity: O(`count`).
  @inlinable
  public mutating func orderAsHeap() {
    var index = used / 2
    while index > 0 {
      index &-= 1
      siftDown(self[index], from: index)
    }
  }

  /// Adds `key` to an implicit binary min-heap.
  ///
  /// - Complexity: O(log `count`).
  @inlinable
  @inline(__always)
  mutating func siftUp(_ key: Row) {
    append(key)
    let rows = unsafe base
    var hole = used &- 1
    while hole > 0 {
      let parent = (hole &- 1) >> 1
      let above = unsafe rows[parent]
      if key >= above { break }
      unsafe rows[hole] = above
      hole = parent
    }
    unsafe rows[hole] = key
  }
}
