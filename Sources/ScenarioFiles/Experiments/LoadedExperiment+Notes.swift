import CareModel

extension LoadedExperiment {
  /// What is no mistake but may not be meant, a sentence each: a folder of another name, arms and parts that change
  /// nothing, places that no fleet goes to, and times of measures and parts of the scenario that no run comes to or no
  /// measure counts.
  ///
  /// - Complexity: O(design points × (measures + parts of the scenario + facilities² × fleets × kinds)).
  public var notes: [String] {
    var notes: [String] = []
    func add(_ note: String) {
      if !notes.contains(note) { notes.append(note) }
    }
    let path = inputFiles.first?.path ?? ""
    let name = lastStep(of: folder(of: path))
    if lastStep(of: path) == "experiment.json5", name != ".", name != "..", name != id {
      add(
        "the folder is \(name) and the id \(id): tables go to the folder of the id, over those of another \(id)"
      )
    }
    for note in armNotes + idleNotes { add(note) }
    for point in points {
      let network = point.network
      let notes =
        network.unservedNotes(in: point.scenario) + network.circleNotes + network.orderNotes
        + network.orderedPlaceNotes
      for note in notes { add(note) }
    }
    let end = horizonDays + drainDays
    let ended = "when the run has ended (day \(plainText(end)))"
    for point in points {
      for measure in point.network.measures {
        if let hours = measure.momentHours, hours > end * 24 {
          add("measure \(measure.id) is of day \(dayText(hours / 24)), \(ended): it has no value")
        }
        if let span = measure.span, span.isBeyond(horizonHours: horizonDays * 24) {
          let horizon = "day \(plainText(horizonDays))"
          add("measure \(measure.id) is of a time beyond the horizon (\(horizon)): it has no value")
        }
      }
      for inflow in point.network.inflows {
        guard let day = inflow.firstDay, day >= end else { continue }
        add("inflow \(inflow.id) begins on day \(dayText(day)), \(ended): nobody comes")
      }
      if point.network.staff.isEmpty, !point.scenario.staffChanges.isEmpty {
        add("the model has no staff: what the scenario says of staff changes nothing")
      }
      for part in point.scenario.occasions(onOrAfter: horizonDays) where part.day < end {
        add(
          "\(part.name) is on day \(dayText(part.day)), after the horizon (day \(plainText(horizonDays))): "
            + "measures of the horizon's patients leave its own out")
      }
      for part in point.scenario.parts(onOrAfter: end) {
        add("\(part.name) begins on day \(dayText(part.day)), \(ended): it never happens")
      }
    }
    return notes
  }
}

/// A day as a note says it, to a thousandth.
private func dayText(_ day: Double) -> String { plainText((day * 1_000).rounded() / 1_000) }

extension Inflow {
  /// The day on which its first patients come, where the file says one.
  fileprivate var firstDay: Double? {
    if case .pulse(_, let fromHours, _) = process { return fromHours / 24 }
    return fromHours.map { $0 / 24 }
  }
}

extension CareNetwork {
  fileprivate var circleNotes: [String] {
    pathways.flatMap { pathway in
      quickCircles(in: pathway).map { step in
        "patients of pathway \(pathway.id) can come back to step \(pathway.steps[step].id) within minutes, for as long as a "
          + "condition holds or a unit turns them away: with many of them a run takes long"
      }
    }
  }

  /// Steps in which patients hold places that what they wait for needs.
  fileprivate var orderedPlaceNotes: [String] {
    pathways.flatMap { (pathway: Pathway) -> [String] in
      let needed = Set(
        pathway.orders.flatMap { pathways[classes[$0].pathway].steps.compactMap(\.unitKind) })
      return pathway.steps.compactMap { step in
        guard step.awaitsOrders, let kind = step.unitKind, needed.contains(kind) else { return nil }
        return "who waits in step \(step.id) of pathway \(pathway.id) for what was ordered holds a place of "
          + "\(unitKinds[kind].id) that it may need: with all of them so held the wait has no end"
      }
    }
  }

  /// Orders that nobody in a region can do.
  fileprivate var orderNotes: [String] {
    var regionKinds = regions.map { _ in Set<Int>() }
    for unit in units { regionKinds[facilities[unit.facility].region].insert(unit.kind) }
    return pathways.flatMap { pathway in
      pathway.steps.flatMap { step in
        Set(step.orders).sorted().flatMap { order in
          let needed = Set(pathways[classes[order].pathway].steps.compactMap(\.unitKind))
          return needed.sorted().compactMap { kind -> String? in
            let lacking = regions.indices.filter { region in
              let own = regionKinds[region]
              let comesThere = step.unitKind.map { own.contains($0) } ?? !own.isEmpty
              return comesThere && !own.contains(kind)
            }
            if lacking.isEmpty { return nil }
            return
              "what step \(step.id) of pathway \(pathway.id) orders, \(classes[order].id), is done by nobody in region "
              + "\(shortList(lacking.map { regions[$0].id })): there is no \(unitKinds[kind].id)"
          }
        }
      }
    }
  }

  private func shortList(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }

  fileprivate func unservedNotes(in scenario: Scenario) -> [String] {
    unservedNeeds(in: scenario).map { need in
      let shown = shortList(need.facilities.map { facilities[$0].id })
      let kind = unitKinds[need.unitKind].id
      return "who needs \(kind) at \(shown) is refused: "
        + "no fleet with a vehicle goes from there to a facility that has any"
    }
  }
}
