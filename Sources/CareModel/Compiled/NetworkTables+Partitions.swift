public import SimulationKernel

extension CareNetwork {
  /// The entities that threads simulate together when they share one run: entity 0 is the national office, the
  /// regions follow, then the desks of national fleets.
  ///
  /// - Parameter shortestLink: entities between which messages can be faster are in one partition.
  public func partitionPlan(shortestLink: SimulationDuration = .minutes(15)) -> PartitionPlan {
    PartitionPlan(NetworkTables(self, scenario: .peace), shortestLink: shortestLink)
  }
}

extension PartitionPlan {
  /// The partitions of a network: entities between which messages can be faster than `shortestLink` are joined.
  ///
  /// The office has no links: it acts at barriers. A region's messages are patients on their way, and words to a desk
  /// and back.
  ///
  /// - Complexity: O(facilities² × fleets).
  package init(_ tables: borrowing NetworkTables, shortestLink: SimulationDuration) {
    if shortestLink == .longest {
      self = .single(entityCount: tables.entityCount)
    } else {
      self.init(entityCount: tables.entityCount, links: tables.links(), shortest: shortestLink)
    }
  }
}

extension NetworkTables {
  /// The least delay of every kind of message between entities.
  borrowing func links() -> [PartitionPlan.Link] {
    var links: [PartitionPlan.Link] = []
    let journeys = leastJourneyHours()
    if let word = inflow.leastReturn() {
      for from in 0..<regionCount {
        for to in 0..<regionCount where to != from {
          links.append(
            PartitionPlan.Link(
              from: entity(ofRegion: from), to: entity(ofRegion: to), leastDelay: max(.tick, word)))
        }
      }
    }
    for from in 0..<regionCount {
      for to in 0..<regionCount where to != from && journeys[from * regionCount + to] < .infinity {
        let delay = SimulationDuration.hours(journeys[from * regionCount + to])
        links.append(
          PartitionPlan.Link(
            from: entity(ofRegion: from), to: entity(ofRegion: to), leastDelay: max(.tick, delay)))
      }
      for fleet in 0..<fleetCount where desks[fleet] >= 0 {
        let desk = Int(desks[fleet])
        let word = wordDelay(ofFleet: fleet)
        links.append(PartitionPlan.Link(from: entity(ofRegion: from), to: desk, leastDelay: word))
        links.append(PartitionPlan.Link(from: desk, to: entity(ofRegion: from), leastDelay: word))
      }
    }
    return links
  }

  /// The shortest journey of a patient between two regions, `from * regionCount + to`; infinite where none goes.
  private borrowing func leastJourneyHours() -> [Double] {
    // Without any fleet people move in no time.
    var least = [Double](repeating: fleetCount == 0 ? 0 : .infinity, count: regionCount * regionCount)
    for from in 0..<facilityCount {
      let row = Int(facilities[from].region) * regionCount
      for to in 0..<facilityCount where facilities[to].region != facilities[from].region {
        let cell = row + Int(facilities[to].region)
        for fleet in 0..<fleetCount where canTravel(fleet, from: from, to: to) {
          least[cell] = min(least[cell], tripHours(fleet, from: from, to: to))
        }
      }
      // Who needs no vehicle to what the region lacks is there in no time.
      for kind in 0..<kindCount where !kinds[kind].needsTransport {
        let place = from * kindCount + kind
        guard nearUnits[place].count == 0, nearestElsewhere[place] >= 0 else { continue }
        least[row + Int(facilities[Int(nearestElsewhere[place])].region)] = 0
      }
      for move in 0..<moves.count {
        let targets = moveTargets[move * facilityCount + from]
        for target in Int(targets.start)..<Int(targets.start + targets.count) {
          let to = Int(moveTargetRows[target])
          let cell = row + Int(facilities[to].region)
          least[cell] = min(least[cell], leastHours(of: move, from: from, to: to))
        }
      }
    }
    return least
  }

  /// The shortest time of a trip that is a step.
  private borrowing func leastHours(of move: Int, from: Int, to: Int) -> Double {
    let fleet = fleets[Int(moves[move].fleet)]
    let way = moves[move].leastHours
    if way < 0 { return tripHours(Int(moves[move].fleet), from: from, to: to) }
    return fleet.fixedHours + way + fleet.handoverHours
  }

  /// How long word between a region and a fleet's desk takes, one way: half the dispatch delay, for the request
  /// takes as long as the order. An assumption: sources give the whole.
  borrowing func wordDelay(ofFleet fleet: Int) -> SimulationDuration {
    max(.tick, .hours(fleets[fleet].dispatchHours / 2))
  }
}
