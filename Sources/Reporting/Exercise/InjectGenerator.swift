public import CareModel
import Foundation
public import ScenarioFiles

/// Makes the injects of an exercise out of trajectories.
///
/// What an audience hears comes from the state of one replication and from nothing else; when it hears of it is the
/// kind's delay. The same trajectories, exercise file and wishes give the same injects, and a re-run with one change
/// keeps the names of those that stayed.
public struct InjectGenerator: Sendable {
  let exercise: LoadedExercise
  let wishes: ExerciseWishes
  let word: @Sendable (String) -> LocalText

  /// A generator.
  ///
  /// - Parameter word: words of the model in both languages.
  public init(
    _ exercise: LoadedExercise, wishes: ExerciseWishes,
    word: @escaping @Sendable (String) -> LocalText = { LocalText($0) }
  ) {
    self.exercise = exercise
    self.wishes = wishes
    self.word = word
  }

  /// Injects of one or more arms of one replication, in order of delivery and numbered.
  ///
  /// Those that are word for word the same in all arms are common; the others are on the track of their arm.
  ///
  /// - Precondition: at least one arm; all trajectories are of one replication.
  /// - Complexity: O(hours × units × kinds) and O(n log n) of the injects.
  public func make(
    _ arms: [(id: String, trajectory: Trajectory)], labels: [PatientLabel] = []
  ) -> [Inject] {
    precondition(!arms.isEmpty, "an exercise needs an arm")
    let labelled = Dictionary(labels.map { ($0.patient, $0.label) }, uniquingKeysWith: { first, _ in first })
    let perArm = arms.map { arm in
      let reader = TrajectoryReader(arm.trajectory, wishes: wishes, cards: exercise.cards, word: word)
      return paced(caused(drafts(reader, labelled))).map { told($0, reader) }
    }
    return numbered(joined(perArm, ids: arms.map(\.id)))
  }

  /// An inject before it is known when it is told.
  struct Draft {
    var inject: Inject
    let kind: LoadedExercise.Kind
    let occasion: Occasion
  }

  private func drafts(_ reader: TrajectoryReader, _ labels: [PatientKey: String]) -> [Draft] {
    exercise.kinds.filter(isWanted).flatMap { kind in
      reader.occasions(of: kind).filter(isWanted).map { draft(kind, $0, reader, labels) }
    }.filter { $0.inject.minute >= wishes.startMinute && $0.inject.minute < wishes.endMinute }
  }

  /// Whether a kind of inject belongs to the exercise. Who is trained sends the messages of their own place.
  private func isWanted(_ kind: LoadedExercise.Kind) -> Bool {
    let isTrained = wishes.audiences.isEmpty || wishes.audiences.contains(kind.audience)
    let sender = exercise.actors.first { $0.id == kind.sender }
    let sendsForTrained = sender?.audience.map { isTrainedAudience($0) } ?? false
    let isStory = wishes.storylines.isEmpty || wishes.storylines.contains(kind.storyline)
    let isAsked =
      switch kind.trigger {
      case .massCasualtyRumour: wishes.withRumours
      case .pictureDiffers: wishes.withContradictions
      default: true
      }
    return isTrained && isStory && isAsked && !sendsForTrained
  }

  private func isTrainedAudience(_ id: String) -> Bool {
    wishes.audiences.isEmpty || wishes.audiences.contains(id)
  }

  private func isWanted(_ occasion: Occasion) -> Bool {
    guard let region = occasion.region, !wishes.regions.isEmpty else { return true }
    return wishes.regions.contains(region)
  }

  private func draft(
    _ kind: LoadedExercise.Kind, _ occasion: Occasion, _ reader: TrajectoryReader,
    _ labels: [PatientKey: String]
  ) -> Draft {
    let region = occasion.region.map { reader.network.regions[$0] }
    let place = region?.id ?? "nation"
    let inject = Inject(
      id: "\(kind.id).\(place).\(occasion.key)", number: 0, minute: occasion.minute + kind.delayMinutes,
      eventMinute: occasion.minute, storyline: kind.storyline, kind: kind.id, region: region?.id ?? "",
      regionName: region?.name ?? "", audience: kind.audience, sender: kind.sender, receiver: kind.receiver,
      channel: kind.channel, subject: LocalText(""), message: LocalText(""),
      stateVariable: occasion.variable, stateValue: occasion.value, cutOffMinute: occasion.cutOffMinute,
      truth: occasion.truth, cards: occasion.patients.compactMap { labels[$0] })
    return Draft(inject: inject, kind: kind, occasion: occasion)
  }

  /// The inject in its words, which depend on when it is told.
  private func told(_ draft: Draft, _ reader: TrajectoryReader) -> Inject {
    let values = Dictionary(
      reader.values(of: draft.occasion, toldAt: draft.inject.minute).map { ($0.name, $0.text) },
      uniquingKeysWith: { first, _ in first })
    func filled(_ words: LoadedExercise.Words?) -> LocalText {
      guard let words else { return LocalText("") }
      return LocalText(
        sv: TemplateText(words.sv).filled { values[$0]?.sv },
        en: TemplateText(words.en).filled { values[$0]?.en })
    }
    var inject = draft.inject
    inject.subject = filled(draft.kind.subject)
    inject.message = filled(draft.kind.message)
    inject.expectedAction = filled(draft.kind.expectedAction)
    inject.objective = filled(draft.kind.objective)
    inject.evaluatorNote = filled(draft.kind.evaluatorNote)
    return inject
  }

