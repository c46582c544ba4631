/// A level of preparedness of a kind of unit: places opened beyond the staffed ones, some time after it is ordered.
public struct SurgeLevel: Sendable, Equatable {
  /// How many places are open beyond the staffed ones.
  public enum Extra: Sendable, Equatable {
    /// This share of the staffed places, rounded half up; at most the physical places.
    case share(Double)
    /// All places that exist.
    case physical
  }

  /// Kebab-case identifier.
  public var id: String
  /// Places beyond the staffed ones, all levels up to this one together.
  public var extra: Extra
  /// Hours from the order until the places are open.
  public var leadTimeHours: Double
  /// Persons present for each open place while the level is open, also for the staffed ones; empty means as usual.
  public var staffNeed: [StaffNeed]

  /// A level.
  public init(id: String, extra: Extra, leadTimeHours: Double = 0, staffNeed: [StaffNeed] = []) {
    self.id = id
    self.extra = extra
    self.leadTimeHours = leadTimeHours
    self.staffNeed = staffNeed
  }
}

/// Days on which a kind of unit is kept at least at a level, whatever the policy says.
public struct SurgePlan: Sendable, Equatable {
  /// Index of the unit kind.
  public var unitKind: Int
  /// Place of the level among those of the kind, from 1.
  public var level: Int
  /// Day of the order, counted from day 0.
  public var fromDay: Double
  /// First day after.
  public var untilDay: Double
  /// Indices of the regions; empty means all.
  public var regions: [Int]

  /// A plan.
  public init(unitKind: Int, level: Int, fromDay: Double, untilDay: Double, regions: [Int] = []) {
    self.unitKind = unitKind
    self.level = level
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.regions = regions
  }
}
