package import SimulationKernel

/// What one region keeps of forces and of causes, beyond its patients. Empty in models without them.
package struct Happenings: ~Copyable {
  /// By force.
  package var forces: Slab<ForceRow>
  /// By cause: streams, then events.
  package var tolls: Slab<TollRow>
  /// Deliveries of stocks that expire, and the free rows among them.
  var lots: Slab<LotRow>
  var freeLot: Int32
  /// Disruptions from day 0 to the horizon, by cause; the last of no stated cause.
  package var occasions: Slab<Int64>
  /// What disruptions change or have changed.
  var effects: Slab<EffectRow>
  /// By unit of the region; empty in scenarios without effects.
  var unitFactors: Slab<UnitFactorRow>
  /// Factor of the stay that a patient is in, by row of the patient; as long as needed.
  var stayFactors: Slab<Double>

  init(_ tables: borrowing InflowTables, region: Int, unitCount: Int) {
    occasions = Slab(repeating: 0, count: Disruption.Cause.allCases.count + 1)
    effects = Slab()
    lots = Slab()
    freeLot = -1
    unitFactors = Slab(
      repeating: UnitFactorRow(stay: 1, turnaround: 1), count: tables.hasEffects ? unitCount : 0)
    stayFactors = Slab()
    forces = Slab()
    for force in 0..<tables.forceCount {
      let row = tables.forces[region * tables.forceCount + force]
      forces.append(ForceRow(idHash: row.idHash, present: row.persons, assigned: row.persons))
    }
    tolls = Slab()
    for cause in 0..<tables.causes.count { tolls.append(TollRow(idHash: tables.causes[cause])) }
  }

  init(copying other: borrowing Happenings) {
    forces = other.forces.copy()
    tolls = other.tolls.copy()
    occasions = other.occasions.copy()
    effects = other.effects.copy()
    lots = other.lots.copy()
    freeLot = other.freeLot
    unitFactors = other.unitFactors.copy()
    stayFactors = other.stayFactors.copy()
  }
}

/// A force in one region.
package struct ForceRow: BitwiseCopyable {
  package let idHash: UInt32
  /// Persons who are present.
  package var present: Int64
  /// Persons on day 0 and those who joined later.
  package var assigned: Int64
  /// Persons hurt, and those of them who came back.
  package var hurt: Int64 = 0
  package var returned: Int64 = 0
}

/// What one occasion of a disruption changes.
struct EffectRow: BitwiseCopyable {
  var isOn: Bool
  var stopsReports: Bool
  var facility: Int32
  /// Kinds, in a run of `NetworkTables.disruptedKinds`; none means all.
  var kinds: RowRange
  var stayFactor: Double
  var turnaroundFactor: Double
  var deliveryFactor: Double
}

/// What is changed in a unit now.
struct UnitFactorRow: BitwiseCopyable {
  var stay: Double
  var turnaround: Double
}

/// Casualties of one stream or kind of event in one region, from day 0 to the horizon.
package struct TollRow: BitwiseCopyable {
  package let idHash: UInt32
  package var killed: Int64 = 0
  package var wounded: Int64 = 0
  package var ill: Int64 = 0
}
