import RandomStreams
import SimulationKernel

/// A number that is taken at one time, for a declared measure.
package struct Snapshot: Sendable {
  enum Quantity {
    case occupied(kind: Int)
    case waiting(kind: Int)
    case present
    case deaths
    /// Of the force with this hash of its id, or of all.
    case forcePresent(UInt32?)
  }

  /// Index of the measure.
  package let measure: Int
  /// Hours after day 0.
  let hours: Double
  let quantity: Quantity
  let classes: [Int]
  let region: Int?
  let facility: Int?

  /// The snapshots that measures need, in the order of the measures.
  static func all(_ measures: [DeclaredMeasure]) -> [Snapshot] {
    measures.enumerated().compactMap { index, measure in
      measure.snapshot.map { part in
        Snapshot(
          measure: index, hours: part.hours, quantity: part.quantity, classes: measure.classes,
          region: measure.region, facility: measure.facility)
      }
    }
  }

  func includes(region: Int) -> Bool { self.region == nil || self.region == region }

  func number(in region: borrowing RegionState) -> Int64 {
    switch quantity {
    case .occupied(let kind) where classes.isEmpty:
      return number(ofKind: kind, in: region) { Int64($0.occupied) }
    case .waiting(let kind) where classes.isEmpty:
      return number(ofKind: kind, in: region) { Int64($0.waiting) }
    case .occupied(let kind): return tallied(.occupied(kind: kind), in: region)
    case .waiting(let kind): return tallied(.waiting(kind: kind), in: region)
    case .present: return tallied(.present, in: region)
    case .deaths, .forcePresent: break
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
      sum += region.ledger.classTotals[index].deaths
    }
    return sum
  }
}

extension Snapshot {
  private func number(
    ofKind kind: Int, in region: borrowing RegionState, _ number: (UnitRow) -> Int64
  ) -> Int64 {
    var sum: Int64 = 0
    for unit in 0..<region.unitCount where region.kind(ofUnit: unit) == kind {
      if facility == nil || facility == region.facility(ofUnit: unit) { sum += number(region.units[unit]) }
    }
    return sum
  }

  private func tallied(_ place: Tallies.Place, in region: borrowing RegionState) -> Int64 {
    var sum: Int64 = 0
    for place in region.places(place, ofFacility: facility) {
      for index in 0..<region.ledger.classTotals.count where classes.isEmpty || classes.contains(index) {
        sum += region.tallies.number(place, patientClass: index)
      }
    }
    return sum
  }
}

extension DeclaredMeasure {
  /// The one time that it is taken at, hours after day 0; nil where it is of no one time.
  package var momentHours: Double? { snapshot?.hours }

  fileprivate var snapshot: (hours: Double, quantity: Snapshot.Quantity)? {
    switch quantity {
    case .occupiedAt(let hours): (hours, .occupied(kind: unitKind ?? 0))
    case .waitingAt(let hours): (hours, .waiting(kind: unitKind ?? 0))
    case .presentAt(let hours): (hours, .present)
    case .deathsAt(let hours): (hours, .deaths)
    case .forcePresentAt(let hours): (hours, .forcePresent(happening.map { streamHash($0) }))
    default: nil
    }
  }
}
