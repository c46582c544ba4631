import CareModel

/// Reads the parts of one exercise file.
struct ExerciseReading {
  let network: CareNetwork
  let audiences: [LoadedExercise.Audience]
  let actors: [LoadedExercise.Actor]
  private let audienceNames: NameIndex
  private let actorNames: NameIndex
  private let channelNames: NameIndex
  private let storylineNames: NameIndex
  private let kindNames: NameIndex
  /// Names of the model.
  private let unitNames: NameIndex
  private let stockNames: NameIndex
  private let professionNames: NameIndex
  let classNames: NameIndex

  init(_ root: FieldReader, network: CareNetwork, torn: Set<String> = []) {
    self.network = network
    func modelNames(_ what: String, _ key: String, _ ids: [String]) -> NameIndex {
      NameIndex(what, ids, isComplete: !torn.contains(key), areIds: true)
    }
    unitNames = modelNames("unit kind", "unit_kinds", network.unitKinds.map(\.id))
    stockNames = modelNames("stock", "stocks", network.stocks.map(\.id))
    professionNames = modelNames("profession", "professions", network.professions.map(\.id))
    classNames = modelNames("class", "classes", network.classes.map(\.id))
    func names(_ what: String, _ key: String) -> NameIndex {
      NameIndex(what, root.objects(key).map { $0.text("id") }, isComplete: root.isWhole(key))
    }
    audienceNames = names("audience", "audiences")
    actorNames = names("actor", "actors")
    channelNames = names("channel", "channels")
    storylineNames = names("storyline", "storylines")
    // One whose trigger cannot be told is there all the same.
    kindNames = NameIndex(
      "kind of inject", (root.document("injects")?.elements ?? []).map { $0["id"]?.text },
      isComplete: root.isWhole("injects"))
    audiences = root.objects("audiences").map {
      LoadedExercise.Audience(
        id: $0.text("id") ?? "", name: Self.words("name", $0),
        scope: LoadedExercise.Scope(rawValue: $0.text("scope") ?? "") ?? .nation)
    }
    let names = audienceNames
    actors = root.objects("actors").map {
      _ = names.index(of: "audience", in: $0)
      if $0.text("role") == "trained", !$0.has("audience") {
        $0.report("a trained actor needs its audience", about: "id")
      }
      return LoadedExercise.Actor(
        id: $0.text("id") ?? "", name: Self.words("name", $0), role: $0.text("role") ?? "",
        audience: $0.text("audience"))
    }
  }

  /// Words without anything to fill in.
  static func words(_ key: String, _ fields: FieldReader) -> LoadedExercise.Words {
    let words = fields.object(key)
    return LoadedExercise.Words(sv: words?.text("sv") ?? "", en: words?.text("en") ?? "")
  }

  func words(_ key: String, _ fields: FieldReader) -> LoadedExercise.Words { Self.words(key, fields) }

  /// Ids of the audiences trained by default: all when the file names none.
  func trained(_ root: FieldReader) -> [String] {
    let names = root.texts("trained")
    for name in names { _ = audienceNames.index(of: name) { root.report($0, about: "trained") } }
    return names.isEmpty ? audiences.map(\.id) : names
  }

  func named(_ fields: FieldReader) -> LoadedExercise.Named {
    LoadedExercise.Named(id: fields.text("id") ?? "", name: words("name", fields))
  }

  func pacing(_ fields: FieldReader?) -> LoadedExercise.Pacing {
    guard let fields else { return LoadedExercise.Pacing(mostPerHour: nil, quiet: nil) }
    var quiet: (from: Int, until: Int)?
    if fields.has("quiet_from") != fields.has("quiet_until") {
      fields.report("quiet hours need both quiet_from and quiet_until")
    } else if let from = clock("quiet_from", fields), let until = clock("quiet_until", fields) {
      if from == until {
        fields.report("quiet hours end when they begin: leave both out for none", about: "quiet_until")
      }
      quiet = (from, until)
    }
    return LoadedExercise.Pacing(mostPerHour: fields.integer("most_per_hour"), quiet: quiet)
  }

  private func clock(_ key: String, _ fields: FieldReader) -> Int? {
    guard let text = fields.text(key) else { return nil }
    return clock(text, key, fields)
  }

  private func clock(_ text: String, _ key: String, _ fields: FieldReader) -> Int? {
    if let minutes = Self.minutes(text) { return minutes }
    fields.report("'\(text)' is no clock time: write hours and minutes, such as 08:00", about: key)
    return nil
  }

