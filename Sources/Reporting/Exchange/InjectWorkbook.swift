import CareModel

/// The exercise as a workbook for the control staff: injects, actors, channels, casualties, and what it was made from.
public enum InjectWorkbook {
  /// `injects.xlsx` in one language. Rows are in order of delivery and times are texts; the first sheet has its headings
  /// in row 1, as Blueprint reads a master scenario events list.
  ///
  /// - Complexity: O(n log n) of the injects.
  public static func file(_ list: ExerciseList, in language: Language) throws(ExchangeFailure) -> ExchangeFile
  {
    let words = { (sv: String, en: String) in LocalText(sv: sv, en: en)[language] }
    return try Workbook(sheets: [
      injects(list, language, words), actors(list, language, words), channels(list, language, words),
      casualties(list, language, words), about(list, language, words),
    ]).file("injects.xlsx")
  }

  private typealias Words = (_ sv: String, _ en: String) -> String
  private typealias Column<Row> = (heading: String, width: Int, cell: (Row) -> Workbook.Cell)

  private static func sheet<Row>(_ name: String, _ columns: [Column<Row>], _ rows: [Row]) -> Workbook.Sheet {
    Workbook.Sheet(
      name: name, columns: columns.map { ($0.heading, $0.width) },
      rows: rows.map { row in columns.map { $0.cell(row) } })
  }

  private static func injects(_ list: ExerciseList, _ language: Language, _ words: Words) -> Workbook.Sheet {
    let names = ExerciseNames(list, in: language)
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let columns: [Column<Inject>] = [
      (words("Nr", "No."), 6, { .whole($0.number) }),
      (words("Tid", "Time"), 17, { .text(clock.readable($0.minute)) }),
      (words("Övningstid", "Play time"), 17, { .text(clock.readable(list.playMinute($0.minute))) }),
      (words("Dag och klockslag", "Day and time"), 12, { .text(clock.relative($0.minute)) }),
      (words("Från", "From"), 22, { .text(names.actor($0.sender)) }),
      (words("Till", "To"), 22, { .text(names.actor($0.receiver)) }),
      (words("Övade", "Audience"), 18, { .text(names.audience($0.audience)) }),
      (words("Kanal", "Channel"), 14, { .text(names.channel($0.channel)) }),
      (words("Region", "Region"), 16, { .text($0.regionName) }),
      (words("Spår", "Track"), 10, { .text($0.track) }),
      (
        words("Rubrik", "Subject"), 30,
        { .text(ExerciseMark.subject($0.subject[language], in: language)) }
      ),
      (
        words("Innehåll", "Message"), 60,
        { .text(ExerciseMark.message($0.message[language], in: language)) }
      ),
      (words("Förväntad åtgärd", "Expected action"), 40, { .text($0.expectedAction[language]) }),
      (words("Övningsmål", "Objective"), 30, { .text($0.objective[language]) }),
      (words("Till utvärderaren", "Evaluator note"), 30, { .text($0.evaluatorNote[language]) }),
      (
        words("Sanning (endast övningsledningen)", "Truth (control only)"), 14,
        { .text(ExerciseNames.words($0.truth)[language]) }
      ),
      (words("Inträffade", "Happened"), 17, { .text(clock.readable($0.eventMinute)) }),
      (
        words("Uppgifterna gällde", "Figures as of"), 17,
        { .text($0.cutOffMinute.map(clock.readable) ?? "") }
      ),
      (words("Händelsekedja", "Storyline"), 16, { .text($0.storyline) }),
      (words("Slag", "Kind"), 16, { .text($0.kind) }),
      (words("Tillståndsvariabel", "State variable"), 20, { .text($0.stateVariable) }),
      (words("Värde", "Value"), 12, { .text($0.stateValue) }),
      (words("Följer av", "Caused by"), 16, { .text($0.cause ?? "") }),
      (words("Skadekort", "Casualty cards"), 60, { .text($0.cards.joined(separator: ", ")) }),
      (words("Id", "Id"), 20, { .text($0.id) }),
    ]
    var sheet = sheet(words("Inspel", "MSEL"), columns, InjectTable.ordered(list.injects))
    // Up to what is expected: the rest is for the screen.
    sheet.printedColumns = 13
    return sheet
  }

  private static func actors(_ list: ExerciseList, _ language: Language, _ words: Words) -> Workbook.Sheet {
    let columns: [Column<ExerciseActor>] = [
      (words("Aktör", "Actor"), 36, { .text($0.name[language]) }),
      (
        words("Roll i övningen", "Role in the exercise"), 18,
        { .text(ExerciseNames.words($0.role)[language]) }
      ),
      (words("Id", "Id"), 24, { .text($0.id) }),
    ]
    return sheet(words("Aktörer", "Actors"), columns, list.actors)
  }

