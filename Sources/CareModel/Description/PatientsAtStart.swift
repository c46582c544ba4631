public import RandomStreams

/// Patients who are in a step already when the run begins: a ward that is not empty.
///
/// They count in every census, and not among those who arrive.
public struct PatientsAtStart: Sendable {
  /// How many there are at each facility.
  public enum Number: Sendable, Equatable {
    /// This many, rounded half up.
    case patients(PlaceNumber)
    /// This share of the places that limit the unit of the step, rounded half up.
    case shareOfPlaces(PlaceNumber)
  }

  /// Kebab-case identifier; the name of the origin is `<id>@<facility>`.
  public var id: String
  /// Index of their class.
  public var patientClass: Int
  /// Index of the step within the pathway of the class.
  public var step: Int
  /// Facilities by index; nil means all that have the unit of the step.
  public var facilities: [Int]?
  /// How many.
  public var number: Number
  /// What is left of the stay, hours; nil draws the equilibrium residual of the stay of the step.
  public var remaining: Distribution?

  /// Patients of one class in one step.
  public init(
    id: String, patientClass: Int, step: Int, facilities: [Int]? = nil, number: Number,
    remaining: Distribution? = nil
  ) {
    self.id = id
    self.patientClass = patientClass
    self.step = step
    self.facilities = facilities
    self.number = number
    self.remaining = remaining
  }
}

extension CareNetwork {
  /// How many patients of `group` begin at `facility`.
  package func patientCount(_ group: PatientsAtStart, at facility: Int) -> Int {
    if let chosen = group.facilities, !chosen.contains(facility) { return 0 }
    let unitKind = pathways[classes[group.patientClass].pathway].steps[group.step].unitKind
    let unit = unitKind.flatMap { kind in units.first { $0.facility == facility && $0.kind == kind } }
    if unitKind != nil, unit == nil { return 0 }
    var places = 0
    if let unit {
      places = unitKinds[unit.kind].limit == .physical ? unit.physicalBeds : unit.staffedBeds
    }
    let number: Double
    switch group.number {
    case .patients(let count): number = value(count, at: facility)
    case .shareOfPlaces(let share): number = value(share, at: facility) * Double(places)
    }
    return Int(min(1e9, max(0, roundedHalfUp(number))))
  }
}
