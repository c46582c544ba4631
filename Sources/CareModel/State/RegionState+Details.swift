import SimulationKernel

// The details of patients: rows that those have who need them, beside the row that every patient has.
extension RegionState {
  /// The patient's row of details, which they have from now on.
  mutating func takeDetails(_ patient: Int) -> Int {
    if patients[patient].hasDetails { return patients[patient].details }
    let row = PatientDetails(injuredAt: patients[patient].arrivedAt, hazardAt: nowTicks)
    return give(row, to: patient)
  }

  private mutating func give(_ row: PatientDetails, to patient: Int) -> Int {
    let place: Int
    if freeDetails.count > 0 {
      place = Int(freeDetails.removeLast())
      details[place] = row
    } else {
      place = details.count
      ensure(place < Int(PatientRow.noDetails), "a region has more than 2^24 patients")
      details.append(row)
    }
    patients[patient].details = place
    return place
  }

  /// Adds a patient who comes from another region.
  mutating func insert(_ arriving: TravellingPatient) -> Int {
    var row = arriving.row
    row.loseDetails()
    let patient = insert(row)
    _ = give(arriving.details, to: patient)
    return patient
  }

  /// The patient has no details from now on.
  @inline(__always)
  mutating func giveBackDetails(_ patient: Int) {
    guard patients[patient].hasDetails else { return }
    freeDetails.append(Int32(truncatingIfNeeded: patients[patient].details))
    patients[patient].loseDetails()
  }

  /// Gives back details that say no more than none do.
  mutating func giveBackBlankDetails(_ patient: Int, _ world: borrowing Surroundings) {
    guard patients[patient].hasDetails else { return }
    let (row, known) = (patients[patient], details[patients[patient].details])
    if known.remainingSeconds == 0, known.destination < 0, known.togetherUnit < 0, known.order < 0,
      known.orderedFor < 0, known.hazard == 0, known.waitHazard == 0, known.worsenedAt == .min,
      known.injuredAt == row.arrivedAt, !row.marks.contains(.deathForeseen),
      !world.tables.classes[Int(row.patientClass)].needsDetails
    {
      giveBackDetails(patient)
    }
  }

  /// Bytes that patients have taken, the most so far: rows are kept for those to come.
  var patientBytes: Int {
    patients.usedBytes + freePatients.usedBytes + details.usedBytes + freeDetails.usedBytes
      + happenings.stayFactors.usedBytes
  }

  /// What is left of a stay that was broken off, seconds; 0 when none was, the largest number when it begins again.
  @inline(__always)
  func remainingSeconds(_ patient: Int) -> UInt32 { remainingSeconds(patients[patient]) }

  /// The same of a patient whose row is at hand.
  @inline(__always)
  func remainingSeconds(_ row: PatientRow) -> UInt32 {
    row.hasDetails ? details[row.details].remainingSeconds : 0
  }

  /// Nothing is left of a stay.
  @inline(__always)
  mutating func forgetRemaining(_ patient: Int) {
    guard patients[patient].hasDetails else { return }
    details[patients[patient].details].remainingSeconds = 0
    details[patients[patient].details].brokenStays = 0
    details[patients[patient].details].brokenTicks = 0
  }

  /// Stays of the patient's step that were broken off so far.
  func brokenStays(_ patient: Int) -> UInt32 {
    patients[patient].hasDetails ? details[patients[patient].details].brokenStays : 0
  }

  /// How long the patient's stay has lasted, with what came before it was broken off.
  @inline(__always)
  func stayedTicks(_ row: PatientRow) -> Int64 {
    let before = row.hasDetails ? details[row.details].brokenTicks : 0
    return nowTicks &- row.since &+ before
  }

  /// Facility where a vehicle is to take the patient, or −1.
  @inline(__always)
  func destination(_ patient: Int) -> Int {
    patients[patient].hasDetails ? Int(details[patients[patient].details].destination) : -1
  }

  /// The patient is where a vehicle was to take them.
  mutating func endTrip(_ patient: Int, _ world: borrowing Surroundings) {
    if patients[patient].hasDetails { details[patients[patient].details].destination = -1 }
    giveBackBlankDetails(patient, world)
  }

  /// Start of the patient's wait for a vehicle.
  func vehicleSince(_ patient: Int) -> Int64 {
    patients[patient].hasDetails ? details[patients[patient].details].vehicleSince : 0
  }

  @inline(__always)
  func injuredAt(_ patient: Int) -> Int64 {
    patients[patient].hasDetails ? details[patients[patient].details].injuredAt : patients[patient].arrivedAt
  }

  /// What care leaves of the hazard from now on. Who has no details has no hazard of a law.
  @inline(__always)
  mutating func setHazardFactor(_ patient: Int, _ factor: Double) {
    guard patients[patient].hasDetails else { return }
    details[patients[patient].details].careFactor = factor
    details[patients[patient].details].shortageFactor = 1
  }
}
