/// A figure asked for by name in a model: a column of `trials.csv` and a row of `summary.csv`.
public struct DeclaredMeasure: Sendable, Equatable {
  /// What is measured. Waits and counts are of patients who arrived from day 0 to the horizon; means over
  /// time run from day 0 to the horizon.
  public enum Quantity: Sendable, Equatable {
    /// Mean hours waited for the unit by those whose wait ended in a place.
    case meanWaitHours
    /// Standard deviation of those waits over the patients.
    case waitDeviation
    /// Share of those who asked for the unit and did not get a place at once.
    case waitedShare
    /// Share of the waits for the unit that ended in a place and were longer than this many hours.
    case waitedOverShare(hours: Double)
    /// Hours that this share of the waits for the unit that ended in a place did not exceed.
    case waitQuantile(Double)
    /// Share of those who asked for the unit and were turned away.
    case refusedShare
    /// Patients turned away by the unit.
    case refused
    /// Stays in the unit that were broken off for a more urgent patient.
    case pushedOut
    /// Patients who left the unit's queue when their patience ended, for each who asked for it.
    case gaveUpShare
    /// Patients who asked for the unit.
    case requests
    /// Mean hours of the stays in the unit's places that ended: from taking the place, or beginning a new step in
    /// it, to the end of the step.
    case meanStayHours
    /// Standard deviation of those stays.
    case stayDeviation
    /// Hours that this share of those stays did not exceed.
    case stayQuantile(Double)
    /// Stays begun in the unit, for each patient who arrived.
    case staysPerPatient
    /// Days of the stays that ended in the unit, for each patient who arrived.
    case bedDaysPerPatient
    /// Mean number over time in the unit's places whose stay there is over, and who wait for a place elsewhere.
    case meanBlocked
    /// P(N = n) / P(N ≤ n) for `places` n, where N is the number in the unit's places at midnight, over all regions.
    /// In a unit that is never full this is the probability that n places would be full (Erlang's formula for
    /// blocked patients, applied to a census).
    case delayProbability(places: Int)
    /// Mean number of the unit's places that are open over time.
    case meanOpenPlaces
    /// Places of the unit in use over time, for each that is open.
    case utilisation
    /// Places of the unit closed for lack of staff, times days.
    case placeDaysClosedForStaff
    /// Mean number of persons of the profession present over time.
    case meanPresentStaff
    /// Mean number in the unit's places over time.
    case meanOccupied
    /// Mean number waiting for the unit over time.
    case meanQueue
    /// Share of the time from day 0 to the horizon in which a unit has at least so many places in use; nil is all
    /// that are open, those being cleaned with them. Of several units the mean of their shares.
    case occupiedTimeShare(atLeast: Int?)
    /// Share of the time from day 0 to the horizon in which at least so many wait for a unit. Of several units the
    /// mean of their shares.
    case waitingTimeShare(atLeast: Int)
    /// Hours after day 0 until a unit has at least so many places in use, nil for all that are open, for the first time;
    /// of several units the first.
    case firstOccupiedHours(atLeast: Int?)
    /// Hours after day 0 until a unit last had at least so many places in use, nil for all that are open; of several units
    /// the last.
    case lastOccupiedHours(atLeast: Int?)
    /// Hours after day 0 until at least so many wait for a unit for the first time; of several units the first.
    case firstWaitingHours(atLeast: Int)
    /// First day after day 0 on which the mean number waiting for the unit is at least so many.
    case firstDayWaiting(atLeast: Double)
    /// Number waiting for the unit this many hours after day 0.
    case waitingAt(hours: Double)
    /// Number in the unit's places this many hours after day 0.
    case occupiedAt(hours: Double)
    /// Mean number in the network over time.
    case meanPresent
    /// Number in the network this many hours after day 0.
    case presentAt(hours: Double)
    /// Patients who left the network alive in this way.
    case left(Outcome)
    /// Mean hours from arrival to leaving the network, of those who left.
    case meanHoursInSystem
    /// Standard deviation of those times over the patients.
    case systemDeviation
    /// Hours from arrival to leaving the network that this share of those who left did not exceed.
    case systemQuantile(Double)
    /// Share of those who left the network who had been in it for longer than this many hours.
    case inSystemOverShare(hours: Double)
    /// Mean hours from arrival to beginning a stay of the step.
    case meanHoursToStep
    /// Standard deviation of those times over the stays.
    case toStepDeviation
    /// Hours from arrival to beginning a stay of the step that this share of those stays did not exceed.
    case toStepQuantile(Double)
    /// Share of the stays of the step that began more than this many hours after arrival.
    case toStepOverShare(hours: Double)
    /// Patients who arrived.
    case arrivals
    /// Patients who died, for each who arrived.
    case deathShare
    /// Patients who had died this many hours after day 0.
    case deathsAt(hours: Double)
    /// Patients who died.
    case deaths
    /// Patients who left the network alive from a place of the unit, at the end of a step or with a flight.
    case exits
    /// Patients who came to another region.
    case transfers
    /// Amount of the stock used by the horizon.
    case stockUsed
    /// Uses of the stock by the horizon that went without.
    case stockShort
    /// First day after day 0 on which the stock did not suffice.
    case firstDayShort
    /// The fewest days of supply of any region at any midnight to the horizon: what is left over what the day used.
    case lowestDaysOfSupply
    /// Amount of the stock thrown away, too old, by the horizon.
    case stockWasted
    /// The fewest days of supply at normal use of any region at any midnight to the horizon.
    case lowestDaysAtNormalUse
    /// Casualties killed before any care by the horizon.
    case killed
    /// Casualties by the horizon: killed, wounded, and with a disease or another injury.
    case hurt
    /// Occasions of disruptions by the horizon.
    case disruptions
    /// Places lost to disruptions times the days for which they were, by the horizon.
    case lostPlaceDays
    /// Patients who lost their places to disruptions by the horizon, those who died of it too.
    case displaced
    /// Persons of the force present this many hours after day 0.
    case forcePresentAt(hours: Double)
    /// Mean hours waited for a vehicle of the fleet by those who left with one.
    case meanVehicleWaitHours
    /// Hours that this share of those waits did not exceed.
    case vehicleWaitQuantile(Double)
    /// Vehicles of the fleet that were lost, also in the drain; by region, where their trips began.
    case vehiclesLost
    /// Greatest number in places on any day of a census.
    case peakOccupied(Census)
    /// The day of it after day 0, the first of equals.
    case peakOccupiedDay(Census)
    /// Number in places that this share of the days of a census did not exceed.
    case occupiedQuantile(Census, Double)
    /// Mean absolute difference between a census and the observed one.
    case occupiedError(Census)
    /// Mean of a census less the observed one.
    case occupiedBias(Census)
  }

