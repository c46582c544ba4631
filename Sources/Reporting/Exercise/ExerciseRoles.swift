/// Somebody who sends or receives injects: a role, never a person.
public struct ExerciseActor: Sendable, Equatable {
  /// Name in files.
  public var id: String
  /// Name for readers.
  public var name: LocalText
  /// Who acts the role.
  public var role: ActorRole

  /// An actor.
  public init(id: String, name: LocalText, role: ActorRole) {
    self.id = id
    self.name = name
    self.role = role
  }
}

/// Who acts a role in an exercise.
public enum ActorRole: String, Sendable, CaseIterable {
  /// The training audience; a trained actor sends no inject.
  case trained
  /// Acted by the control staff (motspel).
  case played
  /// Answered by the simulation alone.
  case simulated
}

/// A way for messages to go: telephone, radio, an information system.
public struct ExerciseChannel: Sendable, Equatable {
  /// Name in files.
  public var id: String
  /// Name for readers.
  public var name: LocalText

  /// A channel.
  public init(id: String, name: LocalText) {
    self.id = id
    self.name = name
  }
}

/// Those who are trained together, such as a regional crisis management.
public struct ExerciseAudience: Sendable, Equatable {
  /// Name in files.
  public var id: String
  /// Name for readers.
  public var name: LocalText
  /// Whether every region has one of its own: what concerns a region is then for that region's alone.
  public var isPerRegion: Bool

  /// An audience.
  public init(id: String, name: LocalText, isPerRegion: Bool = false) {
    self.id = id
    self.name = name
    self.isPerRegion = isPerRegion
  }
}
