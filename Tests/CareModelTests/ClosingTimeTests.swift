import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("Who still waits at closing gives up")
struct ClosingTimeTests {
  /// Every day from 8 to 16.
  private static let day = OpeningCalendar(
    id: "day", intervals: [OpeningInterval(weekdays: 0x7F, fromMinute: 480, untilMinute: 960)],
    otherwiseShare: 0)

  /// One place, stays of three hours; patients who come at some hours of a Monday.
  private static func network(
    _ arrivals: [Double], waitsWhile: Int? = 0, patience: Distribution? = nil, gaveUp: [Branch] = []
  ) -> CareNetwork {
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "clinic", title: "clinic")], beds: [1],
      steps: [
        Step(
          id: "s", unitKind: 0, stay: .constant(3), patience: patience, waitsWhile: waitsWhile, gaveUp: gaveUp
        ),
        Step(id: "again", endsDuring: 0, next: [Branch(to: .step(0))]),
      ],
      classes: [PatientClass(id: "p", title: "P", pathway: 0)], arrivals: arrivals.map { (0, $0) },
      measures: [
        DeclaredMeasure(id: "gone", quantity: .left(.gaveUp)),
        DeclaredMeasure(id: "share", quantity: .gaveUpShare, unitKind: 0),
        DeclaredMeasure(id: "home", quantity: .left(.home)),
        DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem),
      ])
    network.calendars = [day]
    return network
  }

  private func figures(_ network: CareNetwork, _ ids: [String]) -> [Double?] {
    ids.map { PlaceHoldingTests.figure($0, network) }
  }

  @Test("Places go on after closing, the line does not: of four from 8 the fourth goes home at 16")
  func closing() {
    // 8 to 11, 11 to 14, 14 to 17; the fourth waits from 9 to 16.
    let network = Self.network([8, 8.25, 8.5, 9])
    #expect(figures(network, ["gone", "home", "share"]) == [1, 3, 0.25])
    #expect(PlaceHoldingTests.figure("hours", network) == (3 + 5.75 + 8.5 + 7) / 4)
    #expect(figures(Self.network([8, 8.25, 8.5, 9], waitsWhile: nil), ["gone", "home"]) == [0, 4])
  }

  @Test("Who comes while it is closed has a free place, and waits for none")
  func closed() {
    let network = Self.network([5, 6])
    #expect(figures(network, ["gone", "home", "hours"]) == [1, 1, 1.5])
  }

  @Test("The sooner of patience and closing counts")
  func patience() {
    // The second has no more patience at 10, the third, who comes at 13.5 while the first's place is taken, at 16.
    let network = Self.network([8, 8, 13, 13.5, 15.9], patience: .constant(2.2))
    // 8 to 11; one of those at 8 goes at 10.2; 13 to 16; 13.5 goes at 15.7; 15.9 begins at 16, as the place is free.
    #expect(figures(network, ["gone", "home"]) == [2, 3])
  }

  @Test("Who gives up at closing may come back when it opens")
  func again() {
    let network = Self.network([8, 8.25, 8.5, 9], gaveUp: [Branch(to: .step(1))])
    // The fourth is back at 8 on Tuesday.
    #expect(figures(network, ["gone", "home"]) == [0, 4])
    #expect(PlaceHoldingTests.figure("hours", network) == (3 + 5.75 + 8.5 + 26) / 4)
  }

  @Test("A calendar that is always open changes no byte", arguments: 0..<3)
  func neutral(seed: Int) {
    let (made, scenario) = RandomNetwork.make(seed: UInt64(seed))
    var network = made
    network.calendars.append(OpeningCalendar(id: "always", intervals: [], otherwiseShare: 0.1))
    let always = network.calendars.count - 1
    func values(_ calendar: Int?) -> [[Double?]] {
      var other = network
      for step in network.pathways[0].steps.indices where network.pathways[0].steps[step].unitKind != nil {
        other.pathways[0].steps[step].waitsWhile = calendar
      }
      return Fixture.run(other, scenario: scenario, horizonDays: 6, seed: 2, replications: 1).map(\.values)
    }
    #expect(values(always) == values(nil))
  }
}
