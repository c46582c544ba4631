import RandomStreams
import SimulationKernel

/// Gathers the rows of ``InflowTables``.
struct InflowRows {
  var seasons: [SeasonRow] = []
  var monthRates: [Double] = []
  var dayWorths: [Double] = []
  var holidays: [Int32] = []
  /// Season of each profile, or −1.
  var seasonOfProfile: [Int32] = []
  var followers: [UInt32] = []
  var fates: [FateRow] = []
  var homes: [HomeRow] = []

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

  func tables(_ network: CareNetwork, _ scenario: Scenario) -> InflowTables {
    var reinforcements: [ReinforcementRow] = []
    var starts: [ForceStartRow] = []
    for region in network.regions.indices {
      for (index, force) in scenario.forces.enumerated() {
        func persons(of number: Int) -> Int {
          zip(force.regions, force.persons(of: number)).reduce(0) { $0 + ($1.0.region == region ? $1.1 : 0) }
        }
        let joining = force.reinforcements.map {
          ReinforcementRow(
            force: Int32(index), atHours: $0.day * 24, persons: Int64(persons(of: $0.persons)))
        }.filter { $0.persons > 0 }
        starts.append(
          ForceStartRow(
            idHash: streamHash(force.id), persons: Int64(persons(of: force.persons)),
            returnTicks: SimulationDuration.hours(force.returnDelayHours).ticks,
            reinforcements: RowRange(
              start: Int32(reinforcements.count), count: Int32(joining.count))))
        reinforcements += joining
      }
    }
    let causes = scenario.streams.map(\.id) + scenario.events.map(\.id)
    return InflowTables(
      firstDay: network.firstDate.daysSince1970 - Int(network.runInDays.rounded()), seasons: Slab(seasons),
      monthRates: Slab(monthRates), dayWorths: Slab(dayWorths), holidays: Slab(holidays),
      followers: Slab(followers.sorted()),
      forceCount: scenario.forces.count, forces: Slab(starts), reinforcements: Slab(reinforcements),
      fates: Slab(fates), causes: Slab(causes.map { streamHash($0) }),
      hasEffects: scenario.disruptions.contains { !$0.effects.isNone },
      homes: Slab(homes.sorted { $0.origin < $1.origin }))
  }
}

extension NetworkCompiler {
  /// The row of the fates of a stream or event in a region, or −1 when all are wounded and of no force.
  mutating func fate(_ fates: CasualtyFates, diseaseMix: RowRange, origin: UInt32, region: Int) -> Int32 {
    guard fates.force != nil || fates.killedShare > 0 || fates.diseaseShare > 0 else { return -1 }
    if let force = fates.force {
      inflowRows.homes.append(HomeRow(origin: origin, region: Int32(region), force: Int32(force)))
      inflowRows.followers.append(origin)
    }
    inflowRows.fates.append(
      FateRow(
        force: Int32(fates.force ?? -1), killedShare: fates.killedShare, diseaseShare: fates.diseaseShare,
        diseaseMix: diseaseMix))
    return Int32(inflowRows.fates.count - 1)
  }
}
