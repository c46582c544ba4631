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
    for region in 0..<world.tables.regionCount {
      digest &+= engine[region: region].ledger.casualtyDigest
    }
    let waits = reader.waits(engine, kinds: measures.queuedKinds)

    values.append(reader.sum(engine, .cohortArrivals, until: horizonDays))
    values.append(reader.sum(engine, .cohortCasualties, until: horizonDays))
    values.append(reader.sum(engine, .deaths, until: horizonDays))
    values.append(reader.sum(engine, .deaths, until: horizonDays + drainDays))
    values.append(reader.sum(engine, .casualtyDeaths, until: horizonDays))
    values.append(reader.sum(engine, .casualtyDeaths, until: horizonDays + drainDays))
    for cause in DeathCause.allCases {
      values.append(reader.sum(engine, cause.column, until: horizonDays + drainDays))
    }
    for record in waits { values += reader.waitFigures(record, engine) }
    for kind in network.unitKinds.indices { values += reader.unitFigures(kind, engine) }
    values += planningFigures(reader)
    for fleet in network.fleets.indices { values += fleetFigures(fleet, network) }
    values += declaredFigures(reader)
    precondition(values.count == measures.national.count, "figures and their definitions disagree")
    return TrialResult(
      values: values, regional: reader.regional(engine, measures: measures), flows: reader.flows(engine),
      casualtyDigest: digest, eventCount: engine.executedCount, waits: waits, drawMistakes: drawMistakes,
      standstill: standstill)
  }

  private var standstill: [Int] {
    borrowing get {
      var kinds = Set<Int>()
      for region in 0..<world.tables.regionCount {
        for unit in engine[region: region].unitsThatStandStill(world) {
          kinds.insert(engine[region: region].kind(ofUnit: unit))
        }
      }
      return kinds.sorted()
    }
  }

  /// The figures that the model asks for by name.
  private borrowing func declaredFigures(_ reader: LedgerReader) -> [Double?] {
    let measures = reader.network.measures
    var taken = [Int: Double?]()
    for (place, snapshot) in office.declared.enumerated() {
      // Nobody counts after the end.
      let isCounted = snapshot.hours <= Double(horizonDays + drainDays) * 24
      taken[snapshot.measure] = .some(isCounted ? Double(office.snapshots[place]) : nil)
    }
    for spanned in office.spanned { taken[spanned.measure] = .some(reader.spanned(spanned, engine, world)) }
    return measures.indices.map { taken[$0] ?? reader.declared(measures[$0], engine) }
  }

  private borrowing func planningFigures(_ reader: LedgerReader) -> [Double?] {
    let end = horizonDays
    let moves = reader.sum(engine, .transfersOut, until: end + drainDays)
    let within = reader.sum(engine, .movesWithinRegion, until: end + drainDays)
    let delayTicks = reader.sum(engine, .moveDelayTicks, until: end + drainDays)
    var backlog = (0.0, 0.0)
    var readyArea = 0.0
    var bedDays = 0.0
    for region in 0..<world.tables.regionCount {
      backlog.0 += Double(engine[region: region].ledger.postponed[max(0, end - 1)])
      backlog.1 += Double(engine[region: region].ledger.postponed[max(0, end + drainDays - 1)])
      for kind in reader.network.dischargeKinds {
        readyArea += reader.figure(engine[region: region], .dischargeReadyArea, kind: kind, until: end)
        bedDays += Double(engine[region: region].staffed(kind: kind) * end)
      }
    }
    let readyDays = readyArea / Double(SimulationDuration.ticksPerDay)
    return [
      reader.sum(engine, .hospitalBedsNeeded, until: end) / Double(max(1, end)),
      reader.sum(engine, .hospitalAdmissions, until: end) / Double(max(1, end)),
      reader.sum(engine, .postponed, until: end), backlog.0, backlog.1,
      reader.sum(engine, .calledIn, until: end),
      reader.sum(engine, .postponedToEmergency, until: end),
      reader.sum(engine, .transfersOut, until: end),
      reader.sum(engine, .movesWithinRegion, until: end),
      moves + within > 0 ? delayTicks / 3_600_000_000 / (moves + within) : nil,
      reader.sum(engine, .evacuated, until: end), Double(office.flightsFlown),
      reader.sum(engine, .refused, until: end), readyDays,
      bedDays > 0 ? readyDays / bedDays : nil,
    ]
  }

  private borrowing func fleetFigures(_ fleet: Int, _ network: CareNetwork) -> [Double?] {
    if network.fleets[fleet].isNational {
      for desk in 0..<world.tables.deskCount
      where engine[desk: desk, after: world.tables.regionCount].fleet == fleet {
        let row = (
          hours: engine[desk: desk, after: world.tables.regionCount].awayHours,
          vehicles: Double(world.tables.fleets[fleet].vehicles)
        )
        let span = (engine.now - SimulationTime(ticks: world.startTicks)).hours
        let share = row.vehicles > 0 && span > 0 ? row.hours / (row.vehicles * span) : nil
        return [share, Double(engine[desk: desk, after: world.tables.regionCount].flights)]
      }
    }
    var vehicles: Int64 = 0
    var area: Int64 = 0
    var trips: Int64 = 0
    let span = engine.now.ticks - world.startTicks
    for region in 0..<world.tables.regionCount {
      let row = engine[region: region].fleets[fleet]
      vehicles += Int64(world.tables.regionVehicles[region * world.tables.fleetCount + fleet])
      area += row.awayArea / 1_000_000 + Int64(row.away) * (engine.now.ticks - row.areaSince) / 1_000_000
      trips += row.trips
    }
    let share = vehicles > 0 && span > 0 ? Double(area) * 1e6 / (Double(vehicles) * Double(span)) : nil
    return [share, Double(trips)]
  }
}
