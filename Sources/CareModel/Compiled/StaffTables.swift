import SimulationKernel

struct ProfessionRow: BitwiseCopyable {
  /// Share of persons who are not sick.
  var healthyShare: Double
  /// Hours a week in surge, or 0 for as usual.
  var surgeWeeklyHours: Double
  /// Days in surge that cost nothing; −1 where nothing does.
  var afterDays: Int32
  var lostShare: Double
  var leastShare: Double
  var regainedShare: Double
}

/// Persons of one profession at a facility, or of a region: one or more groups.
struct StaffPoolRow: BitwiseCopyable {
  var profession: Int32
  /// Facility, or −1 for the region's own.
  var facility: Int32
  /// In a run of `StaffTables.groups`.
  var groups: RowRange
}

struct StaffGroupRow: BitwiseCopyable {
  var persons: Double
  var claimed: Double
  /// Index of the employer who claims them, or −1.
  var employer: Int32
  var weeklyHours: Double
  /// Calendar of their hours, or −1, and the sum of its shares over the hours of a week.
  var calendar: Int32
  var weekShares: Double
}

struct StaffNeedRow: BitwiseCopyable {
  var profession: Int32
  var persons: Double
}

struct StaffChangeRow: BitwiseCopyable {
  /// 0 claim, 1 call-up, 2 absence.
  var kind: UInt8
  var employer: Int32
  var share: Double
  /// Profession, or −1 for all.
  var profession: Int32
  /// Ticks after day 0.
  var fromTicks: Int64
  var untilTicks: Int64
  /// Regions and facilities in runs of `StaffTables.changePlaces`; none means all.
  var regions: RowRange
  var facilities: RowRange
}

/// Who works where, and what places need.
struct StaffTables: ~Copyable {
  let professionCount: Int
  var professions: Slab<ProfessionRow>
  /// Pools, region by region, and the runs of each region.
  var pools: Slab<StaffPoolRow>
  var regionPools: Slab<RowRange>
  var groups: Slab<StaffGroupRow>
  /// Local pool of `facility * professionCount + profession`, and of `region * professionCount + profession`; or −1.
  var poolOfFacility: Slab<Int32>
  var poolOfRegion: Slab<Int32>
  var needs: Slab<StaffNeedRow>
  /// Needs of each kind, and of each level of surge where it has its own, in runs of `needs`.
  var kindNeeds: Slab<RowRange>
  var levelNeeds: Slab<RowRange>
  /// Multiplier of the needs of each unit, in the order of `NetworkTables.units`.
  var needFactors: Slab<Double>
  /// Units with needs, first served first, region by region: a run for each region.
  var order: Slab<Int32>
  var regionOrder: Slab<RowRange>
  var changes: Slab<StaffChangeRow>
  var changePlaces: Slab<Int32>

  init(_ network: CareNetwork, _ scenario: Scenario, calendars: borrowing CalendarTables) {
    professionCount = network.professions.count
    professions = Slab(network.professions.map { ProfessionRow($0) })
    pools = Slab()
    regionPools = Slab()
    groups = Slab()
    poolOfFacility = Slab(repeating: -1, count: network.facilities.count * professionCount)
    poolOfRegion = Slab(repeating: -1, count: network.regions.count * professionCount)
    needs = Slab()
    kindNeeds = Slab()
    levelNeeds = Slab()
    needFactors = Slab()
    order = Slab()
    regionOrder = Slab()
    changes = Slab()
    changePlaces = Slab()
    let employers = Employers(network)
    addPools(network, employers, calendars)
    for kind in network.unitKinds {
      kindNeeds.append(add(kind.staffNeed))
      for level in kind.surgeLevels { levelNeeds.append(add(level.staffNeed)) }
    }
    addOrder(network)
    for change in scenario.staffChanges { add(change, employers) }
  }

  init(copying other: borrowing StaffTables) {
    professionCount = other.professionCount
    professions = other.professions.copy()
    pools = other.pools.copy()
    regionPools = other.regionPools.copy()
    groups = other.groups.copy()
    poolOfFacility = other.poolOfFacility.copy()
    poolOfRegion = other.poolOfRegion.copy()
    needs = other.needs.copy()
    kindNeeds = other.kindNeeds.copy()
    levelNeeds = other.levelNeeds.copy()
    needFactors = other.needFactors.copy()
    order = other.order.copy()
    regionOrder = other.regionOrder.copy()
    changes = other.changes.copy()
    changePlaces = other.changePlaces.copy()
  }

  private mutating func add(_ list: [StaffNeed]) -> RowRange {
    let start = needs.count
    for need in list {
      needs.append(StaffNeedRow(profession: Int32(need.profession), persons: need.personsPerPlace))
    }
    return RowRange(start: Int32(start), count: Int32(list.count))
  }

