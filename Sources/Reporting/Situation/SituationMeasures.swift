package import CareModel

/// The declared measures of a situation picture. A mechanism that a model does not have leaves no row; a new mechanism
/// is added here, in one place, and appears on the page, in the JSON file and in the tests of both.
package enum SituationMeasures {
  /// The measures of a network, in the order of the page.
  ///
  /// - Parameter word: what a title of the model is called in each language.
  /// - Complexity: O(kinds + fleets + stocks + professions).
  package static func all(
    _ network: CareNetwork, word: (String) -> LocalText
  ) -> [DeclaredSituationMeasure] {
    let kinds = network.unitKinds.indices
    let municipal = network.municipalKinds
    let beds = kinds.filter { network.unitKinds[$0].isHospitalBed && !municipal.contains($0) }
    let rest = kinds.filter { !network.unitKinds[$0].isHospitalBed && !municipal.contains($0) }
    return beds.filter { network.unitKinds[$0].isIntensiveCare }
      .flatMap { places(network, $0, .intensiveCare, word) }
      + beds.filter { !network.unitKinds[$0].isIntensiveCare }
      .flatMap { places(network, $0, .wards, word) }
      + rest.flatMap { others(network, $0, word) }
      + dischargeReady(network, beds, municipal)
      + municipal.flatMap { places(network, $0, .municipalCare, word) }
      + planned(network)
      + network.fleets.indices.flatMap { fleet(network, $0, word) }
      + network.stocks.indices.flatMap { stock(network, $0, word) }
      + network.professions.indices.map { profession(network, $0, word) }
      + casualties
  }

  private static func places(
    _ network: CareNetwork, _ kind: Int, _ report: SituationReportKind, _ word: (String) -> LocalText
  ) -> [DeclaredSituationMeasure] {
    let unit = network.unitKinds[kind]
    let name = unit.columnName
    let group = SituationWords.kind(kind, of: network, word)
    func measure(
      _ id: String, _ title: LocalText, form: SituationMeasure.Form = .count, isForecast: Bool = false,
      _ count: @escaping @Sendable (SituationFrame, [UnitSample]) -> SituationQuantity
    ) -> DeclaredSituationMeasure {
      DeclaredSituationMeasure(
        measure: SituationMeasure(
          id: "\(name)_\(id)", report: report, group: group, title: title, form: form,
          isForecast: isForecast, isOfHospitals: report != .municipalCare)
      ) { frame, region, facility in
        let units = frame.units(kind, region, facility)
        return units.isEmpty ? nil : count(frame, units)
      }
    }
    return [
      measure("available_places", SituationWords.available) { frame, units in
        SituationQuantity(units.sum { frame.available($0) })
      },
      measure("occupied_places", SituationWords.occupied, isForecast: true) { _, units in
        SituationQuantity(units.sum { $0.occupied })
      },
      measure("free_places", SituationWords.free) { frame, units in
        SituationQuantity(units.sum { frame.free($0) })
      },
      measure("free_share", SituationWords.freeShare, form: .share) { frame, units in
        SituationQuantity(
          Double(units.sum { frame.free($0) }), over: Double(units.sum { frame.available($0) }))
      },
      measure("over_places", SituationWords.over) { frame, units in
        SituationQuantity(units.sum { frame.over($0) })
      },
      measure("waiting_patients", SituationWords.waiting, isForecast: true) { _, units in
        SituationQuantity(units.sum { $0.waiting })
      },
    ]
  }

  private static func others(
    _ network: CareNetwork, _ kind: Int, _ word: (String) -> LocalText
  ) -> [DeclaredSituationMeasure] {
    let unit = network.unitKinds[kind]
    let group = SituationWords.kind(kind, of: network, word)
    func measure(
      _ id: String, _ title: LocalText, _ count: @escaping @Sendable (UnitSample) -> Int
    ) -> DeclaredSituationMeasure {
      DeclaredSituationMeasure(
        measure: SituationMeasure(
          id: "\(unit.columnName)_\(id)", report: .otherUnits, group: group, title: title)
      ) { frame, region, facility in
        let units = frame.units(kind, region, facility)
        return units.isEmpty ? nil : SituationQuantity(units.sum(count))
      }
    }
    return [
      measure("occupied_places", SituationWords.inPlaces) { $0.occupied },
      measure("waiting_patients", SituationWords.waiting) { $0.waiting },
    ]
  }

  private static func dischargeReady(
    _ network: CareNetwork, _ beds: [Int], _ municipal: [Int]
  ) -> [DeclaredSituationMeasure] {
    guard network.pathways.contains(where: { $0.steps.contains { $0.isDischargeReady } }) else { return [] }
    return [
      DeclaredSituationMeasure(
        measure: SituationMeasure(
          id: "discharge_ready_patients", report: .municipalCare, group: SituationWords.dischargeGroup,
          title: SituationWords.dischargeReady, isForecast: true)
      ) { frame, region, facility in
        guard facility == nil else { return nil }
        return SituationQuantity(
          beds.reduce(0) { sum, kind in sum + frame.units(kind, region).sum { $0.dischargeReady } })
      }
    ]
  }

  private static func planned(_ network: CareNetwork) -> [DeclaredSituationMeasure] {
    guard network.classes.contains(where: { $0.isPlanned && $0.canWait }) else { return [] }
    let week = PlannedWeek(network)
    let window = 168
    func measure(
      _ id: String, _ title: LocalText, form: SituationMeasure.Form = .count, windowHours: Int? = nil,
      isForecast: Bool = false,
      _ count: @escaping @Sendable (SituationFrame, Int) -> SituationQuantity
    ) -> DeclaredSituationMeasure {
      DeclaredSituationMeasure(
        measure: SituationMeasure(
          id: "planned_\(id)", report: .plannedCare, group: SituationWords.planned, title: title, form: form,
          windowHours: windowHours, isForecast: isForecast)
      ) { frame, region, facility in facility == nil ? count(frame, region) : nil }
    }
    @Sendable func postponed(_ frame: SituationFrame, _ region: Int) -> Int {
      frame.region(region).counts.postponed
        - frame.region(region, hoursBefore: window).counts.postponed
    }
    return [
      measure("started_share", SituationWords.plannedLevel, form: .share, windowHours: window) {
        let normal = week.patients(region: $1, from: max(0, $0.hour - window), until: $0.hour)
        return SituationQuantity(max(0, normal - Double(postponed($0, $1))), over: normal)
      },
      measure("postponed_7_days_patients", SituationWords.postponed, windowHours: window) {
        SituationQuantity(postponed($0, $1))
      },
      measure("list_patients", SituationWords.list, isForecast: true) {
        SituationQuantity($0.region($1).postponed)
      },
    ]
  }

  private static func fleet(
    _ network: CareNetwork, _ fleet: Int, _ word: (String) -> LocalText
  ) -> [DeclaredSituationMeasure] {
    let one = network.fleets[fleet]
    let group = word(one.title)
    func measure(
      _ id: String, _ title: LocalText, isForecast: Bool = false,
      _ count: @escaping @Sendable (RegionSample.FleetSample) -> Int
    ) -> DeclaredSituationMeasure {
      DeclaredSituationMeasure(
        measure: SituationMeasure(
          id: "\(one.id.columnName)_\(id)", report: .transport, group: group, title: title,
          isForecast: isForecast)
      ) { frame, region, facility in
        let fleets = frame.region(region).fleets
        return facility == nil && fleets.indices.contains(fleet)
          ? SituationQuantity(count(fleets[fleet])) : nil
      }
    }
    let waiting = measure("waiting_patients", SituationWords.vehicleQueue, isForecast: true) { $0.waiting }
    // The vehicles of a national desk are at no region.
    if one.isNational { return [waiting] }
    return [
      waiting, measure("free_vehicles", SituationWords.freeVehicles) { max(0, $0.vehicles - $0.away) },
      measure("vehicles", SituationWords.vehicles) { $0.vehicles },
    ]
  }

  private static func stock(
    _ network: CareNetwork, _ stock: Int, _ word: (String) -> LocalText
  ) -> [DeclaredSituationMeasure] {
    let one = network.stocks[stock]
    let group = word(one.title)
    func measure(
      _ id: String, _ title: LocalText, form: SituationMeasure.Form, windowHours: Int? = nil,
      _ count: @escaping @Sendable (SituationFrame, Int) -> SituationQuantity
    ) -> DeclaredSituationMeasure {
      DeclaredSituationMeasure(
        measure: SituationMeasure(
          id: "\(one.id.columnName)_\(id)", report: .stocks, group: group, title: title, form: form,
          windowHours: windowHours)
      ) { frame, region, facility in
        facility == nil && frame.region(region).stocks.indices.contains(stock) ? count(frame, region) : nil
      }
    }
    var measures = [
      measure("left_amount", SituationWords.stockLevel, form: .amount) { frame, region in
        SituationQuantity(frame.region(region).stocks[stock].level)
      },
      measure("current_use_days", SituationWords.daysAtCurrentUse, form: .days, windowHours: 24) {
        frame, region in
        // At least a day of use, so that a few hours of the first day are not taken for one.
        let use = frame.hour >= 24 ? frame.usedInADay(stock, region) : 0
        return SituationQuantity(frame.region(region).stocks[stock].level, over: use)
      },
    ]
    if let normal = one.normalUsePerDay {
      measures.insert(
        measure("normal_use_days", SituationWords.daysAtNormalUse, form: .days) { frame, region in
          SituationQuantity(
            frame.region(region).stocks[stock].level, over: frame.network.value(normal, of: region))
        }, at: 1)
    }
    return measures
  }

  private static func profession(
    _ network: CareNetwork, _ profession: Int, _ word: (String) -> LocalText
  ) -> DeclaredSituationMeasure {
    let one = network.professions[profession]
    return DeclaredSituationMeasure(
      measure: SituationMeasure(
        id: "\(one.id.columnName)_present_persons", report: .staff, group: SituationWords.staff,
        title: word(one.title), form: .amount)
    ) { frame, region, facility in
      let present = frame.region(region).staff
      return facility == nil && present.indices.contains(profession)
        ? SituationQuantity(present[profession]) : nil
    }
  }

  /// What has happened in the day before the cut-off.
  private static var casualties: [DeclaredSituationMeasure] {
    func measure(
      _ id: String, _ title: LocalText, _ count: @escaping @Sendable (RegionCounts) -> Int
    ) -> DeclaredSituationMeasure {
      DeclaredSituationMeasure(
        measure: SituationMeasure(
          id: "\(id)_24_hours_patients", report: .casualties, group: SituationWords.lastDay, title: title,
          windowHours: 24)
      ) { frame, region, facility in
        guard facility == nil else { return nil }
        let before = frame.region(region, hoursBefore: 24).counts
        return SituationQuantity(count(frame.region(region).counts) - count(before))
      }
    }
    return [
      measure("casualties_received", SituationWords.casualtiesReceived) { $0.casualtyArrivals },
      measure("casualty_deaths", SituationWords.casualtyDeaths) { $0.casualtyDeaths },
      measure("deaths", SituationWords.deaths) { $0.deaths },
      measure("sent_to_other_regions", SituationWords.sent) { $0.transfersOut },
      measure("received_from_other_regions", SituationWords.received) { $0.transfersIn },
      measure("evacuated", SituationWords.evacuated) { $0.evacuated },
    ]
  }
}

