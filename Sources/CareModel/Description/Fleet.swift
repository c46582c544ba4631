/// Vehicles of one kind.
public struct Fleet: Sendable {
  /// How a vehicle travels.
  public enum Mode: String, Sendable, CaseIterable {
    /// By road, within one road network.
    case road
    /// By air.
    case air
  }

  /// Kebab-case identifier.
  public var id: String
  /// Name.
  public var title: String
  /// Mode.
  public var mode: Mode
  /// Vehicles in each region (column or number); for a national fleet their number at its desk.
  public var vehicles: PlaceNumber
  /// Whether one national desk sends the vehicles out.
  public var isNational: Bool
  /// Hours from a request to a national desk until it decides.
  public var dispatchDelayHours: Double
  /// Patients that one vehicle takes on one trip to one facility.
  public var seats: Int
  /// Hours to load.
  public var loadHours: Double
  /// Hours to hand over.
  public var handoverHours: Double
  /// Hours on the ground beside loading, such as taxiing and ambulance transfer.
  public var groundHours: Double
  /// Speed with a patient, km/h.
  public var speedLoaded: Double
  /// Speed empty, km/h.
  public var speedEmpty: Double
  /// Length of the way over the great-circle distance.
  public var detourFactor: Double
  /// Longest great-circle trip in km; 0 is no limit.
  public var rangeKilometres: Double

  /// A fleet.
  public init(
    id: String, title: String, mode: Mode, vehicles: PlaceNumber, isNational: Bool = false,
    dispatchDelayHours: Double = 0, seats: Int = 1, loadHours: Double, handoverHours: Double,
    groundHours: Double = 0, speedLoaded: Double, speedEmpty: Double, detourFactor: Double = 1,
    rangeKilometres: Double = 0
  ) {
    self.id = id
    self.title = title
    self.mode = mode
    self.vehicles = vehicles
    self.isNational = isNational
    self.dispatchDelayHours = dispatchDelayHours
    self.seats = seats
    self.loadHours = loadHours
    self.handoverHours = handoverHours
    self.groundHours = groundHours
    self.speedLoaded = speedLoaded
    self.speedEmpty = speedEmpty
    self.detourFactor = detourFactor
    self.rangeKilometres = rangeKilometres
  }
}
