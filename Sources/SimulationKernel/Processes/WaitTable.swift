/// The waits of all processes of a simulation, and their times in an event queue.
///
/// A wait has one row while it lasts. Its time in the queue, if it has one, is found valid by its number: when
/// a wait ends early the key stays behind, and is dropped when it is due or when most keys are such.
struct WaitTable: ~Copyable {
  typealias Continuation = UnsafeContinuation<WaitOutcome, any Error>

  /// One wait.
  @safe
  struct Row {
    var continuation: Continuation?
    /// Unmanaged: a process outlives its waits.
    var process: Unmanaged<SimulationProcess>?
    /// The line it stands in; the waiting process keeps that alive.
    var line: Unmanaged<WaitLine>?
    /// Units asked for.
    var amount: Int
    var generation: UInt32
    /// Number of its time in the queue.
    var timer: UInt32
    /// Number of its place in `line`.
    var place: UInt32
    /// The next free row, when this one is free.
    var nextFree: UInt32
    var hasTimer: Bool
    /// Whether a time that comes fulfils the wait, or ends its patience.
    var timeFulfils: Bool
    var isOpen: Bool
    /// Whether it belongs to the task of its process, not to a child of that.
    var isOwn: Bool
  }

  private var rows: Slab<Row>
  private var queue: EventQueue
  private var firstFree = UInt32.max
  private var staleTimers = 0
  private var sequence: UInt32 = 0

  init() {
    rows = Slab(capacity: 64)
    queue = EventQueue(capacity: 64)
  }

  /// Opens a wait; its continuation comes by ``suspend(_:with:)`` before anything else happens.
  @inline(__always)
  mutating func open(for process: Unmanaged<SimulationProcess>, isOwn: Bool) -> WaitToken {
    let slot: UInt32
    if firstFree != .max {
      slot = firstFree
      firstFree = rows[Int(slot)].nextFree
    } else {
      slot = UInt32(truncatingIfNeeded: rows.count)
      if rows.count >= 1 << 24 { fatalError("More than 2^24 waits are open at once in one simulation.") }
      let row = unsafe Row(
        continuation: nil, process: nil, line: nil, amount: 0, generation: 0, timer: 0, place: 0,
        nextFree: .max, hasTimer: false, timeFulfils: false, isOpen: false, isOwn: false)
      rows.append(row)
    }
    unsafe rows[Int(slot)].process = process
    rows[Int(slot)].isOpen = true
    rows[Int(slot)].isOwn = isOwn
    return WaitToken(slot: slot, generation: rows[Int(slot)].generation, isOwn: isOwn)
  }

  /// Stores what resumes the wait.
  @inline(__always)
  mutating func suspend(_ token: WaitToken, with continuation: Continuation) {
    unsafe rows[Int(token.slot)].continuation = continuation
  }

  /// Lets time end the wait: at `time`, before anything of a higher priority number at that time.
  ///
  /// A time that is not before `end` takes a number and is never reached.
  @inline(__always)
  mutating func setTimer(
    _ token: WaitToken, at time: SimulationTime, priority: UInt8, before end: SimulationTime, fulfils: Bool
  ) {
    let number = sequence
    if number == .max { fatalError("A simulation has scheduled 2^32 events: its numbers are used up.") }
    sequence = number &+ 1
    guard time < end else { return }
    let slot = Int(token.slot)
    rows[slot].timer = number
    rows[slot].hasTimer = true
    rows[slot].timeFulfils = fulfils
    queue.push(EventKey(time: time, priority: priority, source: 0, sequence: number, slot: slot))
  }

  /// Notes where the wait stands in line.
  mutating func setPlace(_ token: WaitToken, in line: WaitLine, place: UInt32, amount: Int) {
    let slot = Int(token.slot)
    unsafe rows[slot].line = Unmanaged.passUnretained(line)
    rows[slot].place = place
    rows[slot].amount = amount
  }

  /// True while the wait lasts.
  @inline(__always)
  func isOpen(_ token: WaitToken) -> Bool {
    guard token.slot != .max else { return false }
    return rows[Int(token.slot)].isOpen && rows[Int(token.slot)].generation == token.generation
  }

  /// The wait at `place` of `line` if it still stands there, and the units it asks for.
  func holder(of slot: Int, place: UInt32, in line: WaitLine) -> (token: WaitToken, amount: Int)? {
    let row = rows[slot]
    guard row.isOpen, row.place == place, let its = unsafe row.line else { return nil }
    guard unsafe its.toOpaque() == Unmanaged.passUnretained(line).toOpaque() else { return nil }
    return (
      WaitToken(slot: UInt32(truncatingIfNeeded: slot), generation: row.generation, isOwn: row.isOwn),
      row.amount
    )
  }

  /// Ends the wait and gives what it held: the caller resumes the continuation.
  ///
  /// - Precondition: the wait is open.
  @inline(__always)
  mutating func close(_ token: WaitToken, timeHasCome: Bool) -> Row {
    let slot = Int(token.slot)
    let row = rows[slot]
    if row.hasTimer && !timeHasCome { staleTimers &+= 1 }
    rows[slot].generation = row.generation &+ 1
    rows[slot].isOpen = false
    rows[slot].hasTimer = false
    unsafe rows[slot].line = nil
    unsafe rows[slot].continuation = nil
    rows[slot].nextFree = firstFree
    firstFree = token.slot
    if staleTimers > 64 && staleTimers > queue.count / 2 { sweep() }
    return row
  }

  /// Takes the earliest time before `pause` out of the queue; nil when there is none.
  @inline(__always)
  mutating func popTimer(before pause: SimulationTime) -> (
    time: SimulationTime, token: WaitToken, fulfils: Bool
  )? {
    while let key = queue.first(), key.time < pause {
      queue.dropFirst()
      let slot = key.slot
      if rows[slot].hasTimer && rows[slot].timer == key.sequence {
        let token = WaitToken(
          slot: UInt32(truncatingIfNeeded: slot), generation: rows[slot].generation, isOwn: rows[slot].isOwn)
        return (key.time, token, rows[slot].timeFulfils)
      }
      staleTimers -= 1
    }
    return nil
  }

  /// Rows ever used at once.
  var rowCount: Int { rows.count }

  @inline(never)
  private mutating func sweep() {
    var kept = EventQueue(capacity: Swift.max(1, queue.count - staleTimers))
    swap(&kept, &queue)
    while let key = kept.first() {
      kept.dropFirst()
      if rows[key.slot].hasTimer && rows[key.slot].timer == key.sequence { queue.push(key) }
    }
    staleTimers = 0
  }
}
