import SimulationKernel

// Figures by region: day by day, and who went where.
extension LedgerReader {
  /// Figures by measure, region and day.
  func regional(_ engine: borrowing CareEngine, measures: MeasureList) -> [Double] {
    let days = horizonDays + drainDays
    let day = Double(SimulationDuration.ticksPerDay)
    var values: [Double] = []
    values.reserveCapacity(measures.regional.count * network.regions.count * days)
    let columns: [DayCount] = [
      .arrivals, .casualtyArrivals, .hospitalAdmissions, .deaths, .casualtyDeaths,
    ]
    func counts(_ column: DayCount) {
      for region in 0..<network.regions.count {
        for index in 0..<days {
          values.append(
            Double(engine[region: region].ledger.counts[index * DayCount.width + column.rawValue]))
        }
      }
    }
    for column in columns { counts(column) }
    for region in 0..<network.regions.count {
      for index in 0..<days { values.append(Double(engine[region: region].ledger.postponed[index])) }
    }
    for column in [DayCount.transfersIn, .transfersOut, .evacuated] { counts(column) }
    for region in 0..<network.regions.count {
      for index in 0..<days {
        var ready = 0.0
        for kind in network.dischargeKinds {
          ready += figure(engine[region: region], .dischargeReadyArea, kind: kind, day: index)
        }
        values.append(ready / day)
      }
    }
    for kind in network.unitKinds.indices {
      for column in [DayUnitFigure.occupiedArea, .waitingArea] {
        for region in 0..<network.regions.count {
          for index in 0..<days {
            values.append(figure(engine[region: region], column, kind: kind, day: index) / day)
          }
        }
      }
    }
    for stock in network.stocks.indices {
      for figure in StockFigure.allCases
      where figure != .wasted || network.stocks[stock].shelfLifeDays != nil {
        for region in 0..<network.regions.count {
          for index in 0..<days {
            values.append(self.stock(figure, stock, region: region, day: index, engine))
          }
        }
      }
    }
    if !network.fleets.isEmpty {
      for region in 0..<network.regions.count {
        for index in 0..<days {
          values.append(Double(engine[region: region].ledger.transportAreas[index]) / day)
        }
      }
    }
    return values
  }

  /// Patients by region they left and region they went to, the last column flown to allies.
  func flows(_ engine: borrowing CareEngine) -> [Int] {
    let count = network.regions.count
    var flows: [Int] = []
    flows.reserveCapacity(count * (count + 1))
    for region in 0..<count {
      for target in 0...count { flows.append(Int(engine[region: region].ledger.sent[target])) }
    }
    return flows
  }
}
