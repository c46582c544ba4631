import RandomStreams

/// The words of a stream as bytes without end, for test batteries that read them from a pipe.
///
/// Words of 64 bits, the lowest byte first, which PractRand reads as `RNG_test stdin64` and TestU01 and others
/// through small programs of their own.
public struct RawWords: Sendable {
  /// Names of the sequences that can be written, in the order of the documentation.
  public static var sequences: [String] { StreamExporter.Sequence.allCases.map(\.rawValue) }

  private static let chunkBytes = 1 << 16
  private var exporter: StreamExporter
  private var bytesLeft: UInt64?

  /// A sequence from its beginning; nil for a name that is not in ``sequences``.
  ///
  /// - Parameters:
  ///   - seed: the same seed gives the same bytes.
  ///   - byteCount: how many bytes there are; nil: without end.
  public init?(sequence: String, seed: UInt64, byteCount: UInt64?) {
    guard let known = StreamExporter.Sequence(rawValue: sequence) else { return nil }
    exporter = StreamExporter(known, seed: seed)
    bytesLeft = byteCount
  }

  /// The next 64 KiB, or what is left; nil at the end.
  public mutating func next() -> [UInt8]? {
    let size = Int(min(bytesLeft ?? .max, UInt64(Self.chunkBytes)))
    if size == 0 { return nil }
    bytesLeft? -= UInt64(size)
    var chunk = [UInt8](repeating: 0, count: size)
    exporter.fill(&chunk)
    return chunk
  }
}
