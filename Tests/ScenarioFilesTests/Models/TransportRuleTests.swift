import ScenarioFiles
import Testing

/// Each rule of transport by a text that breaks it and the exact sentence.
struct TransportRuleTests {
  typealias Case = MechanismRuleTests.Case

  static func times(_ list: String) -> String { "travel_times: [\(list)], situation: {" }
  static let way = "{ from: \"lund\", to: \"visby\", minutes: 95, source: \"s\" }"

  static let right: [Case] = [
    Case("situation: {", times(way), ""),
    Case(
      "situation: {",
      times("\(way), { from: \"12\", to: \"09\", fleet: \"plane\", minutes: 50, source: \"s\" }"), ""),
    Case("situation: {", times(""), ""),
  ]

  static let wrong: [Case] = [
    Case(
      "situation: {", times(way.replacing("visby", with: "visbyy")),
      "model.json5:53:38: travel_times[0].to: there is no facility or region 'visbyy'; did you mean 'visby'?"),
    Case(
      "situation: {", times(way.replacing("visby", with: "lund")),
      "model.json5:53:38: travel_times[0].to: the way begins and ends at lund"),
    Case(
      "situation: {", times("\(way), \(way)"),
      "model.json5:53:95: travel_times[1].to: the way from lund to visby is in the list already"),
    Case(
      "situation: {", times(way.replacing("95", with: "0")),
      "model.json5:53:56: travel_times[0].minutes: minutes is 0; it must be more than 0 and at most 525600"),
    Case(
      "situation: {", times(way.replacing("minutes", with: "fleet: \"plan\", minutes")),
      "model.json5:53:54: travel_times[0].fleet: there is no fleet 'plan'; did you mean 'plane'?"),
    Case(
      "situation: {", times(way.replacing(", source: \"s\"", with: "")),
      "model.json5:53:56: travel_times[0].minutes: minutes has no source: add \"source\" to this object or \"minutes_source\""
    ),
    Case(
      "situation: {", "travel_times: \"times.csv\", situation: {",
      "model.json5:53:17: travel_times: there is no table 'times.csv' beside this file"),
  ]

  @Test("what the format documents is read", arguments: right)
  func isRight(_ right: Case) {
    #expect(SmallWorld.mistakes((right.file, right.from, right.to)) == "")
  }

  @Test("each rule names its place and what to do", arguments: wrong)
  func isWrong(_ wrong: Case) {
    #expect(SmallWorld.mistakes((wrong.file, wrong.from, wrong.to)) == wrong.report)
  }

  @Test("times on the way can stand in a table, and its mistakes name their row")
  func table() {
    func mistakes(_ table: String) -> String {
      let texts = SmallWorld.texts.map { path, text in
        (
          path: path,
          text: text.replacing("situation: {", with: "travel_times: \"times.csv\", situation: {")
        )
      }
      do {
        _ = try ExperimentReader.load(
          "Experiments/ask", files: InputFiles(texts + [(path: "Models/small/times.csv", text: table)]))
        return ""
      } catch {
        return error.description.replacing("Models/small/", with: "")
      }
    }
    #expect(mistakes("from,to,fleet,minutes,source\nlund,visby,,95,map\nvisby,lund,plane,90,map\n") == "")
    #expect(
      mistakes("from,to,minutes,source\nlund,visbi,95,map\nvisby,lund,-3,map\n")
        == """
        times.csv:2:6: travel_times[lund/visbi].to: there is no facility or region 'visbi'; did you mean 'visby'?
        times.csv:3:12: travel_times[visby/lund].minutes: minutes is -3; it must be more than 0 and at most 525600
        """)
  }
}
