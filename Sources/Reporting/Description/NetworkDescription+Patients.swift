import CareModel
import RandomStreams

extension NetworkDescription {
  static func classes(_ network: CareNetwork) -> [String] {
    let ordered = network.orderedClasses
    return network.classes.enumerated().flatMap { index, patientClass in
      let who = ordered.contains(index) ? "ordered by steps" : patientClass.origin.rawValue
      var words = [who, "pathway \(network.pathways[patientClass.pathway].id)"]
      words += attributes(patientClass, network)
      return entry(patientClass.id, words.joined(separator: ", "))
    }
  }

  /// A class with what sets it apart, beside the pathway it follows.
  static func follower(_ patientClass: PatientClass, _ network: CareNetwork) -> String {
    "\(patientClass.id) (\(attributes(patientClass, network).joined(separator: ", ")))"
  }

  private static func death(_ law: DeathLaw) -> String {
    var words = [law.family.rawValue]
    switch law.median {
    case .hours(let hours): words.append("median \(Phrase.number(hours)) h")
    case .bySeverity(let minutes, let exponent):
      words.append("median \(Phrase.number(minutes)) × score to the power \(Phrase.number(exponent)) minutes")
    }
    if law.family != .exponential { words.append("shape \(Phrase.number(law.shape))") }
    if law.family == .logistic {
      words.append("from \(Phrase.percent(law.base)) to \(Phrase.percent(law.ceiling))")
    }
    if law.factorBeforeCare != 1 {
      words.append("hazard × \(Phrase.number(law.factorBeforeCare)) before care")
    }
    return words.joined(separator: " ")
  }

  private static func attributes(_ patientClass: PatientClass, _ network: CareNetwork) -> [String] {
    var words = ["priority \(patientClass.priority)"]
    if patientClass.isPlanned {
      words.append(patientClass.canWait ? "planned, can wait" : "planned, cannot wait")
    }
    if let law = patientClass.death { words.append("death: \(death(law))") }
    if let postponement = patientClass.postponement {
      words.append("postponed may become \(network.classes[postponement.emergencyClass].id)")
    }
    if let worsening = patientClass.worsening {
      words.append(
        "worsens to \(network.classes[worsening.patientClass].id) after a wait, \(LawWords.hours(worsening.after))"
      )
    }
    switch patientClass.seatNeed {
    case .any: break
    case .lying: words.append("needs a stretcher on the way")
    case .intensiveCare: words.append("needs intensive care on the way")
    }
    if patientClass.isEvacuable { words.append("evacuable") }
    return words
  }

  static func pathway(_ pathway: Pathway, _ network: CareNetwork) -> [String] {
    [pathway.id]
      + pathway.steps.flatMap { step in
        let unit = StepWords.unit(step, network)
        let stay = step.move == nil ? StepWords.stay(step) : "trip"
        let place = "  " + pad(step.id, 22) + unit
        var lines = entry(place, column: max(38, place.count + 1), stay)
        lines += entry(
          "", column: 6, "→ " + StepWords.line(step.next, by: step.nextBy, pathway, alone: .home, network))
        var more = StepWords.mechanisms(step, network)
        if step.patience != nil {
          more.append("who gives up → " + StepWords.line(step.gaveUp, pathway, alone: .gaveUp, network))
        }
        if StepWords.isRefusing(step, network) {
          more.append(
            "who is turned away → " + StepWords.line(step.refused, pathway, alone: .refused, network))
        }
        if !more.isEmpty { lines += entry("", column: 6, more.joined(separator: "; ")) }
        return lines
      }
  }

  static func inflows(_ network: CareNetwork) -> [String] {
    network.inflows.flatMap { inflow in
      var words = [process(inflow)]
      words.append(
        inflow.classes.map { "\(network.classes[$0.patientClass].id) \(Phrase.percent($0.share))" }
          .joined(separator: ", "))
      if let profile = inflow.profile { words.append(ProfileWords.text(network.profiles[profile])) }
      if let factor = inflow.rateFactor { words.append("rate " + ProfileWords.text(factor, network)) }
      if let size = inflow.groupSize {
        words.append("in groups of \(group(size, mean: inflow.meanGroupSize))")
      }
      if let facilities = inflow.facilities {
        words.append("at " + Phrase.some(facilities.map { network.facilities[$0].id }, most: 12))
      }
      if let from = inflow.fromHours { words.append("from hour \(Phrase.number(from))") }
      if let until = inflow.untilHours { words.append("until hour \(Phrase.number(until))") }
      return entry(inflow.id, words.joined(separator: "; "))
    }
  }

