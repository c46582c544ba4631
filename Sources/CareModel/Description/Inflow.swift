public import RandomStreams

/// A stream of ordinary patients into facilities.
public struct Inflow: Sendable {
  /// How arrivals follow each other.
  public enum Process: Sendable, Equatable {
    /// Poisson with the given rate and profile.
    case poisson
    /// Renewal: independent gaps in hours of this law; the rate is not used.
    case renewal(Distribution)
    /// Poisson, with these expected numbers on the days from day 0 on, each spread evenly over its day; nobody
    /// before or after.
    case expectedByDay([Double])
    /// These numbers on the days from day 0 on, at independent times spread evenly over each day; nobody before
    /// or after.
    case observedByDay([Int])
    /// `count` patients over `spanHours` from `fromHours` after day 0, at the midpoints of equal intervals.
    case pulse(count: Int, fromHours: Double, spanHours: Double)
    /// At set times of every week, also in the run-in.
    case appointments([Appointments])
  }

  /// Patients who come at set times on some weekdays.
  public struct Appointments: Sendable, Equatable {
    /// Weekdays from Monday, 0.
    public var weekdays: [Int]
    /// Minutes after midnight of the first.
    public var fromMinute: Int
    /// Patients on each day.
    public var count: Int
    /// They come at equal intervals, the last one interval before this has passed.
    public var spanHours: Double

    /// Some appointments.
    public init(weekdays: [Int], fromMinute: Int, count: Int, spanHours: Double = 0) {
      (self.weekdays, self.fromMinute, self.count, self.spanHours) = (weekdays, fromMinute, count, spanHours)
    }
  }

  /// Kebab-case identifier; the stream's name is `<id>@<facility>`.
  public var id: String
  /// Classes with their shares, summing to one.
  public var classes: [(patientClass: Int, share: Double)]
  /// Arrivals per day at each facility: one number, or a column. Facilities without the column have none.
  public var ratePerDay: PlaceNumber
  /// Index of the profile by hour and weekday; nil is flat.
  public var profile: Int?
  /// Process.
  public var process: Process
  /// Patients who come together each time, rounded to the nearest whole number, 0 to ``largestGroup``; nil for one.
  public var groupSize: Distribution?
  /// Facilities by index; nil means all.
  public var facilities: [Int]?
  /// Hours after day 0 from which patients come; nil means always, also in the run-in. Of a Poisson process or of
  /// appointments alone.
  public var fromHours: Double?
  /// Hours after day 0 until which patients come; nil means to the end. Of a Poisson process or of appointments alone.
  public var untilHours: Double?
  /// Multiplier of the rate that follows the state; nil for none. Of a Poisson process or of expected numbers alone.
  public var rateFactor: StateFactor?

  /// An inflow.
  public init(
    id: String, classes: [(patientClass: Int, share: Double)], ratePerDay: PlaceNumber,
    profile: Int? = nil, process: Process = .poisson, groupSize: Distribution? = nil,
    facilities: [Int]? = nil,
    fromHours: Double? = nil, untilHours: Double? = nil, rateFactor: StateFactor? = nil
  ) {
    self.id = id
    self.classes = classes
    self.ratePerDay = ratePerDay
    self.profile = profile
    self.process = process
    self.groupSize = groupSize
    self.facilities = facilities
    self.fromHours = fromHours
    self.untilHours = untilHours
    self.rateFactor = rateFactor
  }
}

extension Inflow {
  /// The most patients who come together.
  static let largestGroup = 1_023.0

  /// Patients who come together each time, on average.
  package var meanGroupSize: Double {
    groupSize.map { Distribution.limited($0, from: 0, to: Self.largestGroup).mean } ?? 1
  }
}

extension [Inflow.Appointments] {
  /// Patients a week.
  package var perWeek: Int { reduce(0) { $0 + $1.count * $1.weekdays.count } }

  /// Hours from Monday midnight at which one patient each comes, rising, below 168.
  package var weekHours: [Double] {
    var hours: [Double] = []
    for part in self {
      for day in part.weekdays {
        for number in 0..<part.count {
          let hour =
            Double(day * 24) + Double(part.fromMinute) / 60
            + part.spanHours * Double(number) / Double(part.count)
          hours.append(hour < 168 ? hour : hour - 168)
        }
      }
    }
    return hours.sorted()
  }
}