  /// Gives each inject the one that causes it: of the same event, else the last before it in the same region. Kinds
  /// that are caused come after their causes, so that a cause that was put off puts off its consequence too.
  private func caused(_ drafts: [Draft]) -> [Draft] {
    var result = drafts.sorted(by: Self.isBefore)
    for level in levels {
      for index in result.indices where level.contains(result[index].kind.id) {
        guard let after = result[index].kind.after else { continue }
        let own = result[index]
        let causes = result.filter { $0.kind.id == after && $0.inject.eventMinute <= own.inject.eventMinute }
        let cause =
          own.occasion.event.flatMap { event in causes.last { $0.occasion.event == event } }
          ?? (own.occasion.event == nil
            ? causes.last { $0.inject.region == own.inject.region || $0.inject.region.isEmpty } : nil)
        guard let cause else { continue }
        result[index].inject.cause = cause.inject.id
        result[index].inject.minute = max(own.inject.minute, cause.inject.minute + 1)
      }
      result.sort(by: Self.isBefore)
    }
    return result.filter { $0.inject.minute < wishes.endMinute }
  }

  /// Ids of kinds by how many precede them.
  private var levels: [[String]] {
    func depth(_ kind: LoadedExercise.Kind) -> Int {
      var count = 0
      var step = kind.after
      while let id = step, count <= exercise.kinds.count {
        count += 1
        step = exercise.kinds.first { $0.id == id }?.after
      }
      return count
    }
    let depths = exercise.kinds.map(depth)
    return (1...max(1, depths.max() ?? 1)).map { level in
      zip(exercise.kinds, depths).filter { $0.1 == level }.map(\.0.id)
    }
  }

  static func isBefore(_ left: Draft, _ right: Draft) -> Bool {
    (left.inject.minute, left.kind.priority, left.inject.id)
      < (right.inject.minute, right.kind.priority, right.inject.id)
  }

  /// Those that are equal in every arm once, the others on their track.
  private func joined(_ perArm: [[Inject]], ids: [String]) -> [Inject] {
    guard perArm.count > 1 else { return perArm[0] }
    let first = Dictionary(perArm[0].map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let others = perArm.dropFirst().map {
      Dictionary($0.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    func isCommon(_ inject: Inject) -> Bool {
      first[inject.id] == inject && others.allSatisfy { $0[inject.id] == inject }
    }
    // An inject is common only with its cause, whose name it carries.
    var common = Set(perArm[0].filter(isCommon).map(\.id))
    while true {
      let kept = common.filter { id in first[id]?.cause.map { common.contains($0) } ?? true }
      if kept.count == common.count { break }
      common = kept
    }
    var result = perArm[0].filter { common.contains($0.id) }
    for (injects, arm) in zip(perArm, ids) {
      for inject in injects where !common.contains(inject.id) {
        var own = inject
        own.track = arm
        own.id = "\(inject.id).\(arm)"
        own.cause = inject.cause.map { common.contains($0) ? $0 : "\($0).\(arm)" }
        result.append(own)
      }
    }
    return result
  }

  private func numbered(_ injects: [Inject]) -> [Inject] {
    var result = injects.sorted { ($0.minute, $0.track, $0.id) < ($1.minute, $1.track, $1.id) }
    for index in result.indices { result[index].number = index + 1 }
    return result
  }
}

extension TrajectoryReader {
  /// All times that the trigger of a kind was met.
  func occasions(of kind: LoadedExercise.Kind) -> [Occasion] {
    switch kind.trigger {
    case .reportTime: reportTimes(kind)
    case .picturePublished: picturePublished(kind)
    case .pictureDiffers: pictureDiffers(kind)
    case .reportsCease: reportsCease()
    case .occupancyAbove: occupancyAbove(kind)
    case .waitingAbove: waitingAbove(kind)
    case .surgeOrdered: surgeOrdered(kind)
    case .massCasualty, .massCasualtyAllocation: massCasualties(kind)
    case .massCasualtyRumour: massCasualtyRumours(kind)
    case .inboundAnnounced: inboundAnnounced(kind)
    case .flightLeft: flights(.flightLeft)
    case .flightCancelled: flights(.flightCancelled)
    case .moveRefused: moveRefused(kind)
    case .moveRequested: moveRequested(kind)
    case .transportQueue: transportQueue(kind)
    case .dischargeQueue: dischargeQueue(kind)
    case .stockBelow: stockBelow(kind)
    case .staffBelow: staffBelow(kind)
    case .disruption: disruptions(.disrupted)
    case .repaired: disruptions(.repaired)
    case .diedWaiting: diedWaiting(kind)
    }
  }
}
