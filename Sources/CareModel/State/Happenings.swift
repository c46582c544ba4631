package import SimulationKernel

/// What one region keeps of forces and of causes, beyond its patients. Empty in models without them.
package struct Happenings: ~Copyable {
  /// By force.
  package var forces: Slab<ForceRow>
  /// By cause: streams, then events.
  package var tolls: Slab<TollRow>

  init(_ tables: borrowing InflowTables, region: Int) {
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

/// Casualties of one stream or kind of event in one region, from day 0 to the horizon.
package struct TollRow: BitwiseCopyable {
  package let idHash: UInt32
  package var killed: Int64 = 0
  package var wounded: Int64 = 0
  package var ill: Int64 = 0
}
