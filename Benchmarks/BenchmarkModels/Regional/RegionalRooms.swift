import SimulationKernel

/// A patient as the rooms see one: in a queue, or a free row.
protocol RegionalQueueRow: BitwiseCopyable, Sendable {
  /// When the resource now waited for was requested.
  var requested: SimulationTime { get set }
  /// The next patient of the same queue, or the next free row.
  var next: UInt32 { get set }
}

/// Places of one kind: how many are free, and which of the queues for them are not empty.
struct RegionalResource: BitwiseCopyable {
  var free: Int32
  /// Bit c is set when somebody of class c waits.
  var waitingClasses: UInt32

  /// `count` places, all free.
  static func places(_ count: Int32) -> RegionalResource { RegionalResource(free: count, waitingClasses: 0) }
}

/// The first and the last of a queue, beside each other since they are used together.
struct RegionalQueue: BitwiseCopyable {
  var head: UInt32
  var tail: UInt32
}

/// The patients and the places of a benchmark, with five first-in first-out queues for each resource, lower class
/// first. Rows are used again after the exit.
struct RegionalRooms<Patient: RegionalQueueRow>: ~Copyable {
  static var queueCount: Int { 5 }

  var patients: Slab<Patient>
  private var freePatient = UInt32.max
  private var resources: Slab<RegionalResource>
  /// `resource * queueCount + class`.
  private var queues: Slab<RegionalQueue>

  /// All places free, and room for so many patients before the slab grows.
  init(resources: consuming Slab<RegionalResource>, patientCapacity: Int) {
    patients = Slab(capacity: patientCapacity)
    queues = Slab(
      repeating: RegionalQueue(head: .max, tail: .max), count: Self.queueCount * resources.count)
    self.resources = resources
  }

  /// Takes a free place, or lets the patient wait in the queue of `urgency`; true when a place was taken.
  @inline(__always)
  mutating func take(_ resource: Int, for patient: UInt32, urgency: UInt8, at now: SimulationTime) -> Bool {
    patients[Int(patient)].requested = now
    if resources[resource].free > 0 {
      resources[resource].free -= 1
      return true
    }
    let queue = resource * Self.queueCount + Int(urgency)
    let bit: UInt32 = 1 &<< UInt32(urgency)
    if resources[resource].waitingClasses & bit == 0 {
      resources[resource].waitingClasses |= bit
      queues[queue].head = patient
    } else {
      patients[Int(queues[queue].tail)].next = patient
    }
    queues[queue].tail = patient
    return false
  }

  /// Hands a place that has become free to the first in line, or keeps it free and answers nil.
  @inline(__always)
  mutating func give(_ resource: Int) -> UInt32? {
    let waiting = resources[resource].waitingClasses
    if waiting == 0 {
      resources[resource].free += 1
      return nil
    }
    let queue = resource * Self.queueCount + waiting.trailingZeroBitCount
    let first = queues[queue].head
    if first == queues[queue].tail {
      resources[resource].waitingClasses = waiting & (waiting &- 1)
    } else {
      queues[queue].head = patients[Int(first)].next
    }
    return first
  }

  /// A row for a new patient.
  @inline(__always)
  mutating func admit(_ patient: Patient) -> UInt32 {
    let row = freePatient
    if row == .max {
      patients.append(patient)
      return UInt32(truncatingIfNeeded: patients.count - 1)
    }
    freePatient = patients[Int(row)].next
    patients[Int(row)] = patient
    return row
  }

  /// Gives the row of a patient who has left to the next one.
  @inline(__always)
  mutating func discard(_ patient: UInt32) {
    patients[Int(patient)].next = freePatient
    freePatient = patient
  }
}
