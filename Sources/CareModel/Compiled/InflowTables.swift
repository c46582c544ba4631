import SimulationKernel

/// Rows of what brings patients beyond the plain streams: seasons, forces at risk.
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
  /// Origins of the patients who come at rates that follow the state, in order: another arm may meet others.
  var followers: Slab<UInt32>
  let forceCount: Int
  /// Persons on day 0: `region * forceCount + force`.
  var forces: Slab<ForceStartRow>
  var reinforcements: Slab<ReinforcementRow>
  /// Fates of casualties: those of streams and then of events that have any.
  var fates: Slab<FateRow>
  /// Streams and then events of the scenario by the hashes of their ids.
  var causes: Slab<UInt32>
  /// Whether a disruption changes anything beside places.
  let hasEffects: Bool
  /// Where those belong who return to duty, by the hash of their origin, in order.
  var homes: Slab<HomeRow>

  borrowing func copy() -> InflowTables {
    InflowTables(
      firstDay: firstDay, seasons: seasons.copy(), monthRates: monthRates.copy(), dayWorths: dayWorths.copy(),
      holidays: holidays.copy(),
      followers: followers.copy(), forceCount: forceCount, forces: forces.copy(),
      reinforcements: reinforcements.copy(), fates: fates.copy(), causes: causes.copy(),
      hasEffects: hasEffects, homes: homes.copy())
  }

  /// The least time from leaving care to being present again; nil without forces.
  borrowing func leastReturn() -> SimulationDuration? {
    var least: SimulationDuration?
    for force in 0..<forceCount {
      let delay = SimulationDuration(ticks: forces[force].returnTicks)
      least = min(least ?? delay, delay)
    }
    return least
  }

  /// Whether patients of this origin come at rates that follow the state.
  borrowing func followsState(_ origin: UInt32) -> Bool {
    var low = 0
    var high = followers.count
    while low < high {
      let middle = (low + high) / 2
      if followers[middle] < origin { low = middle + 1 } else { high = middle }
    }
    return low < followers.count && followers[low] == origin
  }

  /// Where somebody of this origin belongs; nil for who is of no force.
  borrowing func home(of origin: UInt32) -> HomeRow? {
    var low = 0
    var high = homes.count
    while low < high {
      let middle = (low + high) / 2
      if homes[middle].origin < origin { low = middle + 1 } else { high = middle }
    }
    return low < homes.count && homes[low].origin == origin ? homes[low] : nil
  }
}

/// The times of day of a profile.
struct ProfileRow: BitwiseCopyable {
  /// Of its rates over a week, in `NetworkTables.weeklyRates`.
  var first: Int32
  /// Rates in an hour.
  var partsOfHour: Int32
}

/// The dates of a profile.
struct SeasonRow: BitwiseCopyable {
  /// Days in a run of `InflowTables.holidays`.
  var holidays: RowRange
  /// As which weekday they go.
  var holidayWeekday: Int32
}

/// A force in one region.
struct ForceStartRow: BitwiseCopyable {
  var idHash: UInt32
  var persons: Int64
  var returnTicks: Int64
  /// Who joins later, in a run of `InflowTables.reinforcements`.
  var reinforcements: RowRange
}

struct ReinforcementRow: BitwiseCopyable {
  var force: Int32
  var atHours: Double
  var persons: Int64
}

/// What becomes of the casualties of one stream or event.
struct FateRow: BitwiseCopyable {
  /// Index of the force, or −1.
  var force: Int32
  var killedShare: Double
  var diseaseShare: Double
  var diseaseMix: RowRange
}

struct HomeRow: BitwiseCopyable {
  var origin: UInt32
  var region: Int32
  var force: Int32
}
