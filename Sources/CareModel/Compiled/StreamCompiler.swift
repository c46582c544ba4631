import RandomStreams
import SimulationKernel

extension NetworkCompiler {
  mutating func mix(_ shares: [(index: Int, share: Double)]) -> RowRange {
    let start = mixes.count
    let total = shares.reduce(0) { $0 + $1.share }
    var sum = 0.0
    for part in shares where part.share > 0 {
      sum += part.share / total
      mixes.append(MixRow(cumulative: sum, index: Int32(part.index)))
    }
    return RowRange(start: Int32(start), count: Int32(mixes.count - start))
  }

  private var startTicks: Int64 { SimulationDuration.days(network.runInDays).ticks }

  mutating func compileInflows() {
    for profile in network.profiles {
      profiles.append(ProfileRow(first: Int32(weeklyRates.count), partsOfHour: Int32(profile.partsOfHour)))
      let hourSum = profile.hours.reduce(0, +) / Double(profile.hours.count)
      let daySum = profile.weekdays.reduce(0, +) / Double(profile.weekdays.count)
      for day in profile.weekdays {
        for hour in profile.hours { weeklyRates.append(day / daySum * hour / hourSum) }
      }
    }
    let classMixes = network.inflows.map { inflow in
      mix(inflow.classes.map { (index: $0.patientClass, share: $0.share) })
    }
    let gaps: [Int32] = network.inflows.map { inflow in
      if case .renewal(let law) = inflow.process { return add(law) }
      return -1
    }
    let groups: [Int32] = network.inflows.map { inflow in inflow.groupSize.map { add($0) } ?? -1 }
    let factors = network.inflows.map { stateFactors.add($0.rateFactor, isOfStays: false) }
    for region in network.regions.indices {
      let start = inflows.count
      for (index, inflow) in network.inflows.enumerated() {
        let factor = factors[index]
        for facility in network.facilities.indices where network.facilities[facility].region == region {
          if let chosen = inflow.facilities, !chosen.contains(facility) { continue }
          addInflow(
            inflow, at: facility, mix: classMixes[index], gaps: gaps[index], group: groups[index],
            factor: factor)
        }
      }
      regionInflows.append(RowRange(start: Int32(start), count: Int32(inflows.count - start)))
    }
  }

  private mutating func addInflow(
    _ inflow: Inflow, at facility: Int, mix: RowRange, gaps: Int32, group: Int32, factor: Int32
  ) {
    let most = factor < 0 ? 1 : stateFactors.factors[Int(factor)].most
    let perDay: Double =
      switch inflow.ratePerDay {
      case .fixed(let value): value
      case .column(let name): value(of: name, at: facility) ?? 0
      }
    var row = InflowRow(
      facility: Int32(facility),
      originHash: streamHash(inflow.streamName(atFacility: network.facilities[facility].id)), mix: mix,
      ratePerHour: perDay / 24 * most, profile: Int32(inflow.profile ?? -1),
      season: inflow.profile.map { inflowRows.seasonOfProfile[$0] } ?? -1, factor: factor,
      groupSize: group,
      fromTicks: inflow.fromHours.map { startTicks + SimulationDuration.hours($0).ticks } ?? 0,
      untilTicks: inflow.untilHours.map { startTicks + SimulationDuration.hours($0).ticks } ?? .max,
      gaps: gaps,
      pulseCount: 0, pulseFromHours: 0, pulseSpanHours: 0, daily: RowRange(start: 0, count: 0),
      isObserved: false)
    row.meanPerDay = meanPerDay(inflow, ratePerHour: row.ratePerHour / most)
    switch inflow.process {
    case .poisson: if perDay <= 0 { return }
    case .renewal: break
    case .expectedByDay(let numbers):
      row.daily = RowRange(start: Int32(daily.count), count: Int32(numbers.count))
      daily += numbers.map { $0 * most }
    case .observedByDay(let counts):
      row.daily = RowRange(start: Int32(daily.count), count: Int32(counts.count))
      row.isObserved = true
      var sum = 0
      for count in counts {
        sum += count
        daily.append(Double(sum))
      }
    case .pulse(let count, let fromHours, let spanHours):
      if count == 0 { return }
      row.pulseCount = Int32(count)
      row.pulseFromHours = fromHours
      row.pulseSpanHours = spanHours
    case .appointments(let parts):
      let hours = parts.weekHours
      if hours.isEmpty { return }
      row.daily = RowRange(start: Int32(daily.count), count: Int32(hours.count))
      row.isWeekly = true
      daily += hours.map { Double(SimulationDuration.hours($0).ticks) }
    }
    if row.pulseCount > 0 || row.daily.count > 0 { row.gaps = -2 }
    if factor >= 0 { inflowRows.followers.append(row.originHash) }
    inflows.append(row)
  }

