import CareModel
import RandomStreams

extension ModelReading {
  /// Names of draws hash to 32 bits (see ``streamHash(_:)``): two that hash alike would share their draws.
  func checkStreamNames() {
    var purposes = StreamNames("two kinds of draw")
    for name in Purposes.names { purposes.add(name) }
    var seen: Set<String> = []
    for (pathway, readers) in zip(network.pathways, stepReaders) {
      for (step, reader) in zip(pathway.steps, readers) {
        // One used twice in a list is reported already.
        guard seen.insert("\(pathway.id).\(step.id)").inserted else { continue }
        for name in network.drawNames(of: step, in: pathway) {
          if !purposes.add(name, reader, log: log) { break }
        }
      }
    }
    _ = originNames()
  }

  /// The names of the origins of ordinary patients.
  func originNames() -> StreamNames {
    var origins = StreamNames("two origins of patients")
    var seen: Set<String> = []
    for (fields, inflow) in zip(inflows, network.inflows) {
      guard fields.text("id") != nil else { continue }
      for facility in inflow.facilities ?? Array(facilities.indices) {
        let name = inflow.streamName(atFacility: facilityNames.names[facility])
        guard seen.insert(name).inserted else { continue }
        if !origins.add(name, fields, log: log) { break }
      }
    }
    for (fields, group) in zip(groupsAtStart, network.presentAtStart) {
      guard fields.text("id") != nil else { continue }
      for facility in group.facilities ?? Array(facilities.indices) {
        let name = group.streamName(atFacility: facilityNames.names[facility])
        guard seen.insert(name).inserted else {
          fields.report("the id is taken by an inflow: the two would share their draws", about: "id")
          break
        }
        if !origins.add(name, fields, log: log) { break }
      }
    }
    return origins
  }
}

/// Names of streams by hash; reports the second of two that hash alike.
struct StreamNames {
  private let what: String
  private var names: [UInt32: String] = [:]

  init(_ what: String) { self.what = what }

  /// Adds a name that nothing else has.
  mutating func add(_ name: String) { names[streamHash(name)] = name }

  /// Adds the name that the id of an object makes; false after reporting that it is taken.
  mutating func add(_ name: String, _ owner: FieldReader, log: MistakeLog) -> Bool {
    let hash = streamHash(name)
    guard let former = names[hash] else {
      names[hash] = name
      return true
    }
    if former == name {
      owner.report("the name '\(name)' is taken: \(what) would share their draws", about: "id")
    } else {
      owner.report(
        "'\(name)' and '\(former)' hash alike, so that \(what) would share their draws: rename one",
        about: "id")
    }
    return false
  }
}
