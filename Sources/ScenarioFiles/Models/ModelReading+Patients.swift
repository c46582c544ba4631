import CareModel

extension ModelReading {
  func readPatients() {
    pathways = root.objects("pathways")
    pathwayNames = NameIndex(
      "pathway", pathways.map { $0.text("id") }, isComplete: root.isWhole("pathways"), areIds: true)
    classes = root.objects("classes")
    classNames = NameIndex(
      "class", classes.map { $0.text("id") }, isComplete: root.isWhole("classes"), areIds: true)
    requireSome("classes", root.has("classes") ? classes.count : nil, "classes")
    if classes.count > 200 {
      root.report("\(classes.count) classes are too many: at most 200", about: "classes")
    }
    network.classes = classes.map(patientClass)
    checkWorsening()
  }

  /// Reports classes that patients would come back to by worsening, at the first of each circle.
  private func checkWorsening() {
    for first in network.classes.indices {
      var next = network.classes[first].worsening?.patientClass
      var steps = 1
      while let index = next, index > first, steps < network.classes.count {
        next = network.classes[index].worsening?.patientClass
        steps += 1
      }
      guard next == first, steps > 1 else { continue }
      classes[first].object("worsening")?.report(
        "patients would worsen in a circle, back to this class: leave one of its classes without worsening",
        about: "class")
    }
  }

  private func patientClass(_ fields: FieldReader) -> PatientClass {
    let isPlanned = fields.flag("planned") ?? false
    let canWait = fields.flag("can_wait") ?? false
    if fields.has("planned"), fields.has("can_wait"), !isPlanned, canWait {
      fields.report("only planned patients can be postponed: set planned to true", about: "can_wait")
    }
    let least = fields.integer("niss_minimum")
    let greatest = fields.integer("niss_maximum")
    if let least, let greatest, least > greatest {
      fields.report("niss_maximum is \(greatest), less than niss_minimum, \(least)", about: "niss_maximum")
    } else if (least == nil) != (greatest == nil),
      fields.keyPlace(of: "niss_minimum") == nil || fields.keyPlace(of: "niss_maximum") == nil
    {
      let (given, missing) =
        least == nil ? ("niss_maximum", "niss_minimum") : ("niss_minimum", "niss_maximum")
      fields.report("\(missing) is missing beside it", about: given)
    }
    let (low, high) = (least ?? greatest ?? 0, greatest ?? least ?? 0)
    let severity = min(low, high)...max(low, high)
    return PatientClass(
      id: fields.text("id") ?? "", title: fields.text("title") ?? "",
      origin: fields.text("origin").flatMap { PatientOrigin(rawValue: $0) } ?? .ordinary,
      pathway: pathwayNames.index(of: "pathway", in: fields) ?? 0,
      priority: fields.integer("priority") ?? 0, isPlanned: isPlanned, canWait: canWait,
      isEvacuable: fields.flag("evacuable") ?? false, injurySeverity: severity,
      death: fields.object("death").flatMap { death($0, severity: severity) },
      postponement: fields.object("postponement").flatMap {
        postponement($0, of: fields)
      },
      worsening: fields.object("worsening").flatMap { worsening($0, of: fields) },
      seatNeed: fields.text("needs_seat").flatMap { SeatNeed(rawValue: $0) } ?? .any)
  }

  private func death(_ fields: FieldReader, severity: ClosedRange<Int>) -> DeathLaw? {
    guard let family = fields.text("family").flatMap({ DeathLaw.Family(rawValue: $0) }) else { return nil }
    if family == .exponential, fields.has("shape") {
      fields.report("the exponential has no shape: remove it", about: "shape")
    } else if family != .exponential, fields.keyPlace(of: "shape") == nil {
      fields.report("shape is missing")
    }
    let (base, ceiling) = (fields.number("base"), fields.number("ceiling"))
    if family == .logistic {
      if fields.keyPlace(of: "ceiling") == nil { fields.report("ceiling is missing") }
      if let base, let ceiling, base >= ceiling {
        fields.report("the ceiling must be above the base", about: "ceiling")
      }
      if fields.number("shape") == 0 { fields.report("the shape must be above 0", about: "shape") }
    } else {
      for key in ["base", "ceiling"] where fields.keyPlace(of: key) != nil {
        fields.report("only the logistic family has a base and a ceiling: remove it", about: key)
      }
    }
    let bySeverity = fields.has("median_factor") || fields.has("median_niss_exponent")
    var median: DeathLaw.Median?
    if fields.has("median"), bySeverity {
      let key = fields.has("median_factor") ? "median_factor" : "median_niss_exponent"
      fields.report("\(fields.writtenKey("median")) is given already; keep one of the two", about: key)
    } else if let hours = fields.hours("median") {
      median = .hours(hours)
    } else if let factor = fields.seconds("median_factor"),
      let exponent = fields.number("median_niss_exponent")
    {
      median = .bySeverity(factorMinutes: factor / TimeUnit.minutes.seconds, exponent: exponent)
      if severity.lowerBound < 1 {
        fields.report("the median follows the score: give niss_minimum of 1 or more", about: "median_factor")
      }
    } else if fields.keyPlace(of: "median") == nil,
      fields.keyPlace(of: "median_factor") == nil || fields.keyPlace(of: "median_niss_exponent") == nil
    {
      fields.report("write median_minutes, or median_factor_minutes with median_niss_exponent")
    }
    guard let median else { return nil }
    return DeathLaw(
      family: family, median: median, shape: fields.number("shape") ?? 1, base: base ?? 0,
      ceiling: ceiling ?? 1,
      factorBeforeCare: fields.number("factor_before_care") ?? 1)
  }

  private func worsening(_ fields: FieldReader, of owner: FieldReader) -> Worsening? {
    guard let joined = classNames.index(of: "class", in: fields),
      let after = fields.distribution("after", in: .hours)
    else { return nil }
    if owner.text("id") == fields.text("class") {
      fields.report("a patient cannot worsen to the class they are in", about: "class")
    }
    let origins = [owner, classes[joined]].map { $0.text("origin") ?? "ordinary" }
    if (origins[0] == "ordinary") != (origins[1] == "ordinary") {
      fields.report("ordinary patients stay ordinary, and casualties casualties", about: "class")
    }
    return Worsening(after: after, patientClass: joined)
  }

  private func postponement(
    _ fields: FieldReader, of owner: FieldReader
  ) -> Postponement? {
    if owner.has("planned"), owner.flag("planned") != true {
      owner.report(
        "only planned patients are postponed: set planned to true, or remove this", about: "postponement")
    }
    let emergency = classNames.index(of: "emergency_class", in: fields)
    if let emergency, classes[emergency].flag("planned") == true {
      fields.report("a patient who turns acute cannot join a planned class", about: "emergency_class")
    }
    let bands = fields.objects("bands")
    let starts = bands.map { $0.days("from") }
    fields.reportIfEmpty("bands")
    if let first = starts.first, let first, first != 0 {
      bands[0].report("the first band begins at 0", about: "from")
    }
    for index in bands.indices.dropFirst() {
      if let before = starts[index - 1], let start = starts[index], start <= before {
        bands[index].report("each band begins after the one before it", about: "from")
      }
    }
    return Postponement(
      bands: bands.map {
        Postponement.Band(
          fromDays: $0.days("from") ?? 0, emergencyPerDay: $0.perDay("emergency") ?? 0,
          deathPerDay: $0.perDay("death") ?? 0)
      }, emergencyClass: emergency ?? 0)
  }
}