  /// Patients per day on average while they come; none of a pulse. What a multiplier that follows the state makes of it is
  /// not known beforehand: it counts as one.
  private func meanPerDay(_ inflow: Inflow, ratePerHour: Double) -> Double {
    let group = inflow.meanGroupSize
    switch inflow.process {
    case .poisson: return ratePerHour * 24 * group
    case .renewal(let gaps): return gaps.mean > 0 ? 24 / gaps.mean * group : 0
    case .expectedByDay(let numbers): return numbers.reduce(0, +) / Double(max(numbers.count, 1)) * group
    case .observedByDay(let counts): return Double(counts.reduce(0, +)) / Double(max(counts.count, 1)) * group
    case .appointments(let parts): return Double(parts.perWeek) / 7 * group
    case .pulse: return 0
    }
  }

  /// Where casualties of a region enter: facilities weighed by a column, else by their hospital beds.
  private mutating func entries(of region: Int, column: String?) -> RowRange {
    var weights: [(index: Int, share: Double)] = []
    for facility in network.facilities.indices where network.facilities[facility].region == region {
      var weight = 0.0
      if let column {
        weight = value(of: column, at: facility) ?? 0
      } else {
        for unit in network.units
        where unit.facility == facility && network.unitKinds[unit.kind].isHospitalBed {
          weight += Double(unit.staffedBeds)
        }
      }
      weights.append((facility, weight))
    }
    if weights.allSatisfy({ $0.share <= 0 }) {
      weights = weights.map { (index: $0.index, share: 1) }
    }
    return mix(weights)
  }

  mutating func compileScenario(_ scenario: Scenario) {
    let streamMixes = scenario.streams.map { stream in
      mix(stream.classes.map { (index: $0.patientClass, share: $0.share) })
    }
    let variations: [Int32] = scenario.streams.map { stream in
      if case .scaled(let law) = stream.variation { return add(law) }
      return -1
    }
    let diseaseMixes = (scenario.streams.map(\.fates) + scenario.events.map(\.fates)).map { fates in
      mix(fates.diseaseClasses.map { (index: $0.patientClass, share: $0.share) })
    }
    let streamDelays = scenario.streams.map { add($0.delay) }
    let massMixes = scenario.events.map { event in
      mix(event.classes.map { (index: $0.patientClass, share: $0.share) })
    }
    let massDelays = scenario.events.map { add($0.delay) }
    let massSizes = scenario.events.map { add($0.size) }
    for region in network.regions.indices {
      let start = casualties.count
      for (index, stream) in scenario.streams.enumerated() {
        addCasualties(
          stream, in: region, scenario, mix: streamMixes[index], delay: streamDelays[index],
          law: variations[index], cause: index, diseaseMix: diseaseMixes[index])
      }
      regionCasualties.append(RowRange(start: Int32(start), count: Int32(casualties.count - start)))
      let massStart = masses.count
      eventCount = scenario.events.count
      for (index, event) in scenario.events.enumerated() {
        let before = masses.count
        addMass(
          event, in: region, factor: scenario.casualtyFactor, mix: massMixes[index],
          delay: massDelays[index], size: massSizes[index], cause: scenario.streams.count + index,
          diseaseMix: diseaseMixes[scenario.streams.count + index],
          follows: scenario.disruptions.contains {
            $0.follower?.event == index && $0.strikes(region, network)
          })
        localMasses.append(masses.count > before ? Int32(before - massStart) : -1)
      }
      regionMasses.append(RowRange(start: Int32(massStart), count: Int32(masses.count - massStart)))
    }
  }

