import ScenarioFiles
import Testing

/// A table with a wrong header, or without rows, is told once.
struct FollowingTableTests {
  @Test(
    "a wrong header is told once",
    arguments: [
      (
        "regions.csv", "id,name,pop", "id,nam,pop",
        "regions.csv:1:4: regions.nam: unknown column 'nam'; did you mean 'name'?"
      ),
      (
        "units.csv", "facility,kind", "facilities,kind",
        "units.csv:1:1: units.facilities: unknown column 'facilities'; the column facility is missing: is it this one?"
      ),
      (
        "units.csv", ",source\n", ",sorce\n",
        "units.csv:1:42: units.sorce: unknown column 'sorce'; did you mean 'source'?"
      ),
      (
        "regions.csv", "stay_factor,", "stay_faktor,",
        "model.json5:29:68: pathways[medical].steps[bed].stay_factor_column: there is no column 'stay_factor'; did you mean 'stay_faktor'?"
      ),
      (
        "units.csv", "facility,kind,staffed_beds,physical_beds,source\n", "",
        "units.csv:1:11: the first line of a table has the names of its columns, and '20' is none: write the header above it"
      ),
      (
        "units.csv", "facility,kind,staffed", "# units\nfacility,kind,staffed",
        "units.csv:1:1: the first line has 1 cell, and every line after it 5: is it the header, with a comma between all names?"
      ),
      (
        "units.csv", "facility,kind,staffed_beds,physical_beds,source\n", "a,b,c,d,e\n",
        "units.csv:1:1: units: the first line of a table has the names of its columns, such as facility, kind, staffed_beds"
      ),
    ])
  func header(file: String, from: String, to: String, expected: String) {
    #expect(SmallWorld.mistakes((file, from, to)) == expected)
  }

  @Test(
    "a table without rows is told once",
    arguments: [
      ("regions.csv", SmallWorld.regions, "model.json5:11:12: regions: the model has no regions"),
      ("facilities.csv", SmallWorld.facilities, "model.json5:12:15: facilities: the model has no facilities"),
      ("units.csv", SmallWorld.units, "model.json5:13:10: units: the model has no units"),
    ])
  func empty(file: String, text: String, expected: String) {
    let rows = text.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(SmallWorld.mistakes((file, rows, "")) == expected)
  }

  @Test("a column of which every cell is wrong is told once, and what is named in it is not missed")
  func column() {
    let (_, mistakes, _) = readTable(
      "id,staffed_beds,source\na,x,s\nb,y,s\nc,z,s\nd,w,s\n", as: wardList)
    #expect(
      mistakes
        == "t.csv:2:3: regions[a].staffed_beds: expected a number, found 'x'; all 4 cells of the column are wrong: is its name?"
    )
  }

  @Test("a column in which every name is unknown is told once")
  func swapped() {
    #expect(
      SmallWorld.mistakes(("units.csv", "facility,kind,", "kind,facility,"))
        == """
        units.csv:2:1: units[ward/lund].kind: there is no unit kind 'lund'; known: ward, icu, theatre; so in all 5 rows: is the name of the column right?
        units.csv:2:6: units[ward/lund].facility: there is no facility 'ward'; known: lund, visby; so in all 5 rows: is the name of the column right?
        """)
  }
}
