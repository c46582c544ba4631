import RandomStreams
import ScenarioFiles
import Testing

struct FieldReaderTests {
  @Test("every kind is read, with defaults and units")
  func everyKind() throws {
    let (ward, mistakes, evidence) = read(
      """
      {
        $schema: "x", id: "ward-1", source: "Region Skåne 2023", staffed_beds: 24, turnaround_minutes: 30,
        arrivals_per_day: 48, speed_km_per_hour: 80, occupancy: 0.9, hourly: [1, 2, 3], meetings_hours: [8, 16],
        outcomes: {home: 0.75, death: 0.25}, tags: ["a"], table: "beds.csv", extra: {anything: [1]},
        stay: {law: "exponential", mean_days: 2}, party: {law: "constant", value_patients: 3},
        nurse: {heads: 3}, teams: [{id: "x", heads: 1}, {heads: 2}], shifts: {day: {heads: 5}},
      }
      """, as: wardList)
    #expect(mistakes == "")
    #expect(ward.text("id") == "ward-1")
    #expect(ward.text("title") == nil)
    #expect(ward.text("kind") == "ward")
    #expect(ward.flag("open") == true)
    #expect(ward.integer("staffed_beds") == 24)
    #expect(ward.seconds("turnaround") == 1_800)
    #expect(ward.perHour("arrivals") == 2)
    #expect(ward.number("speed") == 80)
    #expect(ward.number("occupancy") == 0.9)
    #expect(ward.integer("priority") == 3)
    #expect(ward.numbers("hourly") == [1, 2, 3])
    #expect(ward.numbers("meetings") == [28_800, 57_600])
    #expect(ward.numberMap("outcomes")?.map(\.key) == ["home", "death"])
    #expect(ward.texts("tags") == ["a"])
    #expect(ward.text("table") == "beds.csv")
    #expect(ward.node("extra")?["anything"] != nil)
    #expect(ward.distribution("stay") == .exponential(mean: 172_800))
    #expect(ward.distribution("party") == .constant(3))
    #expect(ward.object("nurse")?.integer("heads") == 3)
    #expect(ward.objects("teams").map(\.path) == ["teams[x]", "teams[1]"])
    #expect(ward.objectMap("shifts").map(\.key) == ["day"])
    #expect(evidence.sourced == 18)
    #expect(evidence.total == 18)
  }

  @Test("all mistakes of an object are reported at once")
  func allAtOnce() {
    let (ward, mistakes, _) = read(
      """
      {
        id: "Ward Åre",
        source: "s",
        kind: "intensiv-care",
        open: "yes",
        stafed_beds: 24,
        turnaround: 3,
        arrivals_per_day: -1,
        speed_km_per_hour: "80",
        occupancy: 1.5,
        priority: 2.5,
        hourly: [1, 2],
        meetings_hours: [8, NaN],
        outcomes: {home: 0.7, death: 0.2},
        tags: "a",
        nurse: [],
        teams: [{id: "x"}],
        quality: 1,
        arrivals_per_fortnight: 1,
        turnaround_hours: 1, turnaround_minutes: 60,
      }
      """, as: wardList)
    #expect(
      mistakes == """
        m.json5:2:7: id: 'Ward Åre' is not an identifier: use lower-case words joined by hyphens, such as 'ward-are'
        m.json5:4:9: kind: unknown kind 'intensiv-care'; did you mean 'intensive-care'?
        m.json5:5:9: open: expected true or false, found a text
        m.json5:6:3: stafed_beds: unknown key 'stafed_beds'; did you mean 'staffed_beds'?
        m.json5:7:3: turnaround: turnaround needs its unit in the key: write turnaround_minutes, turnaround_hours or turnaround_days
        m.json5:8:21: arrivals_per_day: arrivals_per_day is -1; it must be 0 or more
        m.json5:9:22: speed_km_per_hour: expected a number, found a text; remove the quotes
        m.json5:10:14: occupancy: occupancy is 1.5; it must be between 0 and 1
        m.json5:11:13: priority: priority is 2.5; it must be a whole number
        m.json5:12:11: hourly: the list has 2 numbers; expected 3
        m.json5:13:23: meetings_hours[1]: NaN is not a usable number
        m.json5:14:13: outcomes: the shares sum to 0.9, not to 1
        m.json5:15:9: tags: expected a list of texts, found a text
        m.json5:16:10: nurse: expected an object, found a list
        m.json5:17:11: teams[x]: heads is missing
        m.json5:18:3: quality: unknown key 'quality'; known here: id, title, kind, open, staffed_beds, turnaround_…, arrivals_…, speed_km_per_hour, occupancy, priority, hourly, meetings_…, …
        m.json5:19:3: arrivals_per_fortnight: unknown key 'arrivals_per_fortnight'; arrivals comes in other units: write arrivals_per_hour, arrivals_per_day or arrivals_per_week
        m.json5:20:24: turnaround_minutes: turnaround_hours is given already; keep one of the two
        """)
    #expect(ward.integer("priority") == nil)
    #expect(ward.seconds("turnaround") == 3_600)
  }

  @Test("a missing key is not reported when a syntax mistake may have hidden it")
  func hidden() {
    #expect(
      read("{id: \"a\", source: \"s\", staffed_beds = 3}", as: wardList).mistakes
        == "m.json5:1:37: staffed_beds: write ':' after the key 'staffed_beds', not '='")
  }

  @Test("a missing key is reported at its object")
  func missing() {
    #expect(read("\n {id: 'a'}", as: wardList).mistakes == "m.json5:2:2: staffed_beds is missing")
    #expect(read("[]", as: wardList).mistakes == "m.json5:1:1: expected an object, found a list")
  }

  @Test("an id used twice in a list points to its first line")
  func repeated() {
    let (_, mistakes, _) = read(
      "{id: 'a', source: 's', staffed_beds: 1, teams: [{id: 'x', heads: 1},\n {id: 'x', heads: 2}]}",
      as: wardList)
    #expect(mistakes == "m.json5:2:7: teams[x].id: the id 'x' is already used on line 1")
  }

  @Test("a field may itself be named source")
  func fieldNamedSource() {
    let list = FieldList(
      "set", "A change.", [Field("source", .text, "Why."), Field("value", .number(.any), "To what.")])
    let (reader, mistakes, evidence) = read("{value: 3, source: 'what if'}", as: list)
    #expect(mistakes == "")
    #expect(reader.text("source") == "what if")
    #expect(evidence.assumed == 1)
  }

  @Test("a node of any shape can be read later, still covered by the source around it")
  func later() throws {
    let (ward, _, _) = read(
      "{id: 'a', source: 'SIR', staffed_beds: 1, extra: {heads: 2}}", as: wardList)
    let staff = try #require(ward.read("extra", as: staffList))
    #expect(staff.integer("heads") == 2)
    #expect(staff.path == "extra")
    #expect(staff.cover?.text == "SIR")
  }

  @Test("a negative zero is read as zero")
  func negativeZero() {
    let ward = read("{id: \"a\", source: \"s\", staffed_beds: -0, turnaround_hours: -0}", as: wardList).reader
    #expect(ward.seconds("turnaround")?.sign == .plus)
    #expect(ward.integer("staffed_beds") == 0)
  }

  @Test("a caller can report what only it can see, at the value's place")
  func reporting() {
    let context = ReadingContext()
    let root = JSON5Parser.parse(SourceText(path: "m", text: "{heads: 1, source: 's'}"), into: context.log)
    let staff = FieldReader(root, as: staffList, path: "a", context: context)
    staff.report("there is no such thing", about: "heads")
    staff.report("it is odd")
    #expect(context.log.rendered() == "m:1:1: a: it is odd\nm:1:9: a.heads: there is no such thing")
  }
}

