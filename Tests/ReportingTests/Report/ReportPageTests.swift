import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles
import Testing

@Suite("The report of a run")
struct ReportPageTests {
  @Test("every number of the report is that of the run's tables")
  func numbers() throws {
    let fixture = try ReportFixture.usual.get()
    let numbers = PageNumbers.all(in: fixture.page)
    var tables: [String: RunTable] = [:]
    for number in numbers where tables[number.file] == nil {
      tables[number.file] = RunTable(number.file, of: fixture.files)
    }
    var seen: Set<String> = []
    for number in numbers {
      let rows = try #require(tables[number.file]).rows.filter { row in
        number.key.allSatisfy { $0.values.contains(row[$0.column]) }
      }
      seen.insert(number.file)
      let place = "\(number.file) \(number.key) \(number.column)"
      if rows.count == 1 {
        #expect(rows[0][number.column] == number.value, "\(place)")
      } else {
        let sum = rows.reduce(0) { $0 + ($1.number(number.column) ?? 0) }
        let value = try #require(Double(number.value), "\(place)")
        #expect(!rows.isEmpty && abs(sum - value) <= 1e-9 * max(1, abs(sum)), "\(place)")
      }
    }
    #expect(numbers.count > 100)
    #expect(seen == ["summary.csv", "nation_daily.csv", "breaches.csv", "flows.csv"])
  }

  @Test("the page written at the end of a run is the one made of its folder")
  func samePage() throws {
    let fixture = try ReportFixture.usual.get()
    #expect(Report(fixture.files)?.html() == fixture.page)
    #expect(fixture.page.count > 10_000)
  }

  @Test("the page leads nowhere: no address, and no file beside it")
  func noAddress() throws {
    let page = try ReportFixture.usual.get().page
    #expect(!page.lowercased().contains("http"))
    #expect(!page.contains(" src=") && !page.contains("<link") && !page.contains("@import"))
    #expect(!page.contains("url("))
  }

  @Test("identifiers are there once, and what labels a figure is in it")
  func identifiers() throws {
    let page = try ReportFixture.usual.get().page
    var seen: Set<Substring> = []
    for piece in page.components(separatedBy: " id=\"").dropFirst() {
      let id = piece.prefix { $0 != "\"" }
      #expect(seen.insert(Substring(String(id))).inserted, "\(id)")
    }
    for piece in page.components(separatedBy: "aria-labelledby=\"").dropFirst() {
      for id in piece.prefix(while: { $0 != "\"" }).split(separator: " ") {
        #expect(seen.contains(Substring(String(id))), "\(id)")
      }
    }
    #expect(seen.count > 20)
  }

  @Test("a drawing that scrolls on a narrow page is reached by the keyboard, and has a name there")
  func scrollingDrawings() throws {
    let drawings = try ReportFixture.usual.get().page.components(separatedBy: "<div class=\"drawing\"")
      .dropFirst()
    for drawing in drawings {
      let head = drawing.prefix { $0 != ">" }
      let scrolls = drawing.prefix(400).contains(";min-width:")
      #expect(head.hasPrefix(" tabindex=\"0\" role=\"group\" aria-label=\"") == scrolls)
    }
    #expect(drawings.contains { $0.hasPrefix(">") } && drawings.contains { $0.hasPrefix(" tabindex") })
  }

  @Test("figures stand alone as well-formed SVG")
  func figures() throws {
    let report = try #require(Report(try ReportFixture.usual.get().files))
    let figures = report.figures(language: .english)
    #expect(figures.count > 6)
    #expect(Set(figures.map(\.name)).count == figures.count)
    for figure in figures {
      #expect(figure.text.hasPrefix("<svg xmlns="))
      #expect(XMLWalk.isWellFormed(figure.text), "\(figure.name)")
    }
  }

  @Test("the commands to get the figures again stand in a line each")
  func commands() throws {
    let page = try ReportFixture.usual.get().page
    let rows = page.split(separator: "\n").filter {
      $0.contains("beredskap report notebooks-output/ask</pre>")
    }
    #expect(rows.count == 2 && rows.allSatisfy { $0.hasPrefix("beredskap report") }, "Swedish and English")
    #expect(page.contains(" --replications 2 --seed 11\n"))
  }

  @Test("sections whose data a run lacks are left out")
  func leftOut() throws {
    let page = try ReportFixture.usual.get().page
    for id in ["sheet", "give", "arms", "days", "breaches", "flow", "deaths", "assumptions", "again"] {
      #expect(page.contains("<section id=\"\(id)-sv\""), "\(id)")
      #expect(page.contains("<section id=\"\(id)-en\""), "\(id)")
    }
    // One point, no other run, nothing expected, no places on a tile map.
    for id in ["sensitivity", "compared", "expected", "map"] {
      #expect(!page.contains("<section id=\"\(id)-"), "\(id)")
    }
    let alone = try ReportFixture.make([
      ("no_wait: true,", "regions_daily: false,"), ("{ id: \"share\"", "/* { id: \"share\""),
      ("} } },\n  ] }", "} } }, */\n  ] }"),
    ]).page
    for id in ["days", "give", "flow", "map", "sensitivity"] {
      #expect(!alone.contains("<section id=\"\(id)-"), "\(id)")
    }
    #expect(alone.contains("<section id=\"sheet-sv\""))
    #expect(!alone.contains("Osäkra antaganden"))
  }

  @Test("a design with a factor says what it turns, and an arm's day which decision is the latest useful")
  func design() throws {
    let page = try ReportFixture.make([
      (
        "drain_days: 1,",
        """
        drain_days: 1, factors: [
          { id: "casualty_factor", title: "Casualties", levels: [
            { id: "1", set: { "scenario.casualty_factor": { value: 1, source: "what if" } } },
            { id: "2", set: { "scenario.casualty_factor": { value: 2, source: "what if" } } } ] },
          { id: "day", title: "Day of decision", levels: [
            { id: "0", set: { "arms.share.from_day": { value: 0, source: "what if" } } },
            { id: "3", set: { "arms.share.from_day": { value: 3, source: "what if" } } } ] } ],
        """
      ), ("no_wait: true,", "regions_daily: false,"),
    ]).page
    #expect(page.contains("<section id=\"sensitivity-sv\""))
    #expect(page.contains("Senaste dag då beslutet gör nytta"))
    #expect(page.contains("Varied: Casualties."))
    #expect(!page.contains("varierades inte"))
  }

  @Test("beside an arm stands when it is in force, in both languages")
  func terms() throws {
    let arm = "id: \"share\", title"
    let both = try ReportFixture.make([(arm, "id: \"share\", from_day: 1.5, until_day: 3, title")]).page
    #expect(both.contains("In force from day 1.50 until day 3."))
    #expect(both.contains("Gäller från dag 1,50 till dag 3."))
    let end = try ReportFixture.make([(arm, "id: \"share\", until_day: 3, title")]).page
    #expect(end.contains("In force until day 3."))
    #expect(!(try ReportFixture.make([]).page.contains("In force")))
  }

  @Test("a design stands at the level that changes nothing, says so, and has the places of it")
  func shownPoint() throws {
    let plan = try ReportFixture.plan([
      (
        "drain_days: 1,",
        """
        drain_days: 1, factors: [{ id: "beds", title: "Beds", levels: [
          { id: "many", set: { "model.units[south/ward].staffed_beds": { value: 77, source: "what if" } } },
          { id: "as is" } ] }],
        """
      ), ("no_wait: true,", ""),
    ])
    #expect(plan.shownPoint == 1)
    let page = try ReportFixture.make(plan).page
    #expect(page.contains("Shown, in figures, tables and the map too: Beds as is."))
    #expect(page.contains("Visat, också i figurer, tabeller och karta: Beds as is."))
    let kind = try #require(plan.points[1].network.unitKinds.firstIndex { $0.id == "ward" })
    let places = plan.points.map { $0.network.staffedPlaces(kind: kind, region: nil) }
    #expect(places[0] != places[1])
    #expect(page.contains("Dashed line: \(places[1]) staffed places."))
    #expect(!page.contains("Dashed line: \(places[0]) staffed places."))
  }

  @Test("the days tried of a decision are those that levels set and the arm's own")
  func ownDay() throws {
    let fixture = try ReportFixture.make([
      ("id: \"share\", title", "id: \"share\", from_day: 2, title"),
      (
        "drain_days: 1,",
        """
        drain_days: 1, factors: [{ id: "day", title: "Day of decision", levels: [
          { id: "0", set: { "arms.share.from_day": { value: 0, source: "what if" } } },
          { id: "own" },
          { id: "4", set: { "arms.share.from_day": { value: 4, source: "what if" } } } ] }],
        """
      ), ("no_wait: true,", "regions_daily: false,"),
    ])
    let run = try #require(ReportRun(fixture.files))
    let days = DecisionDay.all(run, measure: "deaths_after_drain_patients")
    #expect(days.map(\.arm) == ["share"])
    #expect(days[0].trials.map(\.day) == [0, 2, 4])
    #expect(days[0].trials.map(\.levels) == [["0"], ["own"], ["4"]])
  }

  @Test("a gain that is clear on a later day alone is not told to be clear on none")
  func laterDay() throws {
    var contents = try ReportFixture.make([
      (
        "drain_days: 1,",
        """
        drain_days: 1, factors: [{ id: "day", title: "Day of decision", levels: [
          { id: "0", set: { "arms.share.from_day": { value: 0, source: "what if" } } },
          { id: "4", set: { "arms.share.from_day": { value: 4, source: "what if" } } } ] }],
        """
      ), ("no_wait: true,", "regions_daily: false,"),
    ]).contents
    let index = try #require(contents.firstIndex { $0.name == "summary.csv" })
    var rows = String(decoding: contents[index].bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let columns = rows[0].components(separatedBy: ",")
    let places = try ["factor_day", "arm", "measure", "difference_ci95_lower", "difference_ci95_upper"].map {
      try #require(columns.firstIndex(of: $0))
    }
    for values in [
      ["0", "share", "deaths_after_drain_patients", "-3", "1"],
      ["4", "share", "deaths_after_drain_patients", "-3", "-1"],
    ] {
      let row = try #require(
        rows.firstIndex { row in
          let fields = row.components(separatedBy: ",")
          return fields.count == columns.count
            && zip(places, values).prefix(3).allSatisfy { fields[$0] == $1 }
        })
      var fields = rows[row].components(separatedBy: ",")
      for (column, value) in zip(places, values) { fields[column] = value }
      rows[row] = fields.joined(separator: ",")
    }
    contents[index].bytes = Array(rows.joined(separator: "\r\n").utf8)
    let page = try #require(Report(RunFiles(contents))).html()
    #expect(page.contains("the gain is not clear on the first of the days tried, but on a later one"))
    #expect(!page.contains("no day that was tried gives a clear gain"))
  }

  @Test(
    "one replication gives differences without intervals; equal arms are told as equal in all simulations")
  func withoutIntervals() throws {
    let one = try ReportFixture.make([("replications: 2", "replications: 1")]).page
    #expect(one.contains("One replication gives no interval. Uncertain assumptions were not varied"))
    #expect(one.contains("(one replication gives no interval)."))
    let same = try ReportFixture.make([
      ("policies: { transfer: \"balance-occupancy\", evacuation: {", "policies: { transfer: \"none\" }, /*"),
      ("source: \"what if\" } } },\n  ] }", "*/ },\n  ] }"),
    ]).page
    #expect(same.contains(" in every simulation.") && same.contains(" i varje simulering."))
    #expect(!same.contains("0.000000"))
  }

  @Test("flows add up to the transfers and evacuations of the regions by day")
  func flows() throws {
    let files = try ReportFixture.usual.get().files
    let flows = try #require(RunTable("flows.csv", of: files)).rows
    let daily = try #require(RunTable("regions_daily.csv", of: files)).rows
    var moved = 0.0
    for (measure, kind) in [("transfers_out_patients", "region"), ("evacuated_patients", "allied")] {
      for arm in ["baseline", "share"] {
        for region in Set(daily.map { $0["region_code"] }) {
          let byDay = daily.filter {
            $0["arm"] == arm && $0["region_code"] == region && $0["measure"] == measure
          }.reduce(0) { $0 + ($1.number("mean") ?? 0) }
          let sent = flows.filter {
            $0["arm"] == arm && $0["from_region"] == region && $0["to_kind"] == kind
          }.reduce(0) { $0 + ($1.number("patients") ?? 0) }
          #expect(abs(byDay - sent) < 1e-9, "\(measure) \(arm) \(region)")
          moved += sent
        }
      }
    }
    #expect(moved > 0)
  }

  // In a debug build it takes a minute.
  #if !DEBUG
    @Test("the report of Sweden with six arms stays below two megabytes")
    func size() throws {
      let experiment = try ExperimentReader.load(
        ReportFixture.root.appendingPathComponent("Experiments/sweden-first-look").path)
      var plan = BatchPlan(experiment, replications: 2)
      let share = plan.arms[2]
      plan.arms.insert(ArmPlan(id: "share-again", title: share.title, choices: share.choices), at: 3)
      #expect(plan.arms.count == 6)
      #expect(try ReportFixture.make(plan).page.utf8.count < 2_000_000)
    }
  #endif
}
