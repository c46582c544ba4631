public import CareModel
import RandomStreams

/// Turns the entries of a trajectory into the events that process viewers read.
public enum PatientLogMaker {
  /// Events of the patients who arrived while the trajectory was recorded, in order of time.
  ///
  /// Places of a unit have numbers: who begins takes the lowest that nobody has. A place is used until it is given up,
  /// also while its patient waits in it for the next one or is in a theatre with the bed kept, or until it is lost to a
  /// more urgent patient or to a disruption. One that is held at the last minute has no end.
  ///
  /// - Parameters:
  ///   - trajectory: recorded with the scope of those wanted.
  ///   - endMinute: the minute after the last that is told, since day 0.
  ///   - regions: of arrival; empty means all.
  /// - Complexity: O(entries × places in use).
  public static func rows(
    _ trajectory: Trajectory, endMinute: Int, regions: [Int] = []
  ) -> [PatientLogRow] {
    let until = Int64(endMinute) * 60_000_000
    var maker = Maker(trajectory)
    for entry in trajectory.entries where entry.ticks < until { maker.add(entry, regions) }
    return maker.rows
  }

  private struct Maker {
    let network: CareNetwork
    let names: [UInt32: String]
    var rows: [PatientLogRow] = []
    /// Where each patient's places are, and their numbers, in the order in which they were taken.
    private var held: [PatientKey: [(unit: Int, number: Int)]] = [:]
    private var known: Set<PatientKey> = []
    /// Who stands in a queue.
    private var waiting: Set<PatientKey> = []
    /// By facility and kind, which numbers are taken.
    private var taken: [[Bool]]

    init(_ trajectory: Trajectory) {
      network = trajectory.network
      var pairs: [(UInt32, String)] = []
      for region in network.regions {
        for name in trajectory.scenario.casualtyStreamNames(inRegion: region.id) {
          pairs.append((streamHash(name), name))
        }
      }
      for inflow in network.inflows {
        for facility in inflow.facilities ?? Array(network.facilities.indices) {
          let name = inflow.streamName(atFacility: network.facilities[facility].id)
          pairs.append((streamHash(name), name))
        }
      }
      names = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
      taken = [[Bool]](repeating: [], count: network.facilities.count * network.unitKinds.count)
    }

    mutating func add(_ entry: TrajectoryEntry, _ regions: [Int]) {
      let patient = entry.patient
      switch entry.kind {
      case .arrived:
        guard regions.isEmpty || regions.contains(Int(entry.region)) else { return }
        known.insert(patient)
        append(entry, .arrivalDeparture, "arrival")
      case .queued where known.contains(patient):
        // Who waits for a place like the one they have has lost it to a more urgent patient.
        end(entry, place(entry))
        waiting.insert(patient)
        append(entry, .queue, unit(entry))
      case .began where known.contains(patient), .resumed where known.contains(patient):
        let place = place(entry)
        // A guest goes on in the place held.
        if useAnew(entry, place) { return }
        let number = taken[place].firstIndex(of: false) ?? taken[place].count
        if number == taken[place].count { taken[place].append(true) } else { taken[place][number] = true }
        held[patient, default: []].append((place, number))
        waiting.remove(patient)
        append(entry, .resourceUse, unit(entry), resource: number + 1)
      case .wentOn where waiting.contains(patient):
        // Who waited elsewhere with a place and worsened goes on in it: the wait ends with the use anew.
        waiting.remove(patient)
        _ = useAnew(entry, place(entry))
      case .displaced where known.contains(patient), .vacated where known.contains(patient):
        end(entry, place(entry))
      case .left where known.contains(patient), .died where known.contains(patient):
        for place in held[patient] ?? [] { end(entry, place.unit) }
        append(entry, .arrivalDeparture, "depart")
        waiting.remove(patient)
        known.remove(patient)
      default: break
      }
    }

    /// Facility and kind of unit of an entry as one number.
    private func place(_ entry: TrajectoryEntry) -> Int {
      Int(entry.facility) * network.unitKinds.count + Int(entry.unitKind)
    }

    private func unit(_ entry: TrajectoryEntry) -> String {
      entry.unitKind >= 0 ? network.unitKinds[Int(entry.unitKind)].id : ""
    }

    /// Another use begins of a place that the patient has; false for one who has none there.
    private mutating func useAnew(_ entry: TrajectoryEntry, _ unit: Int) -> Bool {
      guard let stay = held[entry.patient]?.first(where: { $0.unit == unit }) else { return false }
      waiting.remove(entry.patient)
      append(entry, .resourceUseEnd, self.unit(entry), resource: stay.number + 1)
      append(entry, .resourceUse, self.unit(entry), resource: stay.number + 1)
      return true
    }

    /// The patient uses a place no longer, if they do.
    private mutating func end(_ entry: TrajectoryEntry, _ unit: Int) {
      guard let index = held[entry.patient]?.firstIndex(where: { $0.unit == unit }),
        let stay = held[entry.patient]?.remove(at: index)
      else { return }
      taken[stay.unit][stay.number] = false
      let kinds = network.unitKinds.count
      append(
        entry, .resourceUseEnd, network.unitKinds[stay.unit % kinds].id, resource: stay.number + 1,
        facility: stay.unit / kinds)
    }

    private mutating func append(
      _ entry: TrajectoryEntry, _ type: PatientEventType, _ event: String, resource: Int? = nil,
      facility: Int? = nil
    ) {
      let place = facility ?? Int(entry.facility)
      rows.append(
        PatientLogRow(
          entity: "\(names[entry.origin] ?? String(entry.origin)):\(entry.ordinal)", type: type, event: event,
          minute: Double(entry.ticks) / 60_000_000, resource: resource,
          pathway: network.pathways[network.classes[Int(entry.patientClass)].pathway].id,
          region: entry.region >= 0 ? network.regions[Int(entry.region)].id : "",
          facility: place >= 0 ? network.facilities[place].id : ""))
    }
  }
}
