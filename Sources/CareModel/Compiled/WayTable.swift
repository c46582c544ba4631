/// The times on the way that a model gives, spread over pairs of facilities: a table for all fleets that have none of
/// their own, and one for each fleet that has.
package struct WayTable {
  /// Hours of `(table * facilityCount + from) * facilityCount + to`; negative where distance and speed say it.
  package private(set) var hours: [Double] = []
  /// The table of each fleet, or −1.
  package private(set) var tables: [Int32]

  /// - Complexity: O(tables × facilities² + pairs of facilities that the times speak of).
  package init(_ network: CareNetwork) {
    tables = Array(repeating: -1, count: network.fleets.count)
    guard !network.travelTimes.isEmpty else { return }
    var members = [[Int]](repeating: [], count: network.regions.count)
    for (index, facility) in network.facilities.enumerated() { members[facility.region].append(index) }
    let common = table(of: nil, over: nil, network, members)
    var next: Int32 = 0
    if network.travelTimes.contains(where: { $0.fleet == nil }) {
      hours = common
      tables = Array(repeating: 0, count: network.fleets.count)
      next = 1
    }
    for fleet in network.fleets.indices where network.travelTimes.contains(where: { $0.fleet == fleet }) {
      hours += table(of: fleet, over: common, network, members)
      tables[fleet] = next
      next += 1
    }
  }

  /// The times of one fleet, or of all, laid over those of `base`, least telling first.
  private func table(
    of fleet: Int?, over base: [Double]?, _ network: CareNetwork, _ members: [[Int]]
  ) -> [Double] {
    let count = network.facilities.count
    var table = base ?? Array(repeating: -1, count: count * count)
    func facilities(_ end: WayEnd) -> [Int] {
      switch end {
      case .facility(let index): [index]
      case .region(let index): members[index]
      }
    }
    let own = network.travelTimes.filter { $0.fleet == fleet }
    for facilityEnds in 0...2 {
      for isBack in [true, false] {
        for time in own where time.facilityEnds == facilityEnds {
          for from in facilities(isBack ? time.to : time.from) {
            for to in facilities(isBack ? time.from : time.to) where to != from {
              table[from * count + to] = time.hours
            }
          }
        }
      }
    }
    return table
  }
}

extension TravelTime {
  fileprivate var facilityEnds: Int {
    [from, to].count { end in
      if case .facility = end { true } else { false }
    }
  }
}
