/// Names for readers of what injects say by id, in one language. An id without a name stands for itself.
struct ExerciseNames {
  let language: Language
  private let actors: [String: ExerciseActor]
  private let channels: [String: String]
  private let audiences: [String: String]

  init(_ list: ExerciseList, in language: Language) {
    self.language = language
    actors = Dictionary(list.actors.map { ($0.id, $0) }) { first, _ in first }
    channels = Dictionary(list.channels.map { ($0.id, $0.name[language]) }) { first, _ in first }
    audiences = Dictionary(list.audiences.map { ($0.id, $0.name[language]) }) { first, _ in first }
  }

  func actor(_ id: String) -> String { actors[id]?.name[language] ?? id }

  func channel(_ id: String) -> String { channels[id] ?? id }

  func audience(_ id: String) -> String { audiences[id] ?? id }

  /// Who acts the role of an actor; empty when the actor is unknown.
  func role(_ id: String) -> String { actors[id].map { Self.words($0.role)[language] } ?? "" }

  static func words(_ role: ActorRole) -> LocalText {
    switch role {
    case .trained: LocalText(sv: "övad", en: "trained")
    case .played: LocalText(sv: "motspel", en: "played")
    case .simulated: LocalText(sv: "simulerad", en: "simulated")
    }
  }

  static func words(_ truth: InjectTruth) -> LocalText {
    switch truth {
    case .true: LocalText(sv: "sant", en: "true")
    case .outdated: LocalText(sv: "inaktuellt", en: "outdated")
    case .rumour: LocalText(sv: "rykte", en: "rumour")
    case .contradiction: LocalText(sv: "motsägelse", en: "contradiction")
    }
  }
}
