import CareModel

extension ExerciseReading {
  /// What casualty cards say.
  func cards(_ fields: FieldReader) -> LoadedExercise.Cards {
    let mechanisms = fields.objects("mechanisms").map(mechanism)
    let names = NameIndex(
      "mechanism", fields.objects("mechanisms").map { $0.text("id") },
      isComplete: fields.isWhole("mechanisms"))
    let injuries = fields.objects("injuries").map { injury($0, mechanisms: names) }
    if fields.has("mechanisms"), !mechanisms.contains(where: { $0.weight > 0 }) {
      fields.report("no mechanism has a weight above 0", about: "mechanisms")
    }
    if fields.has("injuries"), !injuries.contains(where: { $0.weight > 0 }) {
      fields.report("no injury has a weight above 0", about: "injuries")
    }
    return LoadedExercise.Cards(
      label: fields.text("label") ?? "", triage: fields.objects("triage").compactMap(triage),
      mechanisms: mechanisms, injuries: injuries)
  }

  private func triage(_ fields: FieldReader) -> LoadedExercise.Cards.Triage? {
    let levels = fields.texts("consciousness")
    for level in levels where !["A", "C", "V", "P", "U"].contains(level) {
      fields.report("'\(level)' is no level of ACVPU: A, C, V, P or U", about: "consciousness")
    }
    if fields.has("consciousness"), levels.isEmpty {
      fields.report("there is no level of consciousness", about: "consciousness")
    }
    let classes = classNames
    guard let patientClass = classes.index(of: "class", in: fields) else { return nil }
    func pair(_ key: String) -> [Double] {
      let values = fields.numbers(key) ?? []
      return values.count == 2 ? values : [0, 0]
    }
    return LoadedExercise.Cards.Triage(
      patientClass: patientClass, category: fields.text("category") ?? "",
      respiratoryRate: pair("respiratory_rate"), oxygenSaturation: pair("oxygen_saturation"),
      heartRate: pair("heart_rate"), systolicPressure: pair("systolic_pressure"),
      temperature: pair("temperature"), consciousness: levels,
      worsensPerHour: fields.number("worsens_per_hour") ?? 0)
  }

  private func mechanism(_ fields: FieldReader) -> LoadedExercise.Cards.Mechanism {
    let known = PatientOrigin.allCases.map(\.rawValue)
    for origin in fields.texts("origins") where !known.contains(origin) {
      fields.report(unknownWord(origin, among: known, what: "origin"), about: "origins")
    }
    return LoadedExercise.Cards.Mechanism(
      id: fields.text("id") ?? "", weight: fields.number("weight") ?? 0, words: words("words", fields),
      origins: fields.texts("origins"))
  }

  private func injury(
    _ fields: FieldReader, mechanisms: NameIndex
  ) -> LoadedExercise.Cards.Injury {
    for name in fields.texts("mechanisms") {
      _ = mechanisms.index(of: name) { fields.report($0, about: "mechanisms") }
    }
    let lowest = fields.integer("niss_minimum") ?? 1
    let highest = fields.integer("niss_maximum") ?? 75
    if lowest > highest {
      fields.report("niss_maximum is below niss_minimum (\(lowest))", about: "niss_maximum")
    }
    return LoadedExercise.Cards.Injury(
      id: fields.text("id") ?? "", weight: fields.number("weight") ?? 0,
      severity: min(lowest, highest)...max(lowest, highest), mechanisms: fields.texts("mechanisms"),
      injuries: words("injuries", fields), signs: words("signs", fields),
      treatment: words("treatment", fields))
  }
}
