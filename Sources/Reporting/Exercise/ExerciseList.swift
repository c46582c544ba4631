public import CareModel

/// A master scenario events list: all injects of an exercise with those who send and receive them, the channels and the
/// casualties, and what it was made from.
public struct ExerciseList: Sendable, Equatable {
  /// Title of the exercise.
  public var title: LocalText
  /// Id of the experiment.
  public var experiment: String
  /// Id of the scenario.
  public var scenario: String
  /// Ids of the arms that the tracks are of.
  public var arms: [String]
  /// The replication whose trajectory it tells, from 0.
  public var replication: Int
  /// Seed of the experiment.
  public var seed: UInt64
  /// When day 0 begins: ISO 8601 with a fixed offset, such as `2027-01-04T00:00:00+01:00`.
  public var timeOrigin: String
  /// First minute of the exercise, since day 0 began.
  public var startMinute: Int
  /// Minute after its last.
  public var endMinute: Int
  /// Hours of the simulation for one of the exercise, at least 1.
  public var compression: Double
  /// Who may see it.
  public var handling: Handling
  /// Injects in order of delivery.
  public var injects: [Inject]
  /// Actors.
  public var actors: [ExerciseActor]
  /// Channels.
  public var channels: [ExerciseChannel]
  /// Audiences.
  public var audiences: [ExerciseAudience]
  /// Casualty cards.
  public var cards: [CasualtyCard]

  /// A list.
  public init(
    title: LocalText, experiment: String, scenario: String, arms: [String], replication: Int, seed: UInt64,
    timeOrigin: String, startMinute: Int, endMinute: Int, compression: Double = 1,
    handling: Handling = .internal,
    injects: [Inject] = [], actors: [ExerciseActor] = [], channels: [ExerciseChannel] = [],
    audiences: [ExerciseAudience] = [], cards: [CasualtyCard] = []
  ) {
    self.title = title
    self.experiment = experiment
    self.scenario = scenario
    self.arms = arms
    self.replication = replication
    self.seed = seed
    self.timeOrigin = timeOrigin
    self.startMinute = startMinute
    self.endMinute = endMinute
    self.compression = compression
    self.handling = handling
    self.injects = injects
    self.actors = actors
    self.channels = channels
    self.audiences = audiences
    self.cards = cards
  }

  /// When control delivers what the simulated clock has at a minute: the exercise begins with its first minute and runs
  /// ``compression`` times as fast.
  public func playMinute(_ minute: Int) -> Int {
    startMinute + Int((Double(minute - startMinute) / max(1, compression)).rounded(.down))
  }
}
