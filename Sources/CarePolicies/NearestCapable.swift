public import CareModel
public import RandomStreams

/// A casualty goes to the nearest facility of the region that has every unit their pathway may need.
/// The default.
public struct NearestCapable: RoutingPolicy {
  /// `class * facilityCount + entry`; −1 for the entry itself.
  let table: [Int32]
  let facilityCount: Int

  /// Nobody is sent further than where they enter.
  public init() {
    table = []
    facilityCount = 0
  }

  /// Works out the nearest capable facility for each class and entry.
  ///
  /// - Complexity: O(classes × facilities²), once.
  public init(network: CareNetwork) {
    facilityCount = network.facilities.count
    var kindsAt = Array(repeating: Set<Int>(), count: facilityCount)
    for unit in network.units where max(unit.staffedBeds, unit.physicalBeds) > 0 {
      kindsAt[unit.facility].insert(unit.kind)
    }
    var table: [Int32] = []
    for patientClass in network.classes {
      let needed = Set(
        network.pathways[patientClass.pathway].steps.compactMap(\.unitKind).filter {
          network.unitKinds[$0].needsTransport
        })
      for entry in network.facilities.indices {
        let region = network.facilities[entry].region
        // Where they enter, of several as near: also where no coordinates say which is.
        let isCapable = needed.isSubset(of: kindsAt[entry])
        var best = isCapable ? Int32(entry) : -1
        var least = isCapable ? 0 : Double.infinity
        for facility in network.facilities.indices
        where network.facilities[facility].region == region && needed.isSubset(of: kindsAt[facility]) {
          let way = network.kilometres(from: entry, to: facility)
          if way < least {
            least = way
            best = Int32(facility)
          }
        }
        table.append(best)
      }
    }
    self.table = table
  }

  /// The nearest capable facility, or the entry when the region has none.
  public func facility(
    forClass patientClass: Int, enteringAt entry: Int, in region: borrowing RegionState,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int {
    guard facilityCount > 0 else { return entry }
    let best = Int(table[patientClass * facilityCount + entry])
    return best < 0 ? entry : best
  }

  static let entry = PolicyEntry(
    decision: .routing, id: "nearest-capable",
    summary: "Casualties go to the nearest hospital of the region that can do all they may need.",
    guide: """
      Decides: the first hospital of each casualty, once, before arrival: the one where they enter, if it can do all.
      Knows: which hospitals have which kinds of unit; not how full they are.
      Costs: a large hospital near the event fills first.
      Is not: a choice between regions; a region without any capable hospital takes the casualty where
      they enter, and the pathway moves them when they need what is missing.
      """
  ) { _, network, set in set.routing = NearestCapable(network: network) }
}