extension SituationFrame {
  /// Used of a stock in the 24 hours before the cut-off.
  fileprivate func usedInADay(_ stock: Int, _ region: Int) -> Double {
    let today = self.region(region).stocks[stock].usedToday
    // The moment of midnight is still of the day that ends.
    if hour % 24 == 0 { return today }
    let yesterday = regionAtMidnight(region).stocks[stock].usedToday
    return today + yesterday - self.region(region, hoursBefore: 24).stocks[stock].usedToday
  }
}

extension CareNetwork {
  /// Kinds of unit that discharge-ready patients go on to and that are no hospital beds.
  var municipalKinds: [Int] {
    var kinds: [Int] = []
    for pathway in pathways {
      for step in pathway.steps where step.isDischargeReady {
        for branch in step.next {
          guard case .step(let next) = branch.target, let kind = pathway.steps[next].unitKind,
            !unitKinds[kind].isHospitalBed, !kinds.contains(kind)
          else { continue }
          kinds.append(kind)
        }
      }
    }
    return kinds.sorted()
  }

  /// The number at a region.
  fileprivate func value(_ number: PlaceNumber, of region: Int) -> Double {
    switch number {
    case .fixed(let value): value
    case .column(let name): regions[region].parameters.first { $0.name == name }?.value ?? 0
    }
  }
}

extension [UnitSample] {
  fileprivate func sum(_ count: (UnitSample) -> Int) -> Int { reduce(0) { $0 + count($1) } }
}

extension String {
  /// An identifier as part of a key.
  fileprivate var columnName: String { String(map { $0 == "-" ? "_" : $0 }) }
}