  private static func channels(_ list: ExerciseList, _ language: Language, _ words: Words) -> Workbook.Sheet {
    let columns: [Column<ExerciseChannel>] = [
      (words("Kanal", "Channel"), 36, { .text($0.name[language]) }),
      (words("Id", "Id"), 24, { .text($0.id) }),
    ]
    return sheet(words("Kanaler", "Channels"), columns, list.channels)
  }

  private static func casualties(_ list: ExerciseList, _ language: Language, _ words: Words) -> Workbook.Sheet
  {
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let columns: [Column<CasualtyCard>] = [
      (words("Märkning", "Label"), 12, { .text($0.id) }),
      (words("Skadad", "Injured"), 17, { .text(clock.readable($0.injuredMinute)) }),
      (words("Ankomst", "Arrived"), 17, { .text($0.arrivalMinute.map(clock.readable) ?? "") }),
      (words("Region", "Region"), 8, { .text($0.region) }),
      (words("Vårdinrättning", "Facility"), 22, { .text($0.facility) }),
      (words("Patientslag", "Patient class"), 24, { .text($0.patientClassTitle[language]) }),
      (words("Prioritet", "Triage"), 9, { .text($0.triage.rawValue) }),
      (words("NISS", "NISS"), 6, { card in card.severityScore.map { .whole($0) } ?? .text("") }),
      (words("M – skademekanism", "M – mechanism"), 32, { .text($0.report.mechanism[language]) }),
      (words("I – skador", "I – injuries"), 32, { .text($0.report.injuries[language]) }),
      (words("S – status och symtom", "S – signs"), 32, { .text($0.report.signs[language]) }),
      (words("T – behandling", "T – treatment"), 32, { .text($0.report.treatment[language]) }),
      (
        words("Vitalparametrar", "Vital signs"), 48,
        { card in .text(card.vitalSigns.map { line($0, clock, language) }.joined(separator: "\n")) }
      ),
    ]
    return sheet(words("Skadade", "Casualties"), columns, list.cards)
  }

  /// `08:05 AF 24, SpO₂ 92 %, puls 118, BT 95, V, 36,1 °C`.
  private static func line(_ signs: VitalSigns, _ clock: ExerciseClock, _ language: Language) -> String {
    let words = { (sv: String, en: String) in LocalText(sv: sv, en: en)[language] }
    let temperature = signs.temperatureTenths.map {
      let tenths = CasualtyTables.tenths($0)
      return (language == .swedish ? String(tenths.map { $0 == "." ? "," : $0 }) : tenths) + " °C"
    }
    let parts: [String?] = [
      signs.respiratoryRate.map { "\(words("AF", "RR")) \($0)" },
      signs.oxygenSaturation.map { "SpO₂ \($0)\(words(" %", "%"))" },
      signs.heartRate.map { "\(words("puls", "HR")) \($0)" },
      signs.systolicPressure.map { "\(words("BT", "SBP")) \($0)" },
      signs.consciousness.map { "ACVPU \($0.rawValue)" }, temperature,
    ]
    return clock.readable(signs.minute).suffix(5) + " " + parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static func about(_ list: ExerciseList, _ language: Language, _ words: Words) -> Workbook.Sheet {
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let rows: [[String]] = [
      [words("Märkning", "Mark"), ExerciseMark.words[language]],
      [
        words("Underlag", "Origin"),
        words(
          "Alla uppgifter är simulerade. Inget här har inträffat.",
          "Every figure is simulated. None of this has happened."),
      ],
      [words("Övning", "Exercise"), list.title[language]],
      [words("Början", "Begins"), clock.readable(list.startMinute)],
      [words("Slut", "Ends"), clock.readable(list.endMinute)],
      [words("Hantering", "Handling"), list.handling.rawValue],
      [words("Experiment", "Experiment"), list.experiment],
      [words("Scenario", "Scenario"), list.scenario],
      [words("Alternativ", "Arms"), list.arms.joined(separator: ", ")],
      [words("Replikation", "Replication"), "\(list.replication)"],
      [words("Frö", "Seed"), "\(list.seed)"],
      [words("Dag 0 börjar", "Day 0 begins"), list.timeOrigin],
    ]
    return Workbook.Sheet(
      name: words("Om övningen", "About"),
      columns: [(words("Uppgift", "Item"), 18), (words("Värde", "Value"), 60)],
      rows: rows.map { $0.map { .text($0) } })
  }
}
