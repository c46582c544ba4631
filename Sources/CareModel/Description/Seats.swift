/// What a patient needs of a vehicle. A seat for more is fit for who needs less: intensive care for everybody, a
/// stretcher for all but intensive care, a seat for those who can sit.
public enum SeatNeed: String, Sendable, CaseIterable {
  /// Any seat: the patient can sit.
  case any
  /// A stretcher.
  case lying
  /// A place with intensive care on the way.
  case intensiveCare = "icu"
}

/// The seats of one vehicle by what they are fit for. Each patient takes the least of the free seats that will do.
public struct SeatsByKind: Sendable, Equatable {
  /// Seats for those who can sit.
  public var sitting: Int
  /// Stretchers.
  public var lying: Int
  /// Places with intensive care.
  public var intensiveCare: Int

  /// Seats.
  public init(sitting: Int = 0, lying: Int = 0, intensiveCare: Int = 0) {
    self.sitting = sitting
    self.lying = lying
    self.intensiveCare = intensiveCare
  }

  /// All seats.
  public var total: Int { sitting + lying + intensiveCare }
}
