import OutputStatistics
import SimulationKernel

/// What one region counts for declared measures that the ledger does not hold.
struct Tallies: ~Copyable {
  /// A number of patients over time.
  struct Span: BitwiseCopyable {
    var number: Int64 = 0
    var since: Int64 = 0
    /// Patients times microseconds from day 0 to the horizon.
    var area: Int128 = 0

    func area(until now: Int64) -> Int128 { area + Int128(number) * Int128(now - since) }
  }

  /// Areas of one unit from day 0 to the horizon, patients times microseconds.
  struct UnitAreas: BitwiseCopyable {
    var occupied: Int128 = 0
    var waiting: Int128 = 0
    var blocked: Int128 = 0
    /// Of places that are open, and of those closed for lack of staff.
    var open: Int128 = 0
    var closed: Int128 = 0

    mutating func add(_ unit: UnitRow) {
      occupied += Int128(unit.occupiedArea)
      waiting += Int128(unit.waitingArea)
      blocked += Int128(unit.blockedArea)
    }

    mutating func add(_ opening: OpeningRow) {
      open += Int128(opening.openArea)
      closed += Int128(opening.closedArea)
    }

    func area(of column: DayUnitFigure) -> Int128 {
      switch column {
      case .occupiedArea: occupied
      case .waitingArea: waiting
      case .blockedArea: blocked
      case .openArea: open
      case .closedArea: closed
      default: fatalError("no such area is kept by unit")
      }
    }
  }

  /// The time for which a condition of one unit holds.
  struct WatchedSpan: BitwiseCopyable {
    var holds = false
    var since: Int64 = 0
    /// Microseconds from day 0 to the horizon.
    var ticks: Int64 = 0
    /// When it began to hold for the first time; the largest number when it has not.
    var first = Int64.max
    /// When it last ceased to hold; the least number when it never held.
    var last = Int64.min
  }

  /// Where patients of a class are counted.
  enum Place {
    /// In the region.
    case present
    /// In places of a kind of unit.
    case occupied(kind: Int)
    /// In queues of a kind of unit.
    case waiting(kind: Int)
    /// In places of one unit of the region.
    case occupiedIn(unit: Int)
    /// In the queue of one unit of the region.
    case waitingFor(unit: Int)

    /// Where patients are who make a figure of units; nil where none do.
    init?(_ figure: DayUnitFigure, kind: Int) {
      switch figure {
      case .occupiedArea: self = .occupied(kind: kind)
      case .waitingArea: self = .waiting(kind: kind)
      default: return nil
      }
    }

    /// The kind of unit; nil in the region.
    var kind: Int? {
      switch self {
      case .occupied(let kind), .waiting(let kind): kind
      case .present, .occupiedIn, .waitingFor: nil
      }
    }

    /// The same in one unit of the region alone.
    func of(unit: Int) -> Place {
      switch self {
      case .occupied: .occupiedIn(unit: unit)
      case .waiting: .waitingFor(unit: unit)
      case .present, .occupiedIn, .waitingFor: self
      }
    }
  }

  let isOn: Bool
  /// Whether places and queues of single units are counted by class.
  let hasUnitsByClass: Bool
  /// Whether it is between day 0 and the horizon.
  private(set) var isTiming = false
  private let classCount: Int
  private let kindCount: Int
  /// By ``Place``, then by class.
  private var spans: Slab<Span>
  /// Of the cohort: `class * number of outcomes + code`.
  var exits: Slab<Int64>
  /// Durations of the cohort beyond a limit: `limit * classCount + class`.
  var overLimit: Slab<Int64>
  /// By local unit.
  var unitAreas: Slab<UnitAreas>
  /// Conditions of units whose time is taken.
  let watches: Slab<UnitWatch>
  /// `local unit * number of watches + watch`; of units of another kind nothing is kept.
  private(set) var watched: Slab<WatchedSpan>
  /// Requests and stays of the cohort that are counted apart: `scope * classCount + class`.
  var requests: Slab<RequestTally>
  /// Squares of the microseconds from arrival to leaving, of the cohort by class.
  var systemSquares: Slab<Int128>
  /// Requests that went over to another class.
  var movedRequests: Slab<MovedRequest>
  /// Durations of the cohort by their length: `duration * LogLinearBins.count + bin`.
  var lengths: Slab<Int64>

