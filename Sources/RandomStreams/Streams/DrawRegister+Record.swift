extension DrawRegister {
  /// The counter of a keyed stream without its block, and the key it is used with.
  struct Counter: Hashable, Comparable {
    let key: StreamKey
    let ordinal: UInt32
    let origin: UInt32
    let purpose: UInt32
    let visit: UInt32

    static func < (one: Counter, other: Counter) -> Bool {
      one.order < other.order
    }

    private var order: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) {
      (key.high, key.low, origin, purpose, ordinal, visit)
    }
  }

  /// How often a counter was opened.
  struct Openings {
    private(set) var count = 0
    /// Whether an opening that was not declared a re-reading followed another.
    private(set) var isMistake = false

    mutating func add(isReread: Bool) {
      if count > 0 && !isReread { isMistake = true }
      count += 1
    }
  }

  /// Names by their hash. Several names for one hash share every draw.
  struct Names {
    private var byHash: [UInt32: [String]] = [:]

    mutating func add(_ name: String) {
      let known = byHash[streamHash(name), default: []]
      if known.contains(name) { return }
      byHash[streamHash(name)] = (known + [name]).sorted()
    }

    /// The name in quotes, or the hash if no name was given.
    func description(_ hash: UInt32) -> String {
      guard let names = byHash[hash] else { return DrawRegister.hexadecimal(UInt64(hash), digits: 8) }
      return names.map { "\"\($0)\"" }.joined(separator: " or ")
    }

    func collisions(of kind: String) -> [String] {
      let alike = byHash.filter { $0.value.count > 1 }
      return alike.sorted { $0.value[0] < $1.value[0] }.map { hash, names in
        let list = names.map { "\"\($0)\"" }.joined(separator: " and ")
        return "The \(kind) \(list) have the same hash \(DrawRegister.hexadecimal(UInt64(hash), digits: 8)) "
          + "and would share draws: rename one of them."
      }
    }
  }

  /// All that a register remembers.
  struct Record {
    var origins = Names()
    var purposes = Names()
    var openings: [Counter: Openings] = [:]

    func sentence(_ counter: Counter, _ openings: Openings) -> String {
      let key = UInt64(counter.key.high) &<< 32 | UInt64(counter.key.low)
      return "The stream of individual \(counter.ordinal) of origin \(origins.description(counter.origin)), "
        + "purpose \(purposes.description(counter.purpose)), visit \(counter.visit), "
        + "key \(DrawRegister.hexadecimal(key, digits: 16)), was opened \(openings.count) times: "
        + "no counter may be used twice."
    }
  }

  static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
