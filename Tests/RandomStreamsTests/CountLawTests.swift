import RandomStreams
import Testing

/// Laws of whole numbers: their probabilities and moments are those of their definitions.
@Suite("Laws of whole numbers")
struct CountLawTests {
  private func probabilities(_ law: Distribution) -> [Double: Double] {
    guard case .discrete(let values) = law else { return [:] }
    let total = values.reduce(0) { $0 + $1.weight }
    return Dictionary(uniqueKeysWithValues: values.map { ($0.value, $0.weight / total) })
  }

  @Test(
    "Mean and variance are those of the law, to twelve digits",
    arguments: [
      (.geometric, 1, 0), (.geometric, 1.5, 0.75), (.geometric, 40, 1_560), (.geometric, 1_000, 999_000),
      (.poisson, 0.001, 0.001), (.poisson, 2.5, 2.5), (.poisson, 1_000, 1_000),
      (.negativeBinomial(shape: 0.1), 3, 93), (.negativeBinomial(shape: 0.1), 1_000, 10_001_000),
      (.negativeBinomial(shape: 2.5), 10, 50), (.negativeBinomial(shape: 1e6), 5, 5.000_025),
    ] as [(CountLaw, Double, Double)])
  func moments(law: CountLaw, mean: Double, variance: Double) {
    for step in [1, 86_400.0] {
      let distribution = Distribution.count(law, mean: mean * step, step: step)
      #expect(distribution.mistakes.isEmpty)
      #expect(abs(distribution.mean / (mean * step) - 1) < 1e-12)
      #expect(
        abs(distribution.variance - variance * step * step) <= 1e-12 * (variance + mean * mean) * step * step)
    }
  }

  @Test("Probabilities of the first values are those of the formulas")
  func formulas() throws {
    let geometric = probabilities(.count(.geometric, mean: 4))
    #expect(geometric[0] == nil)
    let poisson = probabilities(.count(.poisson, mean: 3))
    // Shape 1 is the geometric law that counts failures.
    let failures = probabilities(.count(.negativeBinomial(shape: 1), mean: 3))
    var factorial = 1.0
    for n in 0...12 {
      if n > 0 { factorial *= Double(n) }
      let expected = PortableMath.exp(-3) * PortableMath.pow(3, Double(n)) / factorial
      #expect(abs(try #require(poisson[Double(n)]) - expected) < 1e-14)
      let power = 0.25 * PortableMath.pow(0.75, Double(n))
      #expect(abs(try #require(geometric[Double(n + 1)]) - power) < 1e-14)
      #expect(abs(try #require(failures[Double(n)]) - power) < 1e-14)
    }
  }

  @Test("A step stretches the values, and values increase one by one")
  func steps() {
    guard case .discrete(let values) = Distribution.count(.poisson, mean: 60, step: 12) else {
      Issue.record("not a table")
      return
    }
    #expect(values.first?.value == 0)
    #expect(zip(values, values.dropFirst()).allSatisfy { $1.value - $0.value == 12 })
  }
}
