import SimulationKernel

// The way on to the shortest line.
extension RegionState {
  /// The open way whose unit has the least to wait for by `rule`; `u` decides among equals.
  ///
  /// - Parameters:
  ///   - ways: those without a condition.
  ///   - guards: those with one.
  /// - Complexity: O(ways).
  func shortestWay(
    _ patient: Int, _ rule: WayChoice, _ ways: RowRange, _ guards: RowRange, at u: Double,
    _ world: borrowing Surroundings
  ) -> Int32 {
    var least = LineLength.unknown
    var equals = 0
    forEachOpenWay(patient, ways, guards, world) { target in
      let length = line(to: target, patient, rule, world)
      if length < least {
        (least, equals) = (length, 1)
      } else if length == least {
        equals += 1
      }
    }
    var left = min(equals - 1, Int(u * Double(equals)))
    var chosen = world.tables.branches[Int(ways.start)].target
    forEachOpenWay(patient, ways, guards, world) { target in
      guard line(to: target, patient, rule, world) == least else { return }
      if left == 0 { chosen = target }
      left -= 1
    }
    return chosen
  }

  private func forEachOpenWay(
    _ patient: Int, _ ways: RowRange, _ guards: RowRange, _ world: borrowing Surroundings,
    _ body: (Int32) -> Void
  ) {
    for index in Int(guards.start)..<Int(guards.start + guards.count)
    where holds(world.tables.guards[index], patient, world) {
      body(world.tables.guards[index].target)
    }
    for index in Int(ways.start)..<Int(ways.start + ways.count) { body(world.tables.branches[index].target) }
  }

  /// What is at the unit of the step `target`; nothing is known of a way out, of a step without a unit, and of a unit
  /// that the region does not have.
  private func line(
    to target: Int32, _ patient: Int, _ rule: WayChoice, _ world: borrowing Surroundings
  ) -> LineLength {
    let kind = target < 0 ? -1 : Int(world.tables.steps[Int(target)].unitKind)
    guard kind >= 0 else { return .unknown }
    let facility = Int(patients[patient].facility)
    var unit = world.tables.unit(of: kind, at: facility)
    if unit < 0 {
      let near = nearUnits(patient, kind: kind, world)
      guard near.count > 0 else { return .unknown }
      unit = Int(world.tables.nearUnitRows[Int(near.start)])
    }
    let inPlaces = rule == .fewestPatients ? Int(units[unit].occupied) : 0
    return LineLength(patients: Int(units[unit].waiting) + inPlaces, free: Int(max(0, units[unit].free)))
  }
}

/// What one who comes to a unit finds: the least is gone to.
private struct LineLength: Comparable {
  var patients: Int
  /// Free places.
  var free: Int

  static let unknown = LineLength(patients: .max, free: 0)

  static func < (one: LineLength, other: LineLength) -> Bool {
    one.patients != other.patients ? one.patients < other.patients : one.free > other.free
  }
}
