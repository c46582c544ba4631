import SimulationKernel

/// What one who waits gains in a queue by credit.
struct CreditRow: BitwiseCopyable {
  var atStart: Double
  var perTick: Double

  /// `kind * 8 + priority`; zeros where the queue of a kind is not by credit.
  static func rows(_ network: CareNetwork) -> [CreditRow] {
    network.unitKinds.flatMap { kind in
      (0..<8).map { priority in
        guard kind.queue == .credit, let last = kind.credits.last else {
          return CreditRow(atStart: 0, perTick: 0)
        }
        let credit = priority < kind.credits.count ? kind.credits[priority] : last
        return CreditRow(
          atStart: credit.atStart, perTick: credit.perHour / Double(SimulationDuration.ticksPerHour))
      }
    }
  }
}
