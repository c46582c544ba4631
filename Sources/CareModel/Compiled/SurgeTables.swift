import SimulationKernel

/// A level of a kind of unit.
struct SurgeLevelRow: BitwiseCopyable {
  /// Share of the staffed places; infinite for all physical ones.
  var addedShare: Double
  var leadTicks: Int64
}

/// A level ordered beforehand.
struct SurgePlanRow: BitwiseCopyable {
  var kind: Int32
  var level: Int32
  /// Ticks after day 0.
  var fromTicks: Int64
  var untilTicks: Int64
  /// Regions, in a run of `SurgeTables.planRegions`; none means all.
  var regions: RowRange
}

/// Levels of every kind of unit, and those ordered by the scenario.
struct SurgeTables: ~Copyable {
  /// Levels of each kind in a run of `levels`.
  var ofKind: Slab<RowRange>
  var levels: Slab<SurgeLevelRow>
  var plans: Slab<SurgePlanRow>
  var planRegions: Slab<Int32>

  init(_ network: CareNetwork, _ scenario: Scenario) {
    ofKind = Slab()
    levels = Slab()
    plans = Slab()
    planRegions = Slab()
    for kind in network.unitKinds {
      ofKind.append(RowRange(start: Int32(levels.count), count: Int32(kind.surgeLevels.count)))
      for level in kind.surgeLevels {
        var share = Double.infinity
        if case .share(let added) = level.extra { share = added }
        levels.append(
          SurgeLevelRow(addedShare: share, leadTicks: SimulationDuration.hours(level.leadTimeHours).ticks))
      }
    }
    for plan in scenario.surge {
      let start = planRegions.count
      for region in plan.regions { planRegions.append(Int32(region)) }
      plans.append(
        SurgePlanRow(
          kind: Int32(plan.unitKind), level: Int32(plan.level),
          fromTicks: SimulationDuration.days(plan.fromDay).ticks,
          untilTicks: SimulationDuration.days(plan.untilDay).ticks,
          regions: RowRange(start: Int32(start), count: Int32(planRegions.count - start))))
    }
  }

  init(copying other: borrowing SurgeTables) {
    ofKind = other.ofKind.copy()
    levels = other.levels.copy()
    plans = other.plans.copy()
    planRegions = other.planRegions.copy()
  }

  /// Whether a plan is of `region`.
  func isPlan(_ plan: Int, of region: Int) -> Bool {
    let regions = plans[plan].regions
    if regions.count == 0 { return true }
    for row in Int(regions.start)..<Int(regions.start + regions.count) where Int(planRegions[row]) == region {
      return true
    }
    return false
  }

  /// Places that level `level` of `kind`, from 1, adds to a unit; 0 for none.
  func places(_ kind: Int, level: Int32, staffed: Int32, physical: Int32) -> Int32 {
    guard level > 0 else { return 0 }
    let share = levels[Int(ofKind[kind].start + level) - 1].addedShare
    // The share is infinite or, by the limits of a model, no more than a million times a million places.
    let added = min(Double(physical - staffed), roundedHalfUp(Double(staffed) * share))
    return share.isInfinite ? physical - staffed : Int32(max(0, added))
  }
}
