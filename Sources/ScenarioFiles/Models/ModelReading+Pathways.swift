import CareModel
import RandomStreams

extension ModelReading {
  func readPathways() {
    requireSome("pathways", root.has("pathways") ? pathways.count : nil, "pathways")
    fleetNames = NameIndex(
      "fleet", root.objects("fleets").map { $0.text("id") },
      isComplete: root.keyPlace(of: "fleets") == nil || root.has("fleets"))
    let columns = PlaceColumns(self)
    let laws = root.specifications("stay_laws").map { (name: $0.key, law: $0.value) }
    let lawNames = NameIndex("stay law", laws.map(\.name), isComplete: root.has("stay_laws"))
    var stepCount = 0
    for fields in pathways {
      let reading = PathwayReading(
        fields, model: self, columns: columns, laws: laws.map { $0.law.distribution(in: .hours) },
        lawNames: lawNames)
      network.pathways.append(reading.pathway())
      stepCount += fields.objects("steps").count
    }
    if stepCount > 30_000 {
      root.report("\(stepCount) steps in all pathways are too many: at most 30,000", about: "pathways")
    }
  }
}

/// Reads one pathway and checks that patients reach every step and can leave.
final class PathwayReading {
  private let fields: FieldReader
  private let steps: [FieldReader]
  private let stepNames: NameIndex
  private let model: ModelReading
  private let columns: PlaceColumns
  private let laws: [Distribution]
  private let lawNames: NameIndex
  /// Whether every step and way could be read; if not, what they leave unreachable would mislead.
  private var hasAllWays: Bool

  init(
    _ fields: FieldReader, model: ModelReading, columns: PlaceColumns, laws: [Distribution],
    lawNames: NameIndex
  ) {
    self.fields = fields
    self.model = model
    self.columns = columns
    self.laws = laws
    self.lawNames = lawNames
    steps = fields.objects("steps")
    let ids = steps.compactMap { $0.text("id") }
    hasAllWays = ids.count == steps.count && Set(ids).count == ids.count && !fields.node.isIncomplete
    stepNames = NameIndex("step", steps.map { $0.text("id") }, isComplete: fields.has("steps"))
  }

  func pathway() -> Pathway {
    if steps.isEmpty, fields.has("steps") { fields.report("the list is empty", about: "steps") }
    let pathway = Pathway(id: fields.text("id") ?? "", steps: steps.map { step($0) })
    if hasAllWays {
      checkWays(pathway)
      checkRefusals(pathway)
      checkTogether(pathway)
    }
    return pathway
  }

