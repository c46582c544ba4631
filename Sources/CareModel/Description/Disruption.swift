public import RandomStreams

/// What goes wrong at a facility for a time: places are lost with the patients in them, stays and cleaning take longer,
/// the region's reports or deliveries stop, and a mass-casualty event may follow.
public struct Disruption: Sendable {
  /// What it comes of: measures are counted by it.
  public enum Cause: String, Sendable, CaseIterable {
    /// An attack.
    case hit
    /// Loss of electric power.
    case power
    /// Loss of water.
    case water
    /// Loss of information systems.
    case it
    /// Loss of communications.
    case communications
    /// Contamination: chemical, biological, radiological or by infection.
    case contamination
    /// A closure by decision.
    case closure
    /// Loss of staff.
    case staff

    /// Place among all causes.
    package var code: Int { Cause.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Who leaves first when fewer places are left than patients lie in them.
  public enum Order: String, Sendable, CaseIterable {
    /// Who came last to the place.
    case lastIn = "last-in"
    /// Who came first.
    case firstIn = "first-in"
    /// The least urgent; who came last, of those.
    case leastUrgent = "least-urgent"
  }

  /// What changes until the repair, beyond places; by default nothing.
  public struct Effects: Sendable, Equatable {
    /// Multiplier of stays that begin in the units meanwhile.
    public var stayFactor: Double
    /// Multiplier of cleaning that begins in the units meanwhile.
    public var turnaroundFactor: Double
    /// Whether the region sends no reports: the national picture keeps what it last sent.
    public var stopsReports: Bool
    /// Multiplier of what is delivered to the region's stocks meanwhile.
    public var deliveryFactor: Double

    /// Effects.
    public init(
      stayFactor: Double = 1, turnaroundFactor: Double = 1, stopsReports: Bool = false,
      deliveryFactor: Double = 1
    ) {
      self.stayFactor = stayFactor
      self.turnaroundFactor = turnaroundFactor
      self.stopsReports = stopsReports
      self.deliveryFactor = deliveryFactor
    }

    /// Whether anything changes.
    public var isNone: Bool { self == Effects() }
  }

  /// A mass-casualty event in the same region that an occasion may bring, at the same moment and once.
  public struct Follower: Sendable, Equatable {
    /// Index of the event among those of the scenario.
    public var event: Int
    /// Share of occasions that bring it.
    public var share: Double

    /// An event that follows.
    public init(event: Int, share: Double) {
      self.event = event
      self.share = share
    }
  }

  /// Kebab-case identifier.
  public var id: String
  /// Cause; nil when the scenario does not say.
  public var cause: Cause?
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
  /// Kinds of unit that lose places or change; empty means all.
  public var unitKinds: [Int]
  /// Share of a unit's places by limit and surge that is lost, rounded half up.
  public var lostShare: Double
  /// Share of the facility's own staff who are away until the repair.
  public var lostStaffShare: Double
  /// Share of the displaced who die at once.
  public var killedShare: Double
  /// Who leaves first.
  public var order: Order
  /// Hours until the places are back and nothing is changed any more; nil for never.
  public var repair: Distribution?
  /// What changes until then.
  public var effects: Effects
  /// The mass-casualty event that may follow; nil for none.
  public var follower: Follower?

  /// A disruption.
  public init(
    id: String, cause: Cause? = nil, scheduled: [(day: Double, facility: Int)] = [], ratePerDay: Double = 0,
    fromDay: Double = 0, untilDay: Double = 0, facilities: [(facility: Int, share: Double)] = [],
    unitKinds: [Int] = [], lostShare: Double, killedShare: Double = 0, order: Order = .lastIn,
    repair: Distribution? = nil, effects: Effects = Effects(), follower: Follower? = nil,
    lostStaffShare: Double = 0
  ) {
    self.id = id
    self.cause = cause
    self.scheduled = scheduled
    self.ratePerDay = ratePerDay
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.facilities = facilities
    self.unitKinds = unitKinds
    self.lostShare = lostShare
    self.killedShare = killedShare
    self.lostStaffShare = lostStaffShare
    self.order = order
    self.repair = repair
    self.effects = effects
    self.follower = follower
  }
}
