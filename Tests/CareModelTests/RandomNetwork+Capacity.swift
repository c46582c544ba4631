import CareModel
import RandomStreams

extension RandomNetwork {
  /// Capacity that changes over time, drawn from a stream of its own so that the rest of the network is as before.
  static func addCapacity(to network: inout CareNetwork, _ scenario: inout Scenario, seed: UInt64) {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 1))
    addCalendars(to: &network) { random.uniform() }
  }

  /// Calendars over midnight, of kinds and of single units.
  private static func addCalendars(to network: inout CareNetwork, _ share: () -> Double) {
    network.calendars = [
      OpeningCalendar(
        id: "nights",
        intervals: [
          OpeningInterval(weekdays: 0b11_0000, fromMinute: 1_320, untilMinute: 360, share: share()),
          OpeningInterval(weekdays: 0x7F, fromMinute: 420, untilMinute: 960, share: 0.5 + share() / 2),
        ], otherwiseShare: share() < 0.5 ? 0 : share()),
      OpeningCalendar(
        id: "days", intervals: [OpeningInterval(weekdays: 0b1_1111, fromMinute: 0, untilMinute: 1_440)],
        otherwiseShare: share()),
    ]
    for kind in network.unitKinds.indices where network.unitKinds[kind].openingHours == nil {
      if share() < 0.3 { network.unitKinds[kind].calendar = share() < 0.5 ? 0 : 1 }
    }
    for unit in network.units.indices where share() < 0.2 {
      network.units[unit].calendar = share() < 0.5 ? 0 : 1
    }
  }
}
