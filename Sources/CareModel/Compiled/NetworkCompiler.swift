import RandomStreams
import SimulationKernel

extension NetworkTables {
  /// Compiles a checked network and scenario.
  ///
  /// - Parameter byInversion: whether draws of distributions are by inversion, for antithetic pairs.
  /// - Precondition: the description is valid (see ``CareNetwork/problems(with:)``): indices lie inside
  ///   their arrays and shares sum to one.
  /// - Complexity: O(facilities² + steps + streams × regions).
  package init(_ network: CareNetwork, scenario: Scenario, byInversion: Bool = false) {
    var compiler = NetworkCompiler(network: network, drawsByInversion: byInversion)
    compiler.compilePathways()
    compiler.compileInflows()
    compiler.compileScenario(scenario)
    compiler.compileDisruptions(scenario)
    let turnarounds = network.unitKinds.map { kind in kind.turnaround.map { compiler.add($0) } ?? -1 }
    let takers = TakerIndex.together(network)
    let askers = TakerIndex.instead(network)
    let ways = WayTable(network)
    let calendars = CalendarTables(network)
    let staff = StaffTables(network, scenario, calendars: calendars)
    let modes = WayModes(network)

    let hoursBefore = network.runInDays * 24
    let weekHours = 168.0
    let wrapped = (Double(network.firstWeekday) * 24 - hoursBefore).truncatingRemainder(dividingBy: weekHours)
    var desks: [Int32] = []
    var nextDesk = Int32(1 + network.regions.count)
    for fleet in network.fleets {
      desks.append(fleet.isNational ? nextDesk : -1)
      if fleet.isNational { nextDesk += 1 }
    }
    let reach = FleetReach(network, modes: modes, ways: ways)
    let places = PlaceIndex(network, calendars: calendars, reach: reach)
    let targets = MoveTargets(network, places: places, reach: reach)

    self.init(
      regionCount: network.regions.count, facilityCount: network.facilities.count,
      kindCount: network.unitKinds.count, classCount: network.classes.count,
      fleetCount: network.fleets.count,
      startHourOfWeek: Int((wrapped < 0 ? wrapped + weekHours : wrapped).rounded()) % 168,
      runInTicks: SimulationDuration.days(network.runInDays).ticks,
      distributions: Slab(compiler.distributions), distributionTables: Slab(compiler.tables),
      steps: Slab(compiler.steps), branches: Slab(compiler.branches),
      guards: Slab(compiler.guards), stepGuards: Slab(compiler.stepGuards),
      rareSteps: Slab(compiler.rareSteps),
      otherKinds: Slab(compiler.otherKinds),
      capabilities: Slab(compiler.capabilities),
      moves: Slab(compiler.moves), moveTargets: Slab(targets.ranges), moveTargetRows: Slab(targets.rows),
      classes: Slab(compiler.classes), bands: Slab(compiler.bands),
      kinds: Slab(
        network.unitKinds.indices.map {
          KindRow(
            network.unitKinds[$0], turnaround: turnarounds[$0], takers: takers.ranges[$0],
            askers: askers.ranges[$0])
        }),
      facilities: Slab(compiler.facilityRows()), placeNumbers: Slab(compiler.placeNumbers),
      unitOf: Slab(places.unitOf), nearUnits: Slab(places.nearUnits), orderUnits: Slab(places.orderUnits),
      nearUnitRows: Slab(places.nearUnitRows), nearestElsewhere: Slab(places.nearestElsewhere),
      hubs: Slab(places.hubs), kilometres: Slab(reach.kilometres), units: Slab(places.units),
      regionUnits: Slab(places.regionUnits), inflows: Slab(compiler.inflows),
      regionInflows: Slab(compiler.regionInflows), profiles: Slab(compiler.profiles),
      weeklyRates: Slab(compiler.weeklyRates),
      daily: Slab(compiler.daily),
      mixes: Slab(compiler.mixes), phases: Slab(compiler.phases), casualties: Slab(compiler.casualties),
      regionCasualties: Slab(compiler.regionCasualties), masses: Slab(compiler.masses),
      regionMasses: Slab(compiler.regionMasses), scheduledHours: Slab(compiler.scheduledHours),
      stockCount: network.stocks.count, stocks: Slab(compiler.stockRows()),
      stockUses: Slab(compiler.stockUses),
      deliveryChanges: Slab(scenario.deliveries.map { DeliveryChangeRow($0) }),
      disruptions: Slab(compiler.disruptions), regionDisruptions: Slab(compiler.regionDisruptions),
      disruptedKinds: Slab(compiler.disruptedKinds), togetherKinds: Slab(compiler.togetherKinds),
      takerKinds: Slab(takers.rows), askerKinds: Slab(askers.rows),
      credits: Slab(CreditRow.rows(network)),
      inflow: compiler.inflowRows.tables(network, scenario), stateFactors: compiler.stateFactors.tables(),
      orders: Slab(compiler.orders),
      fleets: Slab(compiler.fleetRows(ways, scenario)),
      transport: TransportTables(network, scenario, ways, modes),
      regionVehicles: Slab(reach.regionVehicles), desks: Slab(desks),
      pictureInterval: .hours(network.situation.intervalHours),
      pictureDelay: .hours(network.situation.delayHours),
      canInterrupt: !scenario.disruptions.isEmpty || network.unitKinds.contains { $0.preemption != .none }
        || network.classes.contains { $0.worsening != nil } || !scenario.closures.isEmpty
        || !scenario.transportLosses.isEmpty,
      isMortal: compiler.classes.contains { $0.deathFamily != 0 }
        || compiler.steps.contains { $0.waitRatePerHour > 0 },
      calendars: calendars, surge: SurgeTables(network, scenario), staff: staff,
      tallyPlan: TallyPlan(network), purposes: Purposes())
  }
}

