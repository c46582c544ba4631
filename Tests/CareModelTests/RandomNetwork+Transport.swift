import CareModel

extension RandomNetwork {
  /// Times on the way between some places.
  static func addTransport(to network: inout CareNetwork, _ scenario: inout Scenario, _ share: () -> Double) {
    let (facilities, regions) = (network.facilities.indices, network.regions.indices)
    for _ in 0..<4 {
      let from = Int(share() * Double(facilities.count))
      let to = Int(share() * Double(facilities.count))
      guard from != to else { continue }
      network.travelTimes.append(
        TravelTime(
          from: .facility(from), to: share() < 0.7 ? .facility(to) : .region(network.facilities[to].region),
          fleet: share() < 0.5 ? nil : 0, hours: 0.1 + 3 * share()))
    }
    if regions.count > 1, share() < 0.5 {
      network.travelTimes.append(TravelTime(from: .region(1), to: .region(0), hours: 1.5))
    }
  }
}
