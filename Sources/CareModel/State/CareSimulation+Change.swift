import SimulationKernel

extension CareSimulation {
  /// Lets other policies take over now: each begins with nothing remembered, and what the former ones had planned
  /// ahead is called off. Places that a level of surge has opened stay until the new policy is asked, at this
  /// instant.
  package mutating func take(_ change: PolicyChange) {
    let asked = (0..<world.tables.kindCount).contains { world.policies.transfer.considers(unitKind: $0) }
    world.take(change.policies)
    // A waiting patient whom the former policy was asked about is asked about again at the next picture.
    let asksWaiting = change.decisions.contains(.transfer) && !asked
    for region in 0..<world.tables.regionCount {
      Self.take(change.decisions, asksWaiting: asksWaiting, inRegion: region, &engine)
    }
    if change.decisions.contains(.evacuation) { office.planFlightsAgain(&engine, world) }
  }

  private static func take(
    _ decisions: [Decision], asksWaiting: Bool, inRegion region: Int, _ engine: inout CareEngine
  ) {
    let now = engine.now
    engine.act(as: 1 + region) { entity, scheduler in
      entity.ofRegion.forget(decisions)
      if decisions.contains(.surge) { entity.ofRegion.restartSurge(at: now, &scheduler) }
      if asksWaiting { scheduler.schedule(.considerWaiting, at: now) }
    }
  }
}

extension RegionState {
  fileprivate mutating func forget(_ decisions: [Decision]) {
    for decision in decisions { memories[decision.code] = PolicyMemory() }
    guard decisions.contains(.surge) else { return }
    for kind in 0..<surgeMemories.count { surgeMemories[kind] = PolicyMemory() }
  }

  fileprivate mutating func restartSurge(at now: SimulationTime, _ scheduler: inout CareScheduler) {
    scheduler.cancel(surgeReviewEvent)
    surgeReviewEvent = scheduler.schedule(.surgeReview, at: now)
  }
}
