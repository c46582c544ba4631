import RandomStreams
import SimulationKernel

// Sharing: a waiting patient goes to another region, treated casualties are flown out, extra beds open.
extension RegionState {
  /// Asks the transfer policy about one waiting patient; true when they go.
  @discardableResult
  mutating func considerTransfer(
    _ patient: Int, kind: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Bool {
    let row = patients[patient]
    guard !row.marks.contains(.transferred), !row.isOrder, world.picture.edition > 0 else { return false }
    // Who lost a place in a step without a unit has nothing to ask another region for.
    guard world.tables.steps[Int(row.step)].unitKind >= 0 else { return false }
    var memory = memories[Decision.transfer.code]
    // Asked once for each picture, step and round: pictures number the visit.
    let purpose = Self.purpose(world.tables.steps[Int(row.step)].transferPurpose, turn: row.rounds)
    let visit = UInt32(truncatingIfNeeded: world.picture.edition) % KeyedStream.visitLimit
    // Who lost a place can ask twice between two pictures, and is answered by the same draw.
    var random = world.stream(row, purpose, visit: visit, isReread: world.tables.canInterrupt)
    let waiting = WaitingPatient(
      patientClass: Int(row.patientClass), unitKind: kind,
      hoursWaited: Double(nowTicks - row.since) / 3_600_000_000, priority: Int(row.priority),
      isPlanned: world.tables.classes[Int(row.patientClass)].isPlanned)
    let region = world.policies.transfer.destination(
      for: waiting, in: self, picture: world.picture, memory: &memory, using: &random)
    memories[Decision.transfer.code] = memory
    guard let region, region != index, region >= 0, region < world.tables.regionCount else { return false }
    let from = Int(row.facility)
    guard let goal = emptiest(of: region, kind: kind, from: from, world) else { return false }
    // Without any fleet a model moves people in no time; with fleets, one of them must make the trip.
    guard
      world.tables.fleetCount == 0 || canBeBrought(patient, to: goal, evenIfClosed: true, world)
    else { return false }
    sentSincePicture[region * kindCount + kind] += 1
    sentToFacility[goal * kindCount + kind] += 1
    dequeue(patient, world, &scheduler)
    askForVehicle(patient, to: goal, world, &scheduler)
    return true
  }

  /// The facility of a region with most free places of a kind on the picture, less those this region has sent somebody
  /// to since; the nearest to `from` of those, and nil where no facility has the kind.
  ///
  /// - Complexity: O(facilities).
  private func emptiest(
    of region: Int, kind: Int, from: Int, _ world: borrowing Surroundings
  ) -> Int? {
    var best: (facility: Int, free: Int32, kilometres: Double)?
    for facility in 0..<world.tables.facilityCount
    where Int(world.tables.facilities[facility].region) == region
      && world.tables.unit(of: kind, at: facility) >= 0
    {
      let place = facility * kindCount + kind
      let free = world.picture.freePlaces[place] - sentToFacility[place]
      let kilometres = world.tables.kilometres[from * world.tables.facilityCount + facility]
      if let best, (best.free, -best.kilometres) >= (free, -kilometres) { continue }
      best = (facility, free, kilometres)
    }
    return best?.facility
  }

  /// A new picture is out: every waiting patient is considered, first in line first.
  mutating func review(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    sentSincePicture.fill(with: 0)
    sentToFacility.fill(with: 0)
    craftWanted.fill(with: 0)
    leaveLostCraft(world, &scheduler)
    if isMeasuring, world.policies.surge.timing == .atPictures { reviewSurge(world, &scheduler) }
    // In the arm without waiting, those who wait on day 0 get their place then.
    if world.policies.isNoWait { grantAll(world, &scheduler) }
    considerWaiting(world, &scheduler)
  }

  /// Asks the transfer policy about everybody who waits, first in line first: of those at the head of a line, whatever
  /// they wait for, the most urgent, then who has waited longest.
  ///
  /// - Complexity: O(patients who wait × log(lines)).
  mutating func considerWaiting(_ world: borrowing Surroundings, _ scheduler: inout CareScheduler) {
    heads.removeAll()
    var waiting = 0
    for unit in 0..<units.count where units[unit].waiting > 0 {
      let kind = Int(units[unit].kind)
      guard world.policies.transfer.considers(unitKind: kind),
        world.policies.transfer.couldMove(unitKind: kind, from: self, picture: world.picture)
      else { continue }
      waiting += Int(units[unit].waiting)
      for priority in 0..<8 {
        let head = firstPatient(from: queues[unit * 8 + priority].head)
        if head >= 0 { heads.append(headByPriority(Int(head), world)) }
      }
    }
    heads.orderAsHeap()
    // A line goes to and fro in memory, and each row would be waited for alone.
    if waiting * 16 > patients.count { scheduler.keep(readAhead: patients.warm()) }
    while heads.count > 0 {
      let patient = Int(heads[0].patient)
      // Read before they leave the line.
      let next = firstPatient(from: patients[patient].next)
      if next >= 0 {
        heads.siftDown(headByPriority(Int(next), world), from: 0)
      } else {
        let last = heads.removeLast()
        if heads.count > 0 { heads.siftDown(last, from: 0) }
      }
      let unit = Int(patients[patient].queueUnit)
      considerTransfer(patient, kind: Int(units[unit].kind), world, &scheduler)
    }
  }

  /// The first from `place` on in a line who is no order: those are not moved, and may be called off meanwhile.
  private func firstPatient(from place: Int32) -> Int32 {
    var place = place
    while place >= 0, patients[Int(place)].isOrder { place = patients[Int(place)].next }
    return place
  }

  /// Credits of unlike lines cannot be compared: of a line by credit too the priority counts.
  private func headByPriority(_ patient: Int, _ world: borrowing Surroundings) -> LineHead {
    let kind = Int(units[Int(patients[patient].queueUnit)].kind)
    return lineHead(patient, isFIFO: world.tables.kinds[kind].isFIFO, creditsOf: -1, world)
  }

  /// Treated casualties leave for an allied flight, longest in care first.
  mutating func evacuate(
    intensiveCare: Int, other: Int, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) {
    var seatsLeft = (intensiveCare, other)
    var fit: [Int] = []
    for patient in 0..<patients.count where isFitToFly(patients[patient], world) { fit.append(patient) }
    fit.sort { left, right in
      let (one, two) = (patients[left], patients[right])
      return (one.arrivedAt, one.origin, one.ordinal) < (two.arrivedAt, two.origin, two.ordinal)
    }
    for patient in fit {
      if isInIntensiveCare(patients[patient], world) {
        guard seatsLeft.0 > 0 else { continue }
        seatsLeft.0 -= 1
      } else {
        guard seatsLeft.1 > 0 else { continue }
        seatsLeft.1 -= 1
      }
      leave(patient, .evacuated, world, &scheduler)
    }
  }

  /// In a stay on a hospital bed, treated, and long enough in care.
  func isFitToFly(_ row: PatientRow, _ world: borrowing Surroundings) -> Bool {
    guard row.phase == .inService, row.bed >= 0, row.beside < 0 else { return false }
    guard world.tables.classes[Int(row.patientClass)].isEvacuable else { return false }
    guard world.tables.kinds[Int(units[Int(row.bed)].kind)].isHospitalBed else { return false }
    let hours = Double(nowTicks - row.arrivedAt) / 3_600_000_000
    return hours >= world.hoursBeforeFit
  }

  /// In a unit whose kind is intensive care.
  func isInIntensiveCare(_ row: PatientRow, _ world: borrowing Surroundings) -> Bool {
    row.bed >= 0 && world.tables.kinds[Int(units[Int(row.bed)].kind)].isIntensiveCare
  }
}