  /// Column name.
  public var id: String
  /// What a person calls it; nil for the words of the id.
  public var title: String?
  /// What is measured.
  public var quantity: Quantity
  /// Index of the unit kind, where the quantity has one.
  public var unitKind: Int?
  /// Index of the fleet, where the quantity has one.
  public var fleet: Int?
  /// Index of the stock, where the quantity has one.
  public var stock: Int?
  /// Id of the stream or event of a scenario that ``Quantity/killed`` and ``Quantity/hurt`` are of, or of the force of
  /// ``Quantity/forcePresentAt(hours:)``; nil means all. One that a scenario lacks counts nothing there.
  public var happening: String?
  /// The cause of the disruptions that ``Quantity/disruptions``, ``Quantity/lostPlaceDays`` and ``Quantity/displaced`` are
  /// of; nil means all.
  public var cause: Disruption.Cause?
  /// Index of the profession, where the quantity has one.
  public var profession: Int?
  /// Only patients of these classes; empty means all.
  public var classes: [Int]
  /// Only this region; nil means all.
  public var region: Int?
  /// Only the unit of this facility, and what happens there; nil means all.
  public var facility: Int?
  /// Only requests and stays of steps with this id, of whichever pathway; nil means all.
  public var step: String?
  /// Only what happens in this part of the run; nil means all of it.
  public var span: MeasureSpan?

  /// A measure.
  public init(
    id: String, title: String? = nil, quantity: Quantity, unitKind: Int? = nil, fleet: Int? = nil,
    stock: Int? = nil, profession: Int? = nil,
    happening: String? = nil, cause: Disruption.Cause? = nil, classes: [Int] = [], region: Int? = nil,
    facility: Int? = nil, step: String? = nil, span: MeasureSpan? = nil
  ) {
    self.id = id
    self.title = title
    self.quantity = quantity
    self.unitKind = unitKind
    self.fleet = fleet
    self.stock = stock
    self.happening = happening
    self.cause = cause
    self.profession = profession
    self.classes = classes
    self.region = region
    self.facility = facility
    self.step = step
    self.span = span
  }
}

/// A part of a run that a measure is of.
public struct MeasureSpan: Sendable, Equatable {
  /// When it begins, hours after day 0.
  public var fromHours: Double
  /// When it ends, hours after day 0, what happens then not included; nil is with the measure's run.
  public var untilHours: Double?
  /// Index of the calendar while which has places open it is of what happens, to the horizon at most; nil for all the time.
  public var calendar: Int?

  /// Whether it begins or ends after a horizon, when nobody is counted any more.
  public func isBeyond(horizonHours: Double) -> Bool {
    fromHours >= horizonHours || (untilHours ?? 0) > horizonHours
  }

  /// From one time to another.
  public init(fromHours: Double, untilHours: Double? = nil, calendar: Int? = nil) {
    self.fromHours = fromHours
    self.untilHours = untilHours
    self.calendar = calendar
  }
}
