import CareModel

/// Levels of preparedness of a Swedish region's special medical command.
public enum PreparednessLevel: Int, Sendable, CaseIterable, Comparable {
  /// Normalläge.
  case normal
  /// Stabsläge: the command follows the situation.
  case standby
  /// Förstärkningsläge: the most important functions are reinforced.
  case reinforced
  /// Katastrofläge: all that can be is made available.
  case disaster

  /// Less ready first.
  public static func < (left: PreparednessLevel, right: PreparednessLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Name in files.
  public var id: String {
    switch self {
    case .normal: "normal"
    case .standby: "standby"
    case .reinforced: "reinforced"
    case .disaster: "disaster"
    }
  }

  /// Name for readers.
  public var title: LocalText {
    switch self {
    case .normal: LocalText(sv: "normalläge", en: "normal")
    case .standby: LocalText(sv: "stabsläge", en: "standby (stabsläge)")
    case .reinforced: LocalText(sv: "förstärkningsläge", en: "reinforced (förstärkningsläge)")
    case .disaster: LocalText(sv: "katastrofläge", en: "disaster (katastrofläge)")
    }
  }
}

/// When a region is taken to be at a level, where the model orders none: any condition that is given suffices.
public struct PreparednessRule: Sendable, Equatable {
  /// The level.
  public var level: PreparednessLevel
  /// Holds when the free share of the available places in intensive care is below this; nil for no such condition.
  public var intensiveCareFreeShareBelow: Double?
  /// Holds when those who wait for a hospital bed are more than this share of the available beds; nil for no such
  /// condition.
  public var waitingShareAbove: Double?
  /// Where the rule comes from.
  public var source: String

  /// A rule.
  public init(
    level: PreparednessLevel, intensiveCareFreeShareBelow: Double? = nil, waitingShareAbove: Double? = nil,
    source: String
  ) {
    self.level = level
    self.intensiveCareFreeShareBelow = intensiveCareFreeShareBelow
    self.waitingShareAbove = waitingShareAbove
    self.source = source
  }
}

extension SituationFrame {
  /// The level of a region: from the levels of surge that are ordered where the model has any, else by the rules.
  func preparedness(_ region: Int, _ rules: [PreparednessRule]) -> PreparednessLevel {
    let kinds = network.unitKinds.count
    if network.hasSurgeLevels {
      let ordered = (0..<kinds).map { orderedLevels[region * kinds + $0] }.max() ?? 0
      return PreparednessLevel(rawValue: min(ordered, PreparednessLevel.disaster.rawValue)) ?? .normal
    }
    var (free, available, waiting, beds) = (0, 0, 0, 0)
    for kind in 0..<kinds where network.unitKinds[kind].isHospitalBed {
      for unit in units(kind, region) {
        waiting += unit.waiting
        beds += self.available(unit)
        guard network.unitKinds[kind].isIntensiveCare else { continue }
        free += self.free(unit)
        available += self.available(unit)
      }
    }
    let holding = rules.filter { rule in
      if let limit = rule.intensiveCareFreeShareBelow, available > 0,
        Double(free) < limit * Double(available)
      {
        return true
      }
      if let limit = rule.waitingShareAbove, beds > 0, Double(waiting) > limit * Double(beds) { return true }
      return false
    }
    return holding.map(\.level).max() ?? .normal
  }
}

extension CareNetwork {
  /// Whether any kind of unit has levels of surge.
  var hasSurgeLevels: Bool { unitKinds.contains { !$0.surgeLevels.isEmpty } }
}
