import OutputStatistics
import RandomStreams
import Testing

@Suite("The life table of binned waits")
struct LifeTableTests {
  @Test(
    "Of those who leave a bin the share that stays is net of losses; of waits of no length those that end come first"
  )
  func byHand() {
    // Of ten 2 end at once and 1 is lost; of seven 3 end and 2 are lost; 1 of two is lost; the last ends.
    let table = LifeTable(
      BinnedSurvival(binWidth: 0.5, ended: [2, 3, 0, 1], censored: [1, 0, 1, 0], competing: [0, 2, 0, 0]))
    let second = 0.8 * PortableMath.pow(2 / 7.0, 3 / 5.0)
    let expected = [0.8, second, second, 0]
    #expect(zip(table.survival, expected).allSatisfy { abs($0 - $1) < 1e-15 } && table.survival.count == 4)
    #expect(abs(table.survival(at: 0.25) - (0.8 * second).squareRoot()) < 1e-15)
    #expect(table.survival(at: 7) == 0)
    let hazard = PortableMath.log(0.8 / second) / 0.5
    let areas = [(0.8 - second) / hazard, second * 0.5, second * 0.25]
    #expect(abs(table.restrictedMean(until: 9) - areas.reduce(0, +)) < 1e-14)
    #expect(abs(table.restrictedMean(until: 1) - areas[0] - areas[1]) < 1e-14)
    #expect(table.restrictedMean(until: 0) == 0)
    // All leave, half of one is taken to stay.
    let last = LifeTable(BinnedSurvival(binWidth: 0.5, ended: [2, 1], competing: [0, 1]))
    #expect(abs(last.survival[1] - 0.5 * 0.5) < 1e-15)
  }

  @Test("Beyond the longest wait the curve falls exponentially to what it is there from one at 0")
  func tail() {
    // Half have a place within an hour, and the others leave in the second.
    let table = LifeTable(BinnedSurvival(binWidth: 1, ended: [0, 5, 0], competing: [0, 0, 5]))
    #expect(abs(table.survival(at: 2) - 0.5) < 1e-15)
    #expect(abs(table.survival(at: 4) - 0.25) < 1e-15)
    let rate = PortableMath.log(2) / 2
    let first = 0.5 / PortableMath.log(2)
    #expect(abs(table.restrictedMean(until: 6) - (first + 0.5 + 0.5 * (1 - 0.25) / rate)) < 1e-12)
    // Nobody got a place: they would wait for ever. Nobody waited at all: nor would who left at once.
    let none = LifeTable(BinnedSurvival(binWidth: 1, ended: [0, 0], competing: [1, 6]))
    #expect(none.survival(at: 100) == 1 && none.restrictedMean(until: 100) == 100)
    let atOnce = LifeTable(BinnedSurvival(binWidth: 1, ended: [4], competing: [2]))
    #expect(abs(atOnce.survival(at: 0) - 1 / 3.0) < 1e-15 && atOnce.restrictedMean(until: 100) == 0)
    #expect(LifeTable(BinnedSurvival(binWidth: 1)).restrictedMean(until: 3) == 3)
  }

  @Test("With as many lost as served within a bin or two it is exact to 1 %: 200,000 exponentials")
  func spread() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 62, replication: 0))
    var waits = BinnedSurvival(binWidth: 0.5)
    for _ in 0..<200_000 {
      let (start, death) = (random.exponential(mean: 1), random.exponential(mean: 0.8))
      waits.add(wait: min(start, death), end: start < death ? .ended : .competing)
    }
    let table = LifeTable(waits)
    #expect(abs(table.survival(at: 1) - 0.36788) < 0.01)
    #expect(abs(table.restrictedMean(until: 100) - 1) < 0.02, "\(table.restrictedMean(until: 100))")
    // Taken to end at its edge, a wait is too long, and who is lost counts too long.
    #expect(KaplanMeier(waits).restrictedMean(until: 100) > 1.3)
  }
}
