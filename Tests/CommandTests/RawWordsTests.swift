import Foundation
import Testing

@Suite("Raw words")
struct RawWordsTests {
  /// What the call writes to stdout, which need not be text.
  func bytes(_ words: String...) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let output = try folder.scratchFile()
    let process = try Command.start(
      ["bench", "streams", "--raw"] + words, in: folder, output: output.handle,
      complaint: FileHandle.nullDevice)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: output.path)))
  }

  @Test("as many bytes as asked for, the same for a seed, others for another seed or sequence")
  func count() throws {
    let first = try bytes("--bytes", "100003", "--seed", "5")
    #expect(first.count == 100_003)
    #expect(try bytes("--bytes", "200", "--seed", "5", "--sequence", "blocks") == Array(first.prefix(200)))
    #expect(try bytes("--bytes", "200", "--seed", "6") != Array(first.prefix(200)))
    #expect(try bytes("--bytes", "200", "--seed", "5", "--sequence", "xoshiro") != Array(first.prefix(200)))
    // Ones among 800,024 fair bits: z = 4 is 0.22 %.
    let ones = first.reduce(0) { $0 + $1.nonzeroBitCount }
    #expect(abs(Double(ones) / 800_024 - 0.5) < 0.0022, "\(ones)")
  }

  @Test("without a number of bytes it goes on until the reader closes, and that is no failure")
  func closed() throws {
    let folder = try TemporaryFolder()
    let pipe = Pipe()
    let process = try Command.start(
      ["bench", "streams", "--raw"], in: folder, output: pipe.fileHandleForWriting,
      complaint: FileHandle.nullDevice)
    try pipe.fileHandleForWriting.close()
    var count = 0
    while count < 300_000 { count += try pipe.fileHandleForReading.read(upToCount: 65_536)?.count ?? 300_000 }
    try pipe.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }
}
