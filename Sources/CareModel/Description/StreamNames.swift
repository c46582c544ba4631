// Names that draws are keyed by: where patients come from, and what happens there. The check of the files,
// the simulation with its audit, and what is told of a recorded run take them from here. ``CareUnit`` and
// ``Fleet`` have theirs beside their tables.

extension Inflow {
  /// The name of the stream of those who come to a facility, by its id.
  package func streamName(atFacility facility: String) -> String { "\(id)@\(facility)" }
}

extension PatientsAtStart {
  /// The name of the stream of those who are at a facility, by its id.
  package func streamName(atFacility facility: String) -> String { "\(id)@\(facility)" }
}

extension CasualtyStream {
  /// The name of the stream of casualties in a region, by its id.
  package func streamName(inRegion region: String) -> String { "\(id)@\(region)" }

  /// The name that the variation from day to day is keyed by, one for all regions.
  package var dayStreamName: String { id }
}

extension MassCasualtyStream {
  /// The name of the stream of events in a region, by its id.
  package func streamName(inRegion region: String) -> String { "\(id)@\(region)" }
}

extension Disruption {
  /// The name that disruptions at random in a region are keyed by, by the region's id.
  package func streamName(inRegion region: String) -> String { "\(id)@\(region)" }

  /// The name that one of the scheduled ones, counted from 0, is keyed by in a region, by the region's id.
  package func streamName(ofScheduled number: Int, inRegion region: String) -> String {
    "\(id)#\(number)@\(region)"
  }
}

extension Scenario {
  /// The names of all streams of casualties and of events in a region, by its id.
  package func casualtyStreamNames(inRegion region: String) -> [String] {
    streams.map { $0.streamName(inRegion: region) } + events.map { $0.streamName(inRegion: region) }
  }
}
