import SimulationKernel

// Stocks: used when a step begins, filled by deliveries.
extension RegionState {
  /// Sets the first delivery of each stock: one is at 06:00 of day 0, whatever the length of the run-in before it.
  mutating func startDeliveries(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    startLots(world, &scheduler)
    let ofDayZero = world.startTicks + 6 * SimulationDuration.ticksPerHour
    for stock in 0..<stocks.count {
      let row = world.tables.stocks[index * world.tables.stockCount + stock]
      guard row.perDelivery > 0 else { continue }
      scheduler.schedule(
        .delivery(stock: Int32(stock)), at: SimulationTime(ticks: ofDayZero % row.intervalTicks),
        priority: Self.changePriority)
    }
  }

  /// A delivery comes: those who waited for the stock may go on.
  mutating func deliver(
    stock: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    let row = world.tables.stocks[index * world.tables.stockCount + stock]
    var amount = row.perDelivery
    let hours = hoursSinceStart
    for change in 0..<world.tables.deliveryChanges.count {
      let phase = world.tables.deliveryChanges[change]
      if Int(phase.stock) == stock, startTicks != .max, hours >= phase.fromHours, hours < phase.untilHours {
        amount *= phase.factor
      }
    }
    if world.tables.inflow.hasEffects { amount *= deliveryFactor }
    let before = stocks[stock].level
    stocks[stock].level = min(row.largest, before + amount)
    if row.shelfLifeDays > 0 {
      keepLot(
        stock, amount: stocks[stock].level - before,
        expiresAt: nowTicks + Int64(row.shelfLifeDays) * SimulationDuration.ticksPerDay, &scheduler)
    }
    // Also of units where nobody waits: those who wait at a full one may go on there.
    for unit in 0..<units.count
    where kinds[Int(units[unit].kind)].waiting > 0
      || world.tables.kinds[Int(units[unit].kind)].askers.count > 0
    {
      ready.append(Int32(truncatingIfNeeded: unit))
    }
    scheduler.schedule(
      .delivery(stock: Int32(stock)), after: SimulationDuration(ticks: row.intervalTicks),
      priority: Self.changePriority)
  }

  /// Whether there is enough of all that a patient's step waits for. A stay that was broken off has used its own.
  func hasStocks(_ uses: RowRange, for patient: Int, _ world: borrowing Surroundings) -> Bool {
    if remainingSeconds(patient) != 0 { return true }
    for row in Int(uses.start)..<Int(uses.start + uses.count) {
      let use = world.tables.stockUses[row]
      if use.waits, !stocks[Int(use.stock)].has(use.amount) { return false }
    }
    return true
  }

  /// A step begins: it uses what it needs, or goes without. What one before went without counts no more.
  mutating func useStocks(_ patient: Int, _ uses: RowRange, _ world: borrowing Surroundings) {
    var shortageFactor = 1.0
    for row in Int(uses.start)..<Int(uses.start + uses.count) {
      let use = world.tables.stockUses[row]
      let stock = Int(use.stock)
      if stocks[stock].has(use.amount) {
        stocks[stock].use(use.amount)
        if stocks[stock].oldest >= 0 { takeOldest(stock, amount: use.amount) }
      } else {
        stocks[stock].short += 1
        stocks[stock].ranOut = true
        shortageFactor *= use.factorWithout
      }
    }
    if patients[patient].hasDetails {
      details[patients[patient].details].shortageFactor = shortageFactor
    }
  }

  /// Moves the figures of the day that ends into the ledger, if it is counted.
  mutating func closeStocks(day: Int?) {
    for stock in 0..<stocks.count {
      if let day {
        let first = (day * stocks.count + stock) * StockFigure.width
        ledger.stockFigures[first + StockFigure.level.rawValue] = stocks[stock].level
        ledger.stockFigures[first + StockFigure.used.rawValue] += stocks[stock].used
        ledger.stockFigures[first + StockFigure.short.rawValue] += stocks[stock].short
        ledger.stockFigures[first + StockFigure.wasted.rawValue] += stocks[stock].wasted
        if stocks[stock].ranOut { ledger.stockFigures[first + StockFigure.ranOut.rawValue] = 1 }
      }
      stocks[stock].used = 0
      stocks[stock].short = 0
      stocks[stock].wasted = 0
      stocks[stock].ranOut = false
    }
  }
}

// Stocks that do not suffice.
extension RegionState {
  /// Notes what there is too little of for one who is turned away, or waits though a place is free.
  mutating func noteLack(_ patient: Int, _ world: borrowing Surroundings) {
    let uses = world.tables.steps[Int(patients[patient].step)].uses
    for row in Int(uses.start)..<Int(uses.start + uses.count) {
      let use = world.tables.stockUses[row]
      if use.waits || use.refuses, !stocks[Int(use.stock)].has(use.amount) {
        stocks[Int(use.stock)].ranOut = true
      }
    }
  }

  /// The same for all who wait for a unit that has a place free.
  ///
  /// - Complexity: O(patients in line).
  @inline(never)
  mutating func noteLack(inLineFor unit: Int, _ world: borrowing Surroundings) {
    guard units[unit].waiting > 0, units[unit].hasRoom else { return }
    for priority in 0..<8 {
      var patient = Int(queues[unit * 8 + priority].head)
      while patient >= 0 {
        if remainingSeconds(patient) == 0 { noteLack(patient, world) }
        patient = Int(patients[patient].next)
      }
    }
  }
}