struct SourceRuleTests {
  @Test("a number without a source is a mistake; its own or an outer source covers it")
  func rule() {
    let (_, mistakes, evidence) = read(
      """
      {
        id: "a", staffed_beds: 4, staffed_beds_source: "assumption: a guess",
        turnaround_hours: 1, turnaround_source: "Derived from X",
        occupancy: 0.5,
        nurse: {heads: 1, source: "what if"},
        teams: [{heads: 1}],
        stay: {law: "exponential", mean_hours: 5}, stay_source: "fitted to Y",
        shifts: {source: "Z", day: {heads: 1}, night: {heads: 2, heads_source: "?"}},
      }
      """, as: wardList)
    #expect(
      mistakes == """
        m.json5:4:14: occupancy: occupancy has no source: add "source" to this object or "occupancy_source"
        m.json5:6:19: teams[0].heads: heads has no source: add "source" to this object or "heads_source"
        m.json5:8:74: shifts.night.heads_source: "?" is not a source: name where the number is from, or say "assumption: …"
        """)
    #expect([evidence.sourced, evidence.derived] == [1, 2])
    #expect(
      evidence.assumptions.first
        == Assumption(file: "m.json5", line: 2, path: "staffed_beds", value: "4", text: "assumption: a guess")
    )
    #expect(evidence.assumptions.map(\.path) == ["staffed_beds", "nurse.heads", "shifts.night.heads"])
  }

  @Test("a file of settings may do without sources")
  func settings() {
    let context = ReadingContext(needsSources: false)
    let root = JSON5Parser.parse(SourceText(path: "m", text: "{heads: 1}"), into: context.log)
    _ = FieldReader(root, as: staffList, context: context)
    #expect(context.log.isEmpty)
    #expect(context.evidence.total == 0)
  }
}

struct NearestWordTests {
  @Test("the nearest word is one slip or two away, or shares a beginning")
  func nearest() {
    let known = ["staffed_beds", "physical_beds", "id", "turnaround_hours"]
    #expect(nearestWord(to: "stafed_bedz", among: known) == "staffed_beds")
    #expect(nearestWord(to: "tsaffed_beds", among: known) == "staffed_beds")
    #expect(nearestWord(to: "staffedBeds", among: known) == "staffed_beds")
    #expect(nearestWord(to: "turn", among: known) == "turnaround_hours")
    #expect(nearestWord(to: "di", among: known) == "id")
    #expect(nearestWord(to: "capacity", among: known) == nil)
    #expect(nearestWord(to: "03", among: ["01", "02"]) == nil)
    #expect(nearestWord(to: "20", among: ["01", "02"]) == "02")
    #expect(nearestWord(to: "1", among: ["01", "02"]) == "01")
    #expect(editDistance(Array("ca".utf8), Array("abc".utf8)) == 3)
  }
}
