/// One change that an experiment makes to its model, its scenario or its arms.
struct Override {
  /// Which document.
  enum Target: String {
    case model
    case scenario
    case arms
  }

  let target: Target
  /// The path in the document.
  let path: SetPath
  /// The path as written; of an arm `arms.<id>.from_day` or `arms.<id>.until_day`.
  var text: String
  let value: JSON5Node
  let source: JSON5Node?
  let fields: FieldReader
  /// Where the path stands.
  let place: TextPlace
  /// Which day of which arm is moved where, for a change of an arm.
  var armDay: (arm: Int, key: ArmDays.Key, day: Double)?

  /// Reads the `set` of an object; a path that cannot be read is reported.
  static func read(_ fields: FieldReader) -> [Override] {
    let node = fields.list.index(of: "set").flatMap { fields.given[$0]?.value }
    return fields.objectMap("set").compactMap { text, item -> Override? in
      let place = node?.members?.first { $0.key == text }?.keyPlace ?? item.node.place
      func report(_ sentence: String) -> Override? {
        fields.log.add(sentence, at: place, path: item.path)
        return nil
      }
      guard let value = item.node["value"], !value.isBroken else { return nil }
      let path: SetPath
      do throws(SetPathFailure) { path = try SetPath(text) } catch { return report(error.sentence) }
      guard case .key(let document) = path.segments[0], let target = Target(rawValue: document) else {
        return report("the path begins with 'model', 'scenario' or 'arms'")
      }
      guard path.segments.count > 1 else { return report("the path '\(text)' ends too early") }
      return Override(
        target: target, path: path.withoutFirst, text: text, value: value,
        source: item.node["source"], fields: item, place: place)
    }
  }

  /// The value as a reader of the design sees it; nil for a list or an object.
  var plainValue: String? {
    switch value.value {
    case .number(let number): number.text
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .null, .list, .object, .broken: nil
    }
  }

  /// Makes the change; returns why its path leads nowhere if it does not.
  func apply(to model: inout ModelDocument, _ scenario: inout ScenarioDocument) -> SetPathFailure? {
    do throws(SetPathFailure) {
      switch target {
      case .model: try model.set(path, to: value, source: source)
      case .scenario: try scenario.set(path, to: value, source: source)
      case .arms: break
      }
      return nil
    } catch {
      return error
    }
  }

  /// Reports a path that leads nowhere, unless a mistake that is told of the document is why.
  func report(_ failure: SetPathFailure) {
    if failure.doubts.contains(where: { fields.log.tells(of: $0) }) { return }
    fields.log.add(failure.sentence, at: place, path: fields.path)
  }

  /// Counts the numbers of a level's change, which no reading of the documents counts.
  func count(in context: ReadingContext) {
    let numbers = Self.numbers(in: value)
    guard numbers > 0, let note = source?.text.flatMap({ SourceNote($0) }) else { return }
    context.evidence.count(
      note, numbers: numbers, value: value.number?.text ?? "\(numbers) numbers", at: value.place,
      path: "\(fields.path).value")
  }

  private static func numbers(in node: JSON5Node) -> Int {
    switch node.value {
    case .number: 1
    case .list(let nodes): nodes.reduce(0) { $0 + numbers(in: $1) }
    case .object(let members): members.reduce(0) { $0 + numbers(in: $1.value) }
    case .null, .flag, .text, .broken: 0
    }
  }
}

extension LoadedExperiment.Change {
  /// What a change does.
  init(_ change: Override) {
    self.init(path: change.text, value: change.plainValue, source: change.source?.text ?? "")
  }
}
