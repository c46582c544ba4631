/// How an inject reads in OpenAEV. The body of an e-mail there is HTML, and subject and body pass through the template
/// language FreeMarker: `${`, `#{` and its tags are made harmless.
struct OpenAEVText {
  let list: ExerciseList
  let language: Language
  let names: ExerciseNames
  let teams: ExerciseTeams
  private let clock: ExerciseClock
  /// Ids of the channels whose messages are sent as e-mail; the others are given by hand.
  private let written: Set<String>

  /// What the importer takes for a kind of inject.
  enum Contract: String, CaseIterable {
    /// E-mail to each member of a team.
    case email = "Email"
    /// Given by the control staff, by telephone for instance.
    case manual = "Manual"

    /// Identifier of the contract in OpenAEV.
    var identifier: String {
      switch self {
      case .email: "138ad8f8-32f8-4a22-8114-aaa12322bd09"
      case .manual: "d02e9132-b9d0-4daa-b3b1-4b9871f8472c"
      }
    }
  }

  init(_ list: ExerciseList, in language: Language, writtenChannels: [String]) {
    self.list = list
    self.language = language
    names = ExerciseNames(list, in: language)
    teams = ExerciseTeams(list, names)
    clock = ExerciseClock(timeOrigin: list.timeOrigin)
    written = Set(writtenChannels)
  }

  func contract(_ inject: Inject) -> Contract { written.contains(inject.channel) ? .email : .manual }

  func subject(_ inject: Inject) -> String {
    let marked = ExerciseMark.subject(inject.subject[language], in: language)
    var result = String.UnicodeScalarView()
    var last: UnicodeScalar = " "
    for scalar in ExchangeText.line(marked).unicodeScalars {
      let opens = (last == "$" || last == "#") && scalar == "{"
      let isTag = last == "<" && (scalar == "#" || scalar == "@" || scalar == "/")
      if opens || isTag { result.append(" ") }
      result.append(scalar)
      last = scalar
    }
    return String(result)
  }

  /// What control sees in the list of injects: the subject, with its track before it when it has one.
  func title(_ inject: Inject) -> String {
    inject.track.isEmpty ? subject(inject) : "[\(ExchangeText.line(inject.track))] \(subject(inject))"
  }

  /// The message as HTML whose lines are parted by newlines.
  func body(_ inject: Inject) -> String {
    let message = ExerciseMark.message(ExchangeText.plain(inject.message[language]), in: language)
    var result = String.UnicodeScalarView()
    for scalar in ExchangeText.escaped(message).unicodeScalars {
      // What HTML shows as a brace means nothing to a template.
      if scalar == "{" { result.append(contentsOf: "&#123;".unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }

  /// The body with its lines parted as HTML parts them.
  func brokenBody(_ inject: Inject) -> String {
    var result = String.UnicodeScalarView()
    for scalar in body(inject).unicodeScalars {
      if scalar == "\n" { result.append(contentsOf: "<br/>".unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }

  /// What the control staff need to give the inject; the message too when it is given by hand.
  func description(_ inject: Inject) -> String {
    let words = { (sv: String, en: String) in LocalText(sv: sv, en: en)[language] }
    var lines = [
      "\(words("Från", "From")): \(names.actor(inject.sender))",
      "\(words("Till", "To")): \(names.actor(inject.receiver))",
      "\(words("Kanal", "Channel")): \(names.channel(inject.channel))",
      "\(words("Tid", "Time")): \(clock.readable(inject.minute)) (\(clock.relative(inject.minute)))",
      "\(words("Sanning", "Truth")): \(ExerciseNames.words(inject.truth)[language])",
    ]
    func add(_ heading: String, _ text: String) { if !text.isEmpty { lines.append("\(heading): \(text)") } }
    add(words("Övningsmål", "Objective"), inject.objective[language])
    add(words("Till utvärderaren", "Evaluator note"), inject.evaluatorNote[language])
    add(words("Spår", "Track"), inject.track)
    add(words("Skadekort", "Casualty cards"), inject.cards.joined(separator: ", "))
    add("Id", inject.id)
    if contract(inject) == .manual {
      lines.append("")
      lines.append(ExerciseMark.message(inject.message[language], in: language))
    }
    return ExchangeText.plain(lines.joined(separator: "\n"))
  }

  var expectationName: String { LocalText(sv: "Förväntad åtgärd", en: "Expected action")[language] }

  /// What is expected; a dash when nothing is said, for the importer misplaces blank cells.
  func expectation(_ inject: Inject) -> String {
    let text = ExchangeText.plain(inject.expectedAction[language])
    return text.isEmpty ? "–" : text
  }
}