  /// Minutes since midnight of `08:05`, before 24:00.
  package static func minutes(_ text: String) -> Int? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hour = Int(String(parts[0]) ?? ""), let minute = Int(String(parts[1]) ?? ""),
      (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  /// One kind of inject; nil when its trigger cannot be told.
  func kind(_ fields: FieldReader) -> LoadedExercise.Kind? {
    guard let trigger = fields.variant.flatMap({ InjectTrigger(rawValue: $0) }) else { return nil }
    func has(_ key: String) -> Bool { fields.list.index(of: key) != nil }
    checkPeople(fields)
    _ = channelNames.index(of: "channel", in: fields)
    _ = storylineNames.index(of: "storyline", in: fields)
    let after = fields.text("after")
    if let after, kindNames.index(of: "after", in: fields) != nil, after == fields.text("id") {
      fields.report("a kind of inject does not precede itself", about: "after")
    }
    let number = ["patients", "places"].first(where: has).flatMap { fields.integer($0) }
    let share = ["share", "factor", "days"].first(where: has).flatMap { fields.number($0) }
    if has("at"), fields.has("at"), fields.texts("at").isEmpty {
      fields.report("the list is empty: write a clock time, or remove this kind of inject", about: "at")
    }
    return LoadedExercise.Kind(
      id: fields.text("id") ?? "", trigger: trigger,
      unitKind: has("unit") ? unitNames.index(of: "unit", in: fields) : nil,
      targetKind: has("to") ? unitNames.index(of: "to", in: fields) : nil,
      times: has("at") ? fields.texts("at").compactMap { clock($0, "at", fields) } : [],
      number: number ?? 0, share: share ?? 0,
      withinHours: has("within") ? fields.hours("within") ?? 0 : 0,
      stock: has("stock")
        ? stockNames.index(of: "stock", in: fields) : nil,
      profession: has("profession")
        ? professionNames.index(of: "profession", in: fields) : nil,
      audience: fields.text("audience") ?? "", sender: fields.text("sender") ?? "",
      receiver: fields.text("receiver") ?? "", channel: fields.text("channel") ?? "",
      storyline: fields.text("storyline") ?? "",
      delayMinutes: Int(((fields.seconds("delay") ?? 0) / 60).rounded(.up)),
      priority: fields.integer("priority") ?? 3, after: after,
      subject: template("subject", fields, trigger) ?? Self.none,
      message: template("message", fields, trigger) ?? Self.none,
      expectedAction: template("expected_action", fields, trigger),
      objective: template("objective", fields, trigger),
      evaluatorNote: template("evaluator_note", fields, trigger))
  }

  private static let none = LoadedExercise.Words(sv: "", en: "")

  /// Who is trained sends nothing, and who receives is of the audience.
  private func checkPeople(_ fields: FieldReader) {
    let audience = audienceNames.index(of: "audience", in: fields)
    if let trigger = fields.variant.flatMap({ InjectTrigger(rawValue: $0) }), let audience,
      audiences[audience].scope == .facility, !trigger.hasFacility
    {
      fields.report(
        "the trigger \(trigger.rawValue) is about no facility, and this audience is at one", about: "audience"
      )
    }
    if let sender = actorNames.index(of: "sender", in: fields), actors[sender].role == "trained" {
      fields.report("'\(actors[sender].id)' is trained, and who is trained sends no inject", about: "sender")
    }
    if let receiver = actorNames.index(of: "receiver", in: fields), let audience,
      isPlaced(actors[receiver]),
      actors[receiver].audience != audiences[audience].id || actors[receiver].role != "trained"
    {
      fields.report(
        "'\(actors[receiver].id)' is no trained actor of the audience '\(audiences[audience].id)'",
        about: "receiver")
    }
  }

  /// Whether an actor's role, and if trained the audience, could be read; if not, that is told of the actor.
  private func isPlaced(_ actor: LoadedExercise.Actor) -> Bool {
    if actor.role != "trained" { return !actor.role.isEmpty }
    return actor.audience.map { audienceNames.index(of: $0) != nil } ?? false
  }

  /// Words with checked braces.
  private func template(
    _ key: String, _ fields: FieldReader, _ trigger: InjectTrigger
  ) -> LoadedExercise.Words? {
    guard let words = fields.object(key) else { return nil }
    let known = trigger.blanks.map(\.name)
    for language in ["sv", "en"] {
      guard let text = words.text(language) else { continue }
      let template = TemplateText(text)
      if let mistake = template.mistake { words.report(mistake, about: language) }
      for name in template.blanks where !known.contains(name) {
        words.report(unknownWord(name, among: known, what: "word in braces"), about: language)
      }
      for name in template.counts where known.contains(name) && !InjectTrigger.isNumber(name) {
        words.report("'\(name)' is no number, and has no words for one and for more", about: language)
      }
    }
    return LoadedExercise.Words(sv: words.text("sv") ?? "", en: words.text("en") ?? "")
  }

  /// What precedes does so without a circle.
  func checkOrder(of kinds: [FieldReader]) {
    let before = kinds.map { $0.text("after") }
    let ids = kinds.map { $0.text("id") }
    for (index, kind) in kinds.enumerated() {
      var step = before[index]
      var count = 0
      while let id = step, count <= kinds.count, id != ids[index] {
        step = ids.firstIndex(of: id).flatMap { before[$0] }
        count += 1
      }
      if step != nil, before[index] != ids[index] {
        kind.report("these kinds of inject precede each other in a circle", about: "after")
      }
    }
  }
}
