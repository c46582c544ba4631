/// Which modes go between which facilities, closures aside.
struct WayModes {
  /// A bit for each mode of `from * facilityCount + to`; empty when there are no links and only road and air.
  let bits: [UInt8]
  private let network: CareNetwork

  /// - Complexity: O(facilities² + pairs that links join) when there are links, else O(1).
  init(_ network: CareNetwork) {
    self.network = network
    let isPlain = network.links.isEmpty && network.fleets.allSatisfy { $0.mode == .road || $0.mode == .air }
    guard !isPlain else {
      bits = []
      return
    }
    var bits: [UInt8] = []
    for here in network.facilities {
      for there in network.facilities {
        var modes = UInt8(1) << Fleet.Mode.air.code
        let isOneRoad = network.regions[here.region].roadNetwork == network.regions[there.region].roadNetwork
        if isOneRoad { modes |= 1 << Fleet.Mode.road.code }
        bits.append(modes)
      }
    }
    var members = [[Int]](repeating: [], count: network.regions.count)
    for (index, facility) in network.facilities.enumerated() { members[facility.region].append(index) }
    func facilities(_ end: WayEnd) -> [Int] {
      switch end {
      case .facility(let index): [index]
      case .region(let index): members[index]
      }
    }
    for link in network.links {
      for from in facilities(link.from) {
        for to in facilities(link.to) {
          bits[from * network.facilities.count + to] |= 1 << link.mode.code
          bits[to * network.facilities.count + from] |= 1 << link.mode.code
        }
      }
    }
    self.bits = bits
  }

  func goes(_ mode: Fleet.Mode, from: Int, to: Int) -> Bool {
    if !bits.isEmpty { return bits[from * network.facilities.count + to] >> mode.code & 1 == 1 }
    func road(_ facility: Int) -> String { network.regions[network.facilities[facility].region].roadNetwork }
    return mode == .air || road(from) == road(to)
  }
}

/// A link between two places.
struct LinkRow: BitwiseCopyable {
  var mode: UInt8
  /// A facility, or −1 − region.
  var from: Int32
  var to: Int32

  init(_ link: TransportLink) {
    mode = link.mode.code
    from = link.from.code
    to = link.to.code
  }

  /// Whether it joins two facilities of the given regions.
  func joins(_ from: Int, _ fromRegion: Int, _ to: Int, _ toRegion: Int) -> Bool {
    func isAt(_ end: Int32, _ facility: Int, _ region: Int) -> Bool {
      end >= 0 ? Int(end) == facility : Int(-1 - end) == region
    }
    return isAt(self.from, from, fromRegion) && isAt(self.to, to, toRegion)
      || isAt(self.from, to, toRegion) && isAt(self.to, from, fromRegion)
  }
}

extension Fleet.Mode {
  var code: UInt8 {
    switch self {
    case .road: 0
    case .air: 1
    case .rail: 2
    case .sea: 3
    }
  }
}

extension SeatNeed {
  var code: UInt8 {
    switch self {
    case .any: 0
    case .lying: 1
    case .intensiveCare: 2
    }
  }
}

extension WayEnd {
  fileprivate var code: Int32 {
    switch self {
    case .facility(let index): Int32(index)
    case .region(let index): -1 - Int32(index)
    }
  }
}
