/// Which entities are simulated together, from one queue: a choice of speed that never changes a result.
public struct PartitionPlan: Sendable, Equatable {
  /// The least time that a message from one entity to another takes.
  public struct Link: Sendable, Equatable {
    /// The sender.
    public let from: Int
    /// The receiver.
    public let to: Int
    /// The least delay, one microsecond or more.
    public let leastDelay: SimulationDuration

    /// A link.
    public init(from: Int, to: Int, leastDelay: SimulationDuration) {
      self.from = from
      self.to = to
      self.leastDelay = leastDelay
    }
  }

  /// Entities simulated together.
  public struct Partition: Sendable, Equatable {
    /// Entity numbers, ascending.
    public let entities: [Int]
    /// The least delay of a message to another partition; ``SimulationDuration/longest`` at most.
    public let lookahead: SimulationDuration

    /// A partition.
    public init(entities: [Int], lookahead: SimulationDuration) {
      self.entities = entities
      self.lookahead = min(lookahead, .longest)
    }
  }

  /// The partitions, by their first entity.
  public let partitions: [Partition]
  /// The partition of each entity.
  public let homes: [Int]

  /// Number of entities.
  public var entityCount: Int { homes.count }

  /// All entities in one partition: events happen one by one.
  ///
  /// - Precondition: `entityCount` is positive.
  public static func single(entityCount: Int) -> PartitionPlan {
    require(entityCount > 0, "a plan is of one entity or more")
    return PartitionPlan([Partition(entities: Array(0..<entityCount), lookahead: .tick)])
  }

  /// The plan with these partitions.
  ///
  /// - Parameter entityZeroSchedulesBarriers: whether entity 0 may ask for a barrier in an event. Nobody may have passed
  ///   that, so its partition's lookahead becomes one microsecond; it costs nothing while entity 0 has no events.
  ///   Barriers asked for between runs and at barriers need nothing.
  /// - Precondition: every entity from 0 on is in exactly one partition, and no lookahead is below a microsecond.
  public init(_ partitions: [Partition], entityZeroSchedulesBarriers: Bool = true) {
    let count = partitions.reduce(0) { $0 + $1.entities.count }
    var homes = Array(repeating: -1, count: count)
    var sorted = partitions.map { Partition(entities: $0.entities.sorted(), lookahead: $0.lookahead) }
    sorted.sort { ($0.entities.first ?? -1) < ($1.entities.first ?? -1) }
    for index in sorted.indices {
      require(!sorted[index].entities.isEmpty, "a partition has an entity")
      require(sorted[index].lookahead >= .tick, "a lookahead is at least one microsecond")
      for entity in sorted[index].entities {
        require(
          entity >= 0 && entity < count && homes[entity] < 0, "every entity is in exactly one partition")
        homes[entity] = index
      }
    }
    if entityZeroSchedulesBarriers, let first = sorted.first {
      sorted[0] = Partition(entities: first.entities, lookahead: .tick)
    }
    self.partitions = sorted
    self.homes = homes
  }

  /// The plan derived from the links between entities: those nearer than `shortest` are simulated together.
  ///
  /// - Parameters:
  ///   - shortest: windows are about as long as the least delay between partitions, so entities with shorter links
  ///     are joined.
  ///   - entityZeroSchedulesBarriers: as in ``init(_:entityZeroSchedulesBarriers:)``. Unless it is false, windows
  ///     are a microsecond long while entity 0 has events.
  /// - Precondition: links are between entities from 0 to `entityCount` − 1.
  /// - Complexity: O(entities + links).
  public init(
    entityCount: Int, links: [Link], shortest: SimulationDuration, entityZeroSchedulesBarriers: Bool = true
  ) {
    require(entityCount > 0, "a plan is of one entity or more")
    let entities = 0..<entityCount
    require(
      links.allSatisfy { link in entities.contains(link.from) && entities.contains(link.to) },
      "a link is between entities of the plan")
    var parents = Array(0..<entityCount)
    func root(_ entity: Int) -> Int {
      var place = entity
      while parents[place] != place {
        parents[place] = parents[parents[place]]
        place = parents[place]
      }
      return place
    }
    for link in links where link.leastDelay < shortest {
      let (one, two) = (root(link.from), root(link.to))
      parents[max(one, two)] = min(one, two)
    }
    var members: [Int: Int] = [:]
    var groups: [(entities: [Int], lookahead: SimulationDuration)] = []
    for entity in 0..<entityCount {
      let top = root(entity)
      if let group = members[top] {
        groups[group].entities.append(entity)
      } else {
        members[top] = groups.count
        groups.append(([entity], .longest))
      }
    }
    for link in links where root(link.from) != root(link.to) {
      guard let group = members[root(link.from)] else { continue }
      groups[group].lookahead = min(groups[group].lookahead, max(.tick, link.leastDelay))
    }
    self.init(
      groups.map { Partition(entities: $0.entities, lookahead: $0.lookahead) },
      entityZeroSchedulesBarriers: entityZeroSchedulesBarriers)
  }
}
