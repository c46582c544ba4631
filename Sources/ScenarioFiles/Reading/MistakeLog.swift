/// Gathers the mistakes of all files of one load, each once, so that they are reported together.
///
/// It is not thread-safe: loading is serial.
public final class MistakeLog {
  /// Mistakes kept; those beyond are only counted, so that a binary file cannot fill the memory.
  public static let capacity = 10_000

  private var seen: Set<Mistake> = []
  private var uncounted = 0
  /// What is told at the end unless something like it is told of its place.
  private var tentative: [(mistake: Mistake, beginning: String)] = []

  /// An empty log.
  public init() {}

  /// Number of distinct mistakes, plus those that came after ``capacity`` was reached.
  public var count: Int { seen.count + uncounted }

  /// Whether nothing was wrong.
  public var isEmpty: Bool { seen.isEmpty }

  /// Whether nothing was wrong in other files than `path`.
  func isWithout(mistakesOutside path: String) -> Bool { seen.allSatisfy { $0.file == path } }

  /// Whether some input was missing rather than wrong.
  public var hasMissingInput: Bool { seen.contains { $0.kind == .missingInput } }

  /// The mistakes by file, line and column.
  ///
  /// - Complexity: O(n log n).
  public var sorted: [Mistake] { seen.sorted() }

  /// Whether the same sentence is told of the same place already, under whatever path.
  ///
  /// - Complexity: O(mistakes).
  func tells(_ mistake: Mistake) -> Bool {
    seen.contains {
      $0.file == mistake.file && $0.line == mistake.line && $0.column == mistake.column
        && $0.sentence == mistake.sentence
    }
  }

  /// Whether a sentence is told of any place.
  ///
  /// - Complexity: O(mistakes).
  func says(_ sentence: String) -> Bool { seen.contains { $0.sentence == sentence } }

  /// Whether anything is told of the place where `place` begins.
  ///
  /// - Complexity: O(mistakes).
  func tells(of place: TextPlace) -> Bool {
    let (file, position) = (place.source.path, place.position)
    return seen.contains { $0.file == file && $0.line == position.line && $0.column == position.column }
  }

  /// Adds a mistake unless the same one is already there.
  public func add(_ mistake: Mistake) {
    if seen.contains(mistake) { return }
    if seen.count < Self.capacity {
      seen.insert(mistake)
    } else {
      uncounted += 1
    }
  }

  /// Adds a mistake at the end unless another of its place begins with the same words by then.
  func addTentatively(_ mistake: Mistake, unlessOneBegins beginning: String) {
    tentative.append((mistake, beginning))
  }

  /// Adds what was added tentatively.
  func settle() {
    for (mistake, beginning) in tentative {
      let isTold = seen.contains {
        $0.file == mistake.file && $0.line == mistake.line && $0.column == mistake.column
          && $0.sentence.hasPrefix(beginning)
      }
      if !isTold { add(mistake) }
    }
    tentative = []
  }

  /// Adds the mistakes of another log.
  func add(contentsOf other: MistakeLog) {
    for mistake in other.sorted { add(mistake) }
    uncounted += other.uncounted
  }

  /// Adds a mistake that points at the start of a place.
  public func add(_ sentence: String, at place: TextPlace, path: String) {
    add(Mistake(at: place, path: path, sentence: sentence))
  }

  /// One mistake a line in reading order; after `limit` of them, a line saying how many more there are.
  public func rendered(limit: Int = 200) -> String {
    var lines = sorted.prefix(max(limit, 0)).map(\.description)
    let more = count - lines.count
    if more > 0 { lines.append("… and \(more) more mistake\(more == 1 ? "" : "s")") }
    return lines.joined(separator: "\n")
  }
}
