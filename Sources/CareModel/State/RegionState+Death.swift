import RandomStreams
import SimulationKernel

/// In what a patient died.
enum DeathPlace {
  case treatment
  case vehicle
  case foreseen
  case list
}

// Death by time: a hazard gathered against one threshold per patient and cause.
extension RegionState {
  /// Whether anything in the current class and step can kill the patient.
  func isMortal(_ patient: Int, _ world: borrowing Surroundings) -> Bool {
    world.tables.classes[Int(patients[patient].patientClass)].deathFamily != 0
      || world.tables.steps[Int(patients[patient].step)].waitRatePerHour > 0
  }

  /// Brings the hazards gathered up to now; called before phase, step or care change.
  @inline(__always)
  mutating func gatherHazard(_ patient: Int, _ world: borrowing Surroundings) {
    // Who has no details is of no law, and does not wait where that can kill.
    if world.tables.isMortal, patients[patient].hasDetails { addHazard(patient, world) }
  }

  /// The patient is of their class, hurt or fallen ill now.
  mutating func beginHazard(_ patient: Int, _ world: borrowing Surroundings) {
    let place = takeDetails(patient)
    details[place].injuredAt = nowTicks
    details[place].hazardAt = nowTicks
    setHazardFactor(patient, world.tables.classes[Int(patients[patient].patientClass)].factorBeforeCare)
  }

  /// The patient begins to wait in a step where that can kill.
  @inline(__always)
  mutating func beginWaitHazard(_ patient: Int, _ world: borrowing Surroundings) {
    if world.tables.isMortal, world.tables.steps[Int(patients[patient].step)].waitRatePerHour > 0 {
      _ = takeDetails(patient)
    }
  }

  private mutating func addHazard(_ patient: Int, _ world: borrowing Surroundings) {
    let row = patients[patient]
    let known = details[row.details]
    let kind = world.tables.classes[Int(row.patientClass)]
    if kind.deathFamily != 0, known.hazardFactor > 0, known.hazardAt < nowTicks {
      let law = kind.law(severity: row.severity)
      details[row.details].hazard +=
        known.hazardFactor
        * (law.cumulative(hours(from: known.injuredAt, to: nowTicks))
          - law.cumulative(hours(from: known.injuredAt, to: known.hazardAt)))
    }
    if row.phase == .waiting || row.phase == .awaitingVehicle {
      let rate = world.tables.steps[Int(row.step)].waitRatePerHour
      if rate > 0 {
        details[row.details].waitHazard += rate * hours(from: known.hazardAt, to: nowTicks)
      }
    }
    details[row.details].hazardAt = nowTicks
  }

  private func hours(from: Int64, to: Int64) -> Double { Double(to - from) / 3_600_000_000 }

  /// Schedules the death that will come if nothing changes; called after a change.
  @inline(__always)
  mutating func foresee(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if world.tables.isMortal, patients[patient].hasDetails { scheduleDeath(patient, world, &scheduler) }
  }

  private mutating func scheduleDeath(
    _ patient: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    if patients[patient].marks.contains(.deathForeseen) {
      scheduler.cancel(details[patients[patient].details].deathEvent)
      patients[patient].marks.remove(.deathForeseen)
    }
    guard isMortal(patient, world) else { return }
    let after = hoursToDeath(patient, world)
    guard after < 1e9 else { return }
    patients[patient].marks.insert(.deathForeseen)
    details[patients[patient].details].deathEvent = scheduler.schedule(
      .death(patient: Int32(truncatingIfNeeded: patient)), after: .hours(after))
  }

  /// Hours from now until the hazards reach their thresholds if nothing changes; infinite if never.
  func hoursToDeath(_ patient: Int, _ world: borrowing Surroundings) -> Double {
    var after = Double.infinity
    let row = patients[patient]
    guard row.hasDetails else { return after }
    let known = details[row.details]
    let kind = world.tables.classes[Int(row.patientClass)]
    if kind.deathFamily != 0, known.hazardFactor > 0 {
      var random = world.stream(row, world.tables.purposes.death, isReread: true)
      let left = max(0, world.exponential(&random) - known.hazard)
      let law = kind.law(severity: row.severity)
      let age = hours(from: known.injuredAt, to: known.hazardAt)
      after = law.age(cumulative: law.cumulative(age) + left / known.hazardFactor) - age
    }
    if row.phase == .waiting || row.phase == .awaitingVehicle {
      let rate = world.tables.steps[Int(row.step)].waitRatePerHour
      if rate > 0 {
        var random = world.stream(row, world.tables.purposes.waitDeath, isReread: true)
        after = min(after, max(0, world.exponential(&random) - known.waitHazard) / rate)
      }
    }
    return max(0, after)
  }

