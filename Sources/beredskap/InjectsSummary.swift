import BatchRunner
import Reporting

/// What `beredskap injects` says it made.
struct InjectsSummary {
  let list: ExerciseList
  let picked: PickedReplication
  let pick: TrajectoryPick
  let place: String

  var text: String {
    var lines = [
      "\(counted(list.injects.count, "inject")) and \(counted(list.cards.count, "casualty card")) of replication "
        + "\(picked.replication), seed \(list.seed), \(list.arms.count > 1 ? "arms" : "arm") "
        + "\(Language.english.list(list.arms))."
    ]
    if let deaths = picked.deaths {
      lines.append(
        "Picked among \(counted(picked.candidates, "replication")): \(counted(deaths, "death")) by the end of the "
          + "exercise in this one."
      )
    }
    for (number, day) in picked.breachDays.enumerated() {
      lines.append(
        "Wish \(number + 1): " + (day.map { "breaks on day \($0)." } ?? "does not break by the end."))
    }
    if list.injects.isEmpty {
      lines.append("Nothing that the exercise file asks for happened: try other days, regions or limits.")
    }
    for audience in list.audiences {
      let count = list.injects.count { $0.audience == audience.id }
      if count > 0 { lines.append("  \(count) for \(audience.name.en)") }
    }
    let tracks = list.arms.filter { arm in list.injects.contains { $0.track == arm } }
    if list.arms.count > 1 {
      let common = list.injects.count { $0.track.isEmpty }
      let own = tracks.map { arm in "\(list.injects.count { $0.track == arm }) on track \(arm)" }
      lines.append("  \(([("\(common) common")] + own).joined(separator: ", "))")
    }
    lines.append("Files: \(place); begin with inject-book.html.")
    return lines.joined(separator: "\n")
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  var json: JSONText {
    .keys([
      "folder": .text(place), "replication": .whole(picked.replication), "seed": .unsigned(list.seed),
      "arms": .list(list.arms.map { .text($0) }), "injects": .whole(list.injects.count),
      "casualty_cards": .whole(list.cards.count),
      "deaths_by_end": picked.deaths.map { .whole($0) } ?? .null,
      "wish_days": .list(picked.breachDays.map { $0.map { .whole($0) } ?? .null }),
    ])
  }
}
