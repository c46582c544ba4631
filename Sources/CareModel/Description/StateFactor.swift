/// A multiplier that follows the state of a facility or region: of an inflow's rate at each arrival, so that fewer come to
/// an emergency department that is full, more to one whose neighbours are; or of a stay as it begins, which is shorter
/// where others wait.
public struct StateFactor: Sendable, Equatable {
  /// The state that is looked at.
  public enum State: String, Sendable, CaseIterable, BitwiseCopyable {
    /// Places of the kind in use, for each staffed place; 0 where there is none.
    case occupancy
    /// Patients in places of the kind.
    case occupied
    /// Patients who wait for the kind.
    case waiting
    /// Patients in places of the kind and those who wait for it.
    case present
  }

  /// Where it is looked at.
  public enum Place: String, Sendable, CaseIterable {
    /// At the facility that the inflow comes to, or the patient is at.
    case facility
    /// In all facilities of the region together.
    case region
  }

  /// A point of the table.
  public struct Point: Sendable, Equatable {
    /// Value of the state.
    public var state: Double
    /// The multiplier there.
    public var factor: Double

    /// A point.
    public init(state: Double, factor: Double) {
      self.state = state
      self.factor = factor
    }
  }

  /// The state.
  public var state: State
  /// Index of the unit kind.
  public var unitKind: Int
  /// Where.
  public var place: Place
  /// The table, by rising state: linear between two points, level before the first and after the last.
  public var points: [Point]

  /// A multiplier.
  public init(state: State, unitKind: Int, place: Place = .facility, points: [Point]) {
    self.state = state
    self.unitKind = unitKind
    self.place = place
    self.points = points
  }

  /// The largest multiplier: candidates of an inflow come at the rate times this.
  public var most: Double { points.map(\.factor).max() ?? 1 }
}
