/// A stock that a region keeps, that steps use up and deliveries fill: blood, oxygen, a drug, a consumable.
public struct Stock: Sendable {
  /// Kebab-case identifier.
  public var id: String
  /// Name, with the unit it is counted in.
  public var title: String
  /// Amount in each region at the start of the run-in (column or number).
  public var level: PlaceNumber
  /// The most that a region can keep; what is delivered beyond is lost. Nil for no limit.
  public var largest: PlaceNumber?
  /// Delivered or produced in each region, a day (column or number).
  public var deliveryPerDay: PlaceNumber
  /// Days between two deliveries, at 06:00; the first comes on the first day.
  public var deliveryIntervalDays: Int
  /// Whole days after which what was delivered and not used is thrown away; the oldest is used first. Nil for no limit.
  /// The level at the start is of all ages alike: an equal part of it expires at 06:00 of each of so many days.
  public var shelfLifeDays: Int?
  /// Use on an ordinary day in each region, for days of supply at normal use (column or number); nil when not said.
  public var normalUsePerDay: PlaceNumber?

  /// A stock.
  public init(
    id: String, title: String, level: PlaceNumber, largest: PlaceNumber? = nil,
    deliveryPerDay: PlaceNumber = .fixed(0), deliveryIntervalDays: Int = 1, shelfLifeDays: Int? = nil,
    normalUsePerDay: PlaceNumber? = nil
  ) {
    self.id = id
    self.title = title
    self.level = level
    self.largest = largest
    self.deliveryPerDay = deliveryPerDay
    self.deliveryIntervalDays = deliveryIntervalDays
    self.shelfLifeDays = shelfLifeDays
    self.normalUsePerDay = normalUsePerDay
  }
}

/// What a step uses of a stock when it begins.
public struct StockUse: Sendable, Equatable {
  /// What happens when less is left.
  public enum WhenShort: String, Sendable, CaseIterable {
    /// The patient waits for the unit until there is enough.
    case wait
    /// The step goes on without, and takes nothing.
    case without
    /// The patient is turned away, to where the step's refused go: on asking for the unit, and when a place becomes
    /// theirs. One who goes on in a place already held goes without.
    case refuse
  }

  /// Index of the stock.
  public var stock: Int
  /// Amount.
  public var amount: Double
  /// What happens when less is left.
  public var whenShort: WhenShort
  /// Multiplier of the hazard of death from a step that went without, until a later one uses stocks or has a care factor.
  public var factorWithout: Double

  /// A use.
  public init(stock: Int, amount: Double, whenShort: WhenShort = .without, factorWithout: Double = 1) {
    self.stock = stock
    self.amount = amount
    self.whenShort = whenShort
    self.factorWithout = factorWithout
  }
}

/// Days on which deliveries of a stock are other than usual.
public struct DeliveryChange: Sendable, Equatable {
  /// Index of the stock.
  public var stock: Int
  /// First day, counted from day 0.
  public var fromDay: Double
  /// First day after.
  public var untilDay: Double
  /// Multiplier of what is delivered: 0 for nothing.
  public var factor: Double

  /// A change.
  public init(stock: Int, fromDay: Double, untilDay: Double, factor: Double) {
    self.stock = stock
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.factor = factor
  }
}
