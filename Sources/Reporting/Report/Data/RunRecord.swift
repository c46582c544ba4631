package import BatchRunner
package import CareModel
import ScenarioFiles

/// What was asked of a run, as `experiment.json` of its folder says it.
package struct RunRecord: Sendable {
  /// One arm.
  package struct Arm: Sendable {
    package let id: String
    package let title: String
    package let isBaseline: Bool
    package let isNoWait: Bool
    /// Day on which its policies take over.
    package let fromDay: Double
    /// Day on which those of the baseline take over again; nil is never.
    package let untilDay: Double?
    package let policies: [Policy]
  }

  /// A policy that an arm names.
  package struct Policy: Sendable {
    package let decision: String
    package let id: String
    package let summary: String
    package let decidedBy: LocalText
    /// Whether nobody has said who decides.
    package let isAssumed: Bool
  }

  /// Something varied.
  package struct Factor: Sendable {
    package let id: String
    /// Column of the tables.
    package let column: String
    package let title: String
    package let levels: [Level]

    /// Whether it varies the day of a decision, and not what is known of the world.
    package var movesDecision: Bool { levels.contains { !$0.fromDays.isEmpty } }

    /// Whether it moves the day of an arm.
    package func movesDecision(ofArm arm: String) -> Bool {
      levels.contains { $0.changes.contains { $0.path == "arms.\(arm).from_day" } }
    }
  }

  /// A level with what it sets.
  package struct Level: Sendable {
    package let id: String
    package let changes: [(path: String, value: String)]
    /// Of a factor that moves days of decision, the day of each arm.
    package let fromDays: [String: Double]
  }

  /// A region.
  package struct Region: Sendable {
    package let code: String
    package let name: String
    package let civilArea: String
    package let gridRow: Int
    package let gridColumn: Int
    /// Staffed places by unit kind.
    package let places: [String: Double]
  }

  /// A kind of unit.
  package struct UnitKind: Sendable {
    package let id: String
    package let title: String
    package let column: String
    package let isHospitalBed: Bool
    package let isIntensiveCare: Bool
    package let isQueued: Bool
    /// Whether it is watched for the day it breaks.
    package let isWatched: Bool
    package let staffedPlaces: Double
  }

  /// A measure.
  package struct Measure: Sendable {
    package let id: String
    /// What a person calls it; empty where nobody has said.
    package let title: String
    package let unit: String
    package let text: String
    package let isDeclared: Bool
  }

  /// An assumption with where it stands first.
  package struct Assumption: Sendable {
    package let place: String
    package let text: String
    package let numbers: Int
  }

  package let version: String
  package let experiment: String
  package let title: String
  package let question: String
  package let handling: Handling
  package let whoseFigures: String
  package let modelTitle: String
  package let scenarioTitle: String
  package let horizonDays: Int
  package let drainDays: Int
  package let runInDays: Double
  package let seed: String
  package let replications: Int
  package let isAntithetic: Bool
  package let confidenceLevel: Double
  package let arms: [Arm]
  package let factors: [Factor]
  /// Levels of the design point that is shown by day, and whose places and days these are.
  package let shownLevels: [String]
  /// Measures to show beside the usual ones.
  package let shownMeasures: [String]
  package let regions: [Region]
  package let unitKinds: [UnitKind]
  package let stocks: [(id: String, title: String)]
  package let nationalMeasures: [Measure]
  package let regionalMeasures: [Measure]
  package let evidence: (sourced: Int, derived: Int, assumed: Int)
  package let assumptions: [Assumption]
  package let inputs: [(path: String, sha256: String)]
  private let translations: [String: String]

  /// Reads the record of a run; nil when the folder has none that can be read.
  package init?(_ files: RunFiles) {
    guard let root = RecordNode(json: files.bytes("experiment.json")), root.text("program") == "beredskap"
    else { return nil }
    version = root.text("version")
    experiment = root.text("experiment")
    title = root.text("title")
    question = root.text("question")
    handling = Handling(rawValue: root.text("handling")) ?? .protected
    whoseFigures = root.text("whose_figures")
    modelTitle = root["model"].text("title")
    scenarioTitle = root["scenario"].text("title")
    horizonDays = root.whole("horizon_days")
    drainDays = root.whole("drain_days")
    runInDays = root.number("run_in_days")
    seed = root.digits("seed")
    replications = root.whole("replications")
    isAntithetic = root.flag("antithetic")
    confidenceLevel = root.number("confidence_level")
    arms = root.list("arms").map(Self.arm)
    factors = root.list("factors").map { factor in
      Factor(
        id: factor.text("id"), column: factor.text("column"), title: factor.text("title"),
        levels: factor.list("levels").map { level in
          Level(
            id: level.text("id"),
            changes: level.list("set").map { ($0.text("path"), $0.text("value")) },
            fromDays: level["from_days"].numbers)
        })
    }
    shownLevels = root["shown_levels"].texts
    shownMeasures = root["shown_measures"].texts
    regions = root.list("regions").map { region in
      Region(
        code: region.text("code"), name: region.text("name"), civilArea: region.text("civil_area"),
        gridRow: region.whole("grid_row"), gridColumn: region.whole("grid_column"),
        places: region["staffed_places"].numbers)
    }
    unitKinds = root.list("unit_kinds").map { kind in
      UnitKind(
        id: kind.text("id"), title: kind.text("title"), column: kind.text("column"),
        isHospitalBed: kind.flag("hospital_bed"), isIntensiveCare: kind.flag("intensive_care"),
        isQueued: kind.flag("queued"), isWatched: kind.flag("watched"),
        staffedPlaces: kind.number("staffed_places"))
    }
    stocks = root.list("stocks").map { ($0.text("id"), $0.text("title")) }
    nationalMeasures = root.list("national_measures").map(Self.measure)
    regionalMeasures = root.list("regional_measures").map(Self.measure)
    let evidence = root["evidence"]
    self.evidence = (evidence.whole("sourced"), evidence.whole("derived"), evidence.whole("assumed"))
    assumptions = root.list("assumptions").map { entry in
      Assumption(
        place: "\(entry.text("file")):\(entry.digits("line")) \(entry.text("path")) = \(entry.text("value"))",
        text: entry.text("text"), numbers: entry.whole("numbers"))
    }
    inputs = root.list("inputs").map { ($0.text("path"), $0.text("sha256")) }
    var words: [String: String] = [:]
    for entry in root.list("translations") { words[entry.text("text")] = entry.text("sv") }
    translations = words
  }

  private static func arm(_ node: RecordNode) -> Arm {
    Arm(
      id: node.text("id"), title: node.text("title"), isBaseline: node.flag("baseline"),
      isNoWait: node.flag("no_wait"), fromDay: node.number("from_day"),
      untilDay: node.numberIfAny("until_day"),
      policies: node.list("policies").map { policy in
        let body = policy["decided_by"]
        return Policy(
          decision: policy.text("decision"), id: policy.text("id"), summary: policy.text("summary"),
          decidedBy: LocalText(sv: body.text("sv"), en: body.text("en")), isAssumed: body.flag("assumed"))
      })
  }

  private static func measure(_ node: RecordNode) -> Measure {
    Measure(
      id: node.text("id"), title: node.text("title"), unit: node.text("unit"), text: node.text("text"),
      isDeclared: node.flag("declared")
    )
  }

  /// Words of the inputs in both languages; what nobody translated is the same in both.
  package func words(_ text: String) -> LocalText { LocalText(sv: translations[text] ?? text, en: text) }

  /// A day of the end of what is measured.
  package var lastDay: Int { horizonDays + drainDays }

  /// Whether there are observations enough for intervals: more than one replication, or antithetic pair.
  package var hasIntervals: Bool { replications > (isAntithetic ? 2 : 1) }

  /// Arms that somebody could choose: not the one without queues.
  package var choices: [Arm] { arms.filter { !$0.isNoWait } }

  /// Whether regions have places on a tile map.
  package var hasTileMap: Bool {
    regions.count > 1 && regions.allSatisfy { $0.gridRow > 0 && $0.gridColumn > 0 }
  }
}

