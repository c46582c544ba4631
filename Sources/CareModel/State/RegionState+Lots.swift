import SimulationKernel

// Stocks that expire: what is there is kept by the delivery it came with, the oldest used first.
extension RegionState {
  /// The level at the start is of all ages alike.
  mutating func startLots(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    for stock in 0..<stocks.count {
      let days = Int64(world.tables.stocks[index * world.tables.stockCount + stock].shelfLifeDays)
      guard days > 0, stocks[stock].level > 0 else { continue }
      let part = stocks[stock].level / Double(days)
      for day in 0..<days {
        keepLot(
          stock, amount: part,
          expiresAt: day * SimulationDuration.ticksPerDay + 6 * SimulationDuration.ticksPerHour, &scheduler)
      }
    }
  }

  /// Keeps a delivery until it expires; those of a stock come in the order in which they expire.
  mutating func keepLot(
    _ stock: Int, amount: Double, expiresAt: Int64, _ scheduler: inout CareScheduler
  ) {
    guard amount > 0 else { return }
    let lot = LotRow(amount: amount, expiresAt: expiresAt, next: -1)
    var place = happenings.freeLot
    if place >= 0 {
      happenings.freeLot = happenings.lots[Int(place)].next
      happenings.lots[Int(place)] = lot
    } else {
      place = Int32(truncatingIfNeeded: happenings.lots.count)
      happenings.lots.append(lot)
    }
    if stocks[stock].newest >= 0 {
      happenings.lots[Int(stocks[stock].newest)].next = place
    } else {
      stocks[stock].oldest = place
    }
    stocks[stock].newest = place
    // Before the delivery of the same moment, which may need its room.
    scheduler.schedule(
      .expired(stock: Int32(stock)), at: SimulationTime(ticks: expiresAt), priority: Self.changePriority)
  }

  /// Takes from the oldest on; the level is the caller's.
  mutating func takeOldest(_ stock: Int, amount: Double) {
    var left = amount
    let nothing = amount * StockRow.rounding
    while left > nothing, stocks[stock].oldest >= 0 {
      let place = Int(stocks[stock].oldest)
      if happenings.lots[place].amount > left + nothing {
        happenings.lots[place].amount -= left
        return
      }
      left -= happenings.lots[place].amount
      dropOldest(stock)
    }
  }

  /// What is too old is thrown away.
  mutating func expire(stock: Int) {
    while stocks[stock].oldest >= 0 {
      let lot = happenings.lots[Int(stocks[stock].oldest)]
      guard lot.expiresAt <= nowTicks else { return }
      stocks[stock].wasted += lot.amount
      stocks[stock].level = max(0, stocks[stock].level - lot.amount)
      dropOldest(stock)
    }
    // Nothing is left but what sums of parts round to.
    stocks[stock].level = 0
  }

  private mutating func dropOldest(_ stock: Int) {
    let place = stocks[stock].oldest
    stocks[stock].oldest = happenings.lots[Int(place)].next
    if stocks[stock].oldest < 0 { stocks[stock].newest = -1 }
    happenings.lots[Int(place)].next = happenings.freeLot
    happenings.freeLot = place
  }

  /// Whether a step that turns away when a stock is short does so now. A stay that was broken off has used its own.
  func lacksStock(_ patient: Int, _ uses: RowRange, _ world: borrowing Surroundings) -> Bool {
    if remainingSeconds(patient) != 0 || world.policies.isNoWait { return false }
    for row in Int(uses.start)..<Int(uses.start + uses.count) {
      let use = world.tables.stockUses[row]
      if use.refuses, !stocks[Int(use.stock)].has(use.amount) { return true }
    }
    return false
  }

  /// One whose turn in a queue comes while a stock is short is turned away; the request ends as a refusal alone.
  mutating func refuseForStock(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    gatherHazard(patient, world)
    noteLack(patient, world)
    refuse(patient, kind: kind, world, &scheduler)
  }
}
