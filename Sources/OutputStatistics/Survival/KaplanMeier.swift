/// Waiting curves estimated from binned counts, with waits that had not ended given their due.
///
/// Within a bin, ends come before censorings. Kaplan and Meier 1958, DOI 10.1080/01621459.1958.10501452;
/// Aalen and Johansen 1978, *An empirical transition matrix*, Scandinavian Journal of Statistics 5, 141–150.
/// All times are in the unit of the bin width and at most one bin width too late, as `BinnedSurvival`
/// explains. For waits that are spread within their bins there is `LifeTable`.
public struct KaplanMeier: Sendable, Equatable {
  /// The width of a bin, in the unit of time of the waits.
  public let binWidth: Double

  /// By bin, the probability that the wait is longer than the bin's upper edge, were there no competing
  /// event: competing events count as censorings.
  public let survival: [Double]

  /// By bin, the probability that the wait has ended in what was waited for by the bin's upper edge
  /// (Aalen–Johansen).
  public let endedIncidence: [Double]

  /// By bin, the probability that a competing event has cut the wait off by the bin's upper edge
  /// (Aalen–Johansen).
  public let competingIncidence: [Double]

  /// The number of waits still going on when observation ended.
  public let stillWaiting: Int

  /// The longest wait seen, in the unit of the bin width: beyond it the curves are carried on unchanged.
  public let lastTime: Double

  /// The curves of some counts. Without waits, survival stays one and the incidences zero.
  ///
  /// - Complexity: O(*n*) in the bins.
  public init(_ waits: BinnedSurvival) {
    var atRisk = waits.total
    var survivor = 1.0
    var waiting = 1.0
    var incidences = (0.0, 0.0)
    var survival: [Double] = []
    var ended: [Double] = []
    var competing: [Double] = []
    var last = 0
    for bin in 0..<waits.binCount {
      let (started, left) = (waits.ended[bin], waits.competing[bin])
      if atRisk > 0 {
        let count = Double(atRisk)
        survivor *= Double(atRisk - started) / count
        incidences.0 += waiting * Double(started) / count
        incidences.1 += waiting * Double(left) / count
        waiting *= Double(atRisk - started - left) / count
        last = bin
      }
      atRisk -= started + left + waits.censored[bin]
      survival.append(survivor)
      ended.append(incidences.0)
      competing.append(incidences.1)
    }
    binWidth = waits.binWidth
    self.survival = survival
    endedIncidence = ended
    competingIncidence = competing
    stillWaiting = waits.stillWaiting
    lastTime = Double(last) * waits.binWidth
  }

  /// The probability that the wait is longer than a time, were there no competing event.
  public func survival(at time: Double) -> Double {
    index(at: time).map { survival[$0] } ?? 1
  }

  /// The share that waits no longer than a time, were there no competing event: 1 − `survival(at:)`.
  public func shareWithin(_ time: Double) -> Double {
    1 - survival(at: time)
  }

  /// The probability that by a time the wait has ended in what was waited for, competing events being what
  /// they are.
  public func endedIncidence(at time: Double) -> Double {
    index(at: time).map { endedIncidence[$0] } ?? 0
  }

  /// The probability that by a time a competing event has cut the wait off.
  public func competingIncidence(at time: Double) -> Double {
    index(at: time).map { competingIncidence[$0] } ?? 0
  }

  /// The mean of the wait or a time, whichever is shorter: the area below the survival curve up to that time.
  ///
  /// Too long by less than one bin width. Beyond `lastTime` the curve is carried on level, an assumption that
  /// matters if waits were still going on: prefer a time that every cohort was observed for.
  ///
  /// - Complexity: O(*n*) in the bins.
  public func restrictedMean(until time: Double) -> Double {
    if !(time > 0) { return 0 }
    var area = 0.0
    for (bin, height) in survival.enumerated() {
      let from = Double(bin) * binWidth
      if from >= time { return area }
      let isLast = bin == survival.count - 1
      area += height * ((isLast ? time : min(time, from + binWidth)) - from)
    }
    return survival.isEmpty ? time : area
  }

  /// The last bin whose upper edge is at or before a time; nil before the first or without bins.
  private func index(at time: Double) -> Int? {
    if survival.isEmpty || !(time >= 0) { return nil }
    if time >= Double(survival.count - 1) * binWidth { return survival.count - 1 }
    let whole = Int(time / binWidth)
    // The quotient's rounding must not decide on which side of an edge a time lies.
    if Double(whole + 1) * binWidth <= time { return whole + 1 }
    return Double(whole) * binWidth > time ? whole - 1 : whole
  }
}
