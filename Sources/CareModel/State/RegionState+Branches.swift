import RandomStreams
import SimulationKernel

// Where a patient goes when a step is over.
extension RegionState {
  /// The step that follows the current one, `step`, by the patient's draw; nil after leaving the network.
  @inline(__always)
  mutating func branch(
    _ patient: Int, from step: StepRow, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Int? {
    if step.looksAhead { return chooseOpen(patient, step.ways, step.branchPurpose, world, &scheduler) }
    return choose(patient, step.ways, step.branchPurpose, world, &scheduler)
  }

  /// The same where some ways have a condition, or lines are compared.
  @inline(never)
  private mutating func chooseOpen(
    _ patient: Int, _ ways: RowRange, _ purpose: UInt32, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) -> Int? {
    var random = stream(patient, purpose, round: patients[patient].rounds, world)
    var u = world.uniform(&random)
    let guards = world.tables.stepGuards[Int(patients[patient].step)]
    let rule = world.tables.rareSteps[Int(patients[patient].step)].nextBy
    if rule != .shares {
      return go(patient, to: shortestWay(patient, rule, ways, guards, at: u, world), world, &scheduler)
    }
    let open = openWay(patient, guards, &u, world)
    return go(patient, to: open ?? target(patients[patient], ways, at: u, world), world, &scheduler)
  }

  /// The step to which one of `ways` leads; nil after leaving the network.
  @inline(__always)
  mutating func choose(
    _ patient: Int, _ ways: RowRange, _ purpose: UInt32, _ world: borrowing Surroundings,
    _ scheduler: inout CareScheduler
  ) -> Int? {
    let target =
      ways.count > 1
      ? drawnTarget(patient, ways, purpose, world) : world.tables.branches[Int(ways.start)].target
    return go(patient, to: target, world, &scheduler)
  }

  @inline(never)
  private func drawnTarget(
    _ patient: Int, _ ways: RowRange, _ purpose: UInt32, _ world: borrowing Surroundings
  ) -> Int32 {
    let row = patients[patient]
    return target(row, ways, at: world.uniform(of: draw(row, purpose)), world)
  }

  /// Which of `ways` the uniform `u` falls on.
  @inline(__always)
  private func target(_ patient: PatientRow, _ ways: RowRange, at u: Double, _ world: borrowing Surroundings)
    -> Int32
  {
    var left = u
    var way = Int(ways.start)
    let last = way &+ Int(ways.count) &- 1
    while way < last {
      let share = world.tables.place(world.tables.branches[way].share, at: Int(patient.facility))
      if share < 0 || left < share { break }
      left -= share
      way &+= 1
    }
    return world.tables.branches[way].target
  }

  /// The step that `target` is; nil after leaving the network.
  @inline(__always)
  private mutating func go(
    _ patient: Int, to target: Int32, _ world: borrowing Surroundings, _ scheduler: inout CareScheduler
  ) -> Int? {
    if target < 0 {
      leave(patient, exitCode: Int(-1 - target), world, &scheduler)
      return nil
    }
    if target <= Int32(patients[patient].step) {
      ensure(
        patients[patient].rounds < .max, "a patient went back to earlier steps 2^32 times")
      patients[patient].rounds += 1
    }
    return Int(target)
  }
}
