import CareModel

/// What a network says of ways and links beside its fleets.
enum TransportWords {
  static func ways(_ network: CareNetwork) -> [String] {
    var lines: [String] = []
    let times = network.travelTimes
    if !times.isEmpty {
      let some = times.prefix(6).map { time in
        let fleet = time.fleet.map { " by \(network.fleets[$0].id)" } ?? ""
        return "\(name(time.from, network)) to \(name(time.to, network)) "
          + "\(Phrase.number(time.hours * 60)) min\(fleet)"
      }
      let more = times.count > 6 ? " … and \(SpokenNumber.text(times.count - 6)) more" : ""
      lines += NetworkDescription.entry(
        "times on the way",
        "given instead of distance over speed: " + some.joined(separator: ", ") + more)
    }
    return lines
  }

  private static func name(_ end: WayEnd, _ network: CareNetwork) -> String {
    switch end {
    case .facility(let index): network.facilities[index].id
    case .region(let index): "region \(network.regions[index].id)"
    }
  }
}
