import SimulationKernel

/// Rows of what brings patients and trouble beyond the plain streams: seasons, forces, rates that follow the state.
struct InflowTables: ~Copyable {
  /// Days since 1 January 1970 of the day on which the run begins.
  var firstDay: Int
  var seasons: Slab<SeasonRow>
  /// `season * 12 + month`, months from 0.
  var monthRates: Slab<Double>
  /// `season * 7 + weekday`: hours' worth of a whole day.
  var dayWorths: Slab<Double>
  /// Holidays of each season in order, as days since 1 January 1970.
  var holidays: Slab<Int32>

  borrowing func copy() -> InflowTables {
    InflowTables(
      firstDay: firstDay, seasons: seasons.copy(), monthRates: monthRates.copy(), dayWorths: dayWorths.copy(),
      holidays: holidays.copy())
  }
}

/// The dates of a profile.
struct SeasonRow: BitwiseCopyable {
  /// Days in a run of `InflowTables.holidays`.
  var holidays: RowRange
  /// As which weekday they go.
  var holidayWeekday: Int32
}

/// Gathers the rows of ``InflowTables``.
struct InflowRows {
  var seasons: [SeasonRow] = []
  var monthRates: [Double] = []
  var dayWorths: [Double] = []
  var holidays: [Int32] = []
  /// Season of each profile, or −1.
  var seasonOfProfile: [Int32] = []

  init(_ network: CareNetwork) {
    for profile in network.profiles { add(profile) }
  }

  private mutating func add(_ profile: ArrivalProfile) {
    guard profile.hasDates else {
      seasonOfProfile.append(-1)
      return
    }
    seasonOfProfile.append(Int32(seasons.count))
    let days = profile.holidays.map { Int32($0.daysSince1970) }.sorted()
    seasons.append(
      SeasonRow(
        holidays: RowRange(start: Int32(holidays.count), count: Int32(days.count)),
        holidayWeekday: Int32(profile.holidayWeekday)))
    holidays += days
    monthRates += profile.monthFactors
    let mean = profile.weekdays.reduce(0, +) / Double(profile.weekdays.count)
    dayWorths += profile.weekdays.map { 24 * $0 / mean }
  }

  func tables(_ network: CareNetwork) -> InflowTables {
    InflowTables(
      firstDay: network.firstDate.daysSince1970 - Int(network.runInDays.rounded()), seasons: Slab(seasons),
      monthRates: Slab(monthRates), dayWorths: Slab(dayWorths), holidays: Slab(holidays))
  }
}