  private func step(_ fields: FieldReader) -> Step {
    if let id = fields.text("id"), Outcome(rawValue: id) != nil {
      fields.report("'\(id)' is a way out of the network: name the step otherwise", about: "id")
      hasAllWays = false
    }
    let kind = model.kindNames.index(of: "unit", in: fields)
    if let kind, model.document.isWhole("units"), !model.network.units.isEmpty,
      !model.network.units.contains(where: { $0.kind == kind })
    {
      fields.report("no facility has a unit of this kind", about: "unit")
    }
    let move = move(fields)
    if fields.keyPlace(of: "unit") == nil, fields.keyPlace(of: "move") == nil {
      for key in [
        "wait_death", "keeps_bed", "gives_up_place", "when_full", "refused", "together", "patience",
        "gave_up",
      ]
      where fields.keyPlace(of: key) != nil {
        fields.report("this needs a unit: the step has none", about: key)
      }
    }
    if fields.keyPlace(of: "stay") == nil, fields.keyPlace(of: "move") == nil {
      for key in ["stay_factor", "stay_factor_column"] where fields.keyPlace(of: key) != nil {
        fields.report("this needs a stay: the step has none", about: key)
      }
    }
    let factor = columns.placeNumber(
      "stay_factor", column: "stay_factor_column", in: fields, value: fields.number("stay_factor"),
      range: .between(0, 1_000))
    if case .column(let name) = factor {
      requireEverywhere(name, kind: kind, in: fields, "stay_factor_column")
    }
    let whenFull = fields.text("when_full").flatMap { UnitKind.WhenFull(rawValue: $0) }
    if let kind, fields.keyPlace(of: "refused") != nil,
      (whenFull ?? model.network.unitKinds[kind].whenFull) == .queue
    {
      fields.report("nobody is turned away here: write when_full: \"refuse\" too", about: "refused")
    }
    if kind != nil, fields.keyPlace(of: "gave_up") != nil, fields.keyPlace(of: "patience") == nil {
      fields.report("nobody gives up here: write patience too", about: "gave_up")
    }
    return Step(
      id: fields.text("id") ?? "", unitKind: kind, stay: stay(fields), stayFactor: factor ?? .fixed(1),
      keepsBed: fields.flag("keeps_bed") ?? false, whenFull: whenFull,
      refused: branches("refused", fields, kind: nil), together: together(fields, kind: kind),
      uses: model.stockUses(fields),
      patience: fields.distribution("patience", in: .hours), gaveUp: branches("gave_up", fields, kind: nil),
      givesUpPlace: fields.flag("gives_up_place") ?? false,
      move: move, careFactor: fields.number("care_factor"),
      careFactorAfter: fields.number("care_factor_after"),
      waitDeath: fields.perDay("wait_death").map { WaitDeath(ratePerDay: $0) },
      isDischargeReady: fields.flag("discharge_ready") ?? false, next: branches("next", fields, kind: kind))
  }

  /// The kinds taken with the unit: other ones, at every facility that has the unit.
  private func together(_ fields: FieldReader, kind: Int?) -> [Int] {
    let names = fields.texts("together")
    if Set(names).count < names.count { fields.report("a kind is in the list twice", about: "together") }
    let kinds = names.compactMap { name in
      model.kindNames.index(of: name) { fields.report($0, about: "together") }
    }
    guard let kind, model.document.isWhole("units") else { return kinds }
    if kinds.contains(kind) { fields.report("the unit itself is taken anyway: remove it", about: "together") }
    for other in kinds where other != kind {
      for facility in places(of: kind)
      where !model.network.units.contains(where: { $0.facility == facility && $0.kind == other }) {
        fields.report(
          "facility \(model.facilities[facility].text("id") ?? "") has the unit and no \(model.network.unitKinds[other].id)",
          about: "together")
        break
      }
    }
    return kinds
  }

  /// The trip that a step is; what belongs to a stay alone is reported beside it.
  private func move(_ fields: FieldReader) -> Move? {
    guard fields.keyPlace(of: "move") != nil else { return nil }
    let ofStay = [
      "unit", "stay", "stay_factor", "stay_factor_column", "keeps_bed", "when_full", "refused",
      "together", "uses", "patience", "gave_up", "gives_up_place",
      "discharge_ready",
    ]
    for key in ofStay where fields.keyPlace(of: key) != nil {
      fields.report(
        "a step that moves has no place and no stay: remove it, or make it a step of its own", about: key)
    }
    guard let trip = fields.object("move") else { return nil }
    let fleet = model.fleetNames.index(of: "fleet", in: trip)
    let kind = model.kindNames.index(of: "unit", in: trip)
    if let kind, model.document.isWhole("units"), regionCount(with: kind) < 2 {
      trip.report(
        "fewer than two regions have a unit of this kind: there is no other to go to", about: "unit")
    }
    let way = trip.distribution("way", in: .hours)
    if let mean = way?.mean, !mean.isFinite { trip.report("this law has no finite mean", about: "way") }
    guard let fleet, let kind else { return nil }
    return Move(
      fleet: fleet,
      destination: trip.text("destination").flatMap { Move.Destination(rawValue: $0) } ?? .otherRegion,
      unitKind: kind, leastHours: trip.hours("least") ?? 0, way: way)
  }

