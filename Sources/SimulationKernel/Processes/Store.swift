/// A place through which processes hand items to each other, first in, first out.
///
/// Who takes waits while nothing suits; who puts waits while the store is full. Takers are served in the order
/// in which they came, and so are putters. An item goes to the first taker that it suits.
@SimulationActor
public final class Store<Item> {
  /// A taker that waits; an object, so that it finds its item there.
  private final class Take {
    let predicate: (@SimulationActor (Item) -> Bool)?
    var item: Item?

    init(_ predicate: (@SimulationActor (Item) -> Bool)?) { self.predicate = predicate }
  }

  /// The simulation it belongs to.
  public let simulation: ProcessSimulation
  /// Items it holds at most.
  public let capacity: Int
  private var items: [Item] = []
  private var puts = WaitList<Item>()
  private var takes = WaitList<Take>()

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
  public var waitingToTake: Int { takes.openCount(in: simulation) }

  /// Processes that wait for room.
  public var waitingToPut: Int { puts.openCount(in: simulation) }

  /// Puts `item` into the store, when needed after a wait for room.
  ///
  /// - Throws: an interrupt; a `CancellationError` when the run ends. Then the item was not put.
  /// - Complexity: O(takers that wait).
  public func put(_ item: Item) async throws {
    try simulation.checkBeforeWaiting()
    if items.count < capacity {
      accept(item)
      return
    }
    let wait = try simulation.openWait()
    puts.append(wait, item)
    do {
      _ = try await simulation.suspend(wait)
    } catch {
      puts.noteDeparture(in: simulation)
      throw error
    }
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
  /// Each item is looked at once, when the wait begins or when the item comes: `suits` is to depend on the item alone.
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
    try simulation.checkBeforeWaiting(patience: patience)
    if let index = items.firstIndex(where: { item in request.predicate?(item) ?? true }) {
      let item = items.remove(at: index)
      admitPuts()
      return item
    }
    let wait = try simulation.openWait()
    if let patience { simulation.setPatience(patience, of: wait) }
    takes.append(wait, request)
    do {
      if try await simulation.suspend(wait) == .reneged { takes.noteDeparture(in: simulation) }
      return request.item
    } catch {
      takes.noteDeparture(in: simulation)
      throw error
    }
  }

  /// Gives the item to the first taker that it suits, or keeps it.
  private func accept(_ item: Item) {
    let index = takes.entries.firstIndex { take in
      simulation.isOpen(take.wait) && take.request.predicate?(item) ?? true
    }
    guard let index, !simulation.isOver else {
      items.append(item)
      return
    }
    let take = takes.remove(at: index)
    take.request.item = item
    simulation.fulfil(take.wait)
  }

  private func admitPuts() {
    while items.count < capacity, !simulation.isOver {
      guard let index = puts.entries.firstIndex(where: { put in simulation.isOpen(put.wait) }) else { return }
      let put = puts.remove(at: index)
      simulation.fulfil(put.wait)
      accept(put.request)
    }
  }
}
