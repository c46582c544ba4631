import CareModel
import RandomStreams

extension ModelReading {
  /// Names of draws hash to 32 bits (see ``streamHash(_:)``): two that hash alike would share their draws.
  func checkStreamNames() {
    var purposes = StreamNames("two kinds of draw")
    for name in StreamNames.builtInPurposes { purposes.add(name, nil, log: log) }
    for pathway in pathways {
      guard let id = pathway.text("id") else { continue }
      for step in pathway.objects("steps") {
        guard let name = step.text("id") else { continue }
        for quantity in ["stay", "branch"] {
          purposes.add("\(id).\(name).\(quantity)", (step, "id"), log: log)
        }
      }
    }
    _ = originNames()
  }

  /// The names of the origins of ordinary patients.
  func originNames() -> StreamNames {
    var origins = StreamNames("two origins of patients")
    for (fields, inflow) in zip(inflows, network.inflows) {
      guard let id = fields.text("id") else { continue }
      for facility in inflow.facilities ?? Array(facilities.indices) {
        guard let name = facilities[facility].text("id") else { continue }
        origins.add("\(id)@\(name)", (fields, "id"), log: log)
      }
    }
    return origins
  }
}

/// Names of streams by hash; reports the second of two that hash alike.
struct StreamNames {
  /// Purposes that every network has.
  static let builtInPurposes = [
    "arrival.gap", "arrival.class", "arrival.severity", "arrival.entry", "arrival.delay", "day.rate",
    "event.size", "death.threshold", "wait-death.threshold", "postponed.turn", "policy", "tie",
  ]

  private let what: String
  private var names: [UInt32: String] = [:]

  init(_ what: String) { self.what = what }

  /// Adds a name; where it stands is an object with the key that makes the name.
  mutating func add(_ name: String, _ owner: (any CheckedFields, String)?, log: MistakeLog) {
    let hash = streamHash(name)
    guard let former = names[hash] else {
      names[hash] = name
      return
    }
    // Two ids alike are reported as such.
    guard let owner else { return }
    if former == name {
      owner.0.report("the name '\(name)' is taken: \(what) would share their draws", about: owner.1)
    } else {
      owner.0.report(
        "'\(name)' and '\(former)' hash alike, so that \(what) would share their draws: rename one",
        about: owner.1)
    }
  }
}