/// Gathers the rows of one network: pathways here, streams and places in files of their own.
struct NetworkCompiler {
  let network: CareNetwork
  let drawsByInversion: Bool
  var distributions: [CompiledDistribution] = []
  var tables: [Double] = []
  var steps: [StepRow] = []
  var branches: [BranchRow] = []
  var guards: [GuardRow] = []
  var stepGuards: [RowRange] = []
  var stateFactors = StateFactorRows()
  var orders: [OrderRow] = []
  var rareSteps: [RareStepRow] = []
  var otherKinds: [Int32] = []
  var capabilityNames: [String] = []
  var capabilities: [Bool] = []
  var moves: [MoveRow] = []
  var classes: [ClassRow] = []
  var bands: [BandRow] = []
  var columns: [String] = []
  var placeNumbers: [Double] = []
  var mixes: [MixRow] = []
  var inflows: [InflowRow] = []
  var regionInflows: [RowRange] = []
  var profiles: [ProfileRow] = []
  var weeklyRates: [Double] = []
  var daily: [Double] = []
  var phases: [PhaseRow] = []
  var casualties: [CasualtyRow] = []
  var regionCasualties: [RowRange] = []
  var masses: [MassRow] = []
  var regionMasses: [RowRange] = []
  var scheduledHours: [Double] = []
  var disruptions: [DisruptionRow] = []
  var regionDisruptions: [RowRange] = []
  var disruptedKinds: [Int32] = []
  var togetherKinds: [Int32] = []
  var stockUses: [StockUseRow] = []
  var inflowRows: InflowRows
  /// Place of each event among the mass-casualty streams of a region, or −1: `region * eventCount + event`.
  var localMasses: [Int32] = []
  var eventCount = 0

  init(network: CareNetwork, drawsByInversion: Bool) {
    self.network = network
    inflowRows = InflowRows(network)
    self.drawsByInversion = drawsByInversion
  }

  mutating func add(_ distribution: Distribution) -> Int32 {
    distributions.append(
      drawsByInversion
        ? CompiledDistribution(inverting: distribution, tables: &tables)
        : CompiledDistribution(distribution, tables: &tables))
    return Int32(distributions.count - 1)
  }

  /// The number of `name` at a facility, else at its region, else nil.
  func value(of name: String, at facility: Int) -> Double? {
    let place = network.facilities[facility]
    if let own = place.parameters.first(where: { $0.name == name }) { return own.value }
    return network.regions[place.region].parameters.first { $0.name == name }?.value
  }

  mutating func row(_ number: PlaceNumber) -> PlaceNumberRow {
    switch number {
    case .fixed(let value): return PlaceNumberRow(column: -1, value: value)
    case .column(let name):
      if let known = columns.firstIndex(of: name) { return PlaceNumberRow(column: Int32(known), value: 0) }
      columns.append(name)
      for facility in network.facilities.indices {
        placeNumbers.append(value(of: name, at: facility) ?? 0)
      }
      return PlaceNumberRow(column: Int32(columns.count - 1), value: 0)
    }
  }

  mutating func compilePathways() {
    var firstSteps: [Int] = []
    for pathway in network.pathways {
      let first = steps.count
      firstSteps.append(first)
      for step in pathway.steps { compile(step, of: pathway, first: first) }
    }
    for patientClass in network.classes {
      compile(patientClass, firstStep: firstSteps[patientClass.pathway])
    }
  }

