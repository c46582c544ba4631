import CareModel

/// Steps and who wrote each; a step of a part is written once and may be here several times.
struct WrittenSteps {
  private(set) var steps: [Step] = []
  private(set) var readers: [FieldReader] = []

  /// `own` steps, each that uses a part replaced by the steps of the part and a branch alone, which has the id of the
  /// step and its ways on. A way to one beyond the last step leads there still.
  init(_ own: [Step], readers ownReaders: [FieldReader], parts: [WrittenSteps?]) {
    var first: [Int] = []
    var count = 0
    for part in parts {
      first.append(count)
      count += 1 + (part?.steps.count ?? 0)
    }
    first.append(count)
    for (index, step) in own.enumerated() {
      if let part = parts[index] {
        for (inner, reader) in zip(part.steps, part.readers) {
          var copy = inner.leading { first[index] + $0 }
          copy.id = "\(step.id)/\(inner.id)"
          steps.append(copy)
          readers.append(reader)
        }
      }
      steps.append(step.leading { first[$0] })
      readers.append(ownReaders[index])
    }
  }
}

extension Step {
  /// The same step, its ways leading to other numbers.
  fileprivate func leading(_ number: (Int) -> Int) -> Step {
    func moved(_ ways: [Branch]) -> [Branch] {
      ways.map { way in
        var copy = way
        if case .step(let index) = way.target { copy.target = .step(number(index)) }
        return copy
      }
    }
    var copy = self
    (copy.next, copy.refused, copy.gaveUp) = (moved(next), moved(refused), moved(gaveUp))
    return copy
  }
}

/// The parts that pathways share, each read once.
final class PathwayParts {
  let names: NameIndex
  private let fields: [FieldReader]
  /// Makes the reading of one part, or of one pathway that may use parts.
  let reading: (FieldReader, PathwayParts) -> PathwayReading
  private var known: [WrittenSteps?]
  private var underWay: Set<Int> = []

  init(_ root: FieldReader, reading: @escaping (FieldReader, PathwayParts) -> PathwayReading) {
    fields = root.objects("parts")
    names = NameIndex("part", fields.map { $0.text("id") }, isComplete: root.isWhole("parts"))
    known = Array(repeating: nil, count: fields.count)
    self.reading = reading
  }

  /// Reads all, so that one that nobody uses is checked too.
  func readAll() {
    for index in fields.indices { _ = part(index) }
  }

  /// The steps of a part; nil after reporting that it leads back to itself, or that it has too many.
  func part(_ index: Int) -> WrittenSteps? {
    if let part = known[index] { return part }
    guard underWay.insert(index).inserted else {
      fields[index].report("this part is a part of itself", about: "id")
      return nil
    }
    let part = reading(fields[index], self).steps(isPart: true)
    underWay.remove(index)
    guard part.steps.count <= 30_000 else {
      fields[index].report("\(part.steps.count) steps in one part are too many: at most 30,000", about: "id")
      known[index] = WrittenSteps([], readers: [], parts: [])
      return known[index]
    }
    known[index] = part
    return part
  }
}
