/// Waits with what each asks for, in the order in which they are looked at.
///
/// Whoever ends a wait need not search for it here: an entry whose wait is over is passed by, and goes when most of
/// the entries are such.
struct WaitList<Request> {
  /// One wait and what it asks for.
  struct Entry {
    let wait: WaitToken
    let request: Request
  }

  /// Also those whose waits are over.
  private(set) var entries: [Entry] = []
  /// Waits that have ended since the entries were last swept, at least.
  private var departures = 0

  /// The entries whose waits last.
  func open(in simulation: ProcessSimulation) -> [Entry] {
    entries.filter { entry in simulation.isOpen(entry.wait) }
  }

  /// How many waits last.
  func openCount(in simulation: ProcessSimulation) -> Int {
    entries.reduce(0) { count, entry in count + (simulation.isOpen(entry.wait) ? 1 : 0) }
  }

  /// Adds a wait at the end.
  mutating func append(_ wait: WaitToken, _ request: Request) {
    entries.append(Entry(wait: wait, request: request))
  }

  /// Adds a wait behind the last whose request `precedes` it.
  ///
  /// - Complexity: O(entries that it passes).
  mutating func insert(_ wait: WaitToken, _ request: Request, behind precedes: (Request) -> Bool) {
    let place = entries.lastIndex { entry in precedes(entry.request) }.map { index in index + 1 } ?? 0
    entries.insert(Entry(wait: wait, request: request), at: place)
  }

  /// Takes out an entry.
  mutating func remove(at index: Int) -> Entry { entries.remove(at: index) }

  /// Notes that a wait has ended whose entry nobody has taken out.
  ///
  /// - Complexity: O(1) amortised.
  mutating func noteDeparture(in simulation: ProcessSimulation) {
    departures += 1
    guard departures > 16, departures > entries.count / 2 else { return }
    entries = open(in: simulation)
    departures = 0
  }
}
