import BatchRunner

/// A scenario as OpenAEV exports and imports it: one JSON file in a ZIP archive, whose entry has the comment `Scenario`.
///
/// Where there are tracks, the first arm's is enabled and the others wait for control to enable them. Injects are placed
/// by time alone. What precedes what is in the description, for a dependency in OpenAEV would hold an
/// inject back until the one before it had succeeded.
public enum OpenAEVScenario {
  /// `openaev-scenario.zip`. Identifiers follow from the ids of injects and audiences.
  ///
  /// - Parameters:
  ///   - list: the exercise.
  ///   - language: language of the texts.
  ///   - writtenChannels: ids of the channels whose messages become e-mails; the rest are manual injects.
  /// - Complexity: O(n log n) of the injects.
  public static func file(
    _ list: ExerciseList, in language: Language, writtenChannels: [String]
  ) throws(ExchangeFailure) -> ExchangeFile {
    let name = "openaev-scenario.zip"
    let text = OpenAEVText(list, in: language, writtenChannels: writtenChannels)
    let entry = StoredArchive.Entry(
      name: "scenario.json", bytes: Array(scenario(list, text).rendered.utf8), comment: "Scenario")
    do {
      return ExchangeFile(name: name, bytes: try StoredArchive.bytes(of: [entry]))
    } catch {
      throw .tooLarge(file: name)
    }
  }

  private static func scenario(_ list: ExerciseList, _ text: OpenAEVText) -> JSONText {
    let injects = InjectTable.ordered(list.injects)
    let none = JSONText.list([])
    return .keys([
      "export_version": .whole(1),
      "scenario_information": information(list, text),
      "scenario_tags": none,
      "scenario_documents": none,
      "scenario_organizations": none,
      "scenario_users": none,
      "scenario_teams": .list(text.teams.all.map { team($0, list, text) }),
      "scenario_objectives": .list(objectives(injects, list, text)),
      "scenario_challenges": none,
      "scenario_channels": none,
      "scenario_articles": none,
      "scenario_lessons_categories": none,
      "scenario_lessons_questions": none,
      "scenario_injects": .list(injects.map { inject($0, list, text) }),
      "scenario_variables": none,
    ])
  }

  private static func information(_ list: ExerciseList, _ text: OpenAEVText) -> JSONText {
    let mark = ExerciseMark.words[text.language]
    let simulated = LocalText(
      sv: "Inspel hämtade ur ett simulerat förlopp. Inget här har inträffat.",
      en: "Injects drawn from a simulated course of events. None of this has happened.")
    return .keys([
      "scenario_id": .text(StableIdentifier.uuid("scenario", list.experiment, list.scenario)),
      "scenario_name": .text(
        ExerciseMark.subject(ExchangeText.line(list.title[text.language]), in: text.language)),
      "scenario_description": .text(simulated[text.language]),
      "scenario_subtitle": .text(ExchangeText.line("\(list.experiment) / \(list.scenario)")),
      "scenario_category": .text("global-crisis"),
      "scenario_main_focus": .text("incident-response"),
      "scenario_message_header": .text(mark),
      "scenario_message_footer": .text(mark),
      "scenario_mail_from": .text("ovning@example.invalid"),
      "scenario_tags": .list([]),
      "scenario_documents": .list([]),
    ])
  }

  private static func team(_ team: ExerciseTeams.Team, _ list: ExerciseList, _ text: OpenAEVText) -> JSONText
  {
    .keys([
      "team_id": .text(teamIdentifier(team, list)),
      "team_name": .text(team.name),
      "team_description": .text(ExerciseMark.word[text.language]),
      "team_contextual": .flag(true),
      "team_tags": .list([]),
      "team_users": .list([]),
    ])
  }

  private static func teamIdentifier(_ team: ExerciseTeams.Team, _ list: ExerciseList) -> String {
    StableIdentifier.uuid("team", list.experiment, team.audience, team.region)
  }

  private static func objectives(
    _ injects: [Inject], _ list: ExerciseList, _ text: OpenAEVText
  ) -> [JSONText] {
    var seen: Set<String> = []
    let titles = injects.map { ExchangeText.line($0.objective[text.language]) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
    return titles.enumerated().map { index, title in
      .keys([
        "objective_id": .text(StableIdentifier.uuid("objective", list.experiment, title)),
        "objective_title": .text(title),
        "objective_description": .text(""),
        "objective_priority": .whole(min(index + 1, 9_999)),
      ])
    }
  }

  private static func inject(_ inject: Inject, _ list: ExerciseList, _ text: OpenAEVText) -> JSONText {
    let contract = text.contract(inject)
    let minutes = max(0, min(525_600_000, list.playMinute(inject.minute) &- list.startMinute))
    return .keys([
      "inject_id": .text(StableIdentifier.uuid("inject", list.experiment, inject.id)),
      "inject_title": .text(text.title(inject)),
      "inject_description": .text(text.description(inject)),
      "inject_country": .null,
      "inject_city": .null,
      "inject_enabled": .flag(inject.track.isEmpty || inject.track == list.arms.first),
      "inject_content": content(inject, contract, text),
      "inject_all_teams": .flag(false),
      "inject_depends_on": .list([]),
      "inject_depends_duration": .whole(minutes * 60),
      "inject_injector_contract": .keys([
        "injector_contract_id": .text(contract.identifier), "injector_contract_payload": .null,
      ]),
      "inject_tags": .list([]),
      "inject_teams": .list(text.teams.teams(of: inject).map { .text(teamIdentifier($0, list)) }),
      "inject_documents": .list([]),
    ])
  }

  private static func content(
    _ inject: Inject, _ contract: OpenAEVText.Contract, _ text: OpenAEVText
  ) -> JSONText {
    var members: [JSONText.Member] = []
    if contract == .email {
      members.append(.init("subject", .text(text.subject(inject))))
      members.append(.init("body", .text(text.brokenBody(inject))))
      members.append(.init("encrypted", .flag(false)))
    }
    members.append(
      .init(
        "expectations",
        .list([
          .keys([
            "expectation_type": .text("MANUAL"),
            "expectation_name": .text(text.expectationName),
            "expectation_description": .text(text.expectation(inject)),
            "expectation_score": .whole(100),
            "expectation_expectation_group": .flag(false),
            "expectation_expiration_time": .whole(86_400),
          ])
        ])))
    return .object(members)
  }
}
