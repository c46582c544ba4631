import RandomStreams
import SimulationKernel

// What a disruption changes beside places: stays and cleaning take longer, reports and deliveries stop, an event
// follows. Nothing here is touched in a scenario without such effects.
extension RegionState {
  /// An occasion begins: it is counted, changes what it changes, and may bring a mass-casualty event.
  mutating func beginEffects(
    _ row: DisruptionRow, number: UInt32, facility: Int, repair: SimulationDuration?,
    _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if isMeasuring, nowTicks < horizonTicks { happenings.occasions[Int(row.cause)] += 1 }
    if row.follower >= 0 {
      var random = world.stream(
        origin: row.originHash, ordinal: number, world.tables.purposes.followed)
      if world.uniform(&random) < row.followerShare {
        scheduler.schedule(.massScheduled(stream: row.follower), after: .zero)
      }
    }
    guard row.hasEffects else { return }
    happenings.effects.append(
      EffectRow(
        isOn: true, stopsReports: row.stopsReports, facility: Int32(facility), kinds: row.kinds,
        stayFactor: row.stayFactor, turnaroundFactor: row.turnaroundFactor, deliveryFactor: row.deliveryFactor
      ))
    changeUnits(ofFacility: facility, world)
    if let repair {
      scheduler.schedule(
        .effectOver(effect: Int32(truncatingIfNeeded: happenings.effects.count - 1)), after: repair,
        priority: Self.changePriority)
    }
  }

  /// The repair is done.
  mutating func effectOver(_ effect: Int, _ world: borrowing Surroundings) {
    happenings.effects[effect].isOn = false
    changeUnits(ofFacility: Int(happenings.effects[effect].facility), world)
  }

  /// Sets the factors of the units of a facility from what is on there, in the order of its beginning: a product that
  /// is taken anew has no rounding of its history.
  private mutating func changeUnits(ofFacility facility: Int, _ world: borrowing Surroundings) {
    for unit in 0..<units.count where Int(units[unit].facility) == facility {
      var (stay, turnaround) = (1.0, 1.0)
      for index in 0..<happenings.effects.count {
        let effect = happenings.effects[index]
        guard effect.isOn, Int(effect.facility) == facility else { continue }
        guard isAmong(effect.kinds, kind: Int32(units[unit].kind), world) else { continue }
        stay *= effect.stayFactor
        turnaround *= effect.turnaroundFactor
      }
      happenings.unitFactors[unit] = UnitFactorRow(stay: stay, turnaround: turnaround)
    }
  }

  /// Whether a kind is among those of a disruption; none means all.
  func isAmong(_ kinds: RowRange, kind: Int32, _ world: borrowing Surroundings) -> Bool {
    if kinds.count == 0 { return true }
    for row in Int(kinds.start)..<Int(kinds.start + kinds.count)
    where world.tables.disruptedKinds[row] == kind {
      return true
    }
    return false
  }

  /// Keeps the factor of the stay that begins now: one that is broken off is read again, maybe after the repair.
  mutating func keepStayFactor(_ patient: Int, _ world: borrowing Surroundings) {
    while happenings.stayFactors.count <= patient { happenings.stayFactors.append(1) }
    var factor = stayFactorByState(patient, world)
    let kind = Int(world.tables.steps[Int(patients[patient].step)].unitKind)
    if world.changesStays, kind >= 0 {
      factor *= world.policies.discharge.stayFactor(
        forClass: Int(patients[patient].patientClass), unitKind: kind, in: self)
    }
    if world.tables.inflow.hasEffects, kind >= 0 {
      factor *= happenings.unitFactors[unitOfStay(patient, askedFor: kind)].stay
    }
    happenings.stayFactors[patient] = factor
  }

  /// Multiplier of the stay that the patient is in.
  func stayFactor(of patient: Int) -> Double {
    patient < happenings.stayFactors.count ? happenings.stayFactors[patient] : 1
  }

  /// Whether the region's reports do not come through.
  var isSilent: Bool {
    for effect in 0..<happenings.effects.count
    where happenings.effects[effect].isOn && happenings.effects[effect].stopsReports {
      return true
    }
    return false
  }

  /// Multiplier of a delivery now.
  var deliveryFactor: Double {
    var factor = 1.0
    for effect in 0..<happenings.effects.count where happenings.effects[effect].isOn {
      factor *= happenings.effects[effect].deliveryFactor
    }
    return factor
  }

  /// Places lost times microseconds from day 0 to the horizon, of one cause and kind or of all; those not yet repaired
  /// count until `now`.
  package func lostPlaceTicks(cause: Int?, kind: Int?, now: Int64) -> Int128 {
    var sum: Int128 = 0
    forEachLoss(cause: cause, kind: kind) { loss in
      let until = min(loss.until == .max ? now : loss.until, horizonTicks)
      sum += Int128(loss.lost) * Int128(max(0, until - loss.since))
    }
    return sum
  }

  /// Patients who lost their places to disruptions by the horizon.
  func displacedPatients(cause: Int?, kind: Int?) -> Int64 {
    var sum: Int64 = 0
    forEachLoss(cause: cause, kind: kind) { loss in
      if loss.since < horizonTicks { sum += Int64(loss.displaced) }
    }
    return sum
  }

  private func forEachLoss(cause: Int?, kind: Int?, _ body: (LossRow) -> Void) {
    for index in 0..<losses.count {
      let loss = losses[index]
      if let cause, Int(loss.cause) != cause { continue }
      if let kind, Int(units[Int(loss.unit)].kind) != kind { continue }
      body(loss)
    }
  }
}