  private mutating func addCasualties(
    _ stream: CasualtyStream, in region: Int, _ scenario: Scenario, mix: RowRange, delay: Int32, law: Int32,
    cause: Int, diseaseMix: RowRange
  ) {
    let phaseStart = phases.count
    let force = stream.fates.force.map { scenario.forces[$0] }
    let factor = scenario.casualtyFactor / (force == nil ? 1 : 1_000)
    for phase in stream.phases {
      // The persons of a force who are in the region stand in the rate's place of a share.
      let share =
        force.map { $0.regions.contains { $0.region == region && $0.share > 0 } ? 1 : 0 }
        ?? phase.regions.reduce(0) { $0 + ($1.region == region ? $1.share : 0) }
      if share <= 0 { continue }
      phases.append(
        PhaseRow(
          fromHours: phase.fromDay * 24, untilHours: phase.untilDay * 24,
          perHourFrom: phase.meanPerDayFrom * share * factor / 24,
          perHourUntil: phase.meanPerDayUntil * share * factor / 24))
    }
    guard phases.count > phaseStart else { return }
    let origin = streamHash(stream.streamName(inRegion: network.regions[region].id))
    var row = CasualtyRow(
      originHash: origin,
      dayHash: streamHash(stream.dayStreamName), mix: mix,
      entry: entries(of: region, column: stream.entryColumn),
      phases: RowRange(start: Int32(phaseStart), count: Int32(phases.count - phaseStart)), variation: 0,
      cv: 0, delay: delay, law: law, cause: Int32(cause),
      fate: fate(stream.fates, diseaseMix: diseaseMix, origin: origin, region: region))
    switch stream.variation {
    case .none: break
    case .lognormal(let cv): (row.variation, row.cv) = (1, cv)
    case .gamma(let cv): (row.variation, row.cv) = (2, cv)
    case .exponential: (row.variation, row.cv) = (2, 1)
    case .scaled(let law): (row.variation, row.cv) = (3, law.mean)
    }
    casualties.append(row)
  }

  private mutating func addMass(
    _ event: MassCasualtyStream, in region: Int, factor: Double, mix: RowRange, delay: Int32, size: Int32,
    cause: Int, diseaseMix: RowRange, follows: Bool
  ) {
    let share = event.regions.reduce(0) { $0 + ($1.region == region ? $1.share : 0) }
    let scheduledStart = scheduledHours.count
    for planned in event.scheduled where planned.region == region {
      scheduledHours.append(planned.day * 24)
    }
    let rate = event.ratePerDay * share * factor / 24
    guard rate > 0 || follows || scheduledHours.count > scheduledStart else { return }
    let origin = streamHash(event.streamName(inRegion: network.regions[region].id))
    masses.append(
      MassRow(
        originHash: origin, mix: mix,
        entry: entries(of: region, column: event.entryColumn), ratePerHour: rate,
        fromHours: event.fromDay * 24, untilHours: event.untilDay * 24,
        scheduled: RowRange(
          start: Int32(scheduledStart), count: Int32(scheduledHours.count - scheduledStart)),
        size: size, delay: delay, cause: Int32(cause),
        fate: fate(event.fates, diseaseMix: diseaseMix, origin: origin, region: region)))
  }
}

extension Disruption {
  /// Whether it can happen in a region.
  func strikes(_ region: Int, _ network: CareNetwork) -> Bool {
    scheduled.contains { network.facilities[$0.facility].region == region }
      || facilities.contains { $0.share > 0 && network.facilities[$0.facility].region == region }
  }
}
