import CareModel
import Reporting
import Testing

@Suite("The text of transport")
struct TransportWordsTests {
  private var network: CareNetwork {
    var network = DescribedNetwork.network
    network.classes[1].seatNeed = .lying
    network.fleets[0].seatsByKind = SeatsByKind(sitting: 2, lying: 1, intensiveCare: 1)
    network.fleets[0].departure = .atTimes([960, 480])
    network.fleets[0].crew = CrewHours(
      fromMinute: 420, untilMinute: 1_140, shareOutside: 0.5, hoursPerDay: 11)
    network.fleets[0].isDaylightOnly = true
    network.fleets[0].weather = FleetWeather(cancelledShare: 0.15, blockHours: 6)
    var train = network.fleets[0]
    train.id = "train"
    train.mode = .rail
    train.seatsByKind = nil
    train.departure = .whenFull(longestWaitHours: 6, orAt: [1_080])
    train.returns = false
    network.fleets.append(train)
    network.links = [TransportLink(id: "line", mode: .rail, from: .region(0), to: .facility(2))]
    network.travelTimes = [TravelTime(from: .facility(0), to: .region(1), fleet: 1, hours: 1.5)]
    network.pathways[0].steps[3].move = Move(fleet: 1, destination: .nearest, unitKind: 2)
    network.pathways[0].steps[3].seatNeed = .intensiveCare
    return network
  }

  @Test("says seats, departures, crews, daylight, weather, links and times on the way")
  func words() {
    let text = NetworkDescription.text(network)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "seats: 2 sitting and 1 lying and 1 intensive care", "leaves at 08:00, 16:00",
      "leaves when full, at 18:00 or after a wait of 6 h", "crews 07:00–19:00, else 50 %",
      "crews at most 11 h a day",
      "leaves by daylight alone", "no trip begins in 15 % of blocks of 6 h: weather",
      "free when it has handed over", "link by rail between region 01 and f2",
      "f0 to region 02 90 min by train",
      "needs a stretcher on the way", "trip by train to the nearest other icu, the fleet's time",
      "needs a seat: icu",
    ] { #expect(flat.contains(words), "\(words)") }
  }

  @Test("says how long a dispatcher of a region has a request, in words and in the drawing")
  func dispatcher() {
    var network = DescribedNetwork.network
    network.fleets[0].isNational = false
    network.fleets[0].dispatchDelayHours = 0.5
    let words = NetworkDescription.text(network).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("2 in each region") && words.contains("0.5 h from a request to the order"))
    #expect(NetworkDrawing.svg(network).contains("order after 0.5 h, empty, 450 km/h"))
  }

  @Test("says closures and losses of a scenario")
  func scenario() {
    let scenario = Scenario(
      id: "war", title: "War",
      closures: [
        WayClosure(facility: 1, fromDay: 1, untilDay: 2), WayClosure(link: 0, fromDay: 3, untilDay: 4.5),
        WayClosure(mode: .road, facility: 1, fromDay: 5, untilDay: 6),
      ],
      transportLosses: [
        TransportLoss(
          fleet: 1, sharePerTrip: 0.02, fromDay: 0, untilDay: 9, regions: [0], passengersDieShare: 0.5)
      ])
    let text = ScenarioDescription.text(scenario, in: network)
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "day 1 to 2 airfield of f1", "day 3 to 4.5 link line", "day 5 to 6 trips by road from and to f1",
      "train 2 % of trips, day 0 to 9 in North <up>; 50 % of those on board die",
    ] { #expect(flat.contains(words), "\(words)") }
  }
}
