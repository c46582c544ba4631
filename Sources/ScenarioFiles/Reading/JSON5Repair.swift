/// One token more, less or otherwise, with what there is to say if that mends a text.
struct JSON5Repair {
  enum Change {
    case insert(UInt8)
    case replace(by: UInt8)
    case remove(Int)
    /// A bracket to an earlier byte.
    case move(UInt8, to: Int)
    /// What seems a fault of the nesting is a mistake that the parser tells.
    case tolerate
  }

  let change: Change
  /// The byte concerned.
  let offset: Int
  /// Where the mistake is told.
  let place: Int
  let sentence: String
  /// Whether the same change elsewhere would do as well, so that what belongs where is not sure.
  var isGuess = false
}

/// A text whose nesting is mended as far as that can be done.
struct JSON5RepairedText {
  /// Longest text that is mended, in bytes; of a longer one the first fault is told.
  static let lengthLimit = 1 << 20
  private static let roundLimit = 8

  let source: SourceText
  private(set) var bytes: [UInt8]
  /// What to say, by the byte of the source.
  private(set) var reports: [(offset: Int, sentence: String)] = []
  /// Whether all is mended, and only in this way.
  private(set) var isSure = true
  /// Whether some fault is left.
  private(set) var isBroken = false
  /// The byte of the source at the first fault; nil if there is none, or if it is the end of the file.
  private(set) var firstFault: Int?
  /// Where the bytes are that the source does not have, ascending.
  private var insertions: [Int] = []
  private var tolerated: Set<Int> = []

  /// Mends a text; nil if nothing is wrong with its nesting.
  ///
  /// - Complexity: O(bytes) for each way that is tried, some tens for each fault.
  init?(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    guard JSON5Nesting(bytes).fault != nil else { return nil }
    for _ in 0..<Self.roundLimit {
      let nesting = JSON5Nesting(bytes, tolerating: tolerated)
      guard let fault = nesting.fault else { return }
      let isFirst = reports.isEmpty
      guard bytes.count <= Self.lengthLimit, mend(nesting) else {
        isBroken = true
        isSure = false
        // What comes after a fault that cannot be mended may only follow from it.
        if isFirst, fault.kind != .unclosed {
          let offset = original(nesting.faultOffset)
          reports = [(offset, sentence(of: fault.kind, nesting))]
        }
        reports = Array(reports.prefix(1))
        firstFault = reports.first?.offset
        return
      }
    }
    (isBroken, isSure) = (true, false)
    reports = Array(reports.prefix(1))
    firstFault = reports.first?.offset
  }

  /// The byte of the source that a byte of the mended text is.
  func original(_ offset: Int) -> Int { offset - insertions.count { $0 < offset } }

  /// Makes the change that leads furthest; false if none leads on.
  private mutating func mend(_ nesting: JSON5Nesting) -> Bool {
    guard let fault = nesting.fault else { return false }
    let tried = repairs(of: nesting).map { repair in
      var copy = self
      copy.make(repair)
      let after = JSON5Nesting(copy.bytes, tolerating: copy.tolerated)
      // The end of the file is not beyond a fault there.
      let reach = after.fault == nil ? Int.max : copy.original(after.faultOffset)
      return (repair: repair, text: copy, after: after, reach: reach)
    }
    let now = original(nesting.faultOffset)
    guard
      let best = tried.enumerated().min(by: {
        ($1.element.reach, $0.element.after.oddities, $0.element.repair.isGuess ? 1 : 0, $0.offset)
          < ($0.element.reach, $1.element.after.oddities, $1.element.repair.isGuess ? 1 : 0, $1.offset)
      })?.element, best.reach > now
    else { return false }
    let others = tried.filter {
      $0.reach == best.reach && $0.after.oddities == best.after.oddities
        && $0.repair.isGuess == best.repair.isGuess && !$0.after.reads(like: best.after)
    }
    let isPlain = others.isEmpty || fault.kind == .keyInList
    let (place, sentence) =
      isPlain
      ? (best.repair.place, best.repair.sentence) : (nesting.faultOffset, sentence(of: fault.kind, nesting))
    let told = (offset: original(place), sentence: sentence)
    self = best.text
    if best.repair.isGuess || !others.isEmpty { isSure = false }
    if case .tolerate = best.repair.change { return true }
    reports.append(told)
    return true
  }

  private mutating func make(_ repair: JSON5Repair) {
    switch repair.change {
    case .insert(let byte): insert(byte, at: repair.offset)
    case .replace(let byte): bytes[repair.offset] = byte
    case .remove(let count):
      for offset in repair.offset..<repair.offset + count { bytes[offset] = 0x20 }
    case .move(let bracket, let earlier):
      bytes[repair.offset] = 0x20
      insert(bracket, at: earlier)
    case .tolerate: tolerated.insert(repair.offset)
    }
  }

  private mutating func insert(_ byte: UInt8, at place: Int) {
    bytes.insert(byte, at: place)
    insertions = (insertions.map { $0 >= place ? $0 + 1 : $0 } + [place]).sorted()
    tolerated = Set(tolerated.map { $0 >= place ? $0 + 1 : $0 })
  }
}

extension JSON5Nesting {
  /// Whether two texts have the same tokens, wherever they stand.
  func reads(like other: JSON5Nesting) -> Bool {
    tokens.count == other.tokens.count
      && zip(tokens, other.tokens).allSatisfy { bytes[$0.range] == other.bytes[$1.range] }
  }
}