  private mutating func compile(_ step: Step, of pathway: Pathway, first: Int) {
    let ways = step.next.isEmpty ? [Branch(to: .exit(.home))] : step.next
    let plain = ways.filter { $0.condition == nil }
    let next = compile(plain.isEmpty ? [Branch(to: .exit(.home))] : plain, first: first)
    stepGuards.append(compileGuards(ways, first: first))
    rareSteps.append(
      RareStepRow(
        leavesFree: Int32(step.leavesFree), endsDuring: Int32(step.endsDuring ?? -1),
        waitsWhile: Int32(step.waitsWhile ?? -1),
        others: RowRange(start: Int32(otherKinds.count), count: Int32(step.otherUnits.count)),
        othersAfterTicks: SimulationDuration.hours(step.otherUnitsAfterHours).ticks, nextBy: step.nextBy,
        stayByState: stateFactors.add(step.stayByState, isOfStays: true),
        orders: RowRange(start: Int32(orders.count), count: Int32(step.orders.count)),
        awaitsOrders: step.awaitsOrders))
    orders += step.orders.enumerated().map { place, orderClass in
      OrderRow(
        patientClass: Int32(orderClass), nameHash: streamHash("\(pathway.id).\(step.id).order-\(place)"))
    }
    otherKinds += step.otherUnits.map { Int32($0) }
    let refused = compile(step.refused, first: first)
    let gaveUp = compile(step.gaveUp, first: first)
    let together = RowRange(start: Int32(togetherKinds.count), count: Int32(step.together.count))
    togetherKinds += step.together.map { Int32($0) }
    let uses = RowRange(start: Int32(stockUses.count), count: Int32(step.uses.count))
    stockUses += step.uses.map { StockUseRow($0) }
    let whenFull = step.whenFull ?? step.unitKind.map { network.unitKinds[$0].whenFull }
    steps.append(
      StepRow(
        unitKind: Int16(step.unitKind ?? -1), keepsBed: step.keepsBed,
        isDischargeReady: step.isDischargeReady, givesUpPlace: step.givesUpPlace,
        refuses: whenFull == .refuse,
        refusesWhenShort: step.uses.contains { $0.whenShort == .refuse },
        looksAhead: step.nextBy != .shares || ways.contains { $0.condition != nil },
        passesThrough: step.isBranchAlone,
        beginsWithMore: (step.careFactor ?? -1) >= 0 || step.isDischargeReady || uses.count > 0
          || step.endsDuring != nil || !step.orders.isEmpty,
        needsMore: together.count > 0 || uses.count > 0 || step.leavesFree > 0,
        endsWithMore: (step.careFactorAfter ?? -1) >= 0 || together.count > 0 || step.awaitsOrders,
        seatNeed: step.seatNeed?.code ?? 255, priority: priority(of: step, in: pathway),
        move: Int16(step.move == nil ? -1 : moves.count), stay: step.stay.map { add($0) } ?? -1,
        stayPurpose: streamHash("\(pathway.id).\(step.id).stay"),
        branchPurpose: streamHash("\(pathway.id).\(step.id).branch"),
        branchStart: next.start, branchCount: UInt16(next.count), refusedCount: UInt16(refused.count),
        transferPurpose: streamHash("\(pathway.id).\(step.id).transfer"), stayFactor: row(step.stayFactor),
        careFactorAfter: step.careFactorAfter ?? -1,
        waitRatePerHour: (step.waitDeath?.ratePerDay ?? 0) / 24, careFactor: step.careFactor ?? -1,
        together: together, uses: uses, patience: step.patience.map { add($0) } ?? -1, gaveUp: gaveUp,
        patiencePurpose: streamHash("\(pathway.id).\(step.id).patience"),
        worseningPurpose: streamHash("\(pathway.id).\(step.id).worsening"),
        gaveUpPurpose: streamHash("\(pathway.id).\(step.id).gave-up"),
        refusedStart: refused.start,
        refusedPurpose: streamHash("\(pathway.id).\(step.id).refused")))
    if let move = step.move {
      moves.append(
        MoveRow(
          fleet: Int32(move.fleet), way: move.way.map { add($0) } ?? -1, leastHours: move.leastHours ?? -1,
          destinationPurpose: streamHash("\(pathway.id).\(step.id).destination"),
          wayPurpose: streamHash("\(pathway.id).\(step.id).way")))
    }
  }

  private func priority(of step: Step, in pathway: Pathway) -> UInt8 {
    if let priority = step.priority { return UInt8(priority) }
    return pathway.steps.contains { $0.priority != nil } ? StepRow.classPriority : StepRow.samePriority
  }

  /// The code of a way on: a step, or −1 − outcome.
  func target(_ target: Branch.Target, first: Int) -> Int32 {
    switch target {
    case .step(let index): Int32(first + index)
    case .exit(let outcome): -1 - Int32(outcome.code)
    }
  }

  private mutating func compile(_ ways: [Branch], first: Int) -> RowRange {
    let start = branches.count
    for way in ways {
      let target = target(way.target, first: first)
      let share = way.share.map { row($0) } ?? PlaceNumberRow(column: -1, value: -1)
      branches.append(BranchRow(target: target, share: share))
    }
    return RowRange(start: Int32(start), count: Int32(branches.count - start))
  }

