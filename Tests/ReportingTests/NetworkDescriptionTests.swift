import CareModel
import Reporting
import Testing

@Suite("The text of a network")
struct NetworkDescriptionTests {
  @Test("says every mechanism in lines of at most 100 characters")
  func mechanisms() {
    let text = NetworkDescription.text(DescribedNetwork.network)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "when full: refuse", "turnaround 0.5 h",
      "more urgent patients take places, the stay of the other goes on later",
      "together with team; patience 2 h; who gives up → again; who is turned away → journey",
      "trip by aircraft to another region's icu, 1.5 h and exponential, mean 1 h",
      "when full: queue", "worsens to critical after a wait, exponential, mean 7 h",
      "in groups of mean 4; from hour 24; until hour 96",
      "49 patients over 3 days: 3, 41, 5", "3 h from a request to the order",
      "uses 4 of blood (goes without when short, hazard × 2)",
      "Red cells: 40 in each region at the start, by blood_per_day a day delivered every 7 days",
      "50 % open 22:00–06:00 on Fri Sat, else 100 %", "each place needs 1 nurse present",
      "surge more: 50 % more 12 h after the order",
      "surge all: all physical places 48 h after the order, then 0.5 nurse a place",
      "252 employed, 60 at work at a time over the week, if nobody is absent, 5 % sick, 48 h a week in surge",
      "after 14 days of surge 2 % fewer a day, at least 60 %, 12 also claimed by another employer",
      "→ intensive by share_of_ill, again 25 %, home",
    ] { #expect(flat.contains(words), "\(words)") }
  }

  @Test("says what follows the state, the shortest line and the factor of a stay, and what is ordered")
  func states() {
    var network = DescribedNetwork.network
    network.pathways[0].steps[0].nextBy = .shortestLine
    network.pathways[0].steps[0].orders = [0, 0]
    network.pathways[0].steps[0].awaitsOrders = true
    network.pathways[0].steps[0].stayByState = StateFactor(
      state: .occupancy, unitKind: 0, place: .region,
      points: [.init(state: 0.8, factor: 1), .init(state: 1, factor: 0.75)])
    let flat = NetworkDescription.text(network).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let unit = network.unitKinds[0].id
    for words in [
      "stay × 1 at 0.8, 0.75 at 1 by occupancy of \(unit) of the region", "goes on to the shortest line",
      "orders 2 × \(network.classes[0].id)", "ordered by steps, pathway", "waits for what was ordered",
      "→ intensive, again, home",
    ] { #expect(flat.contains(words), "\(words)") }
  }

  @Test("says that an inflow of a span is not that of the whole run")
  func spans() {
    var network = DescribedNetwork.network
    for inflow in network.inflows.indices {
      (network.inflows[inflow].fromHours, network.inflows[inflow].untilHours) = (nil, nil)
    }
    #expect(!NetworkDescription.text(network).contains("inflow/day is that"))
    let uneven = network.inflows.filter {
      if case .poisson = $0.process { return false }
      return true
    }
    #expect(!uneven.isEmpty)
    #expect(
      NetworkDescription.text(network).contains("inflow/day is without those who come by day or at once: "))
    network.inflows[0].untilHours = 25
    #expect(
      NetworkDescription.text(network).contains(
        "  inflow/day is that of the time in which patients come of \(network.inflows[0].id)"))
  }

  @Test("counts groups in the inflow of a region")
  func inflow() {
    #expect(NetworkDescription.text(DescribedNetwork.network).contains("  01 North <up>"))
    let row = NetworkDescription.text(DescribedNetwork.network).split(separator: "\n").first {
      $0.contains("North <up>")
    }
    #expect(row?.hasSuffix(" 8") == true)
  }
}
