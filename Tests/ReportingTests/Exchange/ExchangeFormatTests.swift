import Foundation
import Reporting
import Testing

@Suite("Formats of other tools")
struct ExchangeFormatTests {
  private let list = SampleExercise.plain

  private func text(_ file: ExchangeFile?) -> String { String(decoding: file?.bytes ?? [], as: UTF8.self) }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("the canonical table has every inject once, in order of delivery, in both languages")
  func canonicalTable() throws {
    let file = try #require(ExchangePackage.files(list).first { $0.name == "injects.csv" })
    let rows = DelimitedReading.rows(file.bytes)
    let place = { (name: String) in rows[0].firstIndex(of: name) ?? 0 }
    #expect(rows.dropFirst().map { $0[0] } == ["methane-25-d0", "icu-25-d0", "rumour-25-d1"])
    #expect(rows[1][place("time_utc")] == "2027-01-04T07:20:00Z")
    #expect(rows[1][place("casualty_ids")] == "ÖVN-0042;ÖVN-0043")
    #expect(rows[2][place("message_en")].hasPrefix("EXERCISE EXERCISE EXERCISE\nAvailable places: 12."))
    #expect(rows[2][place("message_sv")].hasSuffix("Belagda: 11.\nÖVNING ÖVNING ÖVNING"))
    #expect(rows[2][place("cause_inject_id")] == "methane-25-d0")
    #expect(rows[3][place("truth")] == "rumour")
    #expect(rows[3][place("message_sv")] == "ÖVNING Blodet är slut. ÖVNING")
  }

  @Test("the workbook has five sheets, and rows and cells carry their references")
  func workbook() throws {
    let archive = try #require(ArchiveReading(try InjectWorkbook.file(list, in: .swedish).bytes))
    let book = archive.text("xl/workbook.xml")
    for name in ["Inspel", "Aktörer", "Kanaler", "Skadade", "Om övningen"] {
      #expect(book.contains("<sheet name=\"\(name)\""))
    }
    let sheet = archive.text("xl/worksheets/sheet1.xml")
    #expect(
      sheet.contains(
        "<row r=\"4\" ht=\"30\" customHeight=\"1\"><c r=\"A4\" s=\"0\"><v>3</v></c><c r=\"B4\" s=\"2\" t=\"inlineStr\">"
      ))
    #expect(sheet.contains("state=\"frozen\""))
    for part in ["<fonts", "<fills", "<cellXfs"] { #expect(archive.text("xl/styles.xml").contains(part)) }
  }

  @Test("a text beyond a cell's limit is cut, and what looks like an escape is kept as it is")
  func workbookLimits() throws {
    var long = list
    long.injects[0].message.sv = String(repeating: "å", count: 40_000)
    long.injects[0].subject.sv = "_x0041_"
    let archive = try #require(ArchiveReading(try InjectWorkbook.file(long, in: .swedish).bytes))
    let sheet = archive.text("xl/worksheets/sheet1.xml")
    let longest = sheet.split(separator: "<").map(\.utf16.count).max() ?? 0
    #expect(longest < Workbook.textLimit + 40 && longest > 32_000)
    #expect(sheet.contains("_x005F_x0041_"))
    #expect([0, 25, 26, 701, 702].map(Workbook.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
  }

