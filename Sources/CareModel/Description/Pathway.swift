public import RandomStreams

/// A way through care: steps joined by branches. The first step is where it begins.
public struct Pathway: Sendable {
  /// Kebab-case identifier.
  public var id: String
  /// Steps.
  public var steps: [Step]

  /// A pathway.
  public init(id: String, steps: [Step]) {
    self.id = id
    self.steps = steps
  }
}

extension Pathway {
  /// Classes of what is ordered for a patient who goes through each step once.
  package var orders: [Int] { steps.flatMap(\.orders) }
}

extension CareNetwork {
  /// Classes of which steps order any.
  package var orderedClasses: Set<Int> { Set(pathways.flatMap(\.orders)) }
}

/// One step: a stay in a unit, then a branch.
public struct Step: Sendable {
  /// Kebab-case identifier, unique in the pathway; draws are keyed by it, never by the place.
  public var id: String
  /// Index of the unit kind; nil for a stay that needs no place.
  public var unitKind: Int?
  /// Length of stay in hours; nil for none.
  public var stay: Distribution?
  /// Multiplier of the stay by place.
  public var stayFactor: PlaceNumber
  /// A multiplier of the stay by the state as it begins; nil for none.
  public var stayByState: StateFactor?
  /// Index of the calendar while which has places open the stay can end; nil for any time. One that would be over
  /// goes on until then.
  public var endsDuring: Int?
  /// Whether the bed held before is kept beside this unit and returned to (a ward bed during surgery).
  public var keepsBed: Bool
  /// What a full unit does with patients of this step; nil as its kind says.
  public var whenFull: UnitKind.WhenFull?
  /// Priority of the patient from here to the next step, 0 first; nil as the class says.
  public var priority: Int?
  /// Places of the unit that must be left free when the patient takes one: a reserve for other steps.
  public var leavesFree: Int
  /// Kinds of unit of which a place each, at the same facility, is taken with the unit and given back when the stay
  /// ends: a team, a machine. The patient waits until all are free at once and holds none of them before.
  public var together: [Int]
  /// Kinds of unit of which a place at the same facility will do where the unit has none, in this order.
  public var otherUnits: [Int]
  /// Hours of the wait from which on they will do.
  public var otherUnitsAfterHours: Double
  /// What the step uses of stocks when it begins.
  public var uses: [StockUse]
  /// The longest wait for the unit, hours; nil for no limit.
  public var patience: Distribution?
  /// Index of the calendar while which has places open patients wait: who still does when it closes gives up. Nil for no
  /// such limit.
  public var waitsWhile: Int?
  /// Where those go whose patience ends, shares summing to one; empty means out of the network.
  public var gaveUp: [Branch]
  /// Where those go who are turned away, shares summing to one; empty means out of the network, refused.
  public var refused: [Branch]
  /// Indices of classes of which one each is ordered as the stay begins: investigations that go their own ways while the
  /// patient goes on.
  public var orders: [Int]
  /// Whether the stay goes on until all that was ordered for the patient is back.
  public var awaitsOrders: Bool
  /// Whether the place of this step is given up when it ends, instead of held until the next one is got.
  public var givesUpPlace: Bool
  /// The trip that this step is, instead of a stay; nil for a stay.
  public var move: Move?
  /// What the patient needs of a vehicle on the way to the step's unit or on its trip; nil as the class says.
  public var seatNeed: SeatNeed?
  /// Hazard multiplier from the start of this step on; nil leaves it.
  public var careFactor: Double?
  /// Hazard multiplier from the end of this step on; nil leaves it.
  public var careFactorAfter: Double?
  /// Death while waiting for this step's unit, beside the class's law.
  public var waitDeath: WaitDeath?
  /// Whether the patient is discharge-ready in this step.
  public var isDischargeReady: Bool
  /// Where to next; shares sum to one. Empty means home.
  public var next: [Branch]
  /// By what the way on is chosen among those of `next` that are open.
  public var nextBy: WayChoice

