import OutputStatistics
import Testing

@Test("Quantiles of type 7 interpolate linearly at (n − 1) p, as R and NumPy do")
func quantilesOfTypeSeven() {
  let sorted = [1.0, 2, 4, 8]
  #expect(quantile(of: sorted, at: 0) == 1)
  #expect(quantile(of: sorted, at: 0.25) == 1.75)
  #expect(quantile(of: sorted, at: 0.5) == 3)
  #expect(quantile(of: sorted, at: 0.9).map { abs($0 - 6.8) < 1e-14 } == true)
  #expect(quantile(of: sorted, at: 1) == 8)
  #expect(quantile(of: sorted, at: 7) == 8)
  #expect(quantile(of: [5], at: 0.3) == 5)
  #expect(quantile(of: [], at: 0.3) == nil)
  #expect(quantile(of: [1, .infinity], at: 0) == 1)
}
