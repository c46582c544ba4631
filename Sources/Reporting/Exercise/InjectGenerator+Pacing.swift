import ScenarioFiles

// How many injects an audience gets when: quiet hours, and the most in an hour.
extension InjectGenerator {
  /// Leaves out what is too much, and what comes in quiet hours and can wait until the next of its kind; puts off
  /// the rest of that, unless it asks about a picture that is replaced by then. What caused an inject that stays,
  /// stays.
  func paced(_ drafts: [Draft]) -> [Draft] {
    let kept = limited(quieted(drafts).filter { !comesTooLate($0) }.sorted(by: Self.isBefore))
    let names = Set(kept.map(\.inject.id))
    return kept.map { draft in
      var draft = draft
      if let cause = draft.inject.cause, !names.contains(cause) { draft.inject.cause = nil }
      return draft
    }
  }

  /// Whether it was put off until after the picture that it asks about was replaced.
  private func comesTooLate(_ draft: Draft) -> Bool {
    guard let superseded = draft.occasion.supersededMinute else { return false }
    let isPutOff = draft.inject.minute > draft.inject.eventMinute + draft.kind.delayMinutes
    return isPutOff && draft.inject.minute >= superseded
  }

  private var quiet: (from: Int, until: Int)? { wishes.quiet ?? exercise.pacing.quiet }

  private func quieted(_ drafts: [Draft]) -> [Draft] {
    guard let quiet, quiet.from != quiet.until else { return drafts }
    var minutes: [String: Int] = [:]
    return drafts.compactMap { draft in
      var draft = draft
      // Causes come first in the order of time, so theirs is known.
      if let cause = draft.inject.cause.flatMap({ minutes[$0] }) {
        draft.inject.minute = max(draft.inject.minute, cause + 1)
      }
      if draft.kind.priority > 1, let end = quietEnd(of: draft.inject.minute, quiet) {
        if draft.kind.trigger.recurs { return nil }
        draft.inject.minute = end
      }
      minutes[draft.inject.id] = draft.inject.minute
      return draft.inject.minute < wishes.endMinute ? draft : nil
    }
  }

  /// When the quiet hours end that a minute lies in; nil when it lies in none.
  private func quietEnd(of minute: Int, _ quiet: (from: Int, until: Int)) -> Int? {
    let day = minute / 1_440
    let time = minute % 1_440
    if quiet.from < quiet.until {
      return time >= quiet.from && time < quiet.until ? day * 1_440 + quiet.until : nil
    }
    if time >= quiet.from { return (day + 1) * 1_440 + quiet.until }
    return time < quiet.until ? day * 1_440 + quiet.until : nil
  }

  /// The most urgent of each audience, region and hour; of equally urgent ones the first.
  private func limited(_ drafts: [Draft]) -> [Draft] {
    guard let most = wishes.mostPerHour ?? exercise.pacing.mostPerHour else { return drafts }
    func bucket(_ draft: Draft) -> String {
      "\(draft.inject.audience)/\(draft.inject.region)/\(draft.inject.minute / 60)"
    }
    let order = drafts.indices.sorted { (drafts[$0].kind.priority, $0) < (drafts[$1].kind.priority, $1) }
    var counts: [String: Int] = [:]
    var isKept = [Bool](repeating: false, count: drafts.count)
    for index in order {
      let name = bucket(drafts[index])
      guard counts[name, default: 0] < most else { continue }
      counts[name, default: 0] += 1
      isKept[index] = true
    }
    return drafts.indices.filter { isKept[$0] }.map { drafts[$0] }
  }
}

extension InjectTrigger {
  /// Whether another of the kind comes by itself after some hours.
  var recurs: Bool {
    switch self {
    case .reportTime, .inboundAnnounced, .diedWaiting: true
    default: false
    }
  }
}
