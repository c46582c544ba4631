/// The printable book of injects for the control room: a timeline, then every inject with what control needs.
public enum InjectBook {
  /// The page, in both languages.
  ///
  /// - Complexity: O(injects + cards).
  public static func html(_ list: ExerciseList, language: Language) -> String {
    let names = BookNames(list)
    return Page(
      title: list.title, handling: list.handling, nature: .exercise, language: language, style: style,
      body: { body(list, names, in: $0) }
    ).html()
  }

  private static func body(_ list: ExerciseList, _ names: BookNames, in language: Language) -> HTML {
    func said(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let facts: [(String, String)] = [
      (said("Experiment", "Experiment"), list.experiment), (said("Scenario", "Scenario"), list.scenario),
      (said("Handlingsalternativ", "Arms"), list.arms.joined(separator: ", ")),
      (said("Replikation och frö", "Replication and seed"), "\(list.replication), \(list.seed)"),
      (
        said("Simulerad tid", "Simulated time"),
        "\(clock.readable(list.startMinute)) – \(clock.readable(list.endMinute))"
      ),
      (
        said("Tidskompression", "Time compression"),
        list.compression > 1
          ? said(
            "\(language.plain(list.compression)) simulerade timmar per övningstimme",
            "\(language.plain(list.compression)) simulated hours to an hour of exercise")
          : said("ingen", "none")
      ),
      (said("Inspel", "Injects"), language.number(list.injects.count)),
      (said("Skadekort", "Casualty cards"), language.number(list.cards.count)),
    ]
    var parts: [HTML] = [
      .element(
        "p", ["class": "eyebrow"],
        said("Inspelsbok – endast övningsledning och motspel", "Inject book – control staff only")),
      .element("h1", [:], list.title[language]),
      .element(
        "dl", ["class": "facts"],
        facts.map { .element("div", [:], .element("dt", [:], $0.0), .element("dd", [:], $0.1)) }),
      .element("h2", [:], said("Tidslinje", "Timeline")),
      InjectTimeline(list: list, names: names, language: language).figure,
    ]
    var day: Int?
    for inject in list.injects {
      let own = Int((Double(inject.minute) / 1_440).rounded(.down))
      if own != day {
        day = own
        let date = clock.readable(own * 1_440).prefix(10)
        parts.append(.element("h2", [:], said("Dag \(own) – \(date)", "Day \(own) – \(date)")))
      }
      parts.append(entry(inject, list, names, clock, in: language))
    }
    if !list.cards.isEmpty { parts.append(cards(list, clock, in: language)) }
    return .joined(parts)
  }

  private static func entry(
    _ inject: Inject, _ list: ExerciseList, _ names: BookNames, _ clock: ExerciseClock, in language: Language
  ) -> HTML {
    func said(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }
    let play = list.playMinute(inject.minute)
    let head = [
      "\(inject.number)", clock.relative(inject.minute),
      play == inject.minute
        ? nil : said("övningstid \(clock.relative(play))", "play \(clock.relative(play))"),
      inject.regionName.isEmpty ? said("Nationellt", "Nation") : inject.regionName,
      inject.track.isEmpty ? nil : said("spår \(inject.track)", "track \(inject.track)"),
    ].compactMap { $0 }
    let mark: String? =
      switch inject.truth {
      case .true: nil
      case .outdated: said("ÄLDRE SIFFROR", "OLDER FIGURES")
      case .rumour: said("RYKTE", "RUMOUR")
      case .contradiction: said("MOTSTRIDIGT", "CONTRADICTION")
      }
    let state = inject.stateVariable.isEmpty ? "" : "\(inject.stateVariable) = \(inject.stateValue)"
    let rows: [(String, String)] = [
      (said("Förväntad åtgärd", "Expected action"), inject.expectedAction[language]),
      (said("Övningsmål", "Objective"), inject.objective[language]),
      (said("Till utvärderaren", "For the evaluator"), inject.evaluatorNote[language]),
      (
        said("Kommer ur", "Comes from"),
        state + (inject.cutOffMinute.map { state.isEmpty ? "" : ", \(clock.relative($0))" } ?? "")
      ),
      (said("Föregås av", "Preceded by"), inject.cause ?? ""),
      (
        said("Skadekort", "Casualty cards"),
        inject.cards.count > 12
          ? said(
            "\(inject.cards.count) kort, \(inject.cards[0]) … \(inject.cards[inject.cards.count - 1])",
            "\(inject.cards.count) cards, \(inject.cards[0]) … \(inject.cards[inject.cards.count - 1])")
          : inject.cards.joined(separator: ", ")
      ),
    ].filter { !$0.1.isEmpty }
    return .element(
      "article", ["class": "inject", "id": "\(language.rawValue)-\(inject.number)"],
      .element(
        "h3", [:], .element("span", ["class": "when"], head.joined(separator: " · ")),
        mark.map { .element("span", ["class": "truth"], $0) } ?? .none),
      .element(
        "p", ["class": "way"],
        "\(names.actor(inject.sender)[language]) → \(names.actor(inject.receiver)[language]) · \(names.channel(inject.channel)[language])"
      ),
      .element("p", ["class": "subject"], inject.subject[language]),
      .element(
        "blockquote", [:],
        .element("p", [:], said("ÖVNING ÖVNING. ", "EXERCISE EXERCISE. ") + inject.message[language])),
      .element(
        "dl", ["class": "rows"],
        rows.map { .element("div", [:], .element("dt", [:], $0.0), .element("dd", [:], $0.1)) }),
      .element("p", ["class": "id"], inject.id))
  }

  private static func cards(_ list: ExerciseList, _ clock: ExerciseClock, in language: Language) -> HTML {
    func said(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }
    // A book that nobody can carry helps nobody: the first ones are shown, all of them are in the table.
    let shown = list.cards.prefix(200)
    let table = PageTable(
      caption: said("Skadekort", "Casualty cards"),
      headings: [
        said("Kort", "Card"), said("Prio", "Triage"), said("Skadad", "Hurt"), said("Ankomst", "Arrival"),
        said("Sjukhus", "Hospital"), said("Mekanism", "Mechanism"), said("Skador", "Injuries"),
        said("Tecken", "Signs"),
        said("Behandling", "Treatment"), said("Vitalparametrar vid ankomst", "Vital signs on arrival"),
      ],
      rows: shown.map { card in
        PageTable.Row([
          .words(card.id), .words(card.triage.rawValue), .words(clock.relative(card.injuredMinute)),
          .words(card.arrivalMinute.map { clock.relative($0) } ?? "–"), .words(card.facility),
          .words(card.report.mechanism[language]), .words(card.report.injuries[language]),
          .words(card.report.signs[language]), .words(card.report.treatment[language]),
          .words(card.vitalSigns.last.map { signs($0, in: language) } ?? "–"),
        ])
      })
    let rest = list.cards.count - shown.count
    return .joined([
      .element("h2", ["class": "sheet"], said("Skadekort", "Casualty cards")),
      rest > 0
        ? .paragraph(
          said(
            "De första \(shown.count) av \(list.cards.count); alla finns i casualty_cards.csv.",
            "The first \(shown.count) of \(list.cards.count); all are in casualty_cards.csv."))
        : .none, table.html,
    ])
  }

  private static func signs(_ signs: VitalSigns, in language: Language) -> String {
    let temperature = signs.temperatureTenths.map { language.number(Double($0) / 10, exponent: -1) + " °C" }
    let parts: [String?] = [
      signs.respiratoryRate.map { "\(language == .swedish ? "AF" : "RR") \($0)" },
      signs.oxygenSaturation.map { "SpO₂ \($0) %" }, signs.heartRate.map { "P \($0)" },
      signs.systolicPressure.map { "\(language == .swedish ? "BT" : "SBP") \($0)" },
      signs.consciousness.map { "ACVPU \($0.rawValue)" }, temperature,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static let style = """
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .4rem 2rem; margin: 1rem 0; }
    .facts div, .rows div { margin: 0; } dt { color: var(--soft); font-size: .85rem; } dd { margin: 0; }
    .inject { border-left: 3px solid var(--accent); padding: .2rem 0 .4rem 1rem; margin: 1.3rem 0; break-inside: avoid; }
    .inject h3 { margin: 0 0 .2rem; font-size: 1rem; } .when { font-variant-numeric: tabular-nums; }
    .truth { margin-left: .8rem; padding: .05rem .5rem; border: 1.5px solid var(--warn); color: var(--warn);
      font-size: .78rem; letter-spacing: .05em; white-space: nowrap; }
    .way { color: var(--soft); font-size: .9rem; margin: 0 0 .3rem; } .subject { font-weight: 600; margin: 0 0 .3rem; }
    blockquote { margin: 0 0 .6rem; padding: .5rem .9rem; background: var(--raised); max-width: 46rem; }
    blockquote p { margin: 0; white-space: pre-line; }
    .rows { display: grid; gap: .25rem; margin: 0; max-width: 46rem; }
    .rows div { display: grid; grid-template-columns: 10rem 1fr; gap: .6rem; }
    .id { color: var(--soft); font-size: .78rem; margin: .35rem 0 0; font-family: ui-monospace, monospace; }
    .wide { overflow-x: auto; } .wide svg { min-width: 44rem; } @media print { .wide svg { min-width: 0; } }
    @media (max-width: 40rem) { .rows div { grid-template-columns: 1fr; gap: 0; } }

    """
}

/// Names of what injects refer to by id; the id itself where there is none.
struct BookNames {
  private let actors: [String: LocalText]
  private let channels: [String: LocalText]
  private let audiences: [String: LocalText]

  init(_ list: ExerciseList) {
    func index(_ pairs: [(String, LocalText)]) -> [String: LocalText] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    actors = index(list.actors.map { ($0.id, $0.name) })
    channels = index(list.channels.map { ($0.id, $0.name) })
    audiences = index(list.audiences.map { ($0.id, $0.name) })
  }

  func actor(_ id: String) -> LocalText { actors[id] ?? LocalText(id) }
  func channel(_ id: String) -> LocalText { channels[id] ?? LocalText(id) }
  func audience(_ id: String) -> LocalText { audiences[id] ?? LocalText(id) }
}
