import CareModel

/// The fleets of a network: who sends the vehicles out, where from and where to, and how fast.
struct TransportDrawing {
  let network: CareNetwork

  private static let boxHeight = 40.0

  /// A row for each fleet.
  var part: DrawnPart {
    var part = DrawnPart()
    if network.fleets.isEmpty {
      part.write("No fleets: whoever goes to another facility is there at once.", width: 900, size: 12)
    }
    for fleet in network.fleets { part.stack(row(fleet), gap: 12, name: fleet.title) }
    return part
  }

  private func row(_ fleet: Fleet) -> DrawnPart {
    var part = DrawnPart()
    part.write("\(fleet.id): \(fleet.title)", width: 900, size: 12.5, isBold: true)
    part.write(Self.facts(fleet).joined(separator: ", "), width: 1000, size: 11, fill: "#333333")
    let y = part.height + 8
    let half = fleet.dispatchDelayHours / 2
    let word = half > 0 ? "\(Phrase.number(half)) h" : "at once"
    var stops = ["a region asks"]
    var links: [String] = []
    if fleet.isNational {
      stops.append("national desk, \(Self.vehicles(fleet, "at it"))")
      links.append("request, \(word)")
      stops.append("patient's facility")
      links.append("order, \(word)")
    } else {
      stops[0] = "a region, \(Self.vehicles(fleet, "of its own"))"
      stops.append("patient's facility")
      let order = half > 0 ? "order after \(Phrase.number(fleet.dispatchDelayHours)) h, " : ""
      links.append("\(order)empty, \(Phrase.number(fleet.speedEmpty)) km/h")
    }
    stops.append("other facility")
    links.append("with patients, \(Phrase.number(fleet.speedLoaded)) km/h")
    var x = 2.0
    for (index, stop) in stops.enumerated() {
      let width = Markup.width(stop, size: 11) + 20
      let isDesk = fleet.isNational && index == 1
      part.lines.append(
        Markup.box(
          x: x, y: y, width: width, height: Self.boxHeight - 10, radius: isDesk ? 0 : 4,
          fill: isDesk ? "#dcdcdc" : "#f0f0f0"))
      part.lines.append(Markup.words(stop, x: x + width / 2, y: y + 19, size: 11, anchor: "middle"))
      x += width
      guard index < links.count else { continue }
      let reach = Markup.width(links[index], size: 10.5) + 22
      let isTrip = index == links.count - 1
      part.lines.append(
        Markup.arrow("M\(Markup.point(x, y + 15)) H\(Markup.number(x + reach - 3))", isDashed: isTrip))
      part.lines.append(
        Markup.words(
          links[index], x: x + reach / 2 - 3, y: y + 11, size: 10.5, anchor: "middle", fill: "#333333"))
      x += reach
    }
    part.width = max(part.width, x)
    part.height = y + Self.boxHeight - 8
    return part
  }

  private static func vehicles(_ fleet: Fleet, _ place: String) -> String {
    switch fleet.vehicles {
    case .fixed(let number): "\(Phrase.number(number)) vehicles \(place)"
    case .column(let name): "vehicles by \(name)"
    }
  }

  /// Everything a fleet says beside its way, as the text of a network says it too.
  static func facts(_ fleet: Fleet) -> [String] {
    var words = [fleet.mode.rawValue]
    words.append(
      (fleet.isNational || fleet.vehicles != .fixed(0) ? "\(Phrase.place(fleet.vehicles)) " : "none ")
        + (fleet.isNational ? "at a national desk" : "in each region"))
    words.append(TransportWords.seats(fleet))
    words.append(
      "\(Phrase.number(fleet.speedLoaded)) km/h with a patient, \(Phrase.number(fleet.speedEmpty)) empty")
    if fleet.dispatchDelayHours > 0 {
      words.append("\(Phrase.number(fleet.dispatchDelayHours)) h from a request to the order")
    }
    words.append("loading \(Phrase.number(fleet.loadHours)) h")
    words.append("handing over \(Phrase.number(fleet.handoverHours)) h")
    if fleet.groundHours > 0 { words.append("on the ground \(Phrase.number(fleet.groundHours)) h more") }
    if fleet.detourFactor != 1 {
      words.append("ways \(Phrase.number(fleet.detourFactor)) times the straight line")
    }
    if fleet.rangeKilometres > 0 { words.append("at most \(Phrase.number(fleet.rangeKilometres)) km") }
    return words + TransportWords.limits(fleet)
  }
}
