import RandomStreams
import SimulationKernel
import Synchronization

/// A network and a scenario compiled to integer-indexed rows, read and never written during a run.
///
/// Entities: 0 is the national office, 1…R the regions, then one desk for each national fleet.
package struct NetworkTables: ~Copyable {
  /// Never read: see the same in `RegionState`. Two kilobytes were copied at every call.
  private let stays = Atomic<UInt8>(0)
  // Sizes.
  package let regionCount: Int
  package let facilityCount: Int
  package let kindCount: Int
  package let classCount: Int
  package let fleetCount: Int
  /// Hours of the week at the start of the run-in, 0 ..< 168.
  let startHourOfWeek: Int
  let runInTicks: Int64

  // Rows.
  var distributions: Slab<CompiledDistribution>
  var distributionTables: Slab<Double>
  var steps: Slab<StepRow>
  var branches: Slab<BranchRow>
  /// Branches with a condition, and the run of them of each step.
  var guards: Slab<GuardRow>
  var stepGuards: Slab<RowRange>
  /// What few steps have, beside each row of ``steps``.
  var rareSteps: Slab<RareStepRow>
  /// Kinds of unit that will do for steps of others.
  var otherKinds: Slab<Int32>
  /// Whether a facility has a capability that conditions ask for: `capability * facilityCount + facility`.
  var capabilities: Slab<Bool>
  var moves: Slab<MoveRow>
  /// Facilities of other regions that a trip may lead to, each in a run: `move * facilityCount + facility`.
  var moveTargets: Slab<RowRange>
  var moveTargetRows: Slab<Int32>
  var classes: Slab<ClassRow>
  var bands: Slab<BandRow>
  var kinds: Slab<KindRow>
  var facilities: Slab<FacilityRow>
  /// Place table, column by column: `column * facilityCount + facility`.
  var placeNumbers: Slab<Double>
  /// Local unit of `facility * kindCount + kind`, or −1.
  var unitOf: Slab<Int32>
  /// Units of the kind within the facility's region by distance, own first: `facility * kindCount + kind`.
  var nearUnits: Slab<RowRange>
  /// The same for what is ordered, which no vehicle carries; empty where nothing is.
  var orderUnits: Slab<RowRange>
  var nearUnitRows: Slab<Int32>
  /// Nearest facility of another region with the kind, or −1: `facility * kindCount + kind`.
  var nearestElsewhere: Slab<Int32>
  /// The facility of a region with most places of the kind, or −1: `region * kindCount + kind`.
  var hubs: Slab<Int32>
  /// Great-circle km: `from * facilityCount + to`.
  var kilometres: Slab<Double>
  /// Units at start, region by region, and the runs of each region.
  var units: Slab<UnitStartRow>
  var regionUnits: Slab<RowRange>
  /// Inflow streams, region by region, and the runs of each region.
  var inflows: Slab<InflowRow>
  var regionInflows: Slab<RowRange>
  var profiles: Slab<ProfileRow>
  var weeklyRates: Slab<Double>
  /// Numbers of patients by day of inflows that have them.
  var daily: Slab<Double>
  var mixes: Slab<MixRow>
  // Scenario.
  var phases: Slab<PhaseRow>
  var casualties: Slab<CasualtyRow>
  var regionCasualties: Slab<RowRange>
  var masses: Slab<MassRow>
  var regionMasses: Slab<RowRange>
  var scheduledHours: Slab<Double>
  package let stockCount: Int
  /// `region * stockCount + stock`.
  var stocks: Slab<StockStartRow>
  var stockUses: Slab<StockUseRow>
  var deliveryChanges: Slab<DeliveryChangeRow>
  var disruptions: Slab<DisruptionRow>
  var regionDisruptions: Slab<RowRange>
  var disruptedKinds: Slab<Int32>
  /// Kinds that steps take together with their unit, and the kinds of units that a kind is taken with.
  var togetherKinds: Slab<Int32>
  var takerKinds: Slab<Int32>
  /// Kinds of units for which each kind will do.
  var askerKinds: Slab<Int32>
  /// `kind * 8 + priority`.
  var credits: Slab<CreditRow>
  var inflow: InflowTables
  var stateFactors: StateFactors
  /// What steps order.
  var orders: Slab<OrderRow>
  // Transport.
  var fleets: Slab<FleetRow>
  var transport: TransportTables
  /// Vehicles of `region * fleetCount + fleet`; 0 for national fleets.
  var regionVehicles: Slab<Int32>
  /// Entity of the desk of a national fleet, or −1.
  var desks: Slab<Int32>
  let pictureInterval: SimulationDuration
  let pictureDelay: SimulationDuration
  /// Whether a stay can be broken off or a kept place be lost, so that draws are read again.
  let canInterrupt: Bool
  /// Whether anybody can die by time: a class has a law of death, or a wait a rate.
  let isMortal: Bool
  var calendars: CalendarTables
  var surge: SurgeTables
  var staff: StaffTables
  let tallyPlan: TallyPlan
  /// Common purposes of draws.
  let purposes: Purposes

  package var entityCount: Int { 1 + regionCount + deskCount }

  /// National fleets, each with a desk.
  package var deskCount: Int {
    var count = 0
    for fleet in 0..<fleetCount where desks[fleet] >= 0 { count += 1 }
    return count
  }

  /// Whether each stay has a factor of its own: a disruption may change stays, or one follows the state.
  @inline(__always)
  var keepsStayFactors: Bool { inflow.hasEffects || stateFactors.areOfStays }

  /// The entity of region `region`.
  @inline(__always)
  func entity(ofRegion region: Int) -> Int { 1 + region }

  @inline(__always)
  func place(_ number: PlaceNumberRow, at facility: Int) -> Double {
    number.column < 0 ? number.value : placeNumbers[Int(number.column) * facilityCount + facility]
  }

  @inline(__always)
  func unit(of kind: Int, at facility: Int) -> Int {
    Int(unitOf[facility &* kindCount &+ kind])
  }

  /// One draw of distribution `index`.
  func sample(_ index: Int32, using random: inout KeyedStream) -> Double {
    let row = distributions[Int(index)]
    return unsafe distributionTables.withRows { unsafe row.sample(tables: $0, using: &random) }
  }

  /// The first row of `range` whose cumulative share is above `u`.
  @inline(__always)
  func choose(_ range: RowRange, at u: Double) -> Int {
    var row = Int(range.start)
    let last = row + Int(range.count) - 1
    if range.count <= 8 {
      // Few are counted without a branch, which would be guessed wrongly as often as the draw is open.
      for other in row..<max(row, last) { row &+= mixes[other].cumulative <= u ? 1 : 0 }
    } else {
      while row < last, mixes[row].cumulative <= u { row += 1 }
    }
    return Int(mixes[row].index)
  }

  package borrowing func copy() -> NetworkTables {
    NetworkTables(
      regionCount: regionCount, facilityCount: facilityCount, kindCount: kindCount,
      classCount: classCount, fleetCount: fleetCount, startHourOfWeek: startHourOfWeek,
      runInTicks: runInTicks, distributions: distributions.copy(),
      distributionTables: distributionTables.copy(), steps: steps.copy(), branches: branches.copy(),
      guards: guards.copy(), stepGuards: stepGuards.copy(), rareSteps: rareSteps.copy(),
      otherKinds: otherKinds.copy(),
      capabilities: capabilities.copy(),
      moves: moves.copy(), moveTargets: moveTargets.copy(), moveTargetRows: moveTargetRows.copy(),
      classes: classes.copy(), bands: bands.copy(), kinds: kinds.copy(), facilities: facilities.copy(),
      placeNumbers: placeNumbers.copy(), unitOf: unitOf.copy(), nearUnits: nearUnits.copy(),
      orderUnits: orderUnits.copy(),
      nearUnitRows: nearUnitRows.copy(), nearestElsewhere: nearestElsewhere.copy(), hubs: hubs.copy(),
      kilometres: kilometres.copy(), units: units.copy(), regionUnits: regionUnits.copy(),
      inflows: inflows.copy(), regionInflows: regionInflows.copy(), profiles: profiles.copy(),
      weeklyRates: weeklyRates.copy(),
      daily: daily.copy(),
      mixes: mixes.copy(), phases: phases.copy(), casualties: casualties.copy(),
      regionCasualties: regionCasualties.copy(), masses: masses.copy(),
      regionMasses: regionMasses.copy(), scheduledHours: scheduledHours.copy(),
      stockCount: stockCount, stocks: stocks.copy(), stockUses: stockUses.copy(),
      deliveryChanges: deliveryChanges.copy(),
      disruptions: disruptions.copy(), regionDisruptions: regionDisruptions.copy(),
      disruptedKinds: disruptedKinds.copy(), togetherKinds: togetherKinds.copy(),
      takerKinds: takerKinds.copy(), askerKinds: askerKinds.copy(), credits: credits.copy(),
      inflow: inflow.copy(), stateFactors: stateFactors.copy(),
      orders: orders.copy(),
      fleets: fleets.copy(),
      transport: transport.copy(),
      regionVehicles: regionVehicles.copy(), desks: desks.copy(), pictureInterval: pictureInterval,
      pictureDelay: pictureDelay, canInterrupt: canInterrupt, isMortal: isMortal,
      calendars: CalendarTables(copying: calendars), surge: SurgeTables(copying: surge),
      staff: StaffTables(copying: staff), tallyPlan: tallyPlan.copy(), purposes: purposes)
  }
}

