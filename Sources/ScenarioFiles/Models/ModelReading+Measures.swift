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
    guard let word = fields.text("quantity") else { return nil }
    requireKeys(of: word, fields)
    let region = regionNames.index(of: "region", in: fields)
    return quantity(word, fields).map {
      DeclaredMeasure(
        id: fields.text("id") ?? "", quantity: $0, unitKind: unit,
        fleet: fleetNames.index(of: "fleet", in: fields), stock: stockNames.index(of: "stock", in: fields),
        happening: fields.text("happening"),
        cause: fields.text("cause").flatMap { Disruption.Cause(rawValue: $0) },
        classes: measuredClasses(fields), region: region)
    }
  }

  private func measuredClasses(_ fields: FieldReader) -> [Int] {
    if fields.keyPlace(of: "class") != nil, fields.keyPlace(of: "classes") != nil {
      fields.report("class is given already; keep one of the two", about: "classes")
    }
    if let one = classNames.index(of: "class", in: fields) { return [one] }
    guard fields.has("classes") else { return [] }
    let names = fields.texts("classes")
    if names.isEmpty { fields.report("the list is empty: remove it to measure all", about: "classes") }
    return names.compactMap { name in
      classNames.index(of: name) { fields.report($0, about: "classes") }
    }
  }

  /// Which of the keys unit, fleet, places, at, from and until a quantity has, and needs.
  private func requireKeys(of word: String, _ fields: FieldReader) {
    let ofNetwork = [
      "mean-hours-in-system", "arrivals", "arrivals-between", "deaths", "deaths-at", "death-share",
      "transfers",
      "mean-vehicle-wait-hours", "killed", "hurt", "force-present-at", "disruptions", "stock-used",
      "stock-short",
      "lowest-days-of-supply",
    ]
    let ofStock = ["stock-used", "stock-short", "lowest-days-of-supply"]
    let owners: [(key: String, name: String, isOwned: Bool, owner: String)] = [
      ("unit", "a unit", !ofNetwork.contains(word), ""),
      ("fleet", "a fleet", word == "mean-vehicle-wait-hours", "mean-vehicle-wait-hours is of a fleet"),
      (
        "stock", "a stock", ofStock.contains(word),
        "stock-used, stock-short and lowest-days-of-supply are of a stock"
      ),
      ("places", "places", word == "delay-probability", "delay-probability has places"),
      (
        "at", "at_hours", ["occupied-at", "deaths-at", "force-present-at"].contains(word),
        "occupied-at, deaths-at and force-present-at have a time"
      ),
      ("from", "from_hours", word == "arrivals-between", "arrivals-between has a span"),
      ("until", "until_hours", word == "arrivals-between", "arrivals-between has a span"),
    ]
    for (key, name, isOwned, owner) in owners {
      // Of one kind of unit, or of all.
      if key == "unit", word == "lost-place-days" { continue }
      let isThere = fields.keyPlace(of: key) != nil
      if isOwned, !isThere {
        fields.report("\(word) needs \(name)")
      } else if !isOwned, isThere {
        fields.report(
          key == "unit" ? "\(word) is of the whole network: remove unit" : "only \(owner): remove it",
          about: key)
      }
    }
    if let from = fields.hours("from"), let until = fields.hours("until"), until <= from {
      fields.report("until must come after from", about: "until")
    }
    if fields.keyPlace(of: "happening") != nil, !["killed", "hurt", "force-present-at"].contains(word) {
      fields.report("only killed, hurt and force-present-at have it: remove it", about: "happening")
    }
    let ofDisruptions = ["disruptions", "lost-place-days"]
    if fields.keyPlace(of: "cause") != nil, !ofDisruptions.contains(word) {
      fields.report("only disruptions and lost-place-days have it: remove it", about: "cause")
    }
    let ofAll =
      ofStock + ofDisruptions + ["killed", "hurt", "force-present-at"] + [
        "mean-occupied", "mean-queue", "occupied-at", "mean-blocked", "delay-probability",
      ]
    if ofAll.contains(word) {
      for key in ["class", "classes"] where fields.keyPlace(of: key) != nil {
        fields.report("\(word) is of all classes together: remove it", about: key)
      }
    }
  }

  private func quantity(_ word: String, _ fields: FieldReader) -> DeclaredMeasure.Quantity? {
    switch word {
    case "mean-wait-hours": .meanWaitHours
    case "waited-share": .waitedShare
    case "refused-share": .refusedShare
    case "refused": .refused
    case "gave-up-share": .gaveUpShare
    case "requests": .requests
    case "mean-stay-hours": .meanStayHours
    case "stays-per-patient": .staysPerPatient
    case "bed-days-per-patient": .bedDaysPerPatient
    case "mean-blocked": .meanBlocked
    case "delay-probability": .delayProbability(places: fields.integer("places") ?? 0)
    case "mean-occupied": .meanOccupied
    case "mean-queue": .meanQueue
    case "occupied-at": .occupiedAt(hours: fields.hours("at") ?? 0)
    case "mean-hours-in-system": .meanHoursInSystem
    case "arrivals": .arrivals
    case "arrivals-between":
      .arrivalsBetween(fromHours: fields.hours("from") ?? 0, untilHours: fields.hours("until") ?? 0)
    case "deaths": .deaths
    case "deaths-at": .deathsAt(hours: fields.hours("at") ?? 0)
    case "death-share": .deathShare
    case "exits": .exits
    case "stock-used": .stockUsed
    case "stock-short": .stockShort
    case "lowest-days-of-supply": .lowestDaysOfSupply
    case "transfers": .transfers
    case "killed": .killed
    case "disruptions": .disruptions
    case "lost-place-days": .lostPlaceDays
    case "hurt": .hurt
    case "force-present-at": .forcePresentAt(hours: fields.hours("at") ?? 0)
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
