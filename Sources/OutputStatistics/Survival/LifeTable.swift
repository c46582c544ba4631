/// The life table of binned waits: what waits would have been, had no competing event cut any off.
///
/// Hazards are taken to be constant within a bin, where `KaplanMeier` takes waits to end at its edge. Of those who leave
/// a bin by `d` ends and `c` losses the share that stays, were nobody lost, is the share that stays to the power
/// d / (d + c): Chiang 1968, *Introduction to Stochastic Processes in Biostatistics*, chapter 11 (net probabilities).
/// Beyond the longest wait seen, the curve falls exponentially to what it is there from one at 0, as Brown, Hollander and
/// Korwar propose (1974, in *Reliability and Biometry*, SIAM, 327–354): so it stays at one where nobody got what was
/// waited for, and a few who were lost at the end do not hold it up for ever.
public struct LifeTable: Sendable, Equatable {
  /// The width of a bin, in the unit of time of the waits.
  public let binWidth: Double

  /// By bin, the probability that a wait is longer than the bin's upper edge; of bin 0 that there is a wait at all.
  public let survival: [Double]

  /// Hazard beyond the last bin, for each unit of time.
  private let lastHazard: Double

  /// The table of some counts; without waits the curve stays at one.
  ///
  /// - Complexity: O(*n*) in the bins.
  public init(_ waits: BinnedSurvival) {
    var atRisk = waits.total
    var survivor = 1.0
    var survival: [Double] = []
    for bin in 0..<waits.binCount where atRisk > 0 {
      let (ended, lost) = (waits.ended[bin], waits.competing[bin] + waits.censored[bin])
      survivor *= Self.staying(of: atRisk, ended: ended, lost: bin == 0 ? 0 : lost)
      survival.append(survivor)
      atRisk -= ended + lost
    }
    binWidth = waits.binWidth
    self.survival = survival
    let last = Double(survival.count - 1) * waits.binWidth
    lastHazard = survivor < 1 ? -log(survivor) / last : 0
  }

  /// The share that stays, were nobody lost. Of waits of no length those that end come first; of a bin that all leave,
  /// half of one is taken to stay, where some are lost.
  private static func staying(of count: Int, ended: Int, lost: Int) -> Double {
    let left = count - ended - lost
    if ended == 0 { return 1 }
    if lost == 0 { return Double(left) / Double(count) }
    let share = (left > 0 ? Double(left) : 0.5) / Double(count)
    return exp(log(share) * Double(ended) / Double(ended + lost))
  }

  /// The probability that a wait is longer than a time.
  ///
  /// - Precondition: `time` is a number.
  public func survival(at time: Double) -> Double {
    guard !survival.isEmpty, time >= 0 else { return 1 }
    let bin = min(Double(survival.count - 1), (time / binWidth).rounded(.down))
    return segment(Int(bin)).height(at: time - bin * binWidth)
  }

  /// The mean of the wait or a time, whichever is shorter: the area below the curve up to that time.
  ///
  /// - Complexity: O(*n*) in the bins.
  public func restrictedMean(until time: Double) -> Double {
    guard time > 0 else { return 0 }
    guard !survival.isEmpty else { return time }
    var area = 0.0
    for bin in 0..<(survival.count - 1) {
      let rest = time - Double(bin) * binWidth
      if rest <= binWidth { return area + segment(bin).area(of: rest) }
      area += segment(bin).area(of: binWidth)
    }
    return area + segment(survival.count - 1).area(of: time - Double(survival.count - 1) * binWidth)
  }

  /// The curve from the upper edge of a bin to that of the next, or for ever after the last.
  private func segment(_ bin: Int) -> Segment {
    let from = survival[bin]
    guard bin + 1 < survival.count else {
      return Segment(from: from, hazard: from > 0 ? lastHazard : 0, slope: 0)
    }
    let to = survival[bin + 1]
    // To nothing no hazard leads in time: the wait may end at any time of the bin.
    if to == 0 { return Segment(from: from, hazard: 0, slope: -from / binWidth) }
    return Segment(from: from, hazard: log(from / to) / binWidth, slope: 0)
  }

  /// A piece of the curve: exponential, or a straight line.
  private struct Segment {
    let from: Double
    let hazard: Double
    let slope: Double

    func height(at time: Double) -> Double {
      hazard > 0 && time > 0 ? from * exp(-hazard * time) : from + slope * time
    }

    func area(of time: Double) -> Double {
      hazard > 0 ? (from - height(at: time)) / hazard : (from + slope * time / 2) * time
    }
  }
}
