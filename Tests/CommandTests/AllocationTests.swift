import Foundation
import Testing

// A debug build does not specialise generic code and allocates where an optimised one does not; the counter stands in
// for the allocator of the GNU C library.
#if canImport(Glibc) && !DEBUG
  @Suite("Allocations")
  struct AllocationTests {
    /// Whether the counter can be built: with the compiler that links Swift programs.
    static let compiler = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }

    struct Line {
      let name: String
      let replications: Int
      let events: Int
      let allocations: Int
    }

    /// What each variant of a benchmark says with the counter loaded.
    func lines(_ name: String, _ more: [String], counter: String, in folder: TemporaryFolder) throws -> [Line]
    {
      let output = try folder.scratchFile()
      let process = try Command.start(
        ["bench", name, "--json"] + more, in: folder, output: output.handle,
        complaint: FileHandle.nullDevice, environment: ["LD_PRELOAD": counter])
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return try String(contentsOfFile: output.path, encoding: .utf8).split(separator: "\n").map { text in
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return Line(
          name: try #require(json?["name"] as? String),
          replications: try #require(json?["replications"] as? Int),
          events: try #require(json?["own_events"] as? Int),
          allocations: try #require(json?["allocations"] as? Int))
      }
    }

    @Test(
      """
      A longer run allocates less than one block for each 1,000 events more: the difference of the allocator's calls \
      between the full and the quick run, over the difference of their events
      """, .enabled(if: compiler != nil), arguments: ["mm1", "mmc", "phold", "regional"])
    func steadyState(_ name: String) throws {
      let folder = try TemporaryFolder()
      let counter = try counter(in: folder)
      let quick = try lines(name, ["--quick"], counter: counter, in: folder)
      let full = try lines(name, [], counter: counter, in: folder)
      #expect(!full.isEmpty && quick.map(\.name) == full.map(\.name))
      for (short, long) in zip(quick, full) {
        let events = long.events - short.events
        #expect(events > 1_000_000)
        let growth = Double(long.allocations - short.allocations) / Double(events)
        #expect(growth < 1e-3, "\(long.name): \(growth) blocks an event over \(events) events")
        // The counter counts: a run cannot start without memory.
        #expect(short.allocations > 10)
      }
    }

    @Test(
      """
      A national model allocates less than one block for each 1,000 events after its first days: the difference of the \
      allocator's calls of a replication, over the difference of its events
      """, .enabled(if: compiler != nil))
    func national() throws {
      let folder = try TemporaryFolder()
      for name in ["Experiments", "Models"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder.path)/\(name)", withDestinationPath: Repository.path(name))
      }
      let counter = try counter(in: folder)
      let quick = try #require(try lines("national", ["--quick"], counter: counter, in: folder).first)
      let full = try #require(try lines("national", [], counter: counter, in: folder).first)
      func each(_ number: Int, _ line: Line) -> Double { Double(number) / Double(line.replications) }
      let events = each(full.events, full) - each(quick.events, quick)
      #expect(events > 1_000_000)
      let growth = (each(full.allocations, full) - each(quick.allocations, quick)) / events
      #expect(growth < 1e-3, "\(growth) blocks an event over \(events) events")
      #expect(quick.allocations > 10)
    }

    /// The counter, built in a folder.
    private func counter(in folder: TemporaryFolder) throws -> String {
      let counter = "\(folder.path)/count_allocations.so"
      let build = Process()
      build.executableURL = URL(fileURLWithPath: try #require(Self.compiler))
      build.arguments = [
        "-O2", "-shared", "-fPIC", "-o", counter, Repository.path("Benchmarks/peers/count_allocations.c"),
      ]
      try build.run()
      build.waitUntilExit()
      try #require(build.terminationStatus == 0)
      return counter
    }
  }
#endif
