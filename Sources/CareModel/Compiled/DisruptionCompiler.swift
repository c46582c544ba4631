import RandomStreams

extension NetworkCompiler {
  mutating func compileDisruptions(_ scenario: Scenario) {
    let repairs = scenario.disruptions.map { disruption in disruption.repair.map { add($0) } ?? -1 }
    let kinds = scenario.disruptions.map { disruption in
      let start = disruptedKinds.count
      disruptedKinds += disruption.unitKinds.map { Int32($0) }
      return RowRange(start: Int32(start), count: Int32(disruption.unitKinds.count))
    }
    for region in network.regions.indices {
      let start = disruptions.count
      for (index, disruption) in scenario.disruptions.enumerated() {
        for (number, occasion) in disruption.scheduled.enumerated()
        where network.facilities[occasion.facility].region == region {
          addDisruption(
            disruption, in: region,
            name: disruption.streamName(ofScheduled: number, inRegion: network.regions[region].id),
            facilities: [(index: occasion.facility, share: 1)], kinds: kinds[index], repair: repairs[index],
            atHours: occasion.day * 24, ratePerHour: 0)
        }
        let own = disruption.facilities.filter { network.facilities[$0.facility].region == region }
        let share = own.reduce(0) { $0 + $1.share }
        if share > 0, disruption.ratePerDay > 0 {
          addDisruption(
            disruption, in: region, name: disruption.streamName(inRegion: network.regions[region].id),
            facilities: own.map { (index: $0.facility, share: $0.share) }, kinds: kinds[index],
            repair: repairs[index], atHours: -1, ratePerHour: disruption.ratePerDay * share / 24)
        }
      }
      regionDisruptions.append(RowRange(start: Int32(start), count: Int32(disruptions.count - start)))
    }
  }

  private mutating func addDisruption(
    _ disruption: Disruption, in region: Int, name: String, facilities: [(index: Int, share: Double)],
    kinds: RowRange,
    repair: Int32, atHours: Double, ratePerHour: Double
  ) {
    let order: UInt8 =
      switch disruption.order {
      case .lastIn: 0
      case .firstIn: 1
      case .leastUrgent: 2
      }
    disruptions.append(
      DisruptionRow(
        originHash: streamHash(name), atHours: atHours, ratePerHour: ratePerHour,
        fromHours: disruption.fromDay * 24, untilHours: disruption.untilDay * 24, facilities: mix(facilities),
        kinds: kinds, lostShare: disruption.lostShare, lostStaffShare: disruption.lostStaffShare,
        killedShare: disruption.killedShare, order: order,
        repair: repair, cause: UInt8(disruption.cause?.code ?? Disruption.Cause.allCases.count),
        hasEffects: !disruption.effects.isNone, stopsReports: disruption.effects.stopsReports,
        stayFactor: disruption.effects.stayFactor, turnaroundFactor: disruption.effects.turnaroundFactor,
        deliveryFactor: disruption.effects.deliveryFactor,
        follower: disruption.follower.map { localMasses[region * eventCount + $0.event] } ?? -1,
        followerShare: disruption.follower?.share ?? 0))
  }
}