  /// - Complexity: O(groups × log groups).
  private mutating func addPools(
    _ network: CareNetwork, _ employers: Employers, _ calendars: borrowing CalendarTables
  ) {
    // By region, facility (the region's own first) and profession; in file order within one pool.
    let sorted = network.staff.indices.sorted { left, right in
      let (one, two) = (network.staff[left], network.staff[right])
      return (one.region, one.facility ?? -1, one.profession, left)
        < (two.region, two.facility ?? -1, two.profession, right)
    }
    var next = 0
    for region in network.regions.indices {
      let start = pools.count
      while next < sorted.count, network.staff[sorted[next]].region == region {
        let first = network.staff[sorted[next]]
        let firstGroup = groups.count
        while next < sorted.count {
          let group = network.staff[sorted[next]]
          guard
            (group.region, group.facility, group.profession)
              == (first.region, first.facility, first.profession)
          else { break }
          let calendar = Int32(group.calendar ?? -1)
          groups.append(
            StaffGroupRow(
              persons: group.persons, claimed: min(group.persons, group.claimedPersons),
              employer: employers.index(of: group.claimedBy), weeklyHours: group.weeklyHours,
              calendar: calendar, weekShares: calendar < 0 ? 168 : calendars.weekShares(calendar)))
          next += 1
        }
        let pool = Int32(pools.count - start)
        if let facility = first.facility {
          poolOfFacility[facility * professionCount + first.profession] = pool
        } else {
          poolOfRegion[region * professionCount + first.profession] = pool
        }
        pools.append(
          StaffPoolRow(
            profession: Int32(first.profession), facility: Int32(first.facility ?? -1),
            groups: RowRange(start: Int32(firstGroup), count: Int32(groups.count - firstGroup))))
      }
      regionPools.append(RowRange(start: Int32(start), count: Int32(pools.count - start)))
    }
  }

  /// Units by the priority of their kind, then in the order of kinds, then in that of units.
  private mutating func addOrder(_ network: CareNetwork) {
    for region in network.regions.indices {
      let units = network.units.filter { network.facilities[$0.facility].region == region }
      for unit in units { needFactors.append(unit.staffNeedFactor) }
      let needy = units.indices.filter { unit in
        let kind = network.unitKinds[units[unit].kind]
        return !kind.staffNeed.isEmpty || kind.surgeLevels.contains { !$0.staffNeed.isEmpty }
      }
      let sorted = needy.sorted { left, right in
        let (one, two) = (units[left].kind, units[right].kind)
        return (network.unitKinds[one].staffPriority, one, left)
          < (network.unitKinds[two].staffPriority, two, right)
      }
      regionOrder.append(RowRange(start: Int32(order.count), count: Int32(sorted.count)))
      for unit in sorted { order.append(Int32(unit)) }
    }
  }

  private mutating func add(_ change: StaffChange, _ employers: Employers) {
    var row = StaffChangeRow(
      kind: 0, employer: -1, share: 0, profession: Int32(change.profession ?? -1),
      fromTicks: SimulationDuration.days(change.fromDay).ticks,
      untilTicks: SimulationDuration.days(change.untilDay).ticks, regions: addPlaces(change.regions),
      facilities: addPlaces(change.facilities))
    switch change.kind {
    case .claim(let employer): row.employer = employers.index(of: employer)
    case .callUp(let share): (row.kind, row.share) = (1, share)
    case .absence(let share): (row.kind, row.share) = (2, share)
    }
    changes.append(row)
  }

  private mutating func addPlaces(_ places: [Int]) -> RowRange {
    let start = changePlaces.count
    for place in places { changePlaces.append(Int32(place)) }
    return RowRange(start: Int32(start), count: Int32(places.count))
  }

  /// Whether a change concerns a pool of `region`.
  func isChange(_ change: StaffChangeRow, of pool: StaffPoolRow, in region: Int) -> Bool {
    (change.profession < 0 || change.profession == pool.profession)
      && isIn(change.regions, Int32(region)) && isIn(change.facilities, pool.facility)
  }

  /// Whether a place is in a run; all are in an empty one.
  func isIn(_ places: RowRange, _ place: Int32) -> Bool {
    if places.count == 0 { return true }
    for row in Int(places.start)..<Int(places.start + places.count) where changePlaces[row] == place {
      return true
    }
    return false
  }
}

/// Employers who claim persons, numbered in the order in which staff names them.
private struct Employers {
  /// For look-ups only.
  private var numbers: [String: Int32] = [:]

  init(_ network: CareNetwork) {
    for group in network.staff where !group.claimedBy.isEmpty && numbers[group.claimedBy] == nil {
      numbers[group.claimedBy] = Int32(numbers.count)
    }
  }

  func index(of name: String) -> Int32 { numbers[name] ?? -1 }
}

extension ProfessionRow {
  init(_ profession: Profession) {
    self.init(
      healthyShare: 1 - profession.sicknessShare, surgeWeeklyHours: profession.surgeWeeklyHours ?? 0,
      afterDays: Int32(profession.exhaustion?.afterDays ?? -1),
      lostShare: profession.exhaustion?.lostSharePerDay ?? 0,
      leastShare: profession.exhaustion?.leastShare ?? 0,
      regainedShare: profession.exhaustion?.regainedSharePerDay ?? 1)
  }
}

extension CalendarTables {
  /// Sum of the shares of a calendar over the hours of a week, 0 to 168.
  func weekShares(_ calendar: Int32) -> Double {
    let range = ranges[Int(calendar)]
    var sum = 0.0
    for row in Int(range.start)..<Int(range.start + range.count) {
      let minutes = minutesToChange(calendar, after: Int(rows[row].fromMinute))
      sum += rows[row].share * Double(minutes) / 60
    }
    return sum
  }
}
