import CareModel
import CarePolicies

/// Reads one arm against the catalogue of policies.
func readArm(_ fields: FieldReader) -> LoadedExperiment.Arm {
  if fields.text("id") == "no-wait" {
    fields.report(
      "no-wait is the built-in arm: set no_wait to true, and name this one otherwise", about: "id")
  }
  let policies = fields.object("policies")
  let choices = policies.map { policies in
    Decision.allCases.compactMap { readChoice($0, in: policies) }
  }
  return LoadedExperiment.Arm(
    id: fields.text("id") ?? "", title: fields.text("title") ?? "",
    term: PolicyTerm(fromDay: fields.number("from_day") ?? 0, untilDay: fields.number("until_day")),
    choices: choices ?? [])
}

private func readChoice(_ decision: Decision, in policies: FieldReader) -> PolicyChoice? {
  let key = decision.rawValue
  guard policies.has(key) else { return nil }
  if policies.isText(key) {
    guard let id = policies.text(key), entry(id, decision, policies, key) != nil else { return nil }
    return PolicyChoice(decision: decision, id: id)
  }
  guard let fields = policies.object(key), let id = fields.text("id"),
    let entry = entry(id, decision, fields, "id")
  else { return nil }
  for number in fields.openNumbers { check(number, of: entry, in: fields) }
  checkOrder(of: entry, in: fields)
  return PolicyChoice(
    decision: decision, id: id, values: fields.openNumbers.map { (key: $0.name, value: $0.value) })
}

private func entry(
  _ id: String, _ decision: Decision, _ fields: FieldReader, _ key: String
) -> PolicyEntry? {
  if let entry = PolicyCatalogue.entry(id, for: decision) { return entry }
  let known = PolicyCatalogue.entries(for: decision).map(\.id)
  fields.report(unknownWord(id, among: known, what: "\(decision.rawValue) policy"), about: key)
  return nil
}

/// Reports a given threshold that ends what another begins, and lies beyond it. One that is not given gives way instead.
private func checkOrder(of entry: PolicyEntry, in fields: FieldReader) {
  for (lower, upper) in entry.ordered {
    let given = fields.openNumbers.first { $0.name == upper.key }
    let begin = given?.value ?? upper.standard
    guard let end = fields.openNumbers.first(where: { $0.name == lower.key }), end.value > begin else {
      continue
    }
    fields.log.add(
      "\(end.name) is \(plainText(end.value)); it must be at most \(upper.key), which is \(plainText(begin))"
        + (given == nil ? " where it is not given" : ""),
      at: end.place, path: joined(fields.path, end.name))
  }
}

private func check(_ number: OpenNumber, of entry: PolicyEntry, in fields: FieldReader) {
  let path = joined(fields.path, number.name)
  guard let parameter = entry.parameters.first(where: { $0.key == number.name }) else {
    let known = entry.parameters.map(\.key)
    let sentence =
      known.isEmpty
      ? "the policy \(entry.id) has no parameters"
      : unknownWord(number.name, among: known, what: "parameter")
    fields.log.add(sentence, at: number.place, path: path)
    return
  }
  let rule: String
  if !parameter.range.contains(number.value) {
    rule = "\(NumberRange(parameter.range.lowerBound, parameter.range.upperBound))"
  } else if parameter.isWhole, number.value != number.value.rounded() {
    rule = "a whole number"
  } else {
    return
  }
  fields.log.add(
    "\(number.name) is \(plainText(number.value)); it must be \(rule)", at: number.place, path: path)
}
