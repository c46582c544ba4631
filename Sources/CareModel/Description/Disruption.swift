public import RandomStreams

/// What takes places of a facility away for a time, with the patients in them: a hit, the loss of power or water,
/// contamination, a closure.
public struct Disruption: Sendable {
  /// Who leaves first when fewer places are left than patients lie in them.
  public enum Order: String, Sendable, CaseIterable {
    /// Who came last to the place.
    case lastIn = "last-in"
    /// Who came first.
    case firstIn = "first-in"
    /// The least urgent; who came last, of those.
    case leastUrgent = "least-urgent"
  }

  /// Kebab-case identifier.
  public var id: String
  /// Occasions beforehand: day and facility.
  public var scheduled: [(day: Double, facility: Int)]
  /// Poisson rate of random occasions per day, over all facilities.
  public var ratePerDay: Double
  /// First day of random occasions.
  public var fromDay: Double
  /// First day without them.
  public var untilDay: Double
  /// Facilities of random occasions with their shares, summing to one.
  public var facilities: [(facility: Int, share: Double)]
  /// Kinds of unit that lose places; empty means all.
  public var unitKinds: [Int]
  /// Share of a unit's limit that is lost, rounded half up.
  public var lostShare: Double
  /// Share of the displaced who die at once.
  public var killedShare: Double
  /// Who leaves first.
  public var order: Order
  /// Hours until the places are back; nil for never.
  public var repair: Distribution?

  /// A disruption.
  public init(
    id: String, scheduled: [(day: Double, facility: Int)] = [], ratePerDay: Double = 0, fromDay: Double = 0,
    untilDay: Double = 0, facilities: [(facility: Int, share: Double)] = [], unitKinds: [Int] = [],
    lostShare: Double, killedShare: Double = 0, order: Order = .lastIn, repair: Distribution? = nil
  ) {
    self.id = id
    self.scheduled = scheduled
    self.ratePerDay = ratePerDay
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.facilities = facilities
    self.unitKinds = unitKinds
    self.lostShare = lostShare
    self.killedShare = killedShare
    self.order = order
    self.repair = repair
  }
}
