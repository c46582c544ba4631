public import CareModel

/// Who may put a policy in force, as a page says it.
public struct DecidingBody: Sendable, Equatable {
  /// In English.
  public let en: String
  /// In Swedish.
  public let sv: String
  /// Where that comes from; an assumption says so.
  public let source: String

  /// A body.
  public init(en: String, sv: String, source: String) {
    self.en = en
    self.sv = sv
    self.source = source
  }

  /// Whether nobody has said so.
  public var isAssumed: Bool { source.hasPrefix("assumption") }

  private static let office =
    "NSPL presentations (SKR, 2024): the same authorities keep responsibility in "
    + "peace, crisis and war; the national office works for the regions with intensive care, transport, beds and "
    + "planned care"

  /// Who usually takes a decision.
  public static func usual(for decision: Decision) -> DecidingBody {
    switch decision {
    case .admission:
      DecidingBody(en: "each region, for its own care", sv: "varje region, för sin egen vård", source: office)
    case .transfer:
      DecidingBody(
        en: "the regions by agreement, on a proposal of the national office (NSPL)",
        sv: "regionerna i överenskommelse, på förslag av det nationella samordningskontoret (NSPL)",
        source: office)
    case .coordination, .answer:
      DecidingBody(
        en: "the regions; the national office (NSPL) proposes",
        sv: "regionerna; det nationella samordningskontoret (NSPL) föreslår", source: office)
    case .evacuation:
      DecidingBody(
        en: "the Government, on a request that Socialstyrelsen prepares, and the receiving country",
        sv: "regeringen, på framställan som Socialstyrelsen bereder, och det mottagande landet",
        source:
          "assumption: as for the reception of patients from Ukraine, which goes by Socialstyrelsen and the EU"
      )
    case .surge:
      DecidingBody(
        en: "each region, through its special medical command",
        sv: "varje region, genom särskild sjukvårdsledning",
        source: "assumption: as levels of preparedness are set")
    case .routing:
      DecidingBody(
        en: "the region's medical command with the dispatch centre",
        sv: "regionens sjukvårdsledning tillsammans med larmcentralen", source: "assumption: as in peace")
    case .discharge:
      DecidingBody(
        en: "the treating clinic, with the municipality that takes over",
        sv: "den behandlande kliniken, tillsammans med kommunen som tar över",
        source: "assumption: as in peace")
    case .triage:
      DecidingBody(
        en: "the physician in charge at the hospital", sv: "den medicinskt ansvariga läkaren på sjukhuset",
        source: "assumption: as in peace")
    case .resupply:
      DecidingBody(
        en: "each region, for its own stocks", sv: "varje region, för sina egna lager",
        source: "assumption: as in peace")
    }
  }
}
