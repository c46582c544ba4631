public import CareModel
import RandomStreams
public import ScenarioFiles

/// Puts an exercise together: injects, casualty cards and the log of patients, from recorded arms of one replication.
public enum ExerciseMaker {
  /// What the trajectories are of.
  public struct Origin: Sendable {
    /// Id of the experiment.
    public var experiment: String
    /// Seed.
    public var seed: UInt64
    /// Replication.
    public var replication: Int
    /// How outputs are to be handled.
    public var handling: Handling

    /// An origin.
    public init(experiment: String, seed: UInt64, replication: Int, handling: Handling) {
      self.experiment = experiment
      self.seed = seed
      self.replication = replication
      self.handling = handling
    }
  }

  /// The list of an exercise.
  ///
  /// - Parameters:
  ///   - arms: recorded arms, the first the one that casualty cards are taken from: casualties are the same in all.
  ///   - word: words of the model in both languages.
  /// - Precondition: at least one arm.
  public static func list(
    _ arms: [(id: String, trajectory: Trajectory)], exercise: LoadedExercise, wishes: ExerciseWishes,
    of origin: Origin,
    word: @escaping @Sendable (String) -> LocalText = { LocalText($0) }
  ) -> ExerciseList {
    precondition(!arms.isEmpty, "an exercise needs an arm")
    let trajectory = arms[0].trajectory
    let made = exercise.cards.map { words in
      CardMaker(
        words: words,
        key: StreamKey(seed: origin.seed, replication: UInt32(truncatingIfNeeded: origin.replication)),
        reader: TrajectoryReader(trajectory, wishes: wishes, cards: words, word: word)
      ).cards(wishes: wishes)
    }
    let injects = InjectGenerator(exercise, wishes: wishes, word: word).make(arms, labels: made?.labels ?? [])
    let trained = { (id: String) in wishes.audiences.isEmpty || wishes.audiences.contains(id) }
    return ExerciseList(
      title: text(exercise.title), experiment: origin.experiment, scenario: trajectory.scenario.id,
      arms: arms.map(\.id), replication: origin.replication, seed: origin.seed,
      timeOrigin: trajectory.network.timeOrigin, startMinute: wishes.startMinute, endMinute: wishes.endMinute,
      compression: wishes.compression, handling: origin.handling, injects: injects,
      actors: exercise.actors.filter { $0.role != "trained" || trained($0.audience ?? "") }.map {
        ExerciseActor(id: $0.id, name: text($0.name), role: ActorRole(rawValue: $0.role) ?? .simulated)
      },
      channels: exercise.channels.map { ExerciseChannel(id: $0.id, name: text($0.name)) },
      audiences: exercise.audiences.filter { trained($0.id) }.map {
        ExerciseAudience(id: $0.id, name: text($0.name), isPerRegion: $0.scope != .nation)
      }, cards: made?.cards ?? [])
  }

  private static func text(_ words: LoadedExercise.Words) -> LocalText {
    LocalText(sv: words.sv, en: words.en)
  }
}
