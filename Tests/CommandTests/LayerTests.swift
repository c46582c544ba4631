import Foundation
import Testing

@Suite("Layers")
struct LayerTests {
  /// Lowest first: a layer may import those before it alone, and one of the kernel none of ours.
  static let layers = [
    "SimulationKernel", "RandomStreams", "OutputStatistics", "CareModel", "CarePolicies", "ScenarioFiles",
    "BatchRunner", "Reporting", "beredskap",
  ]
  static let kernel = layers.prefix(3)

  /// The sources of a layer, by name.
  static func sources(of layer: String) throws -> [(name: String, text: String)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/\(layer)")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var sources: [(name: String, text: String)] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      sources.append((file.lastPathComponent, try String(contentsOf: file, encoding: .utf8)))
    }
    return sources
  }

  static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 2, words.count == place + 2 else {
        return nil
      }
      return String(words[place + 1])
    }
  }

  @Test("A layer imports only those below it, and the layers of the kernel none of ours", arguments: layers)
  func arrows(layer: String) throws {
    let sources = try Self.sources(of: layer)
    #expect(!sources.isEmpty)
    let below = Self.kernel.contains(layer) ? [] : Self.layers.prefix { $0 != layer }
    for source in sources {
      for module in Self.imports(source.text) where Self.layers.contains(module) {
        #expect(below.contains(module), "\(source.name) imports \(module)")
      }
    }
  }

  @Test("The kernel has no word of care, and reads no files", arguments: kernel)
  func kernelWords(layer: String) throws {
    let care: Set<Substring> = [
      "hospital", "hospitals", "patient", "patients", "ward", "wards", "casualty", "casualties", "bed",
      "beds",
      "ambulance", "triage",
    ]
    for source in try Self.sources(of: layer) {
      // Numbers are words too, so that a hexadecimal one is none of care.
      let words = source.text.lowercased().split { !$0.isLetter && !$0.isNumber }
      let found = words.filter { care.contains($0) }
      #expect(found.isEmpty, "\(source.name) says \(found)")
      #expect(!Self.imports(source.text).contains("Foundation"), "\(source.name) imports Foundation")
    }
  }

  @Test("Threads are used in the kernel and where trials run, nowhere else")
  func dispatch() throws {
    let using = try Self.layers.filter { layer in
      try Self.sources(of: layer).contains { Self.imports($0.text).contains("Dispatch") }
    }
    #expect(using == ["SimulationKernel", "BatchRunner"])
  }
}
