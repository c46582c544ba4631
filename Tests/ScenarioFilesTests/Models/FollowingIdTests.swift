import ScenarioFiles
import Testing

/// An id of another type, an empty one or none is told alone: what names it is not.
struct FollowingIdTests {
  @Test(
    "an id that cannot be read is told alone",
    arguments: [
      ("model.json5", "id: \"icu\", title"), ("model.json5", "id: \"acute\", title"),
      ("model.json5", "id: \"surgical\", source"), ("model.json5", "id: \"after\", stay"),
      ("model.json5", "id: \"ed\", hours"), ("model.json5", "id: \"plane\", title"),
      ("experiment.json5", "id: \"beds\", title"), ("experiment.json5", "id: \"few\""),
    ], ["null", "7", "\"\"", "[]", "\"=1+1\"", nil])
  func unreadable(place: (file: String, from: String), value: String?) {
    let id = place.from.prefix { $0 != "," }
    let given = value.map { "id: \($0)" } ?? "note: \"n\""
    let mistakes = SmallWorld.mistakes(
      (place.file, place.from, given + place.from.dropFirst(id.count)))
    #expect(mistakes.split(separator: "\n").count == 1, "\(mistakes)")
    #expect(!mistakes.contains(", ,"))
  }
}
