import CareModel
import RandomStreams

extension LoadedExperiment {
  /// Parts of the scenario and of the model that change nothing, whatever the levels of the factors.
  ///
  /// - Complexity: O(design points × parts of the scenario × (units + staff)).
  var idleNotes: [String] {
    // Without waiting more may lie in a unit than it has places.
    let notes = points.map { point in
      point.scenario.idleNotes(in: point.network) + point.network.idleNotes
        + (noWait ? [] : point.network.placesNeverInUse)
    }
    return (notes.first ?? []).filter { note in notes.allSatisfy { $0.contains(note) } }
  }
}

extension Scenario {
  fileprivate func idleNotes(in network: CareNetwork) -> [String] {
    let sizes = events.filter { $0.size == .constant(0) }.map { "event \($0.id) hurts nobody: its size is 0" }
    return sizes + disruptions.flatMap { $0.idleNotes(in: network) }
      + surge.compactMap { $0.idleNote(in: network) }
      + (network.staff.isEmpty ? [] : staffChanges.compactMap { $0.idleNote(in: network) })
  }
}

extension Disruption {
  fileprivate func idleNotes(in network: CareNetwork) -> [String] {
    let places = scheduled.map(\.facility) + (ratePerDay > 0 ? facilities.map(\.facility) : [])
    let units = network.units.filter {
      places.contains($0.facility) && (unitKinds.isEmpty || unitKinds.contains($0.kind))
    }
    var notes: [String] = []
    func add(_ key: String, _ what: String) {
      notes.append("disruption \(id): \(key) changes nothing, as \(what)")
    }
    if units.isEmpty, !unitKinds.isEmpty {
      add("units", "none of its facilities has such a unit")
    } else if lostShare > 0, !units.contains(where: { network.mostPlaces($0) * lostShare >= 0.5 }) {
      add("lost_share", "it is less than half a place of each unit")
    }
    if killedShare > 0, lostShare == 0 {
      add("killed_share", "it is of those displaced, and lost_share is 0")
    }
    if lostStaffShare > 0,
      !network.staff.contains(where: { $0.facility.map { places.contains($0) } ?? false })
    {
      add("lost_staff_share", "none of its facilities has staff of its own")
    }
    if effects.turnaroundFactor != 1, units.allSatisfy({ network.unitKinds[$0.kind].turnaround == nil }) {
      add("turnaround_factor", "none of its units has a turnaround")
    }
    return notes
  }
}

extension SurgePlan {
  fileprivate func idleNote(in network: CareNetwork) -> String? {
    let kind = network.unitKinds[unitKind]
    let level = kind.surgeLevels[self.level - 1]
    let name = "the order of level \(level.id) of \(kind.id) on day \(plainText(fromDay))"
    guard network.opens(level, ofKind: unitKind) else { return nil }
    if !network.opens(level, ofKind: unitKind, in: regions) {
      return "\(name) opens no place: no unit there has so many physical places"
    }
    if (untilDay - fromDay) * 24 <= level.leadTimeHours {
      return "\(name) opens none of its places by itself: it ends before the lead time is over"
    }
    return nil
  }
}

extension StaffChange {
  fileprivate func idleNote(in network: CareNetwork) -> String? {
    if network.staff.contains(where: { isOf($0) }) { return nil }
    return "a change of staff on day \(plainText(fromDay)) changes nothing: staff has nobody of whom it is"
  }

  private func isOf(_ group: StaffGroup) -> Bool {
    if let profession, profession != group.profession { return false }
    if case .claim(let employer) = kind, employer != group.claimedBy || group.claimedPersons == 0 {
      return false
    }
    return (regions.isEmpty || regions.contains(group.region))
      && (facilities.isEmpty || group.facility.map { facilities.contains($0) } ?? false)
  }
}

extension CareNetwork {
  fileprivate var idleNotes: [String] {
    let levels = unitKinds.indices.flatMap { kind in
      unitKinds[kind].surgeLevels.filter { !opens($0, ofKind: kind) }.map {
        "level \($0.id) of \(unitKinds[kind].id) opens no place: no unit has so many physical places"
      }
    }
    let shut = unitKinds.indices.compactMap { kind -> String? in
      let own = units.filter { $0.kind == kind }
      guard !own.isEmpty, isAskedFor(kind), own.allSatisfy({ !opensEver($0) }) else { return nil }
      return "\(unitKinds[kind].id) has no place that ever opens: who needs one waits as long as the run"
        + (unitKinds[kind].whenFull == .refuse ? ", or is refused" : "")
    }
    let notes = levels + shut + reserves + cutGroups + neverShut
    guard unitKinds.allSatisfy(\.surgeLevels.isEmpty) else { return notes }
    return notes
      + professions.filter { $0.exhaustion != nil }.map {
        "profession \($0.id): exhaustion changes nothing, as no unit kind of the model has surge_levels"
      }
  }