  init(_ plan: borrowing TallyPlan, kindCount: Int, classCount: Int, unitCount: Int) {
    isOn = plan.isNeeded
    hasUnitsByClass = plan.hasUnitsByClass
    self.classCount = classCount
    self.kindCount = kindCount
    let places = 1 + 2 * kindCount + (plan.hasUnitsByClass ? 2 * unitCount : 0)
    spans = Slab(repeating: Span(), count: isOn ? places * classCount : 0)
    exits = Slab(repeating: 0, count: isOn ? classCount * Outcome.allCases.count : 0)
    overLimit = Slab(repeating: 0, count: plan.limits.count * classCount)
    requests = Slab(repeating: RequestTally(), count: plan.scopes.count * classCount)
    systemSquares = Slab(repeating: 0, count: isOn ? classCount : 0)
    unitAreas = Slab(repeating: UnitAreas(), count: isOn ? unitCount : 0)
    watches = plan.watches.copy()
    watched = Slab(repeating: WatchedSpan(), count: unitCount * plan.watches.count)
    movedRequests = Slab()
    lengths = Slab(repeating: 0, count: plan.durations.count * LogLinearBins.count)
  }

  init(copying other: borrowing Tallies) {
    isOn = other.isOn
    hasUnitsByClass = other.hasUnitsByClass
    isTiming = other.isTiming
    classCount = other.classCount
    kindCount = other.kindCount
    spans = other.spans.copy()
    exits = other.exits.copy()
    overLimit = other.overLimit.copy()
    unitAreas = other.unitAreas.copy()
    requests = other.requests.copy()
    systemSquares = other.systemSquares.copy()
    watches = other.watches.copy()
    watched = other.watched.copy()
    movedRequests = other.movedRequests.copy()
    lengths = other.lengths.copy()
  }

  private borrowing func row(_ place: Place, _ patientClass: Int) -> Int {
    switch place {
    case .present: patientClass
    case .occupied(let kind): (1 + 2 * kind) * classCount + patientClass
    case .waiting(let kind): (2 + 2 * kind) * classCount + patientClass
    case .occupiedIn(let unit): (1 + 2 * (kindCount + unit)) * classCount + patientClass
    case .waitingFor(let unit): (2 + 2 * (kindCount + unit)) * classCount + patientClass
    }
  }

  /// Patients of one class now.
  borrowing func number(_ place: Place, patientClass: Int) -> Int64 { spans[row(place, patientClass)].number }

  /// Patients of one class times microseconds from day 0 to now, or to the horizon.
  borrowing func area(_ place: Place, patientClass: Int, at now: Int64) -> Int128 {
    let span = spans[row(place, patientClass)]
    return isTiming ? span.area(until: now) : span.area
  }

  mutating func change(_ place: Place, _ patientClass: Int, by number: Int64, at now: Int64) {
    let row = row(place, patientClass)
    integrate(row, until: now)
    spans[row].number += number
  }

  private mutating func integrate(_ row: Int, until now: Int64) {
    if isTiming { spans[row].area = spans[row].area(until: now) }
    spans[row].since = now
  }

  /// Day 0: areas begin.
  mutating func startTiming(at now: Int64) {
    for row in 0..<spans.count { integrate(row, until: now) }
    isTiming = true
  }

  /// The horizon: areas are complete.
  mutating func stopTiming(at now: Int64) {
    for row in 0..<spans.count { integrate(row, until: now) }
    isTiming = false
  }

  /// From day 0 to now, or to the horizon, when a condition held in a unit of its kind; nil for one that is not watched.
  borrowing func span(of wanted: UnitWatch, at local: Int, now: Int64) -> WatchedSpan? {
    for watch in 0..<watches.count where watches[watch] == wanted {
      var span = watched[local * watches.count + watch]
      if isTiming, span.holds { span.ticks += now - span.since }
      return span
    }
    return nil
  }

  /// Takes the time of each condition of a unit whose numbers have changed now, or may have; between day 0 and the
  /// horizon.
  mutating func watch(_ unit: UnitRow, at local: Int, now: Int64) {
    guard isTiming else { return }
    for watch in 0..<watches.count where watches[watch].kind == Int32(unit.kind) {
      let row = local * watches.count + watch
      let since = watched[row].since
      if watched[row].holds, now > since {
        watched[row].ticks += now - since
        watched[row].first = min(watched[row].first, since)
        watched[row].last = now
      }
      watched[row].since = now
      watched[row].holds = watches[watch].holds(in: unit)
    }
  }

  /// Adds the areas of a day of one unit.
  mutating func add(_ unit: UnitRow, at local: Int) { unitAreas[local].add(unit) }
  mutating func add(_ opening: OpeningRow, at local: Int) { unitAreas[local].add(opening) }
}
