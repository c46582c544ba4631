import CareModel

extension ModelReading {
  func readMeasures() {
    network.measures = root.objects("measures").compactMap(measure)
  }

  private func measure(_ fields: FieldReader) -> DeclaredMeasure? {
    if let id = fields.text("id"), !isColumnName(id) {
      fields.report("'\(id)' is not a column name: use lower-case words joined by underscores", about: "id")
    }
    let unit = kindNames.index(of: "unit", in: fields)
    let patientClass = classNames.index(of: "class", in: fields)
    guard let word = fields.text("quantity") else { return nil }
    let ofNetwork = ["mean-hours-in-system", "arrivals", "deaths", "transfers", "mean-vehicle-wait-hours"]
    let isOfUnit = !ofNetwork.contains(word)
    if isOfUnit, fields.keyPlace(of: "unit") == nil {
      fields.report("\(word) needs a unit")
    } else if !isOfUnit, fields.keyPlace(of: "unit") != nil {
      fields.report("\(word) is of the whole network: remove unit", about: "unit")
    }
    let fleet = fleetNames.index(of: "fleet", in: fields)
    let isOfFleet = word == "mean-vehicle-wait-hours"
    if isOfFleet, fields.keyPlace(of: "fleet") == nil {
      fields.report("\(word) needs a fleet")
    } else if !isOfFleet, fields.keyPlace(of: "fleet") != nil {
      fields.report("only mean-vehicle-wait-hours is of a fleet: remove it", about: "fleet")
    }
    let isAtTime = word == "occupied-at"
    if isAtTime, fields.keyPlace(of: "at") == nil {
      fields.report("occupied-at needs at_hours")
    } else if !isAtTime, fields.keyPlace(of: "at") != nil {
      fields.report("only occupied-at has a time: remove it", about: "at")
    }
    return quantity(word, hours: fields.hours("at") ?? 0).map {
      DeclaredMeasure(
        id: fields.text("id") ?? "", quantity: $0, unitKind: unit, fleet: fleet, patientClass: patientClass)
    }
  }

  private func quantity(_ word: String, hours: Double) -> DeclaredMeasure.Quantity? {
    switch word {
    case "mean-wait-hours": .meanWaitHours
    case "waited-share": .waitedShare
    case "refused-share": .refusedShare
    case "requests": .requests
    case "mean-occupied": .meanOccupied
    case "mean-queue": .meanQueue
    case "occupied-at": .occupiedAt(hours: hours)
    case "mean-hours-in-system": .meanHoursInSystem
    case "arrivals": .arrivals
    case "deaths": .deaths
    case "exits": .exits
    case "transfers": .transfers
    case "mean-vehicle-wait-hours": .meanVehicleWaitHours
    default: nil
    }
  }
}

/// Whether a text can head a column: lower-case words and digits joined by underscores.
func isColumnName(_ text: String) -> Bool {
  let words = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
  return words.allSatisfy { word in
    !word.isEmpty && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }
}
