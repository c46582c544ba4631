import RandomStreams

extension DrawRegister {
  /// Tells the register every name that the draws of a network under a scenario are keyed by.
  ///
  /// Decisions that are no patient's, such as a flight's, are keyed by numbers and stay without a name.
  func nameDraws(of network: CareNetwork, _ scenario: Scenario) {
    for name in Purposes.names { register(purpose: name) }
    for pathway in network.pathways {
      for step in pathway.steps {
        for name in network.drawNames(of: step, in: pathway) { register(purpose: name) }
      }
    }
    register(origin: "policy")
    for unit in network.units { register(origin: unit.streamName(in: network)) }
    for inflow in network.inflows {
      for facility in inflow.facilities ?? Array(network.facilities.indices) {
        register(origin: inflow.streamName(atFacility: network.facilities[facility].id))
      }
    }
    for group in network.presentAtStart {
      for facility in group.facilities ?? Array(network.facilities.indices) {
        register(origin: group.streamName(atFacility: network.facilities[facility].id))
      }
    }
    for stream in scenario.streams {
      register(origin: stream.dayStreamName)
      for region in network.regions { register(origin: stream.streamName(inRegion: region.id)) }
    }
    for disruption in scenario.disruptions {
      for region in network.regions {
        register(origin: disruption.streamName(inRegion: region.id))
        for number in disruption.scheduled.indices {
          register(origin: disruption.streamName(ofScheduled: number, inRegion: region.id))
        }
      }
    }
    if !scenario.transportLosses.isEmpty || network.fleets.contains(where: { $0.weather != nil }) {
      for region in network.regions {
        for fleet in network.fleets { register(origin: fleet.streamName(in: region)) }
      }
    }
    for event in scenario.events {
      for region in network.regions { register(origin: event.streamName(inRegion: region.id)) }
    }
  }
}
