import ScenarioFiles
import Testing

struct SchemaAndReferenceTests {
  private let list = FieldList(
    "team", "A team.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"a\""),
      Field("rest", .time(), "Rest between shifts.", example: "rest_hours: 11"),
      Field("load", .share, .standard(.number(0.5)), "Share | of time."),
    ])

  @Test("the schema is JSON that our own parser reads, sorted and the same each time")
  func schema() {
    let text = JSONSchema.text(of: wardList, title: "Ward", identifier: "https://example.org/ward.json")
    let (root, mistakes) = parse(text)
    #expect(mistakes == "")
    #expect(root["$ref"]?.text == "#/$defs/ward")
    #expect(text == JSONSchema.text(of: wardList, title: "Ward", identifier: "https://example.org/ward.json"))
    let keys = root["$defs"]?["ward"]?["properties"]?.members?.map(\.key) ?? []
    #expect(keys == keys.sorted())
    #expect(keys.contains("turnaround_minutes"))
    #expect(root["$defs"]?["time-distribution"]?["oneOf"]?.elements?.count == 19)
    #expect(root["$defs"]?["ward"]?["required"]?.elements?.map(\.text) == ["id", "staffed_beds"])
  }

  @Test("a required time may be given in any one unit")
  func requiredTime() {
    let root = parse(JSONSchema.text(of: list, title: "T", identifier: "t")).root
    #expect(root["$defs"]?["team"]?["allOf"]?.elements?.first?["oneOf"]?.elements?.count == 5)
  }

  @Test("the reference page has one row a field")
  func reference() {
    #expect(
      ReferencePage.markdown(of: list, title: "Teams") == """
        # Teams

        Concepts: [team](#team)

        ## team

        A team.

        | key | type and unit | range | default | meaning | example |
        |---|---|---|---|---|---|
        | `id` | identifier |  | required | Its id. | `id: "a"` |
        | `rest_<time>` | time: seconds, minutes, hours, days or weeks | 0 or more | required | Rest between shifts. | `rest_hours: 11` |
        | `load` | share | between 0 and 1 | 0.5 | Share \\| of time. |  |

        """)
    let page = ReferencePage.markdown(of: wardList, title: "Wards")
    #expect(page.contains("### law: \"lognormal\""))
    #expect(page.contains("## staff"))
  }
}
