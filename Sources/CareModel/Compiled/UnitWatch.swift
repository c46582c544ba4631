/// A condition of the units of a kind, of which some measure asks for how long it holds, or when it first does.
struct UnitWatch: BitwiseCopyable, Equatable {
  /// What the condition is of.
  enum Number: UInt8 {
    /// Places in use, without those being cleaned.
    case occupied
    /// Patients in the queue.
    case waiting
    /// Places that can be given: there is none.
    case free
  }

  var kind: Int32
  var number: Number
  /// The least number in use or waiting, 1 or more; 0 of ``Number/free``.
  var least: Int32

  /// Whether the condition holds in the unit, one of the kind.
  func holds(in unit: UnitRow) -> Bool {
    switch number {
    case .occupied: unit.occupied >= least
    case .waiting: unit.waiting >= least
    case .free: !unit.hasRoom
    }
  }
}

extension DeclaredMeasure {
  /// The condition of a measure of the time for which it holds, or until it does.
  var unitWatch: UnitWatch? {
    guard let unitKind else { return nil }
    let kind = Int32(truncatingIfNeeded: unitKind)
    switch quantity {
    case .occupiedTimeShare(let least?), .firstOccupiedHours(let least?), .lastOccupiedHours(let least?):
      return UnitWatch(kind: kind, number: .occupied, least: Int32(clamping: least))
    case .occupiedTimeShare, .firstOccupiedHours, .lastOccupiedHours:
      return UnitWatch(kind: kind, number: .free, least: 0)
    case .waitingTimeShare(let least), .firstWaitingHours(let least):
      return UnitWatch(kind: kind, number: .waiting, least: Int32(clamping: least))
    default: return nil
    }
  }
}

extension CareNetwork {
  /// The conditions that measures have, each once, in the order of the measures.
  var unitWatches: [UnitWatch] { measures.compactMap(\.unitWatch).eachOnce }
}
