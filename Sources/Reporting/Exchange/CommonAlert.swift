/// Alerts as the Common Alerting Protocol 1.2 (OASIS, 2010) has them: status Exercise, in Swedish and English.
///
/// Nothing that only the control staff may know is in them. Urgency and severity are `Unknown`, for an inject does not
/// say them; certainty is `Observed`, as whoever sends it believes, so that a trained reader learns nothing from it.
public enum CommonAlert {
  /// One file for each inject of the given kinds that is no rumour, in order of delivery: `cap/NAME.xml`.
  ///
  /// - Parameters:
  ///   - list: the exercise.
  ///   - kinds: ids of the kinds of inject that an alert is made of.
  /// - Complexity: O(n log n) of the injects.
  public static func files(_ list: ExerciseList, kinds: [String]) -> [ExchangeFile] {
    let wanted = Set(kinds)
    return InjectTable.ordered(list.injects)
      .filter { wanted.contains($0.kind) && $0.truth != .rumour }
      .map { file($0, of: list) }
  }

  /// The alert that one inject gives.
  public static func file(_ inject: Inject, of list: ExerciseList) -> ExchangeFile {
    ExchangeFile(name: "cap/\(name(inject.id)).xml", text: alert(inject, list))
  }

  /// A file name that two ids never share.
  private static func name(_ id: String) -> String {
    let name = ExchangeText.identifier(id)
    return name == id && !name.isEmpty && !name.hasPrefix(".")
      ? name
      : "\(ExchangeText.identifier("x-" + id).prefix(60))-\(StableIdentifier.uuid("cap", id).prefix(8))"
  }

  private static func alert(_ inject: Inject, _ list: ExerciseList) -> String {
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    // An id may tell what only control may know: an alert is identified by a digest of it.
    let identifier =
      "ovning-" + StableIdentifier.uuid("cap", list.experiment, "\(list.replication)", inject.id)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n"
    text += element("identifier", identifier, 1)
    text += element("sender", "ovning-\(ExchangeText.identifier(inject.sender))", 1)
    text += element("sent", time(inject.minute, clock), 1)
    text += element("status", "Exercise", 1)
    text += element("msgType", "Alert", 1)
    text += element("scope", "Restricted", 1)
    text += element("restriction", ExerciseMark.both, 1)
    text += element("note", "\(ExerciseMark.words.sv). \(ExerciseMark.words.en). Simulerat. Simulated.", 1)
    for language in [Language.swedish, .english] { text += info(inject, list, clock, language) }
    return text + "</alert>\n"
  }

  private static func info(
    _ inject: Inject, _ list: ExerciseList, _ clock: ExerciseClock, _ language: Language
  ) -> String {
    let names = ExerciseNames(list, in: language)
    let subject = ExerciseMark.subject(ExchangeText.line(inject.subject[language]), in: language)
    var text = "  <info>\n"
    text += element("language", language == .swedish ? "sv-SE" : "en-GB", 2)
    text += element("category", "Health", 2)
    text += element("event", ExchangeText.line(inject.kind), 2)
    text += element("urgency", "Unknown", 2)
    text += element("severity", "Unknown", 2)
    text += element("certainty", "Observed", 2)
    text += element("audience", ExchangeText.line(names.audience(inject.audience)), 2)
    text += element("effective", time(inject.minute, clock), 2)
    text += element("onset", time(inject.eventMinute, clock), 2)
    text += element("senderName", ExchangeText.line(names.actor(inject.sender)), 2)
    text += element("headline", ExchangeText.limited(subject, to: 160), 2)
    text += element("description", ExerciseMark.message(inject.message[language], in: language), 2)
    text += "    <area>\n"
    let nation = LocalText(sv: "Hela landet", en: "The whole country")[language]
    text += element(
      "areaDesc", inject.regionName.isEmpty ? nation : ExchangeText.line(inject.regionName), 3)
    if !inject.region.isEmpty {
      text += "      <geocode>\n" + element("valueName", "region_code", 4)
      text += element("value", ExchangeText.line(inject.region), 4) + "      </geocode>\n"
    }
    return text + "    </area>\n  </info>\n"
  }

  private static func element(_ name: String, _ text: String, _ depth: Int) -> String {
    String(repeating: "  ", count: depth) + "<\(name)>\(ExchangeText.escaped(text))</\(name)>\n"
  }

  /// With an offset, never `Z`; the standard writes UTC as `-00:00`.
  private static func time(_ minute: Int, _ clock: ExerciseClock) -> String {
    clock.offsetMinutes == 0 ? clock.localWithoutOffset(minute) + "-00:00" : clock.local(minute)
  }
}
