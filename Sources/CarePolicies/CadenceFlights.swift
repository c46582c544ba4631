public import CareModel
public import RandomStreams

/// Allied flights at a cadence, with a capacity and cancellations, for treated casualties.
public struct CadenceFlights: EvacuationPolicy {
  let firstHours: Double
  let cadenceHours: Double
  let cancelledShare: Double
  let intensiveCareSeats: Int
  let otherSeats: Int
  /// Hours a casualty must have been in hospital to be fit to fly.
  public let hoursBeforeFit: Double

  /// Flights every `cadenceHours` from `firstHours` after day 0.
  public init(
    firstHours: Double, cadenceHours: Double, cancelledShare: Double, intensiveCareSeats: Int,
    otherSeats: Int, hoursBeforeFit: Double
  ) {
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

  /// Seats in proportion to who is fit to fly on the published picture.
  ///
  /// - Complexity: O(regions).
  public func seats(
    forRegion region: Int, picture: borrowing SituationPicture, memory: inout PolicyMemory
  ) -> SeatAllotment {
    var (criticalBefore, criticalTotal, otherBefore, otherTotal) = (0, 0, 0, 0)
    for index in 0..<picture.regionCount {
      let critical = picture.fitToFlyIntensiveCare(region: index)
      let other = picture.fitToFlyOther(region: index)
      if index < region {
        criticalBefore += critical
        otherBefore += other
      }
      criticalTotal += critical
      otherTotal += other
    }
    return SeatAllotment(
      intensiveCare: part(
        of: intensiveCareSeats, before: criticalBefore,
        own: picture.fitToFlyIntensiveCare(region: region), total: criticalTotal),
      other: part(
        of: otherSeats, before: otherBefore, own: picture.fitToFlyOther(region: region),
        total: otherTotal))
  }

  /// Rounds running totals, so that the parts add up to the seats.
  private func part(of seats: Int, before: Int, own: Int, total: Int) -> Int {
    if total <= seats { return own }
    return (before + own) * seats / total - before * seats / total
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
    key: "critical_seats", standard: 36, range: 0...100_000,
    text: "places with intensive care on a flight", source: natosys)
  static let otherParameter = PolicyParameter(
    key: "other_seats", standard: 54, range: 0...100_000, text: "other lying places on a flight",
    source: natosys)
  static let fitParameter = PolicyParameter(
    key: "fit_to_fly_after_hours", standard: 72, range: 0...8760,
    text: "hours in hospital before a casualty is fit to fly", source: "assumption: three days")

  static let entry = PolicyEntry(
    decision: .evacuation, id: "cadence-flights",
    summary: "Allied flights at a cadence take treated casualties out of the country.",
    guide: """
      Decides: which flights go, and how many seats each region gets.
      Knows: the last published picture: how many casualties in each region are fit to fly.
      Costs: nothing here for those who leave; what happens to them abroad is unknown, not zero.
      Is not: a claim about what any ally has offered. Who flies: treated casualties of classes marked
      evacuable, longest in care first.
      """,
    parameters: [
      firstParameter, cadenceParameter, cancelledParameter, criticalParameter, otherParameter,
      fitParameter,
    ]
  ) { values, _, set in
    set.evacuation = CadenceFlights(
      firstHours: values.value(of: firstParameter) * 24,
      cadenceHours: values.value(of: cadenceParameter) * 24,
      cancelledShare: values.value(of: cancelledParameter),
      intensiveCareSeats: Int(values.value(of: criticalParameter)),
      otherSeats: Int(values.value(of: otherParameter)),
      hoursBeforeFit: values.value(of: fitParameter))
  }
}
