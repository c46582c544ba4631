import OutputStatistics
import Testing

@Suite("Tally")
struct TallyTests {
  @Test("The mean, variance and extremes of eight numbers are those of the textbook formula")
  func closedForm() {
    let tally = Tally([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(tally.count == 8)
    #expect(tally.mean == 5)
    #expect(tally.variance.map { abs($0 - 32.0 / 7) < 1e-14 } == true)
    #expect(tally.minimum == 2)
    #expect(tally.maximum == 9)
    #expect(tally.sum == 40)
  }

  @Test("A large offset does not spoil the variance")
  func offset() {
    let tally = Tally([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
    #expect(tally.variance == 30)
  }

  @Test("Without observations there is no mean, and with one no variance")
  func degenerate() {
    #expect(Tally().mean == nil)
    #expect(Tally().minimum == nil)
    #expect(Tally([3]).mean == 3)
    #expect(Tally([3]).variance == nil)
  }

  @Test("Merging two halves gives the tally of the whole, whichever half is empty")
  func merging() {
    let values = (0..<100).map { Double($0 * $0 % 37) }
    let whole = Tally(values)
    for split in [0, 1, 50, 100] {
      var merged = Tally(values[..<split])
      merged.merge(Tally(values[split...]))
      #expect(merged.count == whole.count)
      #expect(merged.minimum == whole.minimum)
      #expect(merged.maximum == whole.maximum)
      #expect(abs((merged.mean ?? 0) - (whole.mean ?? 1)) < 1e-12)
      #expect(abs((merged.variance ?? 0) - (whole.variance ?? 1)) < 1e-10)
    }
  }
}
