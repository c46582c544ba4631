import CareModel
import RandomStreams
import Reporting
import Testing

@Suite("The text of a scenario")
struct ScenarioDescriptionTests {
  @Test("says every mechanism in lines of at most 100 characters")
  func mechanisms() {
    var network = DescribedNetwork.network
    network.profiles = [
      ArrivalProfile(
        id: "p", hours: Array(repeating: 1, count: 24), weekdays: Array(repeating: 1, count: 7),
        months: [2] + Array(repeating: 1, count: 11), holidays: [CalendarDate(daysSince1970: 20_824)])
    ]
    network.inflows[0].profile = 0
    network.inflows[0].rateFactor = StateFactor(
      state: .waiting, unitKind: 0, points: [.init(state: 3, factor: 1), .init(state: 9, factor: 0.5)])
    let scenario = Scenario(
      id: "war", title: "War", whoseFigures: "Nobody's.", casualtyFactor: 2,
      streams: [
        CasualtyStream(
          id: "combat", classes: [(patientClass: 0, share: 1)],
          phases: [.init(fromDay: 0, untilDay: 9, meanPerDayFrom: 4, meanPerDayUntil: 1, regions: [])],
          variation: .lognormal(cv: 0.6), delay: .constant(2),
          fates: CasualtyFates(
            force: 0, killedShare: 0.25, diseaseShare: 0.1, diseaseClasses: [(patientClass: 0, share: 1)]))
      ],
      events: [
        MassCasualtyStream(id: "strike", classes: [(patientClass: 0, share: 1)], size: .constant(30)),
        MassCasualtyStream(id: "fall", classes: [(patientClass: 0, share: 1)], size: .constant(1)),
      ],
      disruptions: [
        Disruption(
          id: "hit", cause: .hit, scheduled: [(day: 1, facility: 0)], lostShare: 0.3, killedShare: 0.2,
          repair: .exponential(mean: 9),
          effects: .init(stayFactor: 1.5, turnaroundFactor: 2, stopsReports: true, deliveryFactor: 0),
          follower: .init(event: 0, share: 0.7), lostStaffShare: 0.4)
      ],
      deliveries: [DeliveryChange(stock: 0, fromDay: 1, untilDay: 3, factor: 0.5)],
      forces: [
        Force(
          id: "brigade", persons: 3_750, regions: [(region: 0, share: 1)],
          reinforcements: [.init(day: 7, persons: 120)], returnDelayHours: 24)
      ],
      surge: [SurgePlan(unitKind: 2, level: 2, fromDay: 3, untilDay: 30, regions: [1])],
      staffChanges: [
        StaffChange(kind: .claim(employer: "army"), fromDay: 1, untilDay: 9),
        StaffChange(kind: .callUp(share: 0.2), profession: 0, fromDay: 2, untilDay: 9),
        StaffChange(kind: .absence(share: 0.3), fromDay: 3, untilDay: 4, facilities: [1]),
      ])
    for (text, phrases) in [
      (
        ScenarioDescription.text(scenario, in: network),
        [
          "Scenario: War (war), handling: open", "Casualties × 2.",
          "3,750 persons in North <up>; joined by 120 on day 7; present again 24 h after return to duty",
          "a day per 1,000 present, day 0 to 9: 4 to 1; days vary lognormally, cv 0.6; of brigade; 25 % killed; 10 % with a disease or another injury:",
          "in care after 2 h", "after 70 % of the occasions of hit; 30 casualties each", "1 casualty each",
          "cause: hit; on day 1 at",
          "30 % of the places lost, who came last leaves first; 20 % of the displaced die",
          "stays × 1.5; cleaning × 2; the region sends no reports; deliveries × 0; followed by strike, share 70 %",
          "until a repair, exponential, mean 9 h", "40 % of its own staff away",
          "at least all, ordered day 3 to 30; in South & \"east\"",
          "those also claimed by army are gone; day 1 to 9; in all regions",
          "20 % more are called up; day 2 to 9",
          "30 % of those who would be present do not come; day 3 to 4; in all regions; own staff of f1",
          "× 0.5 from day 1 to 3",
        ]
      ),
      (
        NetworkDescription.text(network),
        [
          "profile p, by month Jan 1.84, Feb 0.92", "1 holiday as Sundays",
          "rate × 1 at 3, 0.5 at 9 by patients waiting for",
        ]
      ),
    ] {
      let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for words in phrases { #expect(flat.contains(words), "\(words) in \(flat)") }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }
}
