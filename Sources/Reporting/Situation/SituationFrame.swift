package import CareModel

/// The state at one cut-off, as the measures of a situation picture see it: that moment and the hours before, nothing
/// after.
package struct SituationFrame: Sendable {
  let network: CareNetwork
  /// Hours since day 0.
  let hour: Int
  private let now: TrajectorySample
  private let earlier: @Sendable (Int) -> TrajectorySample?
  /// Where the units of each region stand in the sample.
  private let ranges: [Range<Int>]
  /// Levels of surge ordered by then, by `region * kinds + kind`.
  let orderedLevels: [Int]

  /// The frame of an hour; nil when it is not recorded.
  ///
  /// - Parameter orders: the trajectory's orders of surge, by time.
  /// - Complexity: O(units + orders).
  package init?(_ trajectory: Trajectory, hour: Int, orders: [TrajectoryEntry]) {
    guard let sample = trajectory.sample(atHour: hour) else { return nil }
    network = trajectory.network
    self.hour = hour
    now = sample
    let samples = trajectory.samples
    earlier = { samples.indices.contains($0) && $0 <= hour ? samples[$0] : nil }
    var ranges = Array(repeating: 0..<0, count: network.regions.count)
    var start = 0
    for region in ranges.indices {
      var end = start
      while end < sample.units.count, sample.units[end].region == region { end += 1 }
      ranges[region] = start..<end
      start = end
    }
    self.ranges = ranges
    let kinds = network.unitKinds.count
    var ordered = sample.regions.flatMap(\.surgeLevels)
    let limit = Int64(hour) * 3_600_000_000
    var last = Array(repeating: -1, count: ordered.count)
    for entry in orders where entry.ticks <= limit {
      let place = Int(entry.region) * kinds + Int(entry.unitKind)
      if last.indices.contains(place) { last[place] = Int(entry.value) }
    }
    // What is open was ordered, also before day 0.
    for place in ordered.indices { ordered[place] = max(ordered[place], last[place]) }
    orderedLevels = ordered
  }

  /// The region at the cut-off.
  func region(_ region: Int) -> RegionSample { now.regions[region] }

  /// The region so many hours before, at the earliest when day 0 began.
  func region(_ region: Int, hoursBefore: Int) -> RegionSample {
    earlier(max(0, hour - hoursBefore))?.regions[region] ?? now.regions[region]
  }

  /// The region when the present day began; at midnight the day that has just ended.
  func regionAtMidnight(_ region: Int) -> RegionSample {
    earlier(max(0, hour - (hour % 24 == 0 ? 24 : hour % 24)))?.regions[region] ?? now.regions[region]
  }

  /// Whether no reports come from the region at the cut-off.
  func isSilent(_ region: Int) -> Bool { now.regions[region].isSilent }

  /// Units of a kind in a region or at one facility of it.
  func units(_ kind: Int, _ region: Int, _ facility: Int? = nil) -> [UnitSample] {
    now.units[ranges[region]].filter { $0.kind == kind && (facility ?? $0.facility) == $0.facility }
  }

  /// Places with staff that are open (disponibla): where what exists is the limit, the staffed ones of them.
  func available(_ unit: UnitSample) -> Int {
    network.unitKinds[unit.kind].limit == .physical ? min(unit.staffed, unit.open) : unit.open
  }

  /// Available places that nobody has, never below zero.
  func free(_ unit: UnitSample) -> Int { max(0, available(unit) - unit.occupied - unit.cleaning) }

  /// Patients beyond the available places.
  func over(_ unit: UnitSample) -> Int { max(0, unit.occupied - available(unit)) }
}
