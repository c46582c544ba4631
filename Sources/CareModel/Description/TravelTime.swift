/// One end of a way: a facility, or every facility of a region.
public enum WayEnd: Sendable, Equatable {
  /// A facility, by index.
  case facility(Int)
  /// Every facility of a region, by index.
  case region(Int)
}

/// A time on the way that the model gives, instead of distance over speed: with a patient and empty alike.
///
/// It holds for the way back too unless that is given itself. Of several that speak of the same way, one of the
/// fleet's own beats one of all fleets, then one between two facilities beats one with a region at one end, that one
/// between two regions; a way given in its own direction beats the way back of another, and a later one an earlier.
public struct TravelTime: Sendable, Equatable {
  /// Where it begins.
  public var from: WayEnd
  /// Where it ends.
  public var to: WayEnd
  /// Index of the fleet it is of; nil for all fleets.
  public var fleet: Int?
  /// Hours on the way, above 0, beside loading and handing over.
  public var hours: Double

  /// `hours` on the way.
  public init(from: WayEnd, to: WayEnd, fleet: Int? = nil, hours: Double) {
    self.from = from
    self.to = to
    self.fleet = fleet
    self.hours = hours
  }
}
