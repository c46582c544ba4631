import CareModel
import RandomStreams

extension ModelReading {
  func readPathways() {
    requireSome("pathways", root.has("pathways") ? pathways.count : nil, "pathways")
    fleetNames = NameIndex(
      "fleet", root.objects("fleets").map { $0.text("id") },
      isComplete: root.isWhole("fleets"), areIds: true)
    let columns = PlaceColumns(self)
    let laws = root.specifications("stay_laws")
    // A law with a mistake is there all the same.
    let names = (root.document("stay_laws")?.members ?? []).map(\.key).filter {
      $0 != "source" && $0 != "note"
    }
    let lawNames = NameIndex(
      "stay law", names, isComplete: root.isWhole("stay_laws"))
    var stepCount = 0
    let stays = names.map { name in laws.first { $0.key == name }?.value.distribution(in: .hours) }
    let parts = PathwayParts(root) { fields, parts in
      PathwayReading(
        fields, model: self, columns: columns, laws: stays, lawNames: lawNames, parts: parts)
    }
    parts.readAll()
    for fields in pathways {
      let reading = parts.reading(fields, parts)
      let way = reading.steps(isPart: false)
      network.pathways.append(Pathway(id: fields.text("id") ?? "", steps: way.steps))
      stepReaders.append(way.readers)
      isWholePathway.append(reading.hasAllWays)
      stepCount += way.steps.count
    }
    checkOrders()
    if stepCount > 30_000 {
      root.report("\(stepCount) steps in all pathways are too many: at most 30,000", about: "pathways")
    }
  }
}

/// Reads one pathway and checks that patients reach every step and can leave.
final class PathwayReading {
  let fields: FieldReader
  let steps: [FieldReader]
  let stepNames: NameIndex
  let model: ModelReading
  let columns: PlaceColumns
  /// By the order of `lawNames`; nil for one with a mistake.
  private let laws: [Distribution?]
  private let lawNames: NameIndex
  private let parts: PathwayParts
  /// Whether this is a part, whose steps may lead to its end.
  private(set) var isPart = false
  /// Whether every step and way could be read; if not, what they leave unreachable would mislead.
  var hasAllWays: Bool
  /// Whether every stay could be read; if not, what seems to take no time would mislead.
  private var hasAllStays = true

  init(
    _ fields: FieldReader, model: ModelReading, columns: PlaceColumns, laws: [Distribution?],
    lawNames: NameIndex, parts: PathwayParts
  ) {
    self.fields = fields
    self.model = model
    self.columns = columns
    self.laws = laws
    self.lawNames = lawNames
    self.parts = parts
    steps = fields.objects("steps")
    let ids = steps.compactMap { $0.text("id") }
    hasAllWays =
      ids.count == steps.count && Set(ids).count == ids.count && fields.isWhole("steps")
      && !steps.contains { $0.hasUnreadKeys }
    stepNames = NameIndex(
      "step", steps.map { $0.text("id") }, isComplete: fields.isWhole("steps"), areIds: true)
  }

  /// The steps with those of the parts they name in their place, and who wrote each.
  ///
  /// - Parameter isPart: whether they are those of a part: a way may lead to `end`, and does where nothing else is
  ///   said.
  func steps(isPart: Bool) -> WrittenSteps {
    self.isPart = isPart
    fields.reportIfEmpty("steps")
    var own = steps.map { step($0) }
    let used: [Int?] = steps.map { reader in
      reader.keyPlace(of: "part") == nil ? nil : parts.names.index(of: "part", in: reader)
    }
    if isPart {
      for index in own.indices where own[index].next.isEmpty && steps[index].keyPlace(of: "next") == nil {
        own[index].next = [Branch(to: .step(own.count))]
      }
    }
    if hasAllWays { checkWays(own) }
    let written = WrittenSteps(own, readers: steps, parts: used.map { $0.flatMap { parts.part($0) } })
    if hasAllWays, !isPart {
      if hasAllStays {
        checkCircles(written)
      }
      checkHeldPlaces(written)
      checkLines(written)
    }
    return written
  }

