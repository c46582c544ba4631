import CareModel

// The ways on from a step, with their shares and conditions.
extension PathwayReading {
  private func target(_ name: String, in fields: FieldReader, _ key: String) -> Branch.Target? {
    if let outcome = Outcome(rawValue: name) { return .exit(outcome) }
    if isPart, name == "end" { return .step(steps.count) }
    let ends = Outcome.allCases.map(\.rawValue) + (isPart ? ["end"] : [])
    let all = NameIndex("step or exit", stepNames.names + ends, isComplete: stepNames.isComplete)
    let index = all.index(of: name) { fields.report($0, about: key) }
    if index == nil { hasAllWays = false }
    return index.map { .step($0) }
  }

  /// The ways on that a key lists.
  ///
  /// - Parameter choice: by what one is chosen; nil where that could not be read, and nothing is said of shares.
  func branches(_ key: String, _ fields: FieldReader, kind: Int?, by choice: WayChoice? = .shares) -> [Branch]
  {
    if fields.isText(key), let name = fields.text(key) {
      return target(name, in: fields, key).map { [Branch(to: $0)] } ?? []
    }
    guard fields.has(key) else {
      if fields.keyPlace(of: key) != nil { hasAllWays = false }
      return []
    }
    let parts = fields.objects(key)
    if parts.contains(where: { !$0.has("to") }) { hasAllWays = false }
    if parts.isEmpty {
      // An empty list may be one that is not written yet, so that nothing is said of steps it may lead to.
      hasAllWays = false
      if fields.isWhole(key) {
        fields.report("the list is empty: name a step or an exit, or remove \(key)", about: key)
      }
      return []
    }
    if parts.count > 1_000 { fields.report("\(parts.count) ways on are too many: at most 1,000", about: key) }
    let branches = parts.map { part in
      Branch(
        to: part.text("to").flatMap { target($0, in: part, "to") } ?? .exit(.home),
        share: columns.placeNumber(
          "share", column: "share_column", in: part, value: part.number("share"), range: .share),
        when: part.keyPlace(of: "when") == nil ? nil : condition(part, of: key))
    }
    let isOpen = parts.map { $0.keyPlace(of: "when") == nil }
    for index in parts.indices where !isOpen[index] {
      if case .column(let name) = branches[index].share {
        requireEverywhere(name, kind: kind, in: parts[index], "share_column")
      }
    }
    let plain = parts.indices.filter { isOpen[$0] }
    if plain.isEmpty, !parts.isEmpty {
      fields.report("write where the others go: a branch without a condition", about: key)
    } else if choice != .shares {
      return equal(branches, parts, choice)
    } else {
      checkShares(plain.map { branches[$0] }, plain.map { parts[$0] }, of: fields, key, kind: kind)
    }
    return branches
  }

  /// Ways among which no share decides: before a run each is as likely as the others.
  private func equal(_ branches: [Branch], _ parts: [FieldReader], _ choice: WayChoice?) -> [Branch] {
    for part in parts {
      guard let choice else { break }
      for key in ["share", "share_column"] where part.keyPlace(of: key) != nil {
        part.report("no share decides where next_by is \"\(choice.rawValue)\": remove it", about: key)
      }
    }
    let plain = branches.count { $0.condition == nil }
    return branches.map { branch in
      Branch(
        to: branch.target, share: branch.condition == nil ? .fixed(1 / Double(plain)) : nil,
        when: branch.condition)
    }
  }

  /// The rule by which one of the ways of `next` is chosen; nil where it has a mistake.
  func wayChoice(_ fields: FieldReader) -> WayChoice? {
    if fields.keyPlace(of: "next_by") != nil, !fields.has("next_by") { return nil }
    let choice = fields.text("next_by").flatMap { WayChoice(rawValue: $0) } ?? .shares
    if choice != .shares, fields.isText("next") || fields.keyPlace(of: "next") == nil {
      fields.report("there is nothing to choose: list the ways in next", about: "next_by")
    }
    return choice
  }

  /// Reports ways whose lines were to be compared, and which lead to no unit.
  func checkLines(_ written: WrittenSteps) {
    for (step, reader) in zip(written.steps, written.readers) where step.nextBy != .shares {
      let parts = reader.isText("next") ? [] : reader.objects("next")
      for (part, way) in zip(parts, step.next) where part.has("to") {
        if case .step(let index) = way.target, written.steps[index].unitKind != nil { continue }
        part.report(
          "this leads to no step with a unit, whose line could be compared: lead to one, and branch to others in a step before",
          about: "to")
      }
    }
  }

  /// At each place the shares sum to one, or to at most one if a branch takes the rest.
  private func checkShares(
    _ branches: [Branch], _ parts: [FieldReader], of fields: FieldReader, _ key: String, kind: Int?
  ) {
    let open = parts.indices.filter {
      parts[$0].keyPlace(of: "share") == nil && parts[$0].keyPlace(of: "share_column") == nil
    }
    if open.count > 1 {
      parts[open[1]].report("only one branch may omit its share: it takes the rest")
      return
    }
    // A share that could not be read is reported already.
    guard branches.indices.allSatisfy({ branches[$0].share != nil || open.contains($0) }) else { return }
    var fixed = 0.0
    var names: [(name: String, branch: Int)] = []
    for (index, branch) in branches.enumerated() {
      switch branch.share {
      case .fixed(let share): fixed += share
      case .column(let name): names.append((name, index))
      case nil: break
      }
    }
    guard !names.isEmpty else {
      if let sentence = sumMistake(fixed, hasRest: !open.isEmpty) { fields.report(sentence, about: key) }
      return
    }
    for (name, branch) in names { requireEverywhere(name, kind: kind, in: parts[branch], "share_column") }
    for facility in places(of: kind) {
      let numbers = names.map { columns.number($0.name, atFacility: facility)?.value }
      guard numbers.allSatisfy({ $0 != nil }) else { continue }
      let sum = fixed + numbers.reduce(0) { $0 + ($1 ?? 0) }
      if let sentence = sumMistake(sum, hasRest: !open.isEmpty) {
        fields.report(
          "at facility \(model.facilities[facility].text("id") ?? "") \(sentence)", about: key)
        return
      }
    }
  }

  private func sumMistake(_ sum: Double, hasRest: Bool) -> String? {
    guard hasRest else { return shareSumMistake([sum]) }
    if sum <= 1 + 1e-6 { return nil }
    return "the shares sum to \(plainText((sum * 1e6).rounded() / 1e6)), which leaves no rest"
  }
}
