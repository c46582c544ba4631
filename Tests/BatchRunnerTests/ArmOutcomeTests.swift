import BatchRunner
import Testing

@Suite("Figures of an arm") struct ArmOutcomeTests {
  private static func arm(_ values: [Double?], isAntithetic: Bool = false) -> ArmOutcome {
    ArmOutcome(trials: values.map { TrialFigures(values: [$0]) }, isAntithetic: isAntithetic)
  }

  @Test("The mean difference is that of the replications, or whole pairs, in which both arms have a value")
  func meanDifference() {
    let one = Self.arm([nil, 5, nil])
    #expect(one.meanDifference(to: Self.arm([1, 2, 3]), of: 0) == 3)
    #expect(one.difference(to: Self.arm([1, 2, 3]), of: 0, level: 0.95) == nil)
    #expect(one.meanDifference(to: Self.arm([1, nil, 3]), of: 0) == nil)
    let pair = Self.arm([66, 7, 50, 60], isAntithetic: true)
    #expect(pair.meanDifference(to: Self.arm([70, 9, nil, 1], isAntithetic: true), of: 0) == -3)
  }
}