  private func regionCount(with kind: Int) -> Int {
    let facilities = model.network.facilities
    let places = model.network.units.filter { $0.kind == kind && facilities.indices.contains($0.facility) }
    return Set(places.map { facilities[$0.facility].region }).count
  }

  private func stay(_ fields: FieldReader) -> Distribution? {
    guard fields.isText("stay") else { return fields.distribution("stay", in: .hours) }
    return lawNames.index(of: "stay", in: fields).map { laws[$0] }
  }

  /// Facilities where a patient can be in a step of this kind of unit; without one, any that is reached by
  /// transport or arrival rather than on foot at the end of the way, as municipal care is.
  private func places(of kind: Int?) -> [Int] {
    let facilities = Array(model.facilities.indices)
    let units = model.network.units.filter { unit in
      kind.map { unit.kind == $0 } ?? model.network.unitKinds[unit.kind].needsTransport
    }
    let equipped = Set(units.map(\.facility))
    return facilities.filter { equipped.contains($0) }
  }

  private func requireEverywhere(_ name: String, kind: Int?, in fields: FieldReader, _ key: String) {
    for facility in places(of: kind)
    where columns.isPlaced(facility) && columns.number(name, atFacility: facility) == nil {
      fields.report(
        "neither facility \(model.facilities[facility].text("id") ?? "") nor its region has a number in column '\(name)'",
        about: key)
      return
    }
  }

  private func target(_ name: String, in fields: FieldReader, _ key: String) -> Branch.Target? {
    if let outcome = Outcome(rawValue: name) { return .exit(outcome) }
    let all = NameIndex(
      "step or exit", stepNames.names + Outcome.allCases.map(\.rawValue), isComplete: stepNames.isComplete)
    let index = all.index(of: name) { fields.report($0, about: key) }
    if index == nil { hasAllWays = false }
    return index.map { .step($0) }
  }

  private func branches(_ key: String, _ fields: FieldReader, kind: Int?) -> [Branch] {
    if fields.isText(key), let name = fields.text(key) {
      return target(name, in: fields, key).map { [Branch(to: $0)] } ?? []
    }
    guard fields.has(key) else {
      if fields.keyPlace(of: key) != nil { hasAllWays = false }
      return []
    }
    let parts = fields.objects(key)
    if parts.contains(where: { !$0.has("to") }) { hasAllWays = false }
    if parts.isEmpty { fields.report("the list is empty: remove \(key)", about: key) }
    let branches = parts.map { part in
      Branch(
        to: part.text("to").flatMap { target($0, in: part, "to") } ?? .exit(.home),
        share: columns.placeNumber(
          "share", column: "share_column", in: part, value: part.number("share"), range: .share))
    }
    checkShares(branches, parts, of: fields, key, kind: kind)
    return branches
  }

  /// At each place the shares sum to one, or to at most one if a branch takes the rest.
  private func checkShares(
    _ branches: [Branch], _ parts: [FieldReader], of fields: FieldReader, _ key: String, kind: Int?
  ) {
    let open = parts.indices.filter {
      parts[$0].keyPlace(of: "share") == nil && parts[$0].keyPlace(of: "share_column") == nil
    }
    if open.count > 1 {
      parts[open[1]].report("only one branch may omit its share: it takes the rest")
      return
    }
    // A share that could not be read is reported already.
    guard branches.indices.allSatisfy({ branches[$0].share != nil || open.contains($0) }) else { return }
    var fixed = 0.0
    var names: [(name: String, branch: Int)] = []
    for (index, branch) in branches.enumerated() {
      switch branch.share {
      case .fixed(let share): fixed += share
      case .column(let name): names.append((name, index))
      case nil: break
      }
    }
    guard !names.isEmpty else {
      if let sentence = sumMistake(fixed, hasRest: !open.isEmpty) { fields.report(sentence, about: key) }
      return
    }
    for (name, branch) in names { requireEverywhere(name, kind: kind, in: parts[branch], "share_column") }
    for facility in places(of: kind) {
      let numbers = names.map { columns.number($0.name, atFacility: facility)?.value }
      guard numbers.allSatisfy({ $0 != nil }) else { continue }
      let sum = fixed + numbers.reduce(0) { $0 + ($1 ?? 0) }
      if let sentence = sumMistake(sum, hasRest: !open.isEmpty) {
        fields.report(
          "at facility \(model.facilities[facility].text("id") ?? "") \(sentence)", about: key)
        return
      }
    }
  }

