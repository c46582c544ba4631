/// What a designer wants of an exercise, beside the exercise file.
public struct ExerciseWishes: Sendable {
  /// First day, from day 0.
  public var fromDay: Int
  /// Days.
  public var days: Int
  /// Regions that are trained, by index; empty for all.
  public var regions: [Int]
  /// Ids of the audiences that are trained; empty for all.
  public var audiences: [String]
  /// Ids of the storylines wanted; empty for all.
  public var storylines: [String]
  /// Whether rumours are added.
  public var withRumours: Bool
  /// Whether what is published and what is true are set against each other.
  public var withContradictions: Bool
  /// The most that one audience of one place gets in an hour; nil for that of the file.
  public var mostPerHour: Int?
  /// Minutes of the day between which nothing is sent that can wait; nil for those of the file.
  public var quiet: (from: Int, until: Int)?
  /// Hours of the simulation for one of the exercise, at least 1.
  public var compression: Double

  /// Wishes; as they stand, three days of everything the file has.
  public init(
    fromDay: Int = 0, days: Int = 3, regions: [Int] = [], audiences: [String] = [], storylines: [String] = [],
    withRumours: Bool = false, withContradictions: Bool = false, mostPerHour: Int? = nil,
    quiet: (from: Int, until: Int)? = nil, compression: Double = 1
  ) {
    self.fromDay = fromDay
    self.days = days
    self.regions = regions
    self.audiences = audiences
    self.storylines = storylines
    self.withRumours = withRumours
    self.withContradictions = withContradictions
    self.mostPerHour = mostPerHour
    self.quiet = quiet
    self.compression = compression
  }

  /// First minute, since day 0.
  public var startMinute: Int { fromDay * 1_440 }
  /// The minute after the last.
  public var endMinute: Int { (fromDay + days) * 1_440 }
  /// Hours after the end that are looked at, for casualties who are on their way then.
  public static let lookAheadHours = 24
}
