/// Tables of actors, channels and audiences.
enum RoleTables {
  static var actors: ExchangeTable<ExerciseActor> {
    ExchangeTable(
      name: "actors", title: "Actors", text: "One row for each actor: a role, never a person.",
      columns: [
        .init(name: "actor_id", kind: .text, text: "Actor.") { $0.id },
        .init(name: "name_sv", kind: .text, text: "Name in Swedish.") { $0.name.sv },
        .init(name: "name_en", kind: .text, text: "Name in English.") { $0.name.en },
        .init(
          name: "role", kind: .text, text: "Who acts the role; a trained actor sends nothing.",
          words: ActorRole.allCases.map(\.rawValue)
        ) { $0.role.rawValue },
      ], key: ["actor_id"])
  }

  static var channels: ExchangeTable<ExerciseChannel> {
    ExchangeTable(
      name: "channels", title: "Channels", text: "One row for each channel.",
      columns: [
        .init(name: "channel_id", kind: .text, text: "Channel.") { $0.id },
        .init(name: "name_sv", kind: .text, text: "Name in Swedish.") { $0.name.sv },
        .init(name: "name_en", kind: .text, text: "Name in English.") { $0.name.en },
      ], key: ["channel_id"])
  }

  static var audiences: ExchangeTable<ExerciseAudience> {
    ExchangeTable(
      name: "audiences", title: "Audiences", text: "One row for each training audience.",
      columns: [
        .init(name: "audience_id", kind: .text, text: "Audience.") { $0.id },
        .init(name: "name_sv", kind: .text, text: "Name in Swedish.") { $0.name.sv },
        .init(name: "name_en", kind: .text, text: "Name in English.") { $0.name.en },
      ], key: ["audience_id"])
  }
}
