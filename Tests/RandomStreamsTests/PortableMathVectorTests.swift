import RandomStreams
import Testing

/// Each function on its hard arguments: the error that its documentation states, and the same bits everywhere.
@Suite("Portable mathematics, vectors")
struct PortableMathVectorTests {
  func check(
    _ vectors: [MathVector], below bound: Double, sourceLocation: SourceLocation = #_sourceLocation,
    _ function: (MathVector) -> Double
  ) {
    #expect(vectors.count >= 36, sourceLocation: sourceLocation)
    for vector in vectors {
      let value = function(vector)
      #expect(
        vector.error(of: value) < bound, "at \(vector.x), \(vector.y)", sourceLocation: sourceLocation)
      #expect(value.bitPattern == vector.bits, "at \(vector.x), \(vector.y)", sourceLocation: sourceLocation)
    }
  }

  @Test("Logarithms are within 0.9 ulp of the exact value, and the same bits everywhere")
  func logarithms() {
    check(MathVector.logarithms, below: 0.9) { PortableMath.log($0.x) }
  }

  @Test(
    "Exponentials are within 0.95 ulp of the exact value, subnormal ones too, and the same bits everywhere")
  func exponentials() {
    check(MathVector.exponentials, below: 0.95) { PortableMath.exp($0.x) }
  }

  @Test("Logarithms of one plus a number are within 3 ulp of the exact value, and the same bits everywhere")
  func logarithmsOfOnePlus() {
    check(MathVector.logarithmsOfOnePlus, below: 3) { PortableMath.log1p($0.x) }
  }

  @Test("Powers are within 1.5 ulp of the exact value, below 1 within e^±100, and the same bits everywhere")
  func powers() {
    check(MathVector.powers, below: 1.5) { PortableMath.pow($0.x, $0.y) }
    let moderate = MathVector.powers.filter { abs(PortableMath.log($0.nearest)) < 100 }
    check(moderate + moderate, below: 1) { PortableMath.pow($0.x, $0.y) }
  }

  @Test("Normal quantiles are within a relative 1e-15 of the exact value, and the same bits everywhere")
  func normalQuantiles() {
    check(MathVector.normalQuantiles, below: 9) { PortableMath.normalQuantile($0.x) }
    for vector in MathVector.normalQuantiles where vector.nearest != 0 {
      let relative = vector.error(of: PortableMath.normalQuantile(vector.x)) * vector.nearest.ulp
      #expect(relative < 1e-15 * abs(vector.nearest))
    }
    #expect(PortableMath.normalQuantile(0) == -.infinity)
    #expect(PortableMath.normalQuantile(1) == .infinity)
    #expect(PortableMath.normalQuantile(0.5) == 0)
    for outside in [-1e-300, 1.0.nextUp, .nan, .infinity, -.infinity] {
      #expect(PortableMath.normalQuantile(outside).isNaN)
    }
  }

  @Test("Normal quantiles never decrease, also where the approximation changes")
  func monotone() {
    for join in [0.075, 0.925, PortableMath.exp(-25)] {
      var last = -Double.infinity
      for step in -200...200 {
        let value = PortableMath.normalQuantile(join + Double(step) * join * 0x1p-49)
        #expect(value >= last - 8 * abs(value).ulp)
        last = value
      }
    }
  }
}