  /// A step.
  public init(
    id: String, unitKind: Int? = nil, stay: Distribution? = nil, stayFactor: PlaceNumber = .fixed(1),
    stayByState: StateFactor? = nil, endsDuring: Int? = nil, keepsBed: Bool = false,
    whenFull: UnitKind.WhenFull? = nil, priority: Int? = nil, leavesFree: Int = 0, refused: [Branch] = [],
    together: [Int] = [], otherUnits: [Int] = [], otherUnitsAfterHours: Double = 0, uses: [StockUse] = [],
    patience: Distribution? = nil, waitsWhile: Int? = nil, gaveUp: [Branch] = [], orders: [Int] = [],
    awaitsOrders: Bool = false,
    givesUpPlace: Bool = false, move: Move? = nil, seatNeed: SeatNeed? = nil, careFactor: Double? = nil,
    careFactorAfter: Double? = nil, waitDeath: WaitDeath? = nil, isDischargeReady: Bool = false,
    next: [Branch] = [], nextBy: WayChoice = .shares
  ) {
    self.id = id
    self.unitKind = unitKind
    self.stay = stay
    self.stayFactor = stayFactor
    self.stayByState = stayByState
    self.endsDuring = endsDuring
    self.keepsBed = keepsBed
    self.whenFull = whenFull
    self.priority = priority
    self.leavesFree = leavesFree
    self.refused = refused
    self.together = together
    self.otherUnits = otherUnits
    self.otherUnitsAfterHours = otherUnitsAfterHours
    self.uses = uses
    self.patience = patience
    self.waitsWhile = waitsWhile
    self.gaveUp = gaveUp
    self.orders = orders
    self.awaitsOrders = awaitsOrders
    self.givesUpPlace = givesUpPlace
    self.move = move
    self.seatNeed = seatNeed
    self.careFactor = careFactor
    self.careFactorAfter = careFactorAfter
    self.waitDeath = waitDeath
    self.isDischargeReady = isDischargeReady
    self.next = next
    self.nextBy = nextBy
  }
}

/// A constant hazard while waiting for a unit, with its own threshold per patient.
public struct WaitDeath: Sendable, Equatable {
  /// Rate per day of waiting.
  public var ratePerDay: Double

  /// A hazard of `ratePerDay`.
  public init(ratePerDay: Double) { self.ratePerDay = ratePerDay }
}

/// A trip by a vehicle as a step of a pathway: the patient waits for a vehicle of one fleet, travels, and goes
/// on where they arrive.
public struct Move: Sendable, Equatable {
  /// Where a trip leads.
  public enum Destination: String, Sendable, CaseIterable {
    /// One of the other regions, all equally likely.
    case otherRegion = "other-region"
    /// One of the other facilities of the region that have the unit, all equally likely.
    case withinRegion = "within-region"
    /// The nearest other facility that has the unit, in any region.
    case nearest
    /// The facility that is named.
    case facility
  }

  /// Index of the fleet.
  public var fleet: Int
  /// Where to.
  public var destination: Destination
  /// Index of a unit kind that is there; of another region, the facility with most places of it. Not used of a named
  /// facility.
  public var unitKind: Int
  /// The facility that is gone to, where it is named.
  public var facility: Int?
  /// Shortest time on the way, hours, above 0; nil for the fleet's time between the two places.
  public var leastHours: Double?
  /// Time on the way beyond the shortest, hours; nil for none. The vehicle takes as long for the way back.
  public var way: Distribution?

  /// A trip.
  public init(
    fleet: Int, destination: Destination = .otherRegion, unitKind: Int, facility: Int? = nil,
    leastHours: Double? = nil, way: Distribution? = nil
  ) {
    self.fleet = fleet
    self.destination = destination
    self.unitKind = unitKind
    self.facility = facility
    self.leastHours = leastHours
    self.way = way
  }
}

/// One way on from a step.
public struct Branch: Sendable {
  /// Where a branch leads.
  public enum Target: Sendable, Equatable {
    /// A step of the pathway, by index.
    case step(Int)
    /// Out of the network.
    case exit(Outcome)
  }

  /// Where to.
  public var target: Target
  /// Share of patients; nil takes what the other branches leave. With a condition it is the share of those for whom
  /// it holds and whom no earlier one took, and nil takes all of them.
  public var share: PlaceNumber?
  /// What must hold; nil for nothing. Branches with a condition are tried first, in their order; the shares of those
  /// without one are of the patients that are left.
  public var condition: BranchCondition?

  /// A branch.
  public init(to target: Target, share: PlaceNumber? = nil, when condition: BranchCondition? = nil) {
    self.target = target
    self.share = share
    self.condition = condition
  }
}

/// How a patient leaves the network.
public enum Outcome: String, Sendable, CaseIterable {
  /// Home.
  case home
  /// To municipal care.
  case municipalCare = "municipal-care"
  /// Back to military duty.
  case returnToDuty = "return-to-duty"
  /// Evacuated to allies.
  case evacuated
  /// Turned away by a full unit.
  case refused
  /// Died.
  case dead
  /// Left a queue when their patience ended.
  case gaveUp = "gave-up"
}
