import SimulationKernel

extension NetworkCompiler {
  /// The rows of the fleets.
  func fleetRows(_ ways: WayTable, _ scenario: Scenario) -> [FleetRow] {
    var start: Int32 = 0
    return network.fleets.indices.map { index in
      var row = fleetRow(index, ways)
      let count = Int32(network.fleets[index].departure.minutes.count)
      row.departures = RowRange(start: start, count: count)
      start += count
      row.isGuarded = isGuarded(index, scenario)
      return row
    }
  }

  private func isGuarded(_ index: Int, _ scenario: Scenario) -> Bool {
    let fleet = network.fleets[index]
    if fleet.departure != .atOnce || fleet.seatsByKind != nil || fleet.seats > 1 || fleet.crew != nil {
      return true
    }
    if fleet.isDaylightOnly || fleet.weather != nil { return true }
    if scenario.transportLosses.contains(where: { $0.fleet == index }) { return true }
    return scenario.closures.contains { closure in
      if let link = closure.link { return network.links[link].mode == fleet.mode }
      let isAirfield = closure.facility != nil && closure.fleet == nil && closure.mode == nil
      let mode = isAirfield ? .air : closure.mode
      return (closure.fleet ?? index) == index && (mode ?? fleet.mode) == fleet.mode
    }
  }

  private func fleetRow(_ index: Int, _ ways: WayTable) -> FleetRow {
    let fleet = network.fleets[index]
    var vehicles = 0.0
    if case .fixed(let number) = fleet.vehicles { vehicles = number }
    // A seat that nothing is said of is fit for everybody.
    let seats = fleet.seatsByKind ?? SeatsByKind(intensiveCare: fleet.seats)
    var longestWait = Int64.max
    if case .whenFull(let hours?, _) = fleet.departure { longestWait = SimulationDuration.hours(hours).ticks }
    let minute = SimulationDuration.minutes(1).ticks
    return FleetRow(
      isNational: fleet.isNational, isRoad: fleet.mode == .road, seats: Int32(seats.total),
      dispatchHours: fleet.dispatchDelayHours, fixedHours: fleet.loadHours + fleet.groundHours,
      handoverHours: fleet.handoverHours, speedLoaded: fleet.speedLoaded, speedEmpty: fleet.speedEmpty,
      detour: fleet.detourFactor, range: fleet.rangeKilometres, wayTable: ways.tables[index],
      mode: fleet.mode.code, returns: fleet.returns, isGuarded: false, isDaylightOnly: fleet.isDaylightOnly,
      departure: fleet.departure.code, sittingSeats: Int32(seats.sitting), lyingSeats: Int32(seats.lying),
      intensiveSeats: Int32(seats.intensiveCare),
      leastPatients: Int32(min(seats.total, fleet.leastPatients ?? seats.total)),
      longestWaitTicks: longestWait,
      departures: RowRange(start: 0, count: 0), shiftFromTicks: Int64(fleet.crew?.fromMinute ?? 0) * minute,
      shiftUntilTicks: Int64(fleet.crew?.untilMinute ?? 0) * minute,
      shareOutsideShift: fleet.crew?.shareOutside ?? 1,
      dutyTicks: fleet.crew?.hoursPerDay.map { SimulationDuration.hours($0).ticks } ?? .max,
      cancelledShare: fleet.weather?.cancelledShare ?? 0,
      weatherBlockTicks: Int64(fleet.weather?.blockHours ?? 0) * 60 * minute,
      vehicles: Int32(max(0, vehicles.rounded())))
  }
}

extension Departure {
  fileprivate var code: UInt8 {
    switch self {
    case .atOnce: 0
    case .whenFull: 1
    case .atTimes: 2
    }
  }
}