  @Test("Conducttr's columns come in its order, and truth is told to control alone")
  func conducttr() {
    let rows = DelimitedReading.rows(ConducttrList.file(list, in: .english).bytes)
    #expect(
      rows[0] == [
        "Number", "Time", "From", "Faction", "To", "Team", "Method", "Subject", "Message", "Expected Action",
        "Tab",
      ])
    #expect(rows[1][1] == "2027-01-04 08:20" && rows[1][3] == "played" && rows[1][6] == "Telephone")
    #expect(rows[3][9].hasPrefix("[Control only: rumour]"))
    #expect(!rows[3][8].contains("rumour"))
  }

  @Test("OpenAEV's scenario is one entry with the comment Scenario, and seconds count from the start")
  func openAEVScenario() throws {
    let archive = try #require(
      ArchiveReading(try OpenAEVScenario.file(list, in: .english, writtenChannels: ["wis"]).bytes))
    #expect(archive.entries.map(\.comment) == ["Scenario"])
    let scenario = try object(archive.entries[0].bytes)
    let injects = try #require(scenario["scenario_injects"] as? [[String: Any]])
    #expect(injects.map { $0["inject_depends_duration"] as? Int } == [1_200, 3_600, 61_200])
    let contracts = injects.map {
      ($0["inject_injector_contract"] as? [String: Any])?["injector_contract_id"]
    }
    #expect(contracts[0] as? String == "d02e9132-b9d0-4daa-b3b1-4b9871f8472c")
    #expect(contracts[1] as? String == "138ad8f8-32f8-4a22-8114-aaa12322bd09")
    let content = try #require(injects[1]["inject_content"] as? [String: Any])
    #expect(
      content["body"] as? String == "EXERCISE EXERCISE EXERCISE<br/>Available places: 12. Occupied: 11."
        + "<br/>EXERCISE EXERCISE EXERCISE")
    #expect(injects.map { $0["inject_enabled"] as? Bool } == [true, true, false])
    #expect((injects[2]["inject_title"] as? String ?? "").hasPrefix("[early-transfer] EXERCISE"))
    let teams = try #require(scenario["scenario_teams"] as? [[String: Any]])
    #expect(injects[0]["inject_teams"] as? [String] == teams.map { $0["team_id"] as? String ?? "" })
  }

  @Test("an audience of every region is a team for each, and what concerns the nation is for all of them")
  func regionalTeams() throws {
    var two = list
    two.audiences[0].isPerRegion = true
    two.injects[1].region = "24"
    two.injects[1].regionName = "Väster, botten"
    let archive = try ArchiveReading(OpenAEVScenario.file(two, in: .english, writtenChannels: []).bytes)
    let scenario = try object(archive?.entries.first?.bytes ?? [])
    let teams = try #require(scenario["scenario_teams"] as? [[String: Any]])
    let names = teams.compactMap { $0["team_name"] as? String }
    #expect(
      names == [
        "Crisis management  Norrbotten – Väster  botten", "Crisis management  Norrbotten – Norrbotten",
      ])
    let ids = teams.compactMap { $0["team_id"] as? String }
    let injects = try #require(scenario["scenario_injects"] as? [[String: Any]])
    #expect(injects.map { $0["inject_teams"] as? [String] } == [[ids[0]], [ids[1]], ids])
    #expect(DelimitedReading.rows(ConducttrList.file(two, in: .english).bytes)[2][5] == names[1])
  }

  @Test(
    "an exercise that runs four times as fast is given in a quarter of the time, and says the simulated clock"
  )
  func compression() throws {
    var fast = list
    fast.compression = 4
    let archive = try ArchiveReading(OpenAEVScenario.file(fast, in: .english, writtenChannels: []).bytes)
    let scenario = try object(archive?.entries.first?.bytes ?? [])
    let injects = try #require(scenario["scenario_injects"] as? [[String: Any]])
    #expect(injects.map { $0["inject_depends_duration"] as? Int } == [300, 900, 15_300])
    #expect(DelimitedReading.rows(ConducttrList.file(fast, in: .english).bytes)[2][1] == "2027-01-04 08:15")
    let rows = DelimitedReading.rows(ExchangePackage.files(fast)[0].bytes)
    let place = try #require(rows[0].firstIndex(of: "play_minute"))
    #expect(rows[2][place] == "495" && rows[2][2] == "540")
  }

  @Test("identifiers of OpenAEV stay when another inject is added")
  func openAEVStability() throws {
    func identifiers(_ list: ExerciseList) throws -> [String] {
      let file = try OpenAEVScenario.file(list, in: .english, writtenChannels: [])
      let scenario = try object(ArchiveReading(file.bytes)?.entries.first?.bytes ?? [])
      return (scenario["scenario_injects"] as? [[String: Any]] ?? []).compactMap {
        $0["inject_id"] as? String
      }
    }
    var more = list
    more.injects.append(list.injects[0])
    more.injects[3].id = "new"
    let (before, after) = (try identifiers(list), try identifiers(more))
    #expect(after.count == 4 && Set(before).isSubset(of: Set(after)) && Set(after).count == 4)
  }

  @Test("a template of users cannot run in OpenAEV")
  func openAEVTemplates() throws {
    let file = try OpenAEVScenario.file(SampleExercise.harsh, in: .swedish, writtenChannels: ["wis"])
    let scenario = try object(ArchiveReading(file.bytes)?.entries.first?.bytes ?? [])
    let injects = try #require(scenario["scenario_injects"] as? [[String: Any]])
    let content = try #require(injects[1]["inject_content"] as? [String: Any])
    for key in ["subject", "body"] {
      let words = try #require(content[key] as? String)
      for danger in ["${", "#{", "<#", "</"] { #expect(!words.contains(danger), "\(key): \(danger)") }
    }
    #expect(!(content["body"] as? String ?? "<script").contains("<script"))
  }

  @Test("the mapper names only columns that the workbook has, and no mapped cell of an importer is blank")
  func openAEVMapper() throws {
    let files = try OpenAEVWorkbook.files(list, in: .swedish, writtenChannels: ["wis"])
    let mapper = text(files.last)
    let sheet = try #require(ArchiveReading(files[0].bytes)).text("xl/worksheets/sheet1.xml")
    #expect(mapper.contains("\"^Email$\"") && mapper.contains("\"^Manual$\""))
    #expect(sheet.contains("<t xml:space=\"preserve\">trigger_time</t>"))
    #expect(sheet.contains("<t xml:space=\"preserve\">2027-01-04T09:00:00</t>"))
    #expect(!sheet.contains("s=\"2\"/>"))
  }

  @Test("an alert is an exercise in both languages, with an offset, and tells nothing that control keeps")
  func alerts() {
    let alert = text(CommonAlert.files(list, kinds: ["mass-casualty"]).first)
    for part in [
      "<status>Exercise</status>", "<sent>2027-01-04T08:20:00+01:00</sent>", "<language>sv-SE</language>",
      "<language>en-GB</language>", "<value>25</value>",
    ] {
      #expect(alert.contains(part))
    }
    #expect(!alert.contains("Allocates") && !alert.contains("Fördelar"))
    let outdated = text(CommonAlert.files(list, kinds: ["icu-report"]).first)
    for word in ["outdated", "inaktuellt", "icu-25-d0", "Unknown</certainty>"] {
      #expect(!outdated.contains(word))
    }
    var utc = list
    utc.timeOrigin = "2027-01-04T00:00:00Z"
    #expect(text(CommonAlert.files(utc, kinds: ["mass-casualty"]).first).contains("T08:20:00-00:00</sent>"))
  }

  @Test("two ids that differ in a letter that a file name cannot have give two alerts")
  func alertNames() {
    var two = list
    two.injects[0].id = "åre"
    two.injects[1].id = "öre"
    two.injects[2].id = "../../x"
    let names = CommonAlert.files(two, kinds: ["mass-casualty", "icu-report"]).map(\.name)
    #expect(Set(names).count == 2)
    #expect(CommonAlert.file(two.injects[2], of: two).name.split(separator: "/").count == 2)
  }

  @Test(
    "a bundle has no name, no gender and no date of birth, tags all as test data, and refers within itself")
  func bundle() throws {
    let file = CasualtyBundle.file(list, in: .english)
    let words = text(file)
    for key in ["\"name\"", "\"gender\"", "\"birthDate\""] { #expect(!words.contains(key)) }
    let entries = try #require(try object(file.bytes)["entry"] as? [[String: Any]])
    let addresses = Set(entries.compactMap { $0["fullUrl"] as? String })
    #expect(addresses.count == entries.count)
    #expect(words.split(separator: "HTEST", omittingEmptySubsequences: false).count - 1 == entries.count + 1)
    let marker = "\"reference\": \""
    for part in words.components(separatedBy: marker).dropFirst() {
      #expect(addresses.contains(String(part.prefix { $0 != "\"" })))
    }
    let kinds = entries.compactMap { ($0["resource"] as? [String: Any])?["resourceType"] as? String }
    #expect(kinds.filter { $0 == "Patient" }.count == 2)
    #expect(kinds.filter { $0 == "Observation" }.count == 2 + 1 + 6 + 3)
  }

  @Test("the patients' log is in vidigi's columns and in order of time")
  func patientLog() {
    let rows = DelimitedReading.rows(PatientLog.file(SampleExercise.log, replication: 7).bytes)
    #expect(
      rows[0].prefix(7) == [
        "run_number", "entity_id", "pathway", "event_type", "event", "time", "resource_id",
      ])
    let times = rows.dropFirst().compactMap { Double($0[5]) }
    #expect(times == times.sorted() && times.count == 10)
    #expect(rows[2][5] == "500.25" && rows[1][6].isEmpty && rows[1][0] == "7")
  }
}
