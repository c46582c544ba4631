import SimulationKernel

/// What one who waits gains in a queue by credit.
///
/// Credit is counted in such as one gains in a microsecond at a pace of 1: of paces that are whole numbers, equal credits
/// are equal to the last bit.
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
