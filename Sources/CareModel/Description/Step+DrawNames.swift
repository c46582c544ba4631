extension CareNetwork {
  /// Names of the draws that are keyed by a step: each a purpose of its own.
  package func drawNames(of step: Step, in pathway: Pathway) -> [String] {
    var quantities = ["stay", "branch"]
    if step.unitKind != nil { quantities.append("transfer") }
    if !step.refused.isEmpty { quantities.append("refused") }
    if step.patience != nil { quantities += ["patience", "gave-up"] }
    if classes.contains(where: { $0.worsening != nil }) { quantities.append("worsening") }
    if step.move != nil { quantities += ["destination", "way"] }
    return quantities.map { "\(pathway.id).\(step.id).\($0)" }
  }
}
