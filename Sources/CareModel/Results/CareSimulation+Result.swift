import OutputStatistics
import SimulationKernel

extension CareSimulation {
  /// The figures of a finished run, in the order of `measures`.
  ///
  /// - Complexity: O(regions × days × measures).
  public borrowing func result(_ network: CareNetwork, measures: MeasureList) -> TrialResult {
    let reader = LedgerReader(network: network, horizonDays: horizonDays, drainDays: drainDays)
    var values: [Double?] = []
    var digest: UInt64 = 0
    for region in 0..<state.regions.count {
      digest &+= state.regions[region].ledger.casualtyDigest
    }
    let waits = reader.waits(state.regions, kinds: measures.queuedKinds)

    values.append(reader.sum(state.regions, .cohortArrivals, until: horizonDays))
    values.append(reader.sum(state.regions, .cohortCasualties, until: horizonDays))
    values.append(reader.sum(state.regions, .deaths, until: horizonDays))
    values.append(reader.sum(state.regions, .deaths, until: horizonDays + drainDays))
    values.append(reader.sum(state.regions, .casualtyDeaths, until: horizonDays))
    values.append(reader.sum(state.regions, .casualtyDeaths, until: horizonDays + drainDays))
    for cause in DeathCause.allCases {
      values.append(reader.sum(state.regions, cause.column, until: horizonDays + drainDays))
    }
    for record in waits { values += reader.waitFigures(record, state.regions) }
    for kind in network.unitKinds.indices { values += reader.unitFigures(kind, state.regions) }
    values += planningFigures(reader)
    for fleet in network.fleets.indices { values += fleetFigures(fleet, network) }
    var snapshot = 0
    for (index, measure) in network.measures.enumerated() {
      if snapshotMeasures.contains(index) {
        values.append(Double(state.snapshots[snapshot]))
        snapshot += 1
      } else {
        values.append(reader.declared(measure, state.regions))
      }
    }
    precondition(values.count == measures.national.count, "figures and their definitions disagree")
    return TrialResult(
      values: values, regional: reader.regional(state.regions, measures: measures),
      casualtyDigest: digest, eventCount: scheduler.executedCount, waits: waits)
  }

  private borrowing func planningFigures(_ reader: LedgerReader) -> [Double?] {
    let end = horizonDays
    let moves = reader.sum(state.regions, .transfersOut, until: end + drainDays)
    let within = reader.sum(state.regions, .movesWithinRegion, until: end + drainDays)
    let delayTicks = reader.sum(state.regions, .moveDelayTicks, until: end + drainDays)
    var backlog = (0.0, 0.0)
    var readyArea = 0.0
    var bedDays = 0.0
    for region in 0..<state.regions.count {
      backlog.0 += Double(state.regions[region].ledger.postponed[max(0, end - 1)])
      backlog.1 += Double(state.regions[region].ledger.postponed[max(0, end + drainDays - 1)])
      for kind in 0..<state.world.tables.kindCount
      where state.world.tables.kinds[kind].isHospitalBed
        && !state.world.tables.kinds[kind].isIntensiveCare
      {
        readyArea += reader.figure(state.regions[region], .dischargeReadyArea, kind: kind, until: end)
        bedDays += Double(state.regions[region].staffed(kind: kind) * end)
      }
    }
    let readyDays = readyArea / Double(SimulationDuration.ticksPerDay)
    return [
      reader.sum(state.regions, .hospitalBedsNeeded, until: end) / Double(max(1, end)),
      reader.sum(state.regions, .hospitalAdmissions, until: end) / Double(max(1, end)),
      reader.sum(state.regions, .postponed, until: end), backlog.0, backlog.1,
      reader.sum(state.regions, .calledIn, until: end),
      reader.sum(state.regions, .postponedToEmergency, until: end),
      reader.sum(state.regions, .transfersOut, until: end),
      reader.sum(state.regions, .movesWithinRegion, until: end),
      moves + within > 0 ? delayTicks / 3_600_000_000 / (moves + within) : nil,
      reader.sum(state.regions, .evacuated, until: end), Double(state.flightsFlown),
      reader.sum(state.regions, .refused, until: end), readyDays,
      bedDays > 0 ? readyDays / bedDays : nil,
    ]
  }

  private borrowing func fleetFigures(_ fleet: Int, _ network: CareNetwork) -> [Double?] {
    if network.fleets[fleet].isNational {
      for desk in 0..<state.desks.count where state.desks[desk].fleet == fleet {
        let row = (hours: state.desks[desk].awayHours, vehicles: Double(state.desks[desk].vehicles))
        let span = (scheduler.now - SimulationTime(ticks: state.world.startTicks)).hours
        let share = row.vehicles > 0 && span > 0 ? row.hours / (row.vehicles * span) : nil
        return [share, Double(state.desks[desk].flights)]
      }
    }
    var vehicles: Int64 = 0
    var area: Int64 = 0
    var trips: Int64 = 0
    let span = scheduler.now.ticks - state.world.startTicks
    for region in 0..<state.regions.count {
      let row = state.regions[region].fleets[fleet]
      vehicles += Int64(row.vehicles)
      area += row.awayArea / 1_000_000 + Int64(row.away) * (scheduler.now.ticks - row.areaSince) / 1_000_000
      trips += row.trips
    }
    let share = vehicles > 0 && span > 0 ? Double(area) * 1e6 / (Double(vehicles) * Double(span)) : nil
    return [share, Double(trips)]
  }
}
