import SimulationKernel

/// What one who waits gains in a queue by credit.
///
/// The unit is what a microsecond gives at a pace of 1, so that equal credits are equal to the last bit where paces are
/// whole numbers.
struct CreditRow: BitwiseCopyable {
  var atStart: Double
  var pace: Double

  /// `kind * 8 + priority`; zeros where the queue of a kind is not by credit.
  static func rows(_ network: CareNetwork) -> [CreditRow] {
    network.unitKinds.flatMap { kind in
      (0..<8).map { priority in
        guard kind.queue == .credit, let last = kind.credits.last else {
          return CreditRow(atStart: 0, pace: 0)
        }
        let credit = priority < kind.credits.count ? kind.credits[priority] : last
        return CreditRow(
          atStart: (credit.atStart * Double(SimulationDuration.ticksPerHour)).rounded(), pace: credit.perHour)
      }
    }
  }
}
