import RandomStreams

// The rows of ``NetworkTables``: what the description says, as trivial values with integer references, so
// that a run reads them without reference counts.

/// A number that may depend on the place: a column of the place table, or a value.
struct PlaceNumberRow: BitwiseCopyable {
  /// Column of the place table, or −1.
  var column: Int32
  var value: Double
}

/// Two cache lines, of which every arrival reads the first.
struct ClassRow: BitwiseCopyable {
  var firstStep: Int32
  /// Name of the class: its place among the others is that of its row alone.
  var idHash: UInt32
  var origin: UInt8
  var priority: UInt8
  var isPlanned: Bool
  var canWait: Bool
  var isEvacuable: Bool
  var lowestSeverity: Int32
  var highestSeverity: Int32
  /// The code of the family, 0 for none.
  var deathFamily: UInt8
  var deathShape: Double
  /// Hours; by severity when `deathExponent` is not zero, then the factor in hours.
  var deathMedian: Double
  var deathExponent: Double
  var deathBase: Double
  var deathCeiling: Double
  var factorBeforeCare: Double
  var bandStart: Int32
  var bandCount: Int32
  var emergencyClass: Int32
  /// Index of the distribution of the wait in hours that worsens, or −1, and the class that is then joined.
  var worsening: Int32
  var worseClass: Int32
  /// How often the state can worsen from here on: no two classes of one wait have as many.
  var worseningsLeft: UInt8
  /// What the patient needs of a vehicle: a ``SeatNeed``.
  var seatNeed: UInt8
  /// Whether a law of death is theirs, or of a class that they can come to by worsening: they have
  /// ``PatientDetails`` from the beginning.
  var needsDetails = false
  private let unused = SIMD2<Int64>()
}

struct BandRow: BitwiseCopyable {
  var fromHours: Double
  var emergencyPerHour: Double
  var deathPerHour: Double
}

struct FacilityRow: BitwiseCopyable {
  var region: Int32
  var roadNetwork: Int32
}

struct KindRow: BitwiseCopyable {
  var isFIFO: Bool
  /// Whether the greatest credit of `NetworkTables.credits` is next.
  var isByCredit: Bool
  var helpsWithinRegion: Bool
  /// Whether its lines in a region are served as one.
  var isOneLine: Bool
  var isHospitalBed: Bool
  var isIntensiveCare: Bool
  var needsTransport: Bool
  var limitIsPhysical: Bool
  var targetTicks: Int64
  /// Whether a more urgent patient takes a place from another, and whether that one then begins again.
  var preempts: Bool
  var restarts: Bool
  /// Kinds of whose steps a place of this kind is taken together with theirs, in `NetworkTables.takerKinds`.
  var takers: RowRange
  /// Kinds for whose steps a place of this kind will do, in `NetworkTables.askerKinds`.
  var askers: RowRange
  /// Index of the distribution of cleaning in hours, or −1.
  var turnaround: Int32
}

struct UnitStartRow: BitwiseCopyable {
  var facility: Int32
  var kind: Int32
  var staffed: Int32
  var physical: Int32
  /// Name of the unit, for the draws that are its own.
  var originHash: UInt32
  var waitingPlaces: Int32
  /// Its own calendar, else that of its kind, else −1.
  var calendar: Int32
}

/// A weighted choice of a class or a facility: cumulative share and what it stands for.
struct MixRow: BitwiseCopyable {
  var cumulative: Double
  var index: Int32
}

/// A run of rows in another slab.
struct RowRange: BitwiseCopyable {
  var start: Int32
  var count: Int32
}

/// What every arrival of a plain stream reads fills the first 64 bytes; a row is two cache lines.
struct InflowRow: BitwiseCopyable {
  var facility: Int32
  var originHash: UInt32
  var mix: RowRange
  var ratePerHour: Double
  /// Index of a week of relative rates, or −1.
  var profile: Int32
  /// Index of the dates of the profile, or −1.
  var season: Int32
  /// Index of the multiplier that follows the state, or −1; the rate here is then that of the largest.
  var factor: Int32
  /// Index of the distribution of how many come together, or −1 for one.
  var groupSize: Int32
  /// Ticks from and until which patients come.
  var fromTicks: Int64
  var untilTicks: Int64
  /// Index of the law of gaps in hours, or −1 for Poisson, or −2 for a pulse, numbers by day or appointments.
  var gaps: Int32
  /// Patients of a pulse, or 0.
  var pulseCount: Int32
  var pulseFromHours: Double
  var pulseSpanHours: Double
  /// Numbers by day, in a run of `NetworkTables.daily`: expected, or cumulative counts when `isObserved`.
  var daily: RowRange
  var isObserved: Bool
  /// Whether that run holds ticks from Monday midnight at which patients come every week, rising.
  var isWeekly = false
  /// Patients per day on average while they come.
  var meanPerDay = 0.0
  private let unused = SIMD2<Int64>()

