import OutputStatistics
import RandomStreams
import Testing

@Suite("Kaplan–Meier and Aalen–Johansen curves from binned waits")
struct KaplanMeierTests {
  /// Freireich and others 1963, weeks of remission under 6-mercaptopurine; the curve is in Cox and Oakes
  /// 1984, chapter 1.
  @Test("The curve of the leukaemia remission data is the published one")
  func freireich() {
    var waits = BinnedSurvival(binWidth: 1)
    for week in [6.0, 6, 6, 7, 10, 13, 16, 22, 23] { waits.add(wait: week, end: .ended) }
    for week in [6.0, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35] { waits.add(wait: week, end: .censored) }
    let curve = KaplanMeier(waits)
    let published: [(Double, Double)] = [
      (5, 1), (6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448),
      (60, 0.448),
    ]
    for (week, survival) in published { #expect(abs(curve.survival(at: week) - survival) < 0.0005) }
    #expect(abs(curve.shareWithin(8.5) - (1 - 0.807)) < 0.0005)
    #expect(curve.stillWaiting == 12)
    #expect(curve.lastTime == 35)
    #expect(waits.total == 21)
  }

  @Test("Without censoring the restricted mean is the mean, and the share within a time is counted")
  func complete() {
    let waits = BinnedSurvival(binWidth: 0.5, ended: [4, 2, 0, 2])
    let curve = KaplanMeier(waits)
    #expect(curve.shareWithin(0) == 0.5)
    #expect(curve.shareWithin(0.49) == 0.5)
    #expect(curve.shareWithin(0.5) == 0.75)
    #expect(curve.shareWithin(10) == 1)
    #expect(abs(curve.restrictedMean(until: 10) - (2 * 0.5 + 2 * 1.5) / 8) < 1e-15)
    #expect(abs(curve.restrictedMean(until: 1) - (2 * 0.5 + 2 * 1) / 8) < 1e-15)
    #expect(curve.restrictedMean(until: 0) == 0)
  }

  @Test("The two incidences and those waiting add to one; without censoring they are the plain shares")
  func incidences() {
    let waits = BinnedSurvival(binWidth: 1, ended: [2, 3, 0, 1], competing: [0, 1, 2, 1])
    let curve = KaplanMeier(waits)
    #expect(abs(curve.endedIncidence(at: 9) - 0.6) < 1e-15)
    #expect(abs(curve.competingIncidence(at: 9) - 0.4) < 1e-15)
    #expect(abs(curve.endedIncidence(at: 1) - 0.5) < 1e-15)
    #expect(abs(curve.competingIncidence(at: 2.5) - 0.3) < 1e-15)
    // Treating the competing event as censoring answers another question, with a larger share.
    #expect(curve.shareWithin(9) > 0.6)
  }

  @Test(
    "Waits with censoring and competing risk follow their closed forms: 20,000 exponentials, error below 0.02"
  )
  func closedForm() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 61, replication: 0))
    var waits = BinnedSurvival(binWidth: 0.01)
    for _ in 0..<20_000 {
      let start = random.exponential(mean: 1)
      let death = random.exponential(mean: 2)
      let end = random.uniform(from: 0, to: 4)
      let wait = min(start, death, end)
      waits.add(wait: wait, end: wait == start ? .ended : (wait == death ? .competing : .censored))
    }
    let curve = KaplanMeier(waits)
    // Hazards 1 and 1/2: survival e⁻ᵗ, incidences 2/3 and 1/3 of 1 − e^(−1.5 t).
    #expect(abs(curve.survival(at: 1) - 0.36788) < 0.02)
    #expect(abs(curve.endedIncidence(at: 1) - 2.0 / 3 * 0.77687) < 0.02)
    #expect(abs(curve.competingIncidence(at: 1) - 1.0 / 3 * 0.77687) < 0.02)
    #expect(abs(curve.restrictedMean(until: 2) - 0.86466) < 0.02)
  }

  @Test("A wait falls in the bin whose upper edge is the first at or above it, and merging adds counts")
  func bins() {
    var waits = BinnedSurvival(binWidth: 0.1)
    #expect(waits.bin(of: 0) == 0)
    #expect(waits.bin(of: 1e-9) == 1)
    #expect(waits.bin(of: 0.1) == 1)
    #expect(waits.bin(of: 0.11) == 2)
    waits.add(wait: 0.25, end: .ended)
    waits.merge(BinnedSurvival(binWidth: 0.1, censored: [1, 0, 0, 0, 2]))
    #expect(waits.ended == [0, 0, 0, 1, 0])
    #expect(waits.censored == [1, 0, 0, 0, 2])
    #expect(waits.competing == [0, 0, 0, 0, 0])
  }

  @Test("Without waits nobody has started and nobody is lost")
  func empty() {
    let curve = KaplanMeier(BinnedSurvival(binWidth: 1))
    #expect(curve.survival(at: 3) == 1)
    #expect(curve.endedIncidence(at: 3) == 0)
    #expect(curve.restrictedMean(until: 3) == 3)
    #expect(curve.stillWaiting == 0)
  }
}