  /// Steps and measures that go by the hours of a calendar that has no others.
  private var neverShut: [String] {
    let isNeverShut = calendars.map(\.isNeverShut)
    func note(_ calendar: Int?, _ what: String) -> String? {
      guard let calendar, isNeverShut[calendar] else { return nil }
      return
        "\(what) changes nothing: a share above 0 counts as open, so that \(calendars[calendar].id) is never shut"
    }
    return pathways.flatMap { pathway in
      pathway.steps.flatMap { step in
        [
          note(step.waitsWhile, "waits_while of step \(step.id) of pathway \(pathway.id)"),
          note(step.endsDuring, "ends_during of step \(step.id) of pathway \(pathway.id)"),
        ].compactMap { $0 }
      }
    } + measures.compactMap { note($0.span?.calendar, "during of measure \($0.id)") }
  }

  /// Steps that leave more places free than there are.
  private var reserves: [String] {
    pathways.flatMap { pathway in
      pathway.steps.compactMap { step in
        guard step.leavesFree > 0, step.otherUnits.isEmpty, let kind = step.unitKind else { return nil }
        let most = units.filter { $0.kind == kind }.map { mostPlaces($0) }.max() ?? 0
        guard most > 0, Double(step.leavesFree) >= most else { return nil }
        return
          "step \(step.id) of pathway \(pathway.id) leaves \(step.leavesFree) of \(unitKinds[kind].id) free, "
          + "and no unit has more than \(plainText(most)): nobody begins it"
      }
    }
  }

  /// Groups that come smaller than their law has them.
  private var cutGroups: [String] {
    inflows.compactMap { inflow in
      guard let mean = inflow.groupSize?.mean, inflow.meanGroupSize < mean * 0.999 else { return nil }
      let coming = (inflow.meanGroupSize * 10).rounded() / 10
      return
        "inflow \(inflow.id): at most 1,023 patients come together, so that a group has \(plainText(coming)) in the mean, and "
        + "not the \(mean.isFinite ? plainText((mean * 10).rounded() / 10) : "infinitely many") of its law"
    }
  }

  /// Measures of the time with more places in use than a unit has.
  fileprivate var placesNeverInUse: [String] {
    measures.compactMap { measure in
      let least: Int? =
        switch measure.quantity {
        case .occupiedTimeShare(let least), .firstOccupiedHours(let least), .lastOccupiedHours(let least):
          least
        default: nil
        }
      guard let least, let kind = measure.unitKind else { return nil }
      let own = units.filter { $0.kind == kind && (measure.facility ?? $0.facility) == $0.facility }
      guard let most = own.map({ mostPlaces($0) }).max(), Double(least) > most else { return nil }
      return
        "measure \(measure.id) is of \(least) places of \(unitKinds[kind].id) in use, and no unit has more than "
        + "\(plainText(most)): it never happens"
    }
  }

  private func isAskedFor(_ kind: Int) -> Bool {
    pathways.contains { pathway in
      pathway.steps.contains {
        $0.unitKind == kind || $0.together.contains(kind) || $0.otherUnits.contains(kind)
      }
    }
  }

  /// Whether some place of a unit is open at some time of the week, at a level of surge if not before.
  private func opensEver(_ unit: CareUnit) -> Bool {
    guard mostPlaces(unit) > 0 else { return false }
    guard let calendar = unit.calendar ?? unitKinds[unit.kind].calendar else { return true }
    return !calendars[calendar].isNeverOpen
  }

  /// The most places that a unit can have open.
  fileprivate func mostPlaces(_ unit: CareUnit) -> Double {
    let kind = unitKinds[unit.kind]
    let isStaffed = kind.limit == .staffed && kind.surgeLevels.isEmpty
    return Double(isStaffed ? unit.staffedBeds : unit.physicalBeds)
  }

  /// Whether a level of a kind opens a place in any unit of some regions, of all for none.
  fileprivate func opens(_ level: SurgeLevel, ofKind kind: Int, in regions: [Int] = []) -> Bool {
    units.contains { unit in
      guard unit.kind == kind, unit.physicalBeds > unit.staffedBeds,
        regions.isEmpty || regions.contains(facilities[unit.facility].region)
      else { return false }
      return switch level.extra {
      case .physical: true
      case .share(let share): Double(unit.staffedBeds) * share >= 0.5
      }
    }
  }
}
