import SimulationKernel

extension LedgerReader {
  /// A figure of a daily census; nil where no day has a number.
  ///
  /// - Complexity: O(days × (regions × kinds + smoothed days)).
  func census(
    _ quantity: DeclaredMeasure.Quantity, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> Double? {
    switch quantity {
    case .peakOccupied(let census): return peak(census, in: regions, engine)?.number
    case .peakOccupiedDay(let census): return peak(census, in: regions, engine).map { Double($0.day) }
    case .occupiedQuantile(let census, let share):
      let numbers = census.smoothed(days(census, in: regions, engine)).map(\.number).sorted()
      // Of no days there is none; rounding must not ask for a day more than the share has.
      let rank = Int((share * Double(numbers.count) - 1e-9).rounded(.up))
      return numbers.isEmpty ? nil : numbers[max(1, rank) - 1]
    case .occupiedError(let census):
      return mean(differences(census, in: regions, engine).map { abs($0) })
    case .occupiedBias(let census): return mean(differences(census, in: regions, engine))
    default: return nil
    }
  }

  private func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }

  private func peak(
    _ census: Census, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> (day: Int, number: Double)? {
    var highest: (day: Int, number: Double)?
    for day in census.smoothed(days(census, in: regions, engine)) where day.number > highest?.number ?? -1 {
      highest = day
    }
    return highest
  }

  /// Simulated less observed, on the days that have both.
  private func differences(
    _ census: Census, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> [Double] {
    let simulated = days(census, in: regions, engine)
    let observed = census.observed.prefix(horizonDays)
    // A window without a day of the one has none of the other.
    let gaps = zip(simulated, observed).map { simulated, observed in observed.map { simulated - $0 } }
    return census.smoothed(gaps).map(\.number)
  }

  /// Mean number in places on each day from day 0 to the horizon.
  private func days(
    _ census: Census, in regions: Range<Int>, _ engine: borrowing CareEngine
  ) -> [Double] {
    (0..<horizonDays).map { day in
      var area = 0.0
      for region in regions {
        for kind in census.unitKinds {
          area += figure(engine[region: region], .occupiedArea, kind: kind, day: day)
        }
      }
      return area / Double(SimulationDuration.ticksPerDay)
    }
  }
}