  private func step(_ fields: FieldReader) -> Step {
    if let id = fields.text("id"), Outcome(rawValue: id) != nil || id == "end" {
      fields.report("'\(id)' is a way out of the network: name the step otherwise", about: "id")
      hasAllWays = false
    }
    let kind = model.kindNames.index(of: "unit", in: fields)
    if let kind, model.isWhole("units"), !model.network.units.isEmpty,
      !model.network.units.contains(where: { $0.kind == kind })
    {
      fields.report("no facility has a unit of this kind", about: "unit")
    }
    let move = model.move(fields)
    if fields.keyPlace(of: "part") != nil { reportBesidePart(fields) }
    if fields.keyPlace(of: "unit") == nil, fields.keyPlace(of: "move") == nil {
      for key in [
        "wait_death", "keeps_bed", "gives_up_place", "when_full", "refused", "together", "patience",
        "waits_while", "gave_up", "needs_seat", "leaves_free", "priority", "or_units", "or_units_after",
      ]
      where fields.keyPlace(of: key) != nil {
        fields.report("this needs a unit: the step has none", about: key)
      }
    }
    if fields.keyPlace(of: "stay") == nil, fields.keyPlace(of: "move") == nil {
      for key in ["stay_factor", "stay_factor_column", "stay_by_state"] where fields.keyPlace(of: key) != nil
      {
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
      (whenFull ?? model.network.unitKinds[kind].whenFull) == .queue,
      !model.network.units.contains(where: { $0.kind == kind && $0.waitingPlaces != nil }),
      !fields.objects("uses").contains(where: { $0.text("when_short") == "refuse" })
    {
      fields.report("nobody is turned away here: write when_full: \"refuse\" too", about: "refused")
    }
    if kind != nil, fields.keyPlace(of: "gave_up") != nil, fields.keyPlace(of: "patience") == nil,
      fields.keyPlace(of: "waits_while") == nil
    {
      fields.report("nobody gives up here: write patience or waits_while too", about: "gave_up")
    }
    let isRefusing = (whenFull ?? kind.map { model.network.unitKinds[$0].whenFull }) == .refuse
    let nextBy = wayChoice(fields)
    let stay = stay(fields)
    if stay == nil, fields.keyPlace(of: "stay") != nil { hasAllStays = false }
    return Step(
      id: fields.text("id") ?? "", unitKind: kind, stay: stay, stayFactor: factor ?? .fixed(1),
      stayByState: model.stayByState(fields, kind: kind),
      endsDuring: model.openCalendar("ends_during", in: fields),
      keepsBed: fields.flag("keeps_bed") ?? false, whenFull: whenFull,
      priority: fields.keyPlace(of: "priority") == nil ? nil : fields.integer("priority"),
      leavesFree: fields.integer("leaves_free") ?? 0,
      refused: branches("refused", fields, kind: nil), together: together(fields, kind: kind),
      otherUnits: otherUnits(fields, kind: kind, isRefusing: isRefusing),
      otherUnitsAfterHours: fields.hours("or_units_after") ?? 0,
      uses: model.stockUses(
        fields, isRefusing: isRefusing),
      patience: fields.distribution("patience", in: .hours),
      waitsWhile: model.openCalendar("waits_while", in: fields),
      gaveUp: branches("gave_up", fields, kind: nil),
      orders: fields.texts("orders").compactMap { name in
        model.classNames.index(of: name) { fields.report($0, about: "orders") }
      }, awaitsOrders: fields.flag("awaits_orders") ?? false,
      givesUpPlace: fields.flag("gives_up_place") ?? false,
      move: move, seatNeed: fields.text("needs_seat").flatMap { SeatNeed(rawValue: $0) },
      careFactor: fields.number("care_factor"),
      careFactorAfter: fields.number("care_factor_after"),
      waitDeath: fields.perDay("wait_death").map { WaitDeath(ratePerDay: $0) },
      isDischargeReady: fields.flag("discharge_ready") ?? false,
      next: branches("next", fields, kind: kind, by: nextBy), nextBy: nextBy ?? .shares)
  }

  /// A step that names a part is no step of its own.
  private func reportBesidePart(_ fields: FieldReader) {
    let allowed = ["id", "part", "next", "next_by", "source", "note"]
    for field in ModelFields.step.fields
    where !allowed.contains(field.key) && fields.keyPlace(of: field.key) != nil {
      fields.report(
        "the steps of the part are gone through here: remove it, or make it a step of its own",
        about: field.key)
    }
  }

  /// The kinds taken with the unit, at every facility that has it, as many places of each as it is there.
  private func together(_ fields: FieldReader, kind: Int?) -> [Int] {
    let names = fields.texts("together")
    let kinds = names.compactMap { name in
      model.kindNames.index(of: name) { fields.report($0, about: "together") }
    }
    guard let kind, model.isWhole("units") else { return kinds }
    for other in Set(kinds).sorted() {
      let needed = kinds.count { $0 == other } + (other == kind ? 1 : 0)
      for facility in places(of: kind) {
        let unit = model.network.units.first { $0.facility == facility && $0.kind == other }
        let places = unit.map { max($0.staffedBeds, $0.physicalBeds) } ?? 0
        if unit != nil, places >= needed || needed == 1 { continue }
        let name = "facility \(model.facilities[facility].text("id") ?? "")"
        let title = model.network.unitKinds[other].id
        fields.report(
          unit == nil
            ? "\(name) has the unit and no \(title)"
            : "\(name) has \(plainText(Double(places))) places of \(title), and \(needed) are taken: nobody could ever begin",
          about: "together")
        break
      }
    }
    return kinds
  }

  private func stay(_ fields: FieldReader) -> Distribution? {
    guard fields.isText("stay") else { return fields.distribution("stay", in: .hours) }
    return lawNames.index(of: "stay", in: fields).flatMap { laws[$0] }
  }

  /// Facilities where a patient can be in a step of this kind of unit; without one, any that is reached by
  /// transport or arrival rather than on foot at the end of the way, as municipal care is.
  func places(of kind: Int?) -> [Int] {
    let facilities = Array(model.facilities.indices)
    let units = model.network.units.filter { unit in
      kind.map { unit.kind == $0 } ?? model.network.unitKinds[unit.kind].needsTransport
    }
    let equipped = Set(units.map(\.facility))
    return facilities.filter { equipped.contains($0) }
  }

  func requireEverywhere(_ name: String, kind: Int?, in fields: FieldReader, _ key: String) {
    for facility in places(of: kind)
    where columns.isPlaced(facility) && columns.number(name, atFacility: facility) == nil {
      fields.report(
        "neither facility \(model.facilities[facility].text("id") ?? "") nor its region has a number in column '\(name)'",
        about: key)
      return
    }
  }
}
