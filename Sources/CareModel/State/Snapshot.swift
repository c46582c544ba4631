import RandomStreams
import SimulationKernel

/// A number that is taken at one time, for a declared measure.
package struct Snapshot: Sendable {
  enum Quantity {
    case occupied(kind: Int)
    case waiting(kind: Int)
    case present
    case arrivals
    case deaths
    /// Of the force with this hash of its id, or of all.
    case forcePresent(UInt32?)
  }

  /// Index of the measure.
  package let measure: Int
  /// Hours after day 0.
  let hours: Double
  let quantity: Quantity
  /// 1, or −1 where the measure is a difference.
  package let sign: Int64
  let classes: [Int]
  let region: Int?

  /// The snapshots that measures need, in the order of the measures.
  static func all(_ measures: [DeclaredMeasure]) -> [Snapshot] {
    measures.enumerated().flatMap { index, measure in
      measure.snapshots.map { part in
        Snapshot(
          measure: index, hours: part.hours, quantity: part.quantity, sign: part.sign,
          classes: measure.classes, region: measure.region)
      }
    }
  }

  func includes(region: Int) -> Bool { self.region == nil || self.region == region }

  func number(in region: borrowing RegionState) -> Int64 {
    switch quantity {
    case .occupied(let kind) where classes.isEmpty: return Int64(region.occupied(kind: kind))
    case .waiting(let kind) where classes.isEmpty: return Int64(region.waiting(kind: kind))
    case .occupied(let kind): return tallied(.occupied(kind: kind), in: region)
    case .waiting(let kind): return tallied(.waiting(kind: kind), in: region)
    case .present: return tallied(.present, in: region)
    case .arrivals, .deaths, .forcePresent: break
    }
    var sum: Int64 = 0
    if case .forcePresent(let hash) = quantity {
      for force in 0..<region.happenings.forces.count {
        let row = region.happenings.forces[force]
        if hash == nil || row.idHash == hash { sum += row.present }
      }
      return sum
    }
    for index in 0..<region.ledger.classTotals.count where classes.isEmpty || classes.contains(index) {
      let row = region.ledger.classTotals[index]
      if case .deaths = quantity { sum += row.deaths } else { sum += row.arrivals }
    }
    return sum
  }
}

extension Snapshot {
  private func tallied(_ place: Tallies.Place, in region: borrowing RegionState) -> Int64 {
    var sum: Int64 = 0
    for index in 0..<region.ledger.classTotals.count where classes.isEmpty || classes.contains(index) {
      sum += region.tallies.number(place, patientClass: index)
    }
    return sum
  }
}

extension DeclaredMeasure {
  /// The last time that it is taken at, hours after day 0; nil where it is of no one time.
  package var lastTimeHours: Double? { snapshots.map(\.hours).max() }

  /// Whether it counts arrivals of the cohort, of which there are none after the horizon.
  package var isOfArrivals: Bool {
    if case .arrivalsBetween = quantity { true } else { false }
  }

  fileprivate var snapshots: [(hours: Double, quantity: Snapshot.Quantity, sign: Int64)] {
    switch quantity {
    case .occupiedAt(let hours): [(hours, .occupied(kind: unitKind ?? 0), 1)]
    case .waitingAt(let hours): [(hours, .waiting(kind: unitKind ?? 0), 1)]
    case .presentAt(let hours): [(hours, .present, 1)]
    case .deathsAt(let hours): [(hours, .deaths, 1)]
    case .forcePresentAt(let hours): [(hours, .forcePresent(happening.map { streamHash($0) }), 1)]
    case .arrivalsBetween(let from, let until):
      (from > 0 ? [(from, .arrivals, -1)] : []) + [(until, .arrivals, 1)]
    default: []
    }
  }
}