  private func sumMistake(_ sum: Double, hasRest: Bool) -> String? {
    guard hasRest else { return shareSumMistake([sum]) }
    if sum <= 1 + 1e-6 { return nil }
    return "the shares sum to \(plainText((sum * 1e6).rounded() / 1e6)), which leaves no rest"
  }

  /// Reports steps that no patient reaches, and those that none can leave.
  private func checkWays(_ pathway: Pathway) {
    let ways = pathway.steps.map { self.ways($0) }
    var isReached = Array(repeating: false, count: ways.count)
    var waiting = ways.isEmpty ? [] : [0]
    while let index = waiting.popLast() {
      if isReached[index] { continue }
      isReached[index] = true
      waiting += ways[index].steps
    }
    var canLeave = ways.map(\.leaves)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in ways.indices where !canLeave[index] && ways[index].steps.contains(where: { canLeave[$0] })
      {
        canLeave[index] = true
        hasChanged = true
      }
    }
    for index in ways.indices {
      if !isReached[index] {
        steps[index].report("no way leads to this step", about: "id")
      } else if !canLeave[index] {
        steps[index].report(
          "no way leads from this step out of care: patients would stay for ever", about: "id")
      }
    }
  }

  /// Reports refusals that lead in a circle without time passing: to a step that turns away too, and back.
  private func checkRefusals(_ pathway: Pathway) {
    for (index, step) in pathway.steps.enumerated() where !step.refused.isEmpty {
      var seen: Set<Int> = []
      var waiting = ways(step.refused).steps
      while let next = waiting.popLast() {
        if next == index {
          steps[index].report(
            "those who are turned away come back to this step without time passing", about: "refused")
          break
        }
        guard seen.insert(next).inserted else { continue }
        let other = pathway.steps[next]
        if other.unitKind == nil, other.stay == nil, other.move == nil { waiting += ways(other.next).steps }
        if !other.refused.isEmpty { waiting += ways(other.refused).steps }
      }
    }
  }

  /// A place that is held already is not asked for again, so that nothing can be taken together with it.
  private func checkTogether(_ pathway: Pathway) {
    for (index, step) in pathway.steps.enumerated() where !step.together.isEmpty {
      let isHeld = pathway.steps.contains {
        $0.unitKind == step.unitKind && !$0.givesUpPlace && ways($0).steps.contains(index)
      }
      if isHeld {
        steps[index].report(
          "a step in the same unit leads here and holds its place: end that one with gives_up_place",
          about: "together")
      }
    }
  }

  private func ways(_ step: Step) -> (steps: [Int], leaves: Bool) {
    let next = self.ways(step.next)
    let other = [step.refused, step.gaveUp].filter { !$0.isEmpty }.map { self.ways($0) }
    return (next.steps + other.flatMap(\.steps), next.leaves || other.contains { $0.leaves })
  }

  private func ways(_ branches: [Branch]) -> (steps: [Int], leaves: Bool) {
    if branches.isEmpty { return ([], true) }
    let rest =
      1
      - branches.reduce(0.0) { sum, branch in
        if case .fixed(let share) = branch.share { sum + share } else { sum }
      }
    var steps: [Int] = []
    var leaves = false
    for branch in branches {
      switch branch.share {
      case .fixed(0): continue
      case nil where rest <= 1e-9: continue
      default: break
      }
      switch branch.target {
      case .step(let index): steps.append(index)
      case .exit: leaves = true
      }
    }
    return (steps, leaves)
  }
}
