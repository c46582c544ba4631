/// One message that control gives a training audience: what it says, from whom, when, and why.
///
/// It holds no time of day and no name of a person. Everything is data: the same trajectory and the same wishes give
/// equal injects.
public struct Inject: Sendable, Equatable {
  /// Stable name: a re-run with one change keeps the names of the injects that stayed.
  public var id: String
  /// Place in the list, from 1, in order of delivery.
  public var number: Int
  /// When it is delivered: whole minutes since day 0 of the exercise began.
  public var minute: Int
  /// When what it tells of happened, in minutes since day 0 began; never after ``minute``.
  public var eventMinute: Int
  /// Id of the storyline it belongs to.
  public var storyline: String
  /// Id of the kind of inject.
  public var kind: String
  /// Code of the region it concerns, such as `25`; empty for the nation.
  public var region: String
  /// Name of the region.
  public var regionName: String
  /// Id of the ``ExerciseAudience`` it is for.
  public var audience: String
  /// Id of the ``ExerciseActor`` that sends it; never a trained one.
  public var sender: String
  /// Id of the ``ExerciseActor`` that receives it.
  public var receiver: String
  /// Id of the ``ExerciseChannel`` it goes by.
  public var channel: String
  /// Subject line.
  public var subject: LocalText
  /// What the receiver hears or reads.
  public var message: LocalText
  /// What control expects the audience to do.
  public var expectedAction: LocalText
  /// The objective it serves.
  public var objective: LocalText
  /// What the evaluator looks for.
  public var evaluatorNote: LocalText
  /// The state variable of the model it comes from.
  public var stateVariable: String
  /// The value of that variable, as text.
  public var stateValue: String
  /// Minute at which the figures it cites were true; nil when it cites none.
  public var cutOffMinute: Int?
  /// How it stands to what is true in the simulation; for the control staff alone.
  public var truth: InjectTruth
  /// Id of the arm it belongs to; empty when it is common to all.
  public var track: String
  /// Id of an inject that precedes it and causes it; nil when there is none.
  public var cause: String?
  /// Ids of the ``CasualtyCard``s that go with it.
  public var cards: [String]

  /// An inject; what is not given is empty.
  public init(
    id: String, number: Int, minute: Int, eventMinute: Int, storyline: String = "", kind: String,
    region: String = "", regionName: String = "", audience: String, sender: String, receiver: String,
    channel: String, subject: LocalText, message: LocalText,
    expectedAction: LocalText = LocalText(sv: "", en: ""), objective: LocalText = LocalText(sv: "", en: ""),
    evaluatorNote: LocalText = LocalText(sv: "", en: ""), stateVariable: String = "", stateValue: String = "",
    cutOffMinute: Int? = nil, truth: InjectTruth = .true, track: String = "", cause: String? = nil,
    cards: [String] = []
  ) {
    self.id = id
    self.number = number
    self.minute = minute
    self.eventMinute = eventMinute
    self.storyline = storyline
    self.kind = kind
    self.region = region
    self.regionName = regionName
    self.audience = audience
    self.sender = sender
    self.receiver = receiver
    self.channel = channel
    self.subject = subject
    self.message = message
    self.expectedAction = expectedAction
    self.objective = objective
    self.evaluatorNote = evaluatorNote
    self.stateVariable = stateVariable
    self.stateValue = stateValue
    self.cutOffMinute = cutOffMinute
    self.truth = truth
    self.track = track
    self.cause = cause
    self.cards = cards
  }
}

/// How an inject stands to what is true in the simulation. Only the control staff see it.
public enum InjectTruth: String, Sendable, CaseIterable {
  /// True when it is delivered.
  case `true`
  /// Was true at the cut-off of its figures, and is no longer.
  case outdated
  /// Never was true: a rumour, added on request.
  case rumour
  /// Contradicts another inject, for the two were compiled at different times.
  case contradiction
}