/// Hashes of the names of draws that are not tied to a pathway step.
package struct Purposes: BitwiseCopyable {
  let gap = streamHash("arrival.gap")
  let patientClass = streamHash("arrival.class")
  let severity = streamHash("arrival.severity")
  let entry = streamHash("arrival.entry")
  let delay = streamHash("arrival.delay")
  let dayRate = streamHash("day.rate")
  let size = streamHash("event.size")
  let death = streamHash("death.threshold")
  let waitDeath = streamHash("wait-death.threshold")
  let postponed = streamHash("postponed.turn")
  let policy = streamHash("policy")
  let policyAdmission = streamHash("policy.admission")
  let policyRouting = streamHash("policy.routing")
  let tie = streamHash("tie")
  let turnaround = streamHash("unit.turnaround")
  let displaced = streamHash("disruption.displaced")
  let groupSize = streamHash("arrival.group")
  let weather = streamHash("transport.weather")
  let transportLoss = streamHash("transport.loss")
  let passenger = streamHash("transport.passenger")
  let residual = streamHash("start.residual")
  let thinning = streamHash("arrival.thinning")
  let fate = streamHash("casualty.fate")
  let followed = streamHash("disruption.followed")

  /// Every name, for the test of collisions and for the check that a model's own names are free.
  package static let names = [
    "arrival.gap", "arrival.class", "arrival.severity", "arrival.entry", "arrival.delay", "day.rate",
    "event.size", "death.threshold", "wait-death.threshold", "postponed.turn", "policy", "policy.admission",
    "policy.routing", "tie", "unit.turnaround", "disruption.displaced", "arrival.group",
    "start.residual",
    "arrival.thinning", "casualty.fate", "disruption.followed",
    "transport.weather", "transport.loss", "transport.passenger",
  ]
}
