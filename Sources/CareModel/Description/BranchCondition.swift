/// What must hold for a branch to be open to a patient: all that is given.
public struct BranchCondition: Sendable, Equatable {
  /// Units whose state is asked for: those of one kind at the patient's facility, or in their whole region.
  public struct UnitState: Sendable, Equatable {
    /// Index of the unit kind.
    public var kind: Int
    /// Whether all units of the region count, not those of the patient's facility alone.
    public var isOfRegion: Bool
    /// Free open places, counting neither those on the way nor those being cleaned.
    public var free: ClosedRange<Int>
    /// Patients waiting.
    public var waiting: ClosedRange<Int>
    /// Places in use over open places; 1 when none is open.
    public var occupiedShare: ClosedRange<Double>

    /// A state of units.
    public init(
      kind: Int, isOfRegion: Bool = false, free: ClosedRange<Int> = 0...Int.max,
      waiting: ClosedRange<Int> = 0...Int.max, occupiedShare: ClosedRange<Double> = 0...Double.infinity
    ) {
      self.kind = kind
      self.isOfRegion = isOfRegion
      self.free = free
      self.waiting = waiting
      self.occupiedShare = occupiedShare
    }
  }

  /// Classes by index; empty means all.
  public var classes: [Int]
  /// New injury severity score; those without an injury have 0.
  public var severity: ClosedRange<Int>
  /// What the patient's facility can do.
  public var has: String?
  /// What the patient's facility cannot do.
  public var lacks: String?
  /// State of units.
  public var unit: UnitState?
  /// Length of the stay that has just ended, hours; 0 when none has.
  public var stayHours: ClosedRange<Double>
  /// Hours after day 0, up to and without the upper end.
  public var hours: Range<Double>
  /// Index of the calendar that has places open now; nil for any time of the week.
  public var during: Int?

  /// A condition.
  public init(
    classes: [Int] = [], severity: ClosedRange<Int> = 0...75, has: String? = nil, lacks: String? = nil,
    unit: UnitState? = nil, stayHours: ClosedRange<Double> = 0...Double.infinity,
    hours: Range<Double> = -Double.infinity..<Double.infinity, during: Int? = nil
  ) {
    self.classes = classes
    self.severity = severity
    self.has = has
    self.lacks = lacks
    self.unit = unit
    self.stayHours = stayHours
    self.hours = hours
    self.during = during
  }
}
