import Foundation
import CareModel
import RandomStreams
import ScenarioFiles
import Testing

struct ValidationModelTests {
  static let cases = [
    "mm1", "mmc-20", "erlang-b", "erlang-c", "priority", "pulse", "theatre", "nurses", "babsim",
    "untreated-death", "trauma-centre", "died-of-wounds", "stroke-unit", "critical-care", "covid-wave",
    "stroke-network", "sweden-2020", "erlang-a", "preemption", "tandem", "jackson", "daily-rhythm",
  ]

  /// The text of a file of the repository.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: FormatPageTests.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The files of one case.
  static func files(_ name: String) throws -> [(path: String, text: String)] {
    let scenario = name == "died-of-wounds" ? "wounded" : "none"
    let tables = ["covid-wave", "sweden-2020"].contains(name) ? ["Models/validation/\(name)/days.csv"] : []
    let paths =
      [
        "Models/validation/\(name)/model.json5", "Models/validation/\(name)/scenarios/\(scenario).json5",
        "Experiments/validation-\(name)/experiment.json5",
      ] + tables
    return try paths.map { ($0, try text($0)) }
  }

  @Test("every validation case loads, has its page and assumes nothing", arguments: cases)
  func loads(_ name: String) throws {
    let experiment = try ExperimentReader.load(
      "Experiments/validation-\(name)", files: InputFiles(try Self.files(name)))
    #expect(experiment.id == "validation-\(name)")
    #expect(experiment.evidence.assumed == 0)
    #expect(!experiment.expectations.isEmpty)
    for expectation in experiment.expectations {
      #expect(experiment.points[0].network.measures.contains { $0.id == expectation.measure })
    }
    let page = try Self.text("Experiments/validation-\(name)/README.md")
    for heading in ["Question", "Expectation", "Design", "How to run", "Finding"] {
      #expect(page.contains("## \(heading)"))
    }
  }

  /// 500 mutations in a release build; a debug build is too slow for more than a few.
  static let mutationCount = isDebugBuild ? 60 : 500

  @Test("mutated experiments load or are refused with mistakes, and never crash (seed 20270104)")
  func mutations() throws {
    var random = Xoshiro256PlusPlus(state: (20_270_104, 1, 2, 3))
    let originals = try Self.cases.map { ($0, try Self.files($0)) } + [("ask", SmallWorld.texts)]
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"", "-", "0", "9", "1e308", "NaN", "null", "true", "\u{0}", ".", "id",
    ]
    var refused = 0
    for _ in 0..<Self.mutationCount {
      let (name, files) = originals[Int(random.nextBits() % UInt64(originals.count))]
      var bytes = files.map { (path: $0.path, bytes: Array($0.text.utf8)) }
      for _ in 0...(random.nextBits() % 3) {
        let file = Int(random.nextBits() % UInt64(bytes.count))
        let count = UInt64(bytes[file].bytes.count)
        guard count > 0 else { continue }
        let start = Int(random.nextBits() % count)
        let end = min(bytes[file].bytes.count, start + Int(random.nextBits() % 12))
        let piece = Array(pieces[Int(random.nextBits() % UInt64(pieces.count))].utf8)
        bytes[file].bytes.replaceSubrange(start..<end, with: random.nextBits() % 2 == 0 ? piece : [])
      }
      let folder = name == "ask" ? "Experiments/ask" : "Experiments/validation-\(name)"
      do {
        _ = try ExperimentReader.load(folder, files: InputFiles(bytes: bytes))
      } catch {
        refused += 1
        #expect(!error.mistakes.isEmpty)
      }
    }
    #expect(refused > Self.mutationCount / 2)
  }
}

/// Whether checks that cost time are compiled in.
private var isDebugBuild: Bool {
  var isDebug = false
  assert(
    {
      isDebug = true
      return true
    }())
  return isDebug
}
