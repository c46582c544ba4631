import SimulationKernel

/// One replication of one arm, hour by hour and happening by happening: what a situation picture and an exercise are
/// made of.
///
/// It is recorded beside a run and changes nothing in it: the same seed, replication and arm give the figures that a
/// batch gives.
public struct Trajectory: Sendable {
  /// The network that ran.
  public var network: CareNetwork
  /// The scenario that ran.
  public var scenario: Scenario
  /// State at each whole hour from day 0 on.
  public var samples: [TrajectorySample]
  /// What happened, by time; of one time by region, the nation first, and within a region as it happened.
  public var entries: [TrajectoryEntry]

  /// A recorded replication.
  public init(
    network: CareNetwork, scenario: Scenario, samples: [TrajectorySample], entries: [TrajectoryEntry]
  ) {
    self.network = network
    self.scenario = scenario
    self.samples = samples
    self.entries = entries
  }

  /// The state at an hour since day 0; nil beyond what was recorded.
  public func sample(atHour hour: Int) -> TrajectorySample? {
    samples.indices.contains(hour) ? samples[hour] : nil
  }
}

extension CareSimulation {
  /// Runs from day 0 to an hour and records what happens.
  ///
  /// - Parameters:
  ///   - hours: at least 0, and no more than horizon and drain have.
  ///   - scope: whose entries are kept.
  /// - Precondition: the run-in is over, and nothing has run since.
  /// - Complexity: the run's, and O(units) an hour.
  public mutating func record(
    hours: Int, scope: TrajectoryScope, network: CareNetwork, scenario: Scenario
  ) -> Trajectory {
    precondition(hours >= 0 && hours <= (horizonDays + drainDays) * 24, "a trajectory ends within its run")
    for region in 0..<world.tables.regionCount { engine[region: region].journal.scope = scope }
    begin()
    var samples: [TrajectorySample] = []
    samples.reserveCapacity(hours + 1)
    for hour in 0...hours {
      let moment = SimulationTime(ticks: world.startTicks) + .hours(Double(hour))
      advance(to: moment)
      samples.append(sample(hour: hour, at: moment))
    }
    return Trajectory(network: network, scenario: scenario, samples: samples, entries: collectedEntries())
  }

  private mutating func sample(hour: Int, at moment: SimulationTime) -> TrajectorySample {
    var units: [UnitSample] = []
    var regions: [RegionSample] = []
    for region in 0..<world.tables.regionCount {
      units += engine[region: region].unitSamples(at: moment.ticks)
      regions.append(engine[region: region].regionSample())
    }
    return TrajectorySample(
      hour: hour, units: units, regions: regions, published: world.picture.published(since: world.startTicks))
  }

  private func collectedEntries() -> [TrajectoryEntry] {
    var entries = (0..<office.flights.count).map { office.flights[$0] }
    for region in 0..<world.tables.regionCount {
      for index in 0..<engine[region: region].journal.entries.count {
        entries.append(engine[region: region].journal.entries[index])
      }
    }
    // Stable, so that what one region did at one time keeps its order.
    return entries.enumerated().sorted { left, right in
      (left.element.ticks, left.element.region, left.offset)
        < (right.element.ticks, right.element.region, right.offset)
    }.map(\.element)
  }
}

extension SituationPicture {
  func published(since startTicks: Int64) -> PublishedPicture? {
    guard edition > 0 else { return nil }
    return PublishedPicture(
      edition: edition, cutOffTicks: cutOffTicks - startTicks,
      rows: (0..<(regionCount * kindCount)).map {
        PublishedPicture.Row(
          occupied: Int(rows[$0].occupied), open: Int(rows[$0].capacity), free: Int(rows[$0].free),
          staffed: Int(rows[$0].staffed), waiting: Int(rows[$0].waiting))
      })
  }
}
