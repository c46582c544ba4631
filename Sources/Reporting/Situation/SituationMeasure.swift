import CareModel

/// Which recurring report to the staff a figure comes with. Each has cut-off and publication times of its own.
public enum SituationReportKind: String, Sendable, CaseIterable {
  /// Places in intensive care.
  case intensiveCare = "intensive-care"
  /// Beds on wards.
  case wards
  /// Emergency departments, theatres and other units.
  case otherUnits = "other-units"
  /// Municipal care and those who wait for it.
  case municipalCare = "municipal-care"
  /// Planned care and its list.
  case plannedCare = "planned-care"
  /// Vehicles and those who wait for them.
  case transport
  /// Stocks.
  case stocks
  /// Persons present.
  case staff
  /// Casualties received, deaths and moves.
  case casualties
  /// Levels of preparedness.
  case preparedness
}

/// A figure of a situation picture: its name, its unit and the report it comes with. What it counts stands beside it
/// in ``DeclaredSituationMeasure``.
public struct SituationMeasure: Sendable, Equatable {
  /// What its values are, for the number of decimals and the sign of a share.
  public enum Form: Sendable, Equatable {
    /// Whole numbers: places, patients, vehicles.
    case count
    /// A share, 0 to 1.
    case share
    /// Days.
    case days
    /// An amount in a unit of its own, or persons, which may be fractions.
    case amount
  }

  /// Key in files, its unit last: `icu_available_places`.
  public var id: String
  /// Report that it comes with.
  public var report: SituationReportKind
  /// What the rows of the same kind of place, fleet or stock have in common.
  public var group: LocalText
  /// What is counted, for readers.
  public var title: LocalText
  /// What its values are.
  public var form: Form
  /// Hours that it counts back from the cut-off; nil for a state at the cut-off.
  public var windowHours: Int?
  /// Whether a forecast is made of it.
  public var isForecast: Bool
  /// Whether single hospitals have it.
  public var isOfHospitals: Bool

  /// A measure.
  public init(
    id: String, report: SituationReportKind, group: LocalText, title: LocalText, form: Form = .count,
    windowHours: Int? = nil, isForecast: Bool = false, isOfHospitals: Bool = false
  ) {
    self.id = id
    self.report = report
    self.group = group
    self.title = title
    self.form = form
    self.windowHours = windowHours
    self.isForecast = isForecast
    self.isOfHospitals = isOfHospitals
  }
}

/// What a measure is in one region or hospital: a number, or a numerator over a denominator, so that areas are added
/// up before they are divided.
package struct SituationQuantity: Sendable, Equatable {
  var numerator: Double
  /// Nil for a plain number.
  var denominator: Double?

  package init(_ numerator: Double, over denominator: Double? = nil) {
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ number: Int) { self.init(Double(number)) }

  /// Nil when it is divided by nothing.
  package var value: Double? {
    guard let denominator else { return numerator }
    return denominator > 0 ? numerator / denominator : nil
  }

  static func + (left: SituationQuantity, right: SituationQuantity) -> SituationQuantity {
    SituationQuantity(
      left.numerator + right.numerator,
      over: left.denominator.map { $0 + (right.denominator ?? 0) } ?? right.denominator)
  }
}

/// A measure with what it counts.
package struct DeclaredSituationMeasure: Sendable {
  package var measure: SituationMeasure
  /// Its quantity in a region, or at one facility of it; nil where it has none.
  var quantity: @Sendable (_ frame: SituationFrame, _ region: Int, _ facility: Int?) -> SituationQuantity?
}
