import CareModel

// What steps order: classes that are nobody, with ways on which nobody is carried or dies.
extension ModelReading {
  /// Reports orders that could not be carried out, and waits for what nobody orders.
  func checkOrders() {
    let isAnyOrdered = stepReaders.joined().contains { $0.keyPlace(of: "orders") != nil }
    for (pathway, readers) in zip(network.pathways, stepReaders) {
      for (step, reader) in zip(pathway.steps, readers) {
        if step.awaitsOrders, !isAnyOrdered {
          reader.report("no step of the model orders anything: write orders too", about: "awaits_orders")
        }
        for order in Set(step.orders).sorted() {
          if let sentence = orderMistake(order) { reader.report(sentence, about: "orders") }
        }
      }
    }
  }

  /// Why nothing of a class can be ordered; nil when it can.
  private func orderMistake(_ order: Int) -> String? {
    guard order < network.classes.count else { return nil }
    let ordered = network.classes[order]
    func sentence(_ what: String) -> String { "class '\(ordered.id)' \(what): what is ordered is no patient" }
    if ordered.death != nil { return sentence("has a law of death") }
    if ordered.worsening != nil { return sentence("worsens") }
    if ordered.isPlanned { return sentence("is planned") }
    if ordered.isEvacuable { return sentence("is evacuable") }
    if ordered.origin != .ordinary { return sentence("is of casualties") }
    guard network.pathways.indices.contains(ordered.pathway) else { return nil }
    let pathway = network.pathways[ordered.pathway]
    for step in pathway.steps {
      if let what = stepMistake(step) {
        return sentence("takes pathway '\(pathway.id)', on which step '\(step.id)' \(what)")
      }
    }
    return nil
  }

  /// What a step does that nothing ordered can; nil when all can be.
  private func stepMistake(_ step: Step) -> String? {
    if step.move != nil { return "is a trip" }
    if !step.orders.isEmpty { return "orders something itself" }
    if step.awaitsOrders { return "waits for what was ordered" }
    if step.waitDeath != nil { return "has a rate of dying" }
    if step.isDischargeReady { return "is of those ready to leave" }
    let kinds = (step.unitKind.map { [$0] } ?? []) + step.otherUnits + step.together
    if kinds.contains(where: { network.unitKinds[$0].isHospitalBed }) { return "is in a hospital bed" }
    if (step.next + step.refused + step.gaveUp).contains(where: { $0.target == .exit(.dead) }) {
      return "leads to death"
    }
    return nil
  }
}
