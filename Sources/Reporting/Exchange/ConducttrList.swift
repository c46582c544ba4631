/// A master events list for Conducttr: its eleven columns in its order, as CSV in UTF-8.
public enum ConducttrList {
  /// `conducttr-mel.csv` in one language. Faction is who acts the sender's role and Tab is the storyline,
  /// with the track after it when it has one.
  ///
  /// - Complexity: O(n log n) of the injects.
  public static func file(_ list: ExerciseList, in language: Language) -> ExchangeFile {
    let names = ExerciseNames(list, in: language)
    let teams = ExerciseTeams(list, names)
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    var bytes = DelimitedText.row(columns)
    for inject in InjectTable.ordered(list.injects) {
      let fields = [
        "\(inject.number)", clock.readable(list.playMinute(inject.minute)), names.actor(inject.sender),
        names.role(inject.sender),
        names.actor(inject.receiver), teams.teams(of: inject).map(\.name).joined(separator: ", "),
        names.channel(inject.channel),
        ExerciseMark.subject(inject.subject[language], in: language),
        ExerciseMark.message(inject.message[language], in: language), expected(inject, language),
        inject.track.isEmpty ? inject.storyline : "\(inject.storyline) / \(inject.track)",
      ]
      bytes += DelimitedText.row(fields.map(ExchangeText.cell))
    }
    return ExchangeFile(name: "conducttr-mel.csv", bytes: bytes)
  }

  private static let columns = [
    "Number", "Time", "From", "Faction", "To", "Team", "Method", "Subject", "Message", "Expected Action",
    "Tab",
  ]

  /// What is expected, and for control how an inject that is not simply true stands to what is.
  private static func expected(_ inject: Inject, _ language: Language) -> String {
    guard inject.truth != .true else { return inject.expectedAction[language] }
    let control = LocalText(sv: "Endast övningsledningen", en: "Control only")[language]
    return "[\(control): \(ExerciseNames.words(inject.truth)[language])] \(inject.expectedAction[language])"
  }
}