  /// The patient dies: counted by where, taken out of what they were in.
  mutating func die(
    _ patient: Int, _ place: DeathPlace, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) {
    let row = patients[patient]
    let isCasualty = world.tables.classes[Int(row.patientClass)].origin != 0
    if place == .foreseen { patients[patient].marks.remove(.deathForeseen) }
    diedCount += 1
    let waits = row.phase == .waiting || row.phase == .awaitingVehicle
    let travels = row.phase == .inTransit || place == .vehicle
    let circumstance: DeathCircumstance =
      place == .list ? .onTheList : travels ? .inTransit : waits ? .waiting : .inTreatment
    note(.died, patient, other: Int(circumstance.rawValue), world)
    let column: DayCount =
      if place == .list {
        .diedPostponed
      } else if !isCasualty {
        waits ? .ordinaryDiedWaiting : .ordinaryDiedOtherwise
      } else if travels {
        .diedInTransit
      } else if waits {
        row.marks.contains(.started) ? .diedWaiting : .diedBeforeTreatment
      } else {
        .diedInTreatment
      }
    if isMeasuring, row.arrivedAt < horizonTicks {
      ledger.add(column)
      ledger.add(.deaths)
      if isCasualty { ledger.add(.casualtyDeaths) }
    }
    if row.isInCohort {
      ledger.classTotals[Int(row.patientClass)].deaths += 1
      if waits || travels { endWait(patient, .died, world) }
    }
    cutStayShort(patient, world)
    switch row.phase {
    case .waiting: dequeue(patient, world, &scheduler)
    case .awaitingVehicle:
      leaveVehicleQueue(patient)
      recall(patient, world, &scheduler)
    case .postponed: leaveList(patient)
    default: break
    }
    remove(patient, world, &scheduler)
  }

  /// Records a wait that did not end in a place.
  mutating func endWait(_ patient: Int, _ end: WaitEnd, _ world: borrowing Surroundings) {
    // The request of one whose stay was broken off ended when that began.
    if remainingSeconds(patient) == 0 { endWait(patients[patient], end, world) }
  }

  /// The same of one whose stay was not broken off.
  mutating func endWait(_ row: PatientRow, _ end: WaitEnd, _ world: borrowing Surroundings) {
    let kind = Int(world.tables.steps[Int(row.step)].unitKind)
    guard kind >= 0 else { return }
    let isCasualty = world.tables.classes[Int(row.patientClass)].origin != 0
    ledger.addWait(kind: kind, isCasualty: isCasualty, end: end, ticks: nowTicks - row.since)
  }
}

/// A time to death without care for one patient: its cumulative hazard and the inverse.
struct DeathHazard {
  /// 1 exponential, 2 Weibull, 3 log-logistic, 4 lognormal, 5 Gompertz, 6 logistic.
  let family: UInt8
  /// Median, hours.
  let median: Double
  let shape: Double
  /// Of the logistic family.
  let base: Double
  let ceiling: Double

  /// Λ(t) at `hours` since the injury.
  func cumulative(_ hours: Double) -> Double {
    let ratio = max(0, hours) / median
    switch family {
    case 1: return 0.6931471805599453 * ratio
    case 2: return ratio == 0 ? 0 : 0.6931471805599453 * PortableMath.pow(ratio, shape)
    case 3: return ratio == 0 ? 0 : PortableMath.log(1 + PortableMath.pow(ratio, shape))
    case 4:
      if ratio == 0 { return 0 }
      return -PortableMath.log(
        max(1e-300, PortableMath.normalProbabilities(PortableMath.log(ratio) / shape).upper))
    case 5:
      return 0.6931471805599453 * (PortableMath.exp(min(700, shape * ratio)) - 1)
        / (PortableMath.exp(shape) - 1)
    default: return -PortableMath.log(1 - logistic(ratio))
    }
  }

  /// Hours since the injury at which Λ reaches `hazard`; infinite beyond the range of numbers.
  func age(cumulative hazard: Double) -> Double {
    if hazard <= 0 { return 0 }
    switch family {
    case 1: return median * hazard / 0.6931471805599453
    case 2: return median * PortableMath.pow(hazard / 0.6931471805599453, 1 / shape)
    case 3:
      if hazard > 700 { return .infinity }
      return median * PortableMath.pow(PortableMath.exp(hazard) - 1, 1 / shape)
    case 4:
      if hazard > 600 { return .infinity }
      let z = -PortableMath.normalQuantile(PortableMath.exp(-hazard))
      return median * PortableMath.exp(shape * z)
    case 5:
      return median * PortableMath.log(1 + hazard * (PortableMath.exp(shape) - 1) / 0.6931471805599453)
        / shape
    default:
      // The share dead that belongs to the hazard; none beyond the ceiling dies.
      let share = 1 - PortableMath.exp(-hazard)
      if share >= ceiling { return .infinity }
      let risen = (share - base) / (ceiling - base)
      if risen <= 0 { return 0 }
      return max(0, median * (1 + PortableMath.log(risen / (1 - risen)) / shape))
    }
  }

  private func logistic(_ ratio: Double) -> Double {
    base + (ceiling - base) / (1 + PortableMath.exp(min(700, -shape * (ratio - 1))))
  }
}

extension ClassRow {
  func law(severity: UInt8) -> DeathHazard {
    let median =
      deathExponent == 0
      ? deathMedian : deathMedian * PortableMath.pow(Double(max(1, severity)), deathExponent)
    return DeathHazard(
      family: deathFamily, median: median, shape: deathShape, base: deathBase, ceiling: deathCeiling)
  }
}
