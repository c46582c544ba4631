import RandomStreams
import Testing

@Suite("StreamExporter")
struct StreamExporterTests {
  func words(_ sequence: StreamExporter.Sequence, _ count: Int) -> [UInt64] {
    var exporter = StreamExporter(sequence, seed: 9)
    return (0..<count).map { _ in exporter.nextBits() }
  }

  func stream(replication: UInt32 = 0, ordinal: UInt32 = 0, visit: UInt32 = 0) -> KeyedStream {
    KeyedStream(
      key: StreamKey(seed: 9, replication: replication), ordinal: ordinal, origin: streamHash("origin"),
      purpose: streamHash("purpose"), visit: visit)
  }

  func first(_ stream: KeyedStream) -> UInt64 {
    var stream = stream
    return stream.nextBits()
  }

  @Test("Each name lays the streams end to end that it says")
  func sequences() {
    var long = stream()
    #expect(words(.blocks, 8_191) == (0..<8_191).map { _ in long.nextBits() })
    #expect(words(.blocks, 8_193).last == first(stream(visit: 1)))
    #expect(words(.ordinals, 5) == (0..<5).map { first(stream(ordinal: $0)) })
    #expect(words(.visits, 5) == (0..<5).map { first(stream(visit: $0)) })
    #expect(words(.replications, 5) == (0..<5).map { first(stream(replication: $0)) })
    var sequential = Xoshiro256PlusPlus(key: StreamKey(seed: 9, replication: 0))
    #expect(words(.xoshiro, 5) == (0..<5).map { _ in sequential.nextBits() })
  }

  @Test("Bytes are the words', the lowest first, and buffers of whole words follow each other")
  func bytes() {
    for sequence in StreamExporter.Sequence.allCases {
      var exporter = StreamExporter(sequence, seed: 9)
      var first = [UInt8](repeating: 0, count: 16)
      var second = [UInt8](repeating: 0, count: 11)
      exporter.fill(&first)
      exporter.fill(&second)
      let expected = words(sequence, 4).flatMap { word in
        (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
      }
      #expect(first + second == Array(expected.prefix(27)))
    }
  }

  @Test("A name is the case's own")
  func names() {
    #expect(
      StreamExporter.Sequence.allCases.map(\.rawValue).joined(separator: " ")
        == "xoshiro blocks ordinals visits replications")
  }
}
