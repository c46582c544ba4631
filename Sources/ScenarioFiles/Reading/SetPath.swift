/// Why a path does not lead anywhere, as a sentence for a mistake at the place where the path stands.
public struct SetPathFailure: Error, Sendable, Equatable {
  /// The sentence.
  public let sentence: String

  /// Places that the path would lead through but for a mistake there: if one is told of any, this follows from it.
  let doubts: [TextPlace]

  /// Creates a failure.
  public init(sentence: String) { self.init(sentence: sentence, doubts: []) }

  init(sentence: String, doubts: [TextPlace]) {
    self.sentence = sentence
    self.doubts = doubts
  }

  /// Whether they say the same.
  public static func == (left: Self, right: Self) -> Bool { left.sentence == right.sentence }
}

/// A path to one value in a file, such as `classes.t1.death.median_hours`, `streams[military].mean_per_day` or
/// `regions[12].icu_beds`.
///
/// An element of a list is named by its `id`, `code` or `name`, or by its index from 0 if it has none of these; a row of
/// a table by its `id`, its `code` or its first cell.
public struct SetPath: Sendable, Equatable {
  /// One step.
  public enum Segment: Sendable, Equatable {
    /// Into a member of an object.
    case key(String)
    /// Into an element of a list or a row of a table.
    case element(String)
  }

  /// The steps from the root, at least one.
  public let segments: [Segment]

  /// Creates a path of steps.
  public init(segments: [Segment]) { self.segments = segments }

  /// Reads a path.
  ///
  /// - Throws: ``SetPathFailure`` if it is empty, or a dot or bracket is out of place.
  public init(_ text: String) throws(SetPathFailure) {
    var segments: [Segment] = []
    var rest = Substring(text)
    var needsKey = true
    while !rest.isEmpty {
      if rest.first == "[" {
        guard !needsKey, let close = rest.firstIndex(of: "]") else {
          throw SetPathFailure(sentence: "the path '\(text)' has a bracket out of place")
        }
        segments.append(.element(String(rest[rest.index(after: rest.startIndex)..<close])))
        rest = rest[rest.index(after: close)...]
      } else if rest.first == ".", !needsKey {
        rest.removeFirst()
        needsKey = true
      } else {
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard needsKey, !key.isEmpty, !key.contains("]") else {
          throw SetPathFailure(sentence: "the path '\(text)' has an empty step or a stray bracket")
        }
        segments.append(.key(String(key)))
        rest = rest[key.endIndex...]
        needsKey = false
      }
    }
    if needsKey { throw SetPathFailure(sentence: "the path '\(text)' ends too early") }
    self.segments = segments
  }

  /// The path without its first step, which names the document.
  public var withoutFirst: SetPath { SetPath(segments: Array(segments.dropFirst())) }

  /// The path as a person writes it.
  public var description: String { Self.text(of: segments[...]) }

  static func text(of segments: ArraySlice<Segment>) -> String {
    segments.reduce(into: "") { text, segment in
      switch segment {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .element(let name): text += "[\(name)]"
      }
    }
  }
}
