import CareModel
import Foundation
import RandomStreams
import Testing

@Suite("Names of streams")
struct StreamNameTests {
  @Test("They are spelt so: another spelling is other draws")
  func spelling() {
    let law = Distribution.constant(1)
    let inflow = Inflow(id: "ill", classes: [], ratePerDay: .fixed(1))
    let there = PatientsAtStart(id: "there", patientClass: 0, step: 0, number: .patients(.fixed(1)))
    let hurt = CasualtyStream(id: "hurt", classes: [], phases: [], variation: .none)
    let strike = MassCasualtyStream(id: "strike", classes: [], ratePerDay: 0, regions: [], size: law)
    let hit = Disruption(id: "hit", lostShare: 1)
    #expect(inflow.streamName(atFacility: "a") == "ill@a" && there.streamName(atFacility: "a") == "there@a")
    #expect(hurt.streamName(inRegion: "01") == "hurt@01" && hurt.dayStreamName == "hurt")
    #expect(strike.streamName(inRegion: "01") == "strike@01")
    #expect(hit.streamName(inRegion: "01") == "hit@01")
    #expect(hit.streamName(ofScheduled: 2, inRegion: "01") == "hit#2@01")
    let scenario = Scenario(id: "raid", title: "Raid", streams: [hurt], events: [strike])
    #expect(scenario.casualtyStreamNames(inRegion: "01") == ["hurt@01", "strike@01"])
  }

  @Test("They are spelt in one place: nothing else in the sources puts an id beside that of a place")
  func once() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var spelling: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      if text.contains(#"@\("#) { spelling.append(file.lastPathComponent) }
    }
    #expect(spelling.sorted() == ["StreamNames.swift", "TransportTables.swift"])
  }
}
