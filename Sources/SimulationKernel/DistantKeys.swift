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
  /// Lists of keys, in lines of four cells, which are one cache line each.
  private var cells: Slab<UInt128>
  /// The list before each line. Apart from the lines, so that memory delivers those of a list at once and not one after
  /// the other.
  private var links: Slab<UInt32>
  /// Lines that are not in use, the last freed first. Apart from the lines: those have left the caches.
  private var freeLines: Slab<UInt32>
  /// The list of each stretch: the cell of its last key. No list is read to add a key to it.
  private var stretches: Slab<UInt32>
  /// The list of those after all stretches.
  private var beyond: UInt32
  /// Stretches that have come up.
  private var passed: Int
  /// Where the first stretch begins, and the binary logarithm of their length, in upper halves of keys.
  private var base: UInt64
  private var shift: UInt64
  /// Keys in all lists.
  @usableFromInline private(set) var count: Int
  private var countWhenSpread: Int

  /// The list without keys: as in one whose last line is full, the next key begins a line.
  private static var none: UInt32 { .max }

  /// A power of two, so that a line begins where these bits of a cell's place are zero.
  private static var cellsPerLine: UInt32 { 4 }

  /// The last cell of a line, from its first.
  private static var last: UInt32 { cellsPerLine - 1 }

  /// Keys of a stretch, about.
  private static var keysPerStretch: Int { 4 }

  /// When so few are left, they go into the heap together.
  private static var fewest: Int { 64 }

  init() {
    cells = Slab()
    links = Slab()
    freeLines = Slab()
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
    cells = other.cells.copy()
    links = other.links.copy()
    freeLines = other.freeLines.copy()
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
  @inline(__always)
  mutating func insert(_ key: UInt128) {
    count &+= 1
    put(key)
  }

  @inline(__always)
  private mutating func put(_ key: UInt128) {
    let stretch = (UInt64(truncatingIfNeeded: key >> 64) &- base) &>> shift
    if stretch < UInt64(stretches.count) {
      stretches[Int(stretch)] = adding(key, to: stretches[Int(stretch)])
    } else {
      beyond = adding(key, to: beyond)
    }
  }

  /// A list after a key was added to it.
  @inline(__always)
  private mutating func adding(_ key: UInt128, to list: UInt32) -> UInt32 {
    if list & Self.last != Self.last {
      cells[Int(list &+ 1)] = key
      return list &+ 1
    }
    if freeLines.count == 0 { appendLine() }
    let line = freeLines.removeLast()
    cells[Int(line)] = key
    links[Int(line / Self.cellsPerLine)] = list
    return line
  }

  @inline(never)
  private mutating func appendLine() {
    freeLines.append(UInt32(truncatingIfNeeded: cells.count))
    for _ in 0..<Self.cellsPerLine { cells.append(0) }
    links.append(Self.none)
  }

  /// Calls `body` with every key of a list.
  @inline(__always)
  private borrowing func forEachKey(of list: UInt32, _ body: (UInt128) -> Void) {
    var tail = list
    while tail != Self.none {
      let line = tail & ~Self.last
      for cell in line...tail { body(cells[Int(cell)]) }
      tail = before(line)
    }
  }

  /// The list that goes on after a line.
  @inline(__always)
  private borrowing func before(_ line: UInt32) -> UInt32 { links[Int(line / Self.cellsPerLine)] }

  /// Moves the keys of the next stretch that has any to `heap`, or all when few are left.
  ///
  /// - Returns: the largest upper half of a key that belongs into the heap from now on.
  /// - Precondition: there are keys here, and none in `heap`.
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
    for index in 0..<heap.count { beyond = adding(heap[index], to: beyond) }
    count += heap.count
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

  /// Moves the keys of a list to a heap that is empty.
  private mutating func move(_ list: UInt32, to heap: inout Slab<UInt128>) {
    var tail = list
    while tail != Self.none {
      let line = tail & ~Self.last
      for cell in line...tail { heap.append(cells[Int(cell)]) }
      tail = before(line)
      freeLines.append(line)
    }
    count &-= heap.count
    heap.orderAsHeap()
  }

  /// The largest upper half of a key in a stretch.
  private func end(ofStretch stretch: Int) -> UInt64 {
    let (length, isLong) = UInt64(stretch + 1).multipliedReportingOverflow(by: 1 &<< shift)
    let (end, isFar) = base.addingReportingOverflow(length)
    return isLong || isFar ? .max : end &- 1
  }

  /// Joins all lists in one; the stretches that have not come up still name their lines.
  private mutating func gatherAll() -> UInt32 {
    var all = beyond
    for stretch in passed..<max(passed, stretches.count) {
      var tail = stretches[stretch]
      while tail != Self.none {
        let line = tail & ~Self.last
        let next = before(line)
        links[Int(line / Self.cellsPerLine)] = all
        all = tail
        tail = next
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
    forEachKey(of: all) { least = min(least, UInt64(truncatingIfNeeded: $0 >> 64)) }
    var sum = 0.0
    forEachKey(of: all) { sum += Double(UInt64(truncatingIfNeeded: $0 >> 64) &- least) }
    base = least
    let wanted = min(1 << 16, max(64, count / Self.keysPerStretch))
    stretches.removeAll()
    for _ in 0..<wanted { stretches.append(Self.none) }
    let length = 4 * sum / Double(count) / Double(wanted)
    shift = 0
    while shift < 62, Double(UInt64(1) &<< shift) < length { shift += 1 }
    passed = 0
    countWhenSpread = count
    putAgain(all) { _ in true }
  }

  /// Puts the keys of a list where they belong if they are wanted.
  private mutating func putAgain(_ list: UInt32, _ isWanted: (UInt128) -> Bool) {
    var tail = list
    while tail != Self.none {
      let line = tail & ~Self.last
      let next = before(line)
      for cell in line...tail {
        let key = cells[Int(cell)]
        if isWanted(key) { put(key) } else { count -= 1 }
      }
      freeLines.append(line)
      tail = next
    }
  }

  /// Bytes of the lists and of what names them.
  var usedBytes: Int { cells.usedBytes + links.usedBytes + freeLines.usedBytes + stretches.usedBytes }

  /// Calls `body` with every key, in no particular order.
  @usableFromInline
  borrowing func forEach(_ body: (UInt128) -> Void) {
    for stretch in passed..<max(passed, stretches.count) { forEachKey(of: stretches[stretch], body) }
    forEachKey(of: beyond, body)
  }

  /// Keeps the keys whose slot `isWanted`, and drops the others.
  ///
  /// - Complexity: O(keys).
  @usableFromInline
  mutating func filter(_ isWanted: (Int) -> Bool) {
    let all = gatherAll()
    for stretch in passed..<max(passed, stretches.count) { stretches[stretch] = Self.none }
    putAgain(all) { key in isWanted(EventKey(bits: key).slot) }
  }
}