  private static func process(_ inflow: Inflow) -> String {
    switch inflow.process {
    case .poisson:
      switch inflow.ratePerDay {
      case .fixed(let value): "Poisson, \(Phrase.number(value)) a day at each facility"
      case .column(let name): "Poisson, a day by \(name)"
      }
    case .renewal(let law): "renewal, gaps \(LawWords.hours(law))"
    case .expectedByDay(let numbers):
      "Poisson, \(Phrase.number(numbers.reduce(0, +))) expected over \(Phrase.count(numbers.count, "day", "days")): "
        + Phrase.some(numbers.map { Phrase.number($0) }, most: 120)
    case .observedByDay(let counts):
      "\(SpokenNumber.text(counts.reduce(0, +))) patients over \(Phrase.count(counts.count, "day", "days")): "
        + Phrase.some(counts.map(String.init), most: 120)
    case .pulse(let count, let from, let span):
      "\(SpokenNumber.text(count)) patients over \(Phrase.number(span)) h from hour \(Phrase.number(from))"
    case .appointments(let parts):
      "\(SpokenNumber.text(parts.perWeek)) a week by appointment: "
        + Phrase.some(parts.map(appointments), most: 40)
    }
  }

  private static func appointments(_ part: Inflow.Appointments) -> String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let days = part.weekdays.count == 7 ? "daily" : part.weekdays.map { names[$0] }.joined(separator: " ")
    let over = part.spanHours > 0 ? " over \(Phrase.number(part.spanHours)) h" : ""
    return "\(days) \(Phrase.clock(part.fromMinute)) \(SpokenNumber.text(part.count))\(over)"
  }

  private static func group(_ size: Distribution, mean: Double) -> String {
    if case .constant(let value) = size { return Phrase.number(value) }
    return "mean \(Phrase.number(mean))"
  }

  static func presentAtStart(_ network: CareNetwork) -> [String] {
    network.presentAtStart.flatMap { group in
      let patientClass = network.classes[group.patientClass]
      let pathway = network.pathways[patientClass.pathway]
      let number =
        switch group.number {
        case .patients(let count): "\(Phrase.place(count)) patients"
        case .shareOfPlaces(.fixed(let share)): "\(Phrase.percent(share)) of the places"
        case .shareOfPlaces(.column(let name)): "a share of the places by \(name)"
        }
      let places =
        group.facilities.map { chosen in
          "at " + Phrase.some(chosen.map { network.facilities[$0].id }, most: 12)
        } ?? "at each facility"
      let remaining =
        group.remaining.map { "with \(LawWords.hours($0)) left" } ?? "met at a random moment of their stay"
      return entry(
        group.id,
        "\(number) of class \(patientClass.id) in \(pathway.id)/\(pathway.steps[group.step].id) \(places), \(remaining)"
      )
    }
  }

  static func fleets(_ network: CareNetwork) -> [String] {
    network.fleets.flatMap { entry($0.id, TransportDrawing.facts($0).joined(separator: ", ")) }
      + TransportWords.ways(network)
  }

  static func stocks(_ network: CareNetwork) -> [String] {
    network.stocks.flatMap { stock in
      let delivered =
        stock.deliveryPerDay == .fixed(0)
        ? "no deliveries"
        : "\(Phrase.place(stock.deliveryPerDay)) a day delivered "
          + (stock.deliveryIntervalDays == 1 ? "each day" : "every \(stock.deliveryIntervalDays) days")
      let largest =
        (stock.largest.map { ", at most \(Phrase.place($0))" } ?? "")
        + (stock.shelfLifeDays.map {
          ", thrown away after \(Phrase.count($0, "day", "days")), the oldest used first"
        }
          ?? "") + (stock.normalUsePerDay.map { ", normal use \(Phrase.place($0)) a day" } ?? "")
      return entry(
        stock.id,
        "\(stock.title): \(Phrase.place(stock.level)) in each region at the start, \(delivered)\(largest)")
    }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
