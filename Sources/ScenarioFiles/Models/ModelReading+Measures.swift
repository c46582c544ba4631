import CareModel

extension ModelReading {
  func readMeasures() {
    let taken = Set(MeasureList(network).national.map(\.id)).union(trialColumns)
    network.measures = root.objects("measures").compactMap { measure($0, taken: taken) }
  }

  private func measure(_ fields: FieldReader, taken: Set<String>) -> DeclaredMeasure? {
    if let id = fields.text("id") {
      if !isColumnName(id) {
        fields.report("'\(id)' is not a column name: use lower-case words joined by underscores", about: "id")
      } else if taken.contains(id) {
        fields.report("trials.csv has a column '\(id)' of its own: name the measure otherwise", about: "id")
      }
    }
    guard let word = fields.variant,
      let form = MeasureForm.all.first(where: { $0.make(nil, nil).definition.id == word })
    else { return nil }
    func has(_ key: String) -> Bool { form.fields.contains { $0.key == key } }
    if has("from"), let from = fields.hours("from"), let until = fields.hours("until"), until <= from {
      fields.report("until must come after from", about: "until")
    }
    let classes = has("classes") ? measuredClasses(fields) : []
    return DeclaredMeasure(
      id: fields.text("id") ?? "", title: fields.text("title"), quantity: form.make(fields, self),
      unitKind: has("unit") ? kindNames.index(of: "unit", in: fields) : nil,
      fleet: has("fleet") ? fleetNames.index(of: "fleet", in: fields) : nil,
      stock: has("stock") ? stockNames.index(of: "stock", in: fields) : nil,
      profession: has("profession") ? professionNames.index(of: "profession", in: fields) : nil,
      happening: has("happening") ? fields.text("happening") : nil,
      cause: has("cause") ? fields.text("cause").flatMap { Disruption.Cause(rawValue: $0) } : nil,
      classes: classes, region: regionNames.index(of: "region", in: fields),
      facility: has("facility") ? measuredFacility(fields) : nil,
      step: has("step") ? measuredStep(fields) : nil, span: form.canBeOfSpan ? measuredSpan(fields) : nil)
  }

  private func measuredSpan(_ fields: FieldReader) -> MeasureSpan? {
    let (from, until) = (fields.hours("from"), fields.hours("until"))
    if until == 0, from == nil { fields.report("until must come after day 0", about: "until") }
    let calendar = openCalendar("during", in: fields)
    if from == nil, until == nil, calendar == nil { return nil }
    return MeasureSpan(fromHours: from ?? 0, untilHours: until, calendar: calendar)
  }

  /// The id of steps that ask for the unit.
  private func measuredStep(_ fields: FieldReader) -> String? {
    guard let id = fields.text("step") else { return nil }
    let steps = network.pathways.flatMap(\.steps)
    guard isWholePathway.allSatisfy({ $0 }), root.isWhole("pathways") else { return id }
    let ids = NameIndex("step", steps.map(\.id), isComplete: true)
    guard ids.index(of: id, report: { fields.report($0, about: "step") }) != nil else { return nil }
    if let kind = kindNames.index(of: "unit", in: fields),
      !steps.contains(where: { $0.id == id && $0.unitKind == kind })
    {
      fields.report("no step '\(id)' asks for \(kindNames.names[kind])", about: "step")
    }
    return id
  }

  /// A facility that has the unit, given without a region.
  private func measuredFacility(_ fields: FieldReader) -> Int? {
    guard let facility = facilityNames.index(of: "facility", in: fields) else { return nil }
    if fields.keyPlace(of: "region") != nil {
      fields.report("the facility is in one region: remove region", about: "region")
    }
    if let kind = kindNames.index(of: "unit", in: fields),
      !network.units.contains(where: { $0.facility == facility && $0.kind == kind })
    {
      fields.report("the facility has no such unit", about: "facility")
    }
    return facility
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
}

/// Columns of `trials.csv` beside factors and measures.
let trialColumns = ["experiment", "scenario", "arm", "replication", "seed", "casualty_digest", "events"]

/// Whether a text can head a column: lower-case words and digits joined by underscores.
func isColumnName(_ text: String) -> Bool {
  let words = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
  return words.allSatisfy { word in
    !word.isEmpty && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }
}
