import ScenarioFiles
import Testing

@Suite("The keys of measures")
struct MeasureKeyTests {
  private static let values = [
    "unit": "\"icu\"", "facility": "\"lund\"", "region": "\"12\"", "class": "\"acute\"",
    "classes": "[\"t1\"]",
    "fleet": "\"plane\"", "happening": "\"strike\"", "cause": "\"power\"",
  ]

  private static let forms = ModelFields.measure.lists.filter { list in
    list.fields.allSatisfy { field in
      values[field.key] != nil || field.presence != .required || field.key == "id"
    }
  }

  @Test("Each quantity is read with each of its keys, and with one that it does not go with refused")
  func eachKey() {
    #expect(Self.forms.count > 20)
    for form in Self.forms {
      let keys = form.fields.map(\.key).filter { Self.values[$0] != nil }
      for key in keys {
        let others = form.fields.map(\.key).filter { other in
          other != key
            && (other == "unit" || form.fields.contains { $0.key == other && $0.presence == .required })
            && Self.values[other] != nil
        }
        let text = ([key] + others).map { "\($0): \(Self.values[$0] ?? "")" }.joined(separator: ", ")
        let mistakes = SmallWorld.mistakes(
          ("model.json5", CensusRuleTests.deaths, "id: \"deaths\", quantity: \"\(form.name)\", \(text)"))
        #expect(mistakes == "", "\(form.name), \(text)")
      }
      let all = keys.map { "\($0): \(Self.values[$0] ?? "")" }.joined(separator: ", ")
      let mistakes = SmallWorld.mistakes(
        ("model.json5", CensusRuleTests.deaths, "id: \"deaths\", quantity: \"\(form.name)\", \(all)"))
      let isTooMuch =
        keys.contains("facility") && keys.contains("region") || keys.contains("classes")
      #expect((mistakes == "") == !isTooMuch, "\(form.name), \(all): \(mistakes)")
    }
  }
}
