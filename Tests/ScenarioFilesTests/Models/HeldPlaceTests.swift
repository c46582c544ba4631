import Testing

/// What asks for a place that patients have already.
struct HeldPlaceTests {
  private func mistakes(_ surgery: String, _ more: String) -> String {
    SmallWorld.mistakes(
      ("model.json5", "stay: { law: \"constant\", value_hours: 2 }, next: \"after\" },", surgery),
      ("model.json5", "{ id: \"after\", stay: \"long\", discharge_ready: true } ] },", "\(more) ] },"))
  }

  private let operation = "stay: { law: \"constant\", value_hours: 2 }"

  @Test("a place is still held after a step without a unit")
  func passedBy() {
    let report = mistakes(
      "\(operation), next: \"wait\" }, { id: \"wait\", \(operation), next: \"again\" },",
      "{ id: \"again\", unit: \"theatre\", together: [\"ward\"], \(operation) }")
    #expect(
      report.contains(
        "steps[again].together: step 'surgery' in the same unit leads here and its place is still held: end that one with gives_up_place"
      ), "\(report)")
    let given = mistakes(
      "\(operation), gives_up_place: true, next: \"wait\" }, { id: \"wait\", \(operation), next: \"again\" },",
      "{ id: \"again\", unit: \"theatre\", together: [\"ward\"], \(operation) }")
    #expect(given == "")
  }

  @Test("a place is still held beside one that was taken for a time")
  func keptBeside() {
    let report = mistakes(
      "\(operation), next: \"ward\" }, { id: \"ward\", unit: \"ward\", keeps_bed: true, \(operation), next: \"again\" },",
      "{ id: \"again\", unit: \"theatre\", together: [\"ward\"], \(operation) }")
    #expect(report.contains("steps[again].together: step 'surgery' in the same unit leads here"), "\(report)")
  }

  @Test("a place is not kept beside itself")
  func twice() {
    let report = mistakes(
      "\(operation), next: \"again\" },",
      "{ id: \"again\", unit: \"theatre\", keeps_bed: true, \(operation) }")
    #expect(
      report.contains(
        "steps[again].keeps_bed: the place held before is of the same unit, and nobody has two places of one kind: remove it"
      ), "\(report)")
  }

  @Test("a place that is held is not taken together with another")
  func secondPlace() {
    func report(_ given: String) -> String {
      mistakes(
        "\(operation), gives_up_place: true, next: \"rest\" }, { id: \"rest\", unit: \"ward\", \(operation)\(given), next: \"again\" },",
        "{ id: \"again\", unit: \"theatre\", together: [\"ward\"], \(operation) }")
    }
    #expect(
      report("").contains(
        "steps[again].together: a place of ward is still held on coming here, and nobody has two places of one kind"
      ), "\(report(""))")
    #expect(report(", gives_up_place: true") == "")
  }
}
