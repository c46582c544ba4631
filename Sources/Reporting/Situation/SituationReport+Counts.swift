/// Regions by their free share of intensive care, as Socialstyrelsen's reports of 2021 count them.
public enum FreeShareClass: String, Sendable, CaseIterable {
  /// Below 10 per cent.
  case below10
  /// 10 to 20 per cent.
  case from10To20
  /// Above 20 per cent.
  case above20

  /// The class of a share.
  public init(_ share: Double) { self = share < 0.1 ? .below10 : share <= 0.2 ? .from10To20 : .above20 }

  /// Name in files.
  public var id: String {
    switch self {
    case .below10: "below_0.1"
    case .from10To20: "0.1_to_0.2"
    case .above20: "above_0.2"
    }
  }
}

extension SituationReport {
  /// The kinds of figure of places that come with a report: keys without their endings.
  func placeKeys(_ report: SituationReportKind) -> [String] {
    measures.filter { $0.report == report && $0.id.hasSuffix("_available_places") }
      .map { String($0.id.dropLast("_available_places".count)) }
  }

  /// A sum over all kinds of a report: `_occupied_places` of intensive care, such as.
  func total(_ ending: String, _ report: SituationReportKind, in area: SituationArea) -> Double? {
    let values = placeKeys(report).compactMap { area.value(measure($0 + ending)) }
    return values.isEmpty ? nil : values.reduce(0, +)
  }

  /// Free over available places of intensive care; nil where there is none or nothing is known.
  public func freeIntensiveCare(_ area: SituationArea) -> Double? {
    guard let available = total("_available_places", .intensiveCare, in: area), available > 0,
      let free = total("_free_places", .intensiveCare, in: area)
    else { return nil }
    return free / available
  }

  /// Indices of the regions at a level of preparedness.
  public func regions(at level: PreparednessLevel) -> [Int] {
    areas(.region).enumerated().compactMap { $1.preparedness.first == .some(level) ? $0 : nil }
  }

  /// Indices of the regions in a class of free intensive care.
  public func regions(in one: FreeShareClass) -> [Int] {
    areas(.region).enumerated().compactMap { index, area in
      freeIntensiveCare(area).map { FreeShareClass($0) } == one ? index : nil
    }
  }
}