  /// Whether patients come after exponential gaps, at a rate that may follow the week.
  @inline(__always)
  var isPoisson: Bool { gaps == -1 }
}

struct PhaseRow: BitwiseCopyable {
  var fromHours: Double
  var untilHours: Double
  var perHourFrom: Double
  var perHourUntil: Double
}

struct CasualtyRow: BitwiseCopyable {
  var originHash: UInt32
  /// The name that the daily variation is keyed by: the same in every region.
  var dayHash: UInt32
  var mix: RowRange
  var entry: RowRange
  var phases: RowRange
  /// 0 none, 1 lognormal, 2 gamma (also exponential, cv 1), 3 another law over its mean.
  var variation: UInt8
  var cv: Double
  var delay: Int32
  /// Index of the law of variation 3, whose mean is then `cv`.
  var law: Int32
  /// Place among streams and events.
  var cause: Int32
  /// Index of the fates of casualties, or −1.
  var fate: Int32
}

struct MassRow: BitwiseCopyable {
  var originHash: UInt32
  var mix: RowRange
  var entry: RowRange
  var ratePerHour: Double
  var fromHours: Double
  var untilHours: Double
  /// Hours after day 0 of scheduled events, in a run of `NetworkTables.scheduledHours`.
  var scheduled: RowRange
  var size: Int32
  var delay: Int32
  /// Place among streams and events.
  var cause: Int32
  /// Index of the fates of casualties, or −1.
  var fate: Int32
}

/// What a step uses of a stock.
struct StockUseRow: BitwiseCopyable {
  var stock: Int32
  var waits: Bool
  var refuses: Bool
  var amount: Double
  var factorWithout: Double
}

/// A stock at the start of a run, in one region.
struct StockStartRow: BitwiseCopyable {
  var level: Double
  var largest: Double
  var perDelivery: Double
  var intervalTicks: Int64
  /// Whole days, or 0 for no limit.
  var shelfLifeDays: Int32
}

/// A stretch of time in which deliveries are other than usual.
struct DeliveryChangeRow: BitwiseCopyable {
  var stock: Int32
  var fromHours: Double
  var untilHours: Double
  var factor: Double
}

/// A disruption in one region: one occasion beforehand, or all the random ones.
struct DisruptionRow: BitwiseCopyable {
  var originHash: UInt32
  /// Hours after day 0 of an occasion beforehand; negative for random ones.
  var atHours: Double
  var ratePerHour: Double
  var fromHours: Double
  var untilHours: Double
  /// Facilities with their shares.
  var facilities: RowRange
  /// Kinds, in a run of `NetworkTables.disruptedKinds`; none means all.
  var kinds: RowRange
  var lostShare: Double
  var lostStaffShare: Double
  var killedShare: Double
  /// 0 last in, 1 first in, 2 least urgent.
  var order: UInt8
  /// Index of the distribution of the repair in hours, or −1.
  var repair: Int32
  /// Place among all causes, or one more when it is not said.
  var cause: UInt8
  /// Whether anything below changes until the repair.
  var hasEffects: Bool
  var stopsReports: Bool
  var stayFactor: Double
  var turnaroundFactor: Double
  var deliveryFactor: Double
  /// The region's mass-casualty stream that may follow, or −1, and with which share.
  var follower: Int32
  var followerShare: Double
}

struct FleetRow: BitwiseCopyable {
  var isNational: Bool
  var isRoad: Bool
  var seats: Int32
  var dispatchHours: Double
  var fixedHours: Double
  var handoverHours: Double
  var speedLoaded: Double
  var speedEmpty: Double
  var detour: Double
  var range: Double
  /// The table of times on the way that the model gives, or −1.
  var wayTable: Int32
  var mode: UInt8
  var returns: Bool
  /// Whether anything keeps vehicles or patients back beside the number of vehicles, or several may ride together: then
  /// all goes by `RegionState+Dispatch` and `FlightDesk+Dispatch`.
  var isGuarded: Bool
  var isDaylightOnly: Bool
  /// 0 at once, 1 when full, 2 at times.
  var departure: UInt8
  /// Seats by what they are fit for: anybody who can sit, lying, intensive care.
  var sittingSeats: Int32
  var lyingSeats: Int32
  var intensiveSeats: Int32
  /// The fewest with whom one leaves when full.
  var leastPatients: Int32
  var longestWaitTicks: Int64
  /// Times of the day, in a run of `TransportTables.departures`.
  var departures: RowRange
  /// Of the day; the same for around the clock.
  var shiftFromTicks: Int64
  var shiftUntilTicks: Int64
  var shareOutsideShift: Double
  /// Ticks a day that a vehicle may be away, or the largest number.
  var dutyTicks: Int64
  var cancelledShare: Double
  /// 0 for no weather.
  var weatherBlockTicks: Int64
  /// National number; per-region numbers stand in `NetworkTables.regionVehicles`.
  var vehicles: Int32
}
