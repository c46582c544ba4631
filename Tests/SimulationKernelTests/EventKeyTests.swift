import RandomStreams
import SimulationKernel
import Testing

@Suite("EventKey")
struct EventKeyTests {
  typealias Fields = (ticks: Int64, priority: UInt8, source: Int, sequence: UInt32, slot: Int)

  func key(_ fields: Fields) -> EventKey {
    EventKey(
      time: SimulationTime(ticks: fields.ticks), priority: fields.priority, source: fields.source,
      sequence: fields.sequence, slot: fields.slot)
  }

  @Test("Every field comes back as it went in, also at its limits")
  func roundTrip() {
    var random = Xoshiro256PlusPlus(state: (1, 2, 3, 4))
    var all: [Fields] = [
      (0, 0, 0, 0, 0), ((1 << 52) - 1, 7, (1 << 17) - 1, .max, (1 << 24) - 1),
      ((1 << 52) - 1, 0, 0, 0, 0), (0, 7, 0, 0, 0), (0, 0, (1 << 17) - 1, 0, 0), (0, 0, 0, .max, 0),
      (0, 0, 0, 0, (1 << 24) - 1),
    ]
    for _ in 0..<2000 {
      all.append(
        (
          Int64(random.below(1 << 52)), UInt8(random.below(8)), Int(random.below(1 << 17)),
          UInt32(random.below(1 << 32)), Int(random.below(1 << 24))
        ))
    }
    for fields in all {
      let key = key(fields)
      #expect(key.time.ticks == fields.ticks)
      #expect(key.priority == fields.priority)
      #expect(key.source == fields.source)
      #expect(key.sequence == fields.sequence)
      #expect(key.slot == fields.slot)
    }
  }

  @Test("Keys order by time, then priority, source, sequence and slot")
  func order() {
    var random = Xoshiro256PlusPlus(state: (5, 6, 7, 8))
    func small() -> Fields {
      (
        Int64(random.below(3)), UInt8(random.below(3)), 254 + Int(random.below(4)),
        UInt32(random.below(3)), Int(random.below(2))
      )
    }
    for _ in 0..<5000 {
      let (a, b) = (small(), small())
      let isBefore =
        (a.ticks, a.priority, a.source, a.sequence, a.slot) < (
          b.ticks, b.priority, b.source, b.sequence, b.slot
        )
      #expect((key(a) < key(b)) == isBefore)
    }
  }
}
