public import CareModel
import RandomStreams
import SimulationKernel

/// What a network says, as text: a reviewer sees places, units, pathways, streams and transport in one page.
public enum NetworkDescription {
  /// The page of `network`; pathways may run wide.
  public static func text(_ network: CareNetwork) -> String {
    var lines = [
      "\(network.title) (\(network.id)), handling: \(network.handling.rawValue)",
      "Day 0 is \(network.timeOrigin), a \(weekdays[network.firstWeekday]); run-in \(say(network.runInDays)) days.",
      "\(network.regions.count) regions, \(network.facilities.count) facilities, "
        + "\(network.units.count) units, \(network.classes.count) patient classes.",
    ]
    lines += section("Units by kind", unitKinds(network))
    lines += section("Regions (staffed places)", regions(network))
    lines += section("Patient classes", classes(network))
    lines += section("Pathways", network.pathways.flatMap { pathway($0, network) })
    lines += section("Ordinary inflow", inflows(network))
    lines += section("Transport", fleets(network))
    lines += section("Entities and partitions", partitions(network))
    return lines.joined(separator: "\n")
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func section(_ title: String, _ body: [String]) -> [String] {
    body.isEmpty ? [] : ["", title] + body.map { "  " + $0 }
  }

  private static func unitKinds(_ network: CareNetwork) -> [String] {
    network.unitKinds.enumerated().map { index, kind in
      let units = network.units.filter { $0.kind == index }
      let staffed = units.reduce(0) { $0 + $1.staffedBeds }
      let physical = units.reduce(0) { $0 + $1.physicalBeds }
      var words = ["\(staffed) staffed", "\(physical) physical", "in \(units.count) units"]
      words.append("limit: \(kind.limit.rawValue)")
      words.append("when full: \(kind.whenFull.rawValue)")
      if kind.queue == .fifo { words.append("served in order of arrival") }
      if kind.isIntensiveCare { words.append("intensive care") }
      if kind.helpWithinRegion { words.append("hospitals of a region help each other") }
      if kind.isSharedBetweenRegions { words.append("may be shared between regions") }
      if let hours = kind.openingHours {
        words.append(
          "open \(clock(hours.fromMinute))–\(clock(hours.untilMinute)), else \(percent(hours.aroundTheClockShare))"
        )
      }
      return "\(pad(kind.id, 14))\(words.joined(separator: ", "))"
    }
  }

  private static func regions(_ network: CareNetwork) -> [String] {
    let header =
      pad("", 26) + network.unitKinds.map { padLeft($0.id, 12) }.joined() + padLeft("inflow/day", 12)
    let rows = network.regions.enumerated().map { index, region in
      var places = [Int](repeating: 0, count: network.unitKinds.count)
      for unit in network.units where network.facilities[unit.facility].region == index {
        places[unit.kind] += unit.staffedBeds
      }
      return pad("\(region.id) \(region.name)", 26) + places.map { padLeft(String($0), 12) }.joined()
        + padLeft(say(inflow(network, region: index)), 12)
    }
    return [header] + rows
  }

  private static func inflow(_ network: CareNetwork, region: Int) -> Double {
    var sum = 0.0
    for stream in network.inflows {
      for (index, facility) in network.facilities.enumerated() where facility.region == region {
        if let chosen = stream.facilities, !chosen.contains(index) { continue }
        switch stream.ratePerDay {
        case .fixed(let rate): sum += rate
        case .column(let name):
          sum +=
            facility.parameters.first { $0.name == name }?.value
            ?? network.regions[region].parameters.first { $0.name == name }?.value ?? 0
        }
      }
    }
    return sum
  }

  private static func classes(_ network: CareNetwork) -> [String] {
    network.classes.map { patientClass in
      var words = [patientClass.origin.rawValue, "pathway \(network.pathways[patientClass.pathway].id)"]
      words.append("priority \(patientClass.priority)")
      if patientClass.isPlanned {
        words.append(patientClass.canWait ? "planned, can wait" : "planned, cannot wait")
      }
      if let law = patientClass.death { words.append("death: \(law.family.rawValue)") }
      if patientClass.isEvacuable { words.append("evacuable") }
      return pad(patientClass.id, 26) + words.joined(separator: ", ")
    }
  }

  private static func pathway(_ pathway: Pathway, _ network: CareNetwork) -> [String] {
    [pathway.id]
      + pathway.steps.map { step in
        let unit = step.unitKind.map { network.unitKinds[$0].id } ?? "no unit"
        let stay = step.stay.map { "mean \(say($0.mean)) h" } ?? "no stay"
        let ways = step.next.map { branch in
          let target =
            switch branch.target {
            case .step(let index): pathway.steps[index].id
            case .exit(let outcome): outcome.rawValue
            }
          switch branch.share {
          case .fixed(let share): return "\(target) \(percent(share))"
          case .column(let name): return "\(target) by \(name)"
          case nil: return target
          }
        }
        return "  \(pad(step.id, 22))\(pad(unit, 14))\(pad(stay, 16))→ "
          + (ways.isEmpty ? "home" : ways.joined(separator: ", "))
      }
  }

  private static func inflows(_ network: CareNetwork) -> [String] {
    network.inflows.map { inflow in
      let rate =
        switch inflow.process {
        case .poisson:
          switch inflow.ratePerDay {
          case .fixed(let value): "Poisson, \(say(value)) a day at each facility"
          case .column(let name): "Poisson, a day by \(name)"
          }
        case .renewal(let law): "renewal, mean gap \(say(law.mean)) h"
        case .expectedByDay(let numbers):
          "Poisson, \(say(numbers.reduce(0, +))) expected over \(numbers.count) days"
        case .observedByDay(let counts): "\(counts.reduce(0, +)) patients by day over \(counts.count) days"
        case .pulse(let count, _, let span): "\(count) patients over \(say(span)) h"
        }
      let profile = inflow.profile.map { ", profile \(network.profiles[$0].id)" } ?? ""
      return pad(inflow.id, 26) + rate + profile
    }
  }

  private static func fleets(_ network: CareNetwork) -> [String] {
    network.fleets.map { fleet in
      let number =
        switch fleet.vehicles {
        case .fixed(let value): say(value)
        case .column(let name): "by \(name)"
        }
      return pad(fleet.id, 26) + "\(fleet.mode.rawValue), \(number) "
        + (fleet.isNational ? "at a national desk" : "in each region")
        + ", \(say(fleet.speedLoaded)) km/h with a patient, seats \(fleet.seats)"
    }
  }

  private static func partitions(_ network: CareNetwork) -> [String] {
    let desks = network.fleets.filter(\.isNational).count
    return [
      "1 national office, \(network.regions.count) regions, \(desks) desks: each an entity of its own.",
      "Between entities: transport, dispatch and the situation picture "
        + "(every \(say(network.situation.intervalHours)) h, published \(say(network.situation.delayHours)) h later).",
      sharing(network.partitionPlan(), network),
    ]
  }

  /// What threads that share one run do.
  private static func sharing(_ plan: PartitionPlan, _ network: CareNetwork) -> String {
    let regions = Set(1...max(1, network.regions.count))
    let acting = plan.partitions.filter { partition in !regions.isDisjoint(with: partition.entities) }
    if acting.count == 1 {
      return "Links without delay join the regions in one partition: a run has one thread, replications many."
    }
    let least = acting.map(\.lookahead.ticks).min() ?? 0
    return "Threads that share one run divide \(plan.partitions.count) partitions, and look "
      + "\(say(Double(least) / 60_000_000)) minutes ahead or more."
  }

  private static func clock(_ minutes: Int) -> String {
    let text = String(minutes % 60)
    return "\(minutes / 60):" + (text.count < 2 ? "0" + text : text)
  }

  private static func percent(_ share: Double) -> String { "\(say(share * 100)) %" }

  /// Three significant figures or so, without an exponent.
  private static func say(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let places: Double = abs(value) >= 100 ? 1 : abs(value) >= 10 ? 10 : 100
    let rounded = (value * places).rounded() / places
    return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func padLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
