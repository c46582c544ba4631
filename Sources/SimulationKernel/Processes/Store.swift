/// A place through which processes hand items to each other, first in, first out.
///
/// Who takes waits while nothing suits; who puts waits while the store is full. Takers are served in the order
/// in which they came, and so are putters. An item goes to the first taker that it suits.
@SimulationActor
public final class Store<Item> {
  private struct Put {
    let item: Item
    let wait: WaitToken
  }

  /// A taker that waits; an object, so that it finds its item there.
  private final class Take {
    let predicate: (@SimulationActor (Item) -> Bool)?
    var wait = WaitToken.none
    var item: Item?

    init(_ predicate: (@SimulationActor (Item) -> Bool)?) { self.predicate = predicate }
  }

  /// The simulation it belongs to.
  public let simulation: ProcessSimulation
  /// Items it holds at most.
  public let capacity: Int
  private var items: [Item] = []
  private var puts: [Put] = []
  private var takes: [Take] = []

  /// An empty store.
  ///
  /// - Precondition: `capacity > 0`.
  public init(capacity: Int = .max, in simulation: ProcessSimulation = .current) {
    require(capacity > 0, "a store must have room for one item")
    self.capacity = capacity
    self.simulation = simulation
  }

  /// Items in the store.
  public var count: Int { items.count }

  /// Processes that wait for an item.
  public var waitingToTake: Int {
    takes.reduce(0) { count, take in count + (isOpen(take.wait) ? 1 : 0) }
  }

  /// Processes that wait for room.
  public var waitingToPut: Int { puts.reduce(0) { count, put in count + (isOpen(put.wait) ? 1 : 0) } }

  /// Puts `item` into the store, when needed after a wait for room.
  ///
  /// - Throws: an interrupt; a `CancellationError` when the run ends. Then the item was not put.
  /// - Complexity: O(takers that wait).
  public func put(_ item: Item) async throws {
    try simulation.checkBeforeWaiting()
    prune()
    if puts.isEmpty && items.count < capacity {
      accept(item)
      return
    }
    let wait = try simulation.openWait()
    puts.append(Put(item: item, wait: wait))
    _ = try await simulation.suspend(wait)
  }

  /// Takes the oldest item, when needed after a wait.
  ///
  /// - Throws: an interrupt; a `CancellationError` when the run ends. Then nothing was taken.
  /// - Complexity: O(items + waiting).
  public func take() async throws -> Item {
    guard let item = try await take(Take(nil), patience: nil) else {
      preconditionFailure("a taker was served without an item")
    }
    return item
  }

  /// Takes the oldest item that suits, when needed after a wait.
  ///
  /// - Throws: as ``take()``.
  /// - Complexity: O(items + waiting).
  public func take(where suits: @escaping @SimulationActor (Item) -> Bool) async throws -> Item {
    guard let item = try await take(Take(suits), patience: nil) else {
      preconditionFailure("a taker was served without an item")
    }
    return item
  }

  /// Takes the oldest item that suits, if one comes within `patience`.
  ///
  /// - Returns: nil when none came.
  /// - Throws: as ``take()``.
  public func take(
    patience: SimulationDuration, where suits: (@SimulationActor (Item) -> Bool)? = nil
  ) async throws -> Item? {
    try await take(Take(suits), patience: patience)
  }

  private func take(_ request: Take, patience: SimulationDuration?) async throws -> Item? {
    try simulation.checkBeforeWaiting()
    if let index = items.firstIndex(where: { item in request.predicate?(item) ?? true }) {
      let item = items.remove(at: index)
      admitPuts()
      return item
    }
    request.wait = try simulation.openWait()
    if let patience { simulation.setPatience(patience, of: request.wait) }
    prune()
    takes.append(request)
    _ = try await simulation.suspend(request.wait)
    return request.item
  }

  /// Gives the item to the first taker that it suits, or keeps it.
  private func accept(_ item: Item) {
    let index = takes.firstIndex { take in isOpen(take.wait) && take.predicate?(item) ?? true }
    guard let index, !simulation.isOver else {
      items.append(item)
      return
    }
    let take = takes.remove(at: index)
    take.item = item
    simulation.fulfil(take.wait)
  }

  private func admitPuts() {
    while items.count < capacity, !puts.isEmpty, !simulation.isOver {
      let put = puts.removeFirst()
      guard isOpen(put.wait) else { continue }
      simulation.fulfil(put.wait)
      accept(put.item)
    }
  }

  private func prune() {
    takes.removeAll { take in !isOpen(take.wait) }
    puts.removeAll { put in !isOpen(put.wait) }
  }

  private func isOpen(_ wait: WaitToken) -> Bool { unsafe simulation.ring.waits.isOpen(wait) }
}
