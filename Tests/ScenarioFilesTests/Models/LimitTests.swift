import ScenarioFiles
import Testing

struct LimitTests {
  @Test("a step has a thousand ways on at most")
  func ways() {
    let ways = Array(repeating: "{ to: \"home\", share: 0 }", count: 70_000).joined(separator: ", ")
    let told = SmallWorld.mistakes(
      (
        "model.json5", "stay: \"long\", discharge_ready: true",
        "stay: \"long\", next: [\(ways), { to: \"home\" }]"
      ))
    #expect(told.contains("steps[after].next: 70001 ways on are too many: at most 1,000"))
  }

  @Test("a model has at most 200 classes, since their index takes eight bits")
  func classes() {
    let more = (0..<198).map {
      "{ id: \"c\($0)\", title: \"C\", pathway: \"medical\", priority: 1, source: \"s\" },"
    }
    let start = "classes: [\n"
    #expect(
      SmallWorld.mistakes(("model.json5", start, start + more.joined(separator: "\n")))
        == "model.json5:16:12: classes: 201 classes are too many: at most 200")
  }

  @Test("a design has at most 10,000 points")
  func points() {
    let levels = (0..<5_001).map { "{ id: \"\($0)\" }" }.joined(separator: ",\n")
    #expect(
      SmallWorld.mistakes(("experiment.json5", "{ id: \"few\" }", "{ id: \"few\" },\(levels)"))
        == "experiment.json5:11:12: factors: the factors make 10006 combinations: at most 10000")
  }
}