  private mutating func compile(_ patientClass: PatientClass, firstStep: Int) {
    let bandStart = bands.count
    for band in patientClass.postponement?.bands ?? [] {
      bands.append(
        BandRow(
          fromHours: band.fromDays * 24, emergencyPerHour: band.emergencyPerDay / 24,
          deathPerHour: band.deathPerDay / 24))
    }
    var median = 0.0
    var exponent = 0.0
    var family: UInt8 = 0
    if let law = patientClass.death {
      switch law.median {
      case .hours(let hours): median = hours
      case .bySeverity(let factorMinutes, let power):
        median = factorMinutes / 60
        exponent = power
      }
      family =
        switch law.family {
        case .exponential: 1
        case .weibull: 2
        case .logLogistic: 3
        case .lognormal: 4
        case .gompertz: 5
        case .logistic: 6
        }
    }
    classes.append(
      ClassRow(
        firstStep: Int32(firstStep), idHash: streamHash(patientClass.id), origin: patientClass.origin.code,
        priority: UInt8(patientClass.priority), isPlanned: patientClass.isPlanned,
        canWait: patientClass.canWait, isEvacuable: patientClass.isEvacuable,
        lowestSeverity: Int32(patientClass.injurySeverity.lowerBound),
        highestSeverity: Int32(patientClass.injurySeverity.upperBound), deathFamily: family,
        deathShape: patientClass.death?.shape ?? 1, deathMedian: median, deathExponent: exponent,
        deathBase: patientClass.death?.base ?? 0, deathCeiling: patientClass.death?.ceiling ?? 1,
        factorBeforeCare: patientClass.death?.factorBeforeCare ?? 1, bandStart: Int32(bandStart),
        bandCount: Int32(bands.count - bandStart),
        emergencyClass: Int32(patientClass.postponement?.emergencyClass ?? 0),
        worsening: patientClass.worsening.map { add($0.after) } ?? -1,
        worseClass: Int32(patientClass.worsening?.patientClass ?? 0),
        worseningsLeft: UInt8(clamping: network.classesAfter(patientClass).count),
        seatNeed: patientClass.seatNeed.code, needsDetails: network.canDieByTime(patientClass)))
  }

  func facilityRows() -> [FacilityRow] {
    var networks: [String] = []
    for region in network.regions where !networks.contains(region.roadNetwork) {
      networks.append(region.roadNetwork)
    }
    return network.facilities.map { facility in
      let road = network.regions[facility.region].roadNetwork
      return FacilityRow(
        region: Int32(facility.region), roadNetwork: Int32(networks.firstIndex(of: road) ?? 0))
    }
  }
}

extension KindRow {
  init(_ kind: UnitKind, turnaround: Int32, takers: RowRange, askers: RowRange) {
    self.init(
      isFIFO: kind.queue == .fifo, isByCredit: kind.queue == .credit,
      helpsWithinRegion: kind.helpWithinRegion,
      isOneLine: kind.helpWithinRegion && kind.helpOrder == .oneLine,
      isHospitalBed: kind.isHospitalBed, isIntensiveCare: kind.isIntensiveCare,
      needsTransport: kind.needsTransport,
      limitIsPhysical: kind.limit == .physical,
      targetTicks: Int64((kind.waitTargetHours * 3_600_000_000).rounded()),
      preempts: kind.preemption != .none, restarts: kind.preemption == .restart, takers: takers,
      askers: askers, turnaround: turnaround)
  }
}

extension Outcome {
  /// Place among all outcomes.
  package var code: Int { Outcome.allCases.firstIndex(of: self) ?? 0 }
}

extension PatientOrigin {
  var code: UInt8 {
    switch self {
    case .ordinary: 0
    case .civilian: 1
    case .military: 2
    }
  }
}

extension CareNetwork {
  /// Whether a law of death is that of a class, or of one that its patients can come to by worsening.
  fileprivate func canDieByTime(_ patientClass: PatientClass) -> Bool {
    patientClass.death != nil || classesAfter(patientClass).contains { $0.death != nil }
  }

  /// The classes that patients of one can come to by worsening, in that order.
  fileprivate func classesAfter(_ patientClass: PatientClass) -> [PatientClass] {
    var (after, last) = ([PatientClass](), patientClass)
    // As many steps as there are classes lead round.
    while let worse = last.worsening?.patientClass, after.count < classes.count {
      last = classes[worse]
      after.append(last)
    }
    return after
  }
}

extension CareNetwork {
  /// What a number is in a region; 0 where its column has none.
  func number(_ number: PlaceNumber, ofRegion region: Int) -> Double {
    switch number {
    case .fixed(let value): value
    case .column(let name): regions[region].parameters.first { $0.name == name }?.value ?? 0
    }
  }
}
