public import CareModel
public import RandomStreams

/// Allied flights at a cadence, with a capacity and cancellations, for treated patients.
public struct CadenceFlights: EvacuationPolicy {
  let firstHours: Double
  let cadenceHours: Double
  let cancelledShare: Double
  let intensiveCareSeats: Int
  let otherSeats: Int
  /// Hours from arrival until a patient is fit to fly.
  public let hoursBeforeFit: Double
  /// The regions by their ids, so that the order of their rows decides nothing.
  let regions: [Int]

  /// Flights for a network every `cadenceHours` from `firstHours` after day 0.
  public init(
    network: CareNetwork, firstHours: Double, cadenceHours: Double, cancelledShare: Double,
    intensiveCareSeats: Int, otherSeats: Int, hoursBeforeFit: Double
  ) {
    regions = network.regions.indices.sorted { network.regions[$0].id < network.regions[$1].id }
    self.firstHours = firstHours
    self.cadenceHours = cadenceHours
    self.cancelledShare = cancelledShare
    self.intensiveCareSeats = intensiveCareSeats
    self.otherSeats = otherSeats
    self.hoursBeforeFit = hoursBeforeFit
  }

  /// Flight 1 leaves at the first hour, and so on without end.
  public func hours(ofFlight flight: Int) -> Double? {
    firstHours + Double(flight - 1) * cadenceHours
  }

  /// Cancelled with the given share, each flight by itself.
  public func isCancelled(flight: Int, using random: inout KeyedStream) -> Bool {
    random.uniform() < cancelledShare
  }

  /// Seats in proportion to who is fit to fly on the published picture, rounded up or down by the dice of the flight:
  /// on average a region's share is the exact one.
  ///
  /// - Complexity: O(regions).
  public func seats(
    forRegion region: Int, picture: borrowing SituationPicture, memory: inout PolicyMemory,
    using random: inout KeyedStream
  ) -> SeatAllotment {
    var (criticalBefore, criticalTotal, otherBefore, otherTotal) = (0, 0, 0, 0)
    for index in regions {
      if index == region { (criticalBefore, otherBefore) = (criticalTotal, otherTotal) }
      criticalTotal += picture.fitToFlyIntensiveCare(region: index)
      otherTotal += picture.fitToFlyOther(region: index)
    }
    return SeatAllotment(
      intensiveCare: part(
        of: intensiveCareSeats, before: criticalBefore,
        own: picture.fitToFlyIntensiveCare(region: region), total: criticalTotal, at: random.uniform()),
      other: part(
        of: otherSeats, before: otherBefore, own: picture.fitToFlyOther(region: region),
        total: otherTotal, at: random.uniform()))
  }

  /// Rounds running totals down from a random start, so that the parts add up to the seats and no region is favoured
  /// by its place: systematic sampling (Madow 1949, DOI 10.1214/aoms/1177729988).
  private func part(of seats: Int, before: Int, own: Int, total: Int, at uniform: Double) -> Int {
    if total <= seats { return own }
    let start = Int(uniform * Double(total))
    return ((before + own) * seats + start) / total - (before * seats + start) / total
  }

  private static let natosys =
    "natosys Battlefield-Casualty-Handling (numbers only): flights every 7 d, 15 % cancelled, 36 critical "
    + "+ 54 standard places"
  static let firstParameter = PolicyParameter(
    key: "first_flight_day", standard: 7, range: 0...3650, text: "day of the first flight",
    source: "assumption: one cadence after day 0")
  static let cadenceParameter = PolicyParameter(
    key: "cadence_days", standard: 7, range: 0.05...3650, text: "days between flights", source: natosys)
  static let cancelledParameter = PolicyParameter(
    key: "cancelled_share", standard: 0.15, range: 0...1, text: "share of flights cancelled",
    source: natosys)
  static let criticalParameter = PolicyParameter(
    key: "critical_seats", standard: 36, range: 0...100_000, isWhole: true,
    text: "places with intensive care on a flight", source: natosys)
  static let otherParameter = PolicyParameter(
    key: "other_seats", standard: 54, range: 0...100_000, isWhole: true,
    text: "other lying places on a flight", source: natosys)
  static let fitParameter = PolicyParameter(
    key: "fit_to_fly_after_hours", standard: 72, range: 0...8760,
    text: "hours from arrival, waiting included, before a patient is fit to fly",
    source: "assumption: three days")

  static let entry = PolicyEntry(
    decision: .evacuation, id: "cadence-flights",
    summary: "Allied flights at a cadence take treated patients out of the country.",
    guide: """
      Decides: which flights go, and how many seats each region gets: in proportion to its patients who are
      fit to fly, rounded up or down by chance, and at most so many: the other seats fly empty.
      Knows: the last published picture: how many patients in each region are fit to fly.
      Costs: nothing here for those who leave; what happens to them abroad is unknown, not zero.
      Is not: a claim about what any ally has offered. Who flies: patients of classes marked evacuable,
      ordinary ones too, who lie in a hospital bed; longest in care first.
      """,
    parameters: [
      firstParameter, cadenceParameter, cancelledParameter, criticalParameter, otherParameter,
      fitParameter,
    ],
    idle: { values, network in
      if !network.classes.contains(where: \.isEvacuable) { return "no class of the model is evacuable" }
      let seats = values.value(of: criticalParameter) + values.value(of: otherParameter)
      return seats == 0 ? "a flight has no seats" : nil
    }
  ) { values, network, set in
    set.evacuation = CadenceFlights(
      network: network, firstHours: values.value(of: firstParameter) * 24,
      cadenceHours: values.value(of: cadenceParameter) * 24,
      cancelledShare: values.value(of: cancelledParameter),
      intensiveCareSeats: Int(values.value(of: criticalParameter)),
      otherSeats: Int(values.value(of: otherParameter)),
      hoursBeforeFit: values.value(of: fitParameter))
  }
}
