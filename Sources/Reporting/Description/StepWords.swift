import CareModel

/// What a step of a pathway does, in words that the text and the drawing share.
enum StepWords {
  static func unit(_ step: Step, _ network: CareNetwork) -> String {
    step.unitKind.map { network.unitKinds[$0].id } ?? "no unit"
  }

  static func stay(_ step: Step) -> String {
    let factor = step.stayFactor == .fixed(1) ? "" : " × \(bare(step.stayFactor))"
    return step.stay.map { LawWords.hours($0) + factor } ?? "no stay"
  }

  /// Whatever the step has beyond a stay in one unit and a way on.
  static func mechanisms(_ step: Step, _ network: CareNetwork) -> [String] {
    var words: [String] = []
    if !step.together.isEmpty {
      words.append("together with " + counted(step.together) { network.unitKinds[$0].id })
    }
    if !step.otherUnits.isEmpty {
      let after = step.otherUnitsAfterHours > 0 ? " after \(Phrase.number(step.otherUnitsAfterHours)) h" : ""
      let units = step.otherUnits.map { network.unitKinds[$0].id }
      words.append("or\(after) in " + units.joined(separator: ", "))
    }
    for use in step.uses {
      let short =
        switch use.whenShort {
        case .wait: "waits when short"
        case .refuse: "is turned away when short"
        case .without:
          "goes without when short"
            + (use.factorWithout == 1 ? "" : ", hazard × \(Phrase.number(use.factorWithout))")
        }
      words.append("uses \(Phrase.number(use.amount)) of \(network.stocks[use.stock].id) (\(short))")
    }
    if !step.orders.isEmpty {
      words.append("orders " + counted(step.orders) { network.classes[$0].id })
    }
    if let factor = step.stayByState { words.append("stay " + ProfileWords.text(factor, network)) }
    if let move = step.move { words.append(trip(move, network)) }
    if step.awaitsOrders { words.append("waits for what was ordered") }
    if let calendar = step.endsDuring { words.append("ends during \(times(network.calendars[calendar]))") }
    if let need = step.seatNeed { words.append("needs a seat: \(need.rawValue)") }
    if let patience = step.patience { words.append("patience \(LawWords.hours(patience))") }
    if let calendar = step.waitsWhile {
      words.append("waits during \(times(network.calendars[calendar])) alone")
    }
    if let whenFull = step.whenFull { words.append("when full: \(whenFull.rawValue)") }
    if let priority = step.priority { words.append("priority \(priority)") }
    if step.leavesFree > 0 { words.append("leaves \(step.leavesFree) free") }
    switch step.nextBy {
    case .shares: break
    case .shortestLine: words.append("goes on to the shortest line")
    case .fewestPatients: words.append("goes on to the unit with the fewest patients")
    }
    if step.keepsBed { words.append("keeps the bed before") }
    if step.givesUpPlace { words.append("gives up its place at the end") }
    if step.isDischargeReady { words.append("ready for discharge") }
    if let death = step.waitDeath, death.ratePerDay > 0 {
      words.append("death in wait: \(Phrase.number(death.ratePerDay)) a day")
    }
    if let factor = step.careFactor { words.append("hazard × \(Phrase.number(factor))") }
    if let factor = step.careFactorAfter { words.append("hazard × \(Phrase.number(factor)) after") }
    return words
  }

  /// What is in a list by name, each once with how often it is there.
  private static func counted(_ list: [Int], _ name: (Int) -> String) -> String {
    let first = list.enumerated().filter { !list.prefix($0.offset).contains($0.element) }.map(\.element)
    return first.map { element in
      let count = list.count { $0 == element }
      return (count > 1 ? "\(count) × " : "") + name(element)
    }.joined(separator: ", ")
  }

  /// A calendar that is named for its times.
  static func times(_ calendar: OpeningCalendar) -> String {
    "\(calendar.id) (\(NetworkDescription.words(calendar)))"
  }

  private static func trip(_ move: Move, _ network: CareNetwork) -> String {
    let unit = network.unitKinds[move.unitKind].id
    let destination =
      switch move.destination {
      case .otherRegion: "another region's \(unit)"
      case .withinRegion: "another \(unit) of the region"
      case .nearest: "the nearest other \(unit)"
      case .facility: move.facility.map { network.facilities[$0].id } ?? "nowhere"
      }
    let least = move.leastHours.map { "\(Phrase.number($0)) h" } ?? "the fleet's time"
    let way = move.way.map { " and \(LawWords.hours($0))" } ?? ""
    return "trip by \(network.fleets[move.fleet].id) to \(destination), \(least)\(way)"
  }

  /// Ways on with their shares; `alone` when there is none.
  static func ways(
    _ branches: [Branch], by choice: WayChoice = .shares, alone: Outcome, _ network: CareNetwork
  ) -> [(target: Branch.Target, share: String)] {
    if branches.isEmpty { return [(.exit(alone), "")] }
    return branches.map { branch in
      let share =
        switch branch.share {
        case _ where choice != .shares: ""
        case .fixed(let share): branches.count == 1 && share == 1 ? "" : Phrase.percent(share)
        case .column(let name): "by \(name)"
        case nil: branches.count == 1 ? "" : branch.condition == nil ? "rest" : ""
        }
      guard let condition = branch.condition else { return (branch.target, share) }
      let words = "if " + ConditionWords(network: network).text(condition)
      return (branch.target, share.isEmpty ? words : "\(share) \(words)")
    }
  }

  /// The same in one line; the rest needs no word, for it stands alone.
  static func line(
    _ branches: [Branch], by choice: WayChoice = .shares, _ pathway: Pathway, alone: Outcome,
    _ network: CareNetwork
  ) -> String {
    ways(branches, by: choice, alone: alone, network).map { way in
      let share = way.share == "rest" || way.share.isEmpty ? "" : " " + way.share
      return name(way.target, pathway) + share
    }.joined(separator: ", ")
  }

  static func name(_ target: Branch.Target, _ pathway: Pathway) -> String {
    switch target {
    case .step(let index): pathway.steps[index].id
    case .exit(let outcome): outcome.rawValue
    }
  }

  /// What a full unit does with patients of the step.
  static func isRefusing(_ step: Step, _ network: CareNetwork) -> Bool {
    guard let kind = step.unitKind else { return false }
    return (step.whenFull ?? network.unitKinds[kind].whenFull) == .refuse
      || step.uses.contains { $0.whenShort == .refuse }
      || network.units.contains { $0.kind == kind && $0.waitingPlaces != nil }
  }

  private static func bare(_ number: PlaceNumber) -> String {
    switch number {
    case .fixed(let value): Phrase.number(value)
    case .column(let name): name
    }
  }
}