/// A value of the record, with what stands for a missing one.
struct RecordNode {
  private let node: JSON5Node?

  init(_ node: JSON5Node?) { self.node = node }

  subscript(key: String) -> RecordNode { RecordNode(node?[key]) }
  func text(_ key: String) -> String { node?[key]?.text ?? "" }
  func digits(_ key: String) -> String { node?[key]?.number?.text ?? text(key) }
  func number(_ key: String) -> Double { numberIfAny(key) ?? 0 }
  func numberIfAny(_ key: String) -> Double? { node?[key]?.number?.value }
  func whole(_ key: String) -> Int { Int(exactly: number(key).rounded()) ?? 0 }
  func list(_ key: String) -> [RecordNode] { (node?[key]?.elements ?? []).map { RecordNode($0) } }

  func flag(_ key: String) -> Bool {
    if case .flag(let flag) = node?[key]?.value { flag } else { false }
  }

  /// The texts of a list.
  var texts: [String] { (node?.elements ?? []).map { $0.text ?? "" } }

  /// Numbers by key.
  var numbers: [String: Double] {
    var result: [String: Double] = [:]
    for member in node?.members ?? [] { result[member.key] = member.value.number?.value ?? 0 }
    return result
  }
}

extension RecordNode {
  /// The root of a JSON file; nil without one.
  init?(json bytes: [UInt8]?) {
    guard let bytes else { return nil }
    let log = MistakeLog()
    let tree = JSON5Parser.parse(SourceText(path: "json", bytes: bytes), into: log)
    guard log.isEmpty, tree.members != nil else { return nil }
    self.init(tree)
  }
}
