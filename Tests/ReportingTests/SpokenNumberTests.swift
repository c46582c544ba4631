import Reporting
import Testing

@Suite struct SpokenNumberTests {
  @Test(
    "a number keeps no more digits than its standard error bears",
    arguments: [
      (1234.5, 35.0, "1,230"), (1234.5, 16.0, "1,235"), (212.4, 16, "212"), (0.1234, 0.02, "0.123"),
      (45_678, 4_000, "46,000"), (-45_678, 400, "−45,700"), (3.14159, 0.4, "3.1"), (-0.4, 20, "0"),
    ])
  func rounding(_ value: Double, _ error: Double, _ text: String) {
    let exponent = SpokenNumber.exponent(for: value, standardError: error)
    #expect(SpokenNumber.text(value, exponent: exponent) == text)
  }

  @Test("without a standard error whole numbers stay whole and others keep three figures")
  func withoutError() {
    #expect(SpokenNumber.text(Estimate(mean: 1_000_000)) == "1,000,000")
    #expect(SpokenNumber.text(Estimate(mean: 12.345)) == "12.3")
    #expect(SpokenNumber.text(Estimate(mean: 1.2345)) == "1.23")
    #expect(SpokenNumber.percent(0.347) == "35 %")
  }

  @Test(
    "a number with four figures is never finer than a millionth",
    arguments: [
      (10.034, "10.03"), (0.012_345, "0.01235"), (123_456, "123,500"), (-3.14159, "−3.142"),
      (2e-7, "0.000000"),
    ])
  func fourFigures(_ value: Double, _ text: String) {
    #expect(SpokenNumber.fourFigures(value) == text)
  }

  @Test("an interval is said as half its width")
  func halfWidth() {
    let estimate = Estimate(mean: 1234, lower: 1199, upper: 1269, standardError: 17.8)
    #expect(SpokenNumber.text(estimate) == "1,234 ± 35")
  }
}
