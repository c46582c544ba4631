import CareModel
import RandomStreams
import Testing

struct ExpectedStepsTests {
  static func steps(_ steps: [Step], hours: Double = 1e30) -> Double {
    var network = Fixture.singleUnit(servers: 1, arrivalsPerHour: 1, stay: .constant(1))
    network.pathways = [Pathway(id: "way", steps: steps)]
    return network.expectedSteps(of: network.pathways[0], hours: hours)
  }

  /// A step of so many hours with shares of ways on and of the way home.
  static func step(_ ways: (Int, Double)..., home: Double = 0, hours: Double = 1) -> Step {
    Step(
      id: "step", stay: .constant(hours),
      next: ways.map { Branch(to: .step($0.0), share: .fixed($0.1)) } + [
        Branch(to: .exit(.home), share: .fixed(home))
      ])
  }

  static func agree(_ value: Double, _ expected: Double) -> Bool {
    abs(value / expected - 1) < 1e-9
  }

  @Test("A way forward has its own number of steps, and a repeated one one over its share of ways out")
  func rounds() {
    #expect(Self.agree(Self.steps([Self.step((1, 1)), Self.step((2, 1)), Self.step(home: 1)]), 3))
    #expect(Self.agree(Self.steps([Self.step((0, 0.75), home: 0.25)]), 4))
    #expect(Self.agree(Self.steps([Self.step((0, 1 - 1e-7), home: 1e-7)]), 1e7))
    // Out of the second by a half, and back to the first; to the second by a thousandth.
    let pair = [Self.step((0, 0.999), (1, 0.001)), Self.step((0, 0.5), home: 0.5)]
    #expect(Self.agree(Self.steps(pair), 2 * 1_001))
  }

  @Test("Loops within loops agree with the linear equations of the chain, solved by hand")
  func nested() {
    let three = [
      Self.step((1, 0.5), (2, 0.5)), Self.step((0, 0.9), home: 0.1), Self.step((1, 0.8), home: 0.2),
    ]
    // h0 = 1 + 0.5 (1 + 0.9 h0) + 0.5 (1 + 0.8 (1 + 0.9 h0)) = 2.4 + 0.81 h0.
    #expect(Self.agree(Self.steps(three), 2.4 / 0.19))
  }

  @Test("A run that ends lets a patient make no more rounds than there is time for")
  func ending() {
    // The last round with probability 24 / (24 + 240): eleven rounds of a day in ten days.
    #expect(Self.agree(Self.steps([Self.step((0, 1), hours: 24)], hours: 240), 11))
  }

  @Test("Where nothing leads out and no time passes there is no end")
  func endless() {
    #expect(!Self.steps([Self.step((0, 1), hours: 0)]).isFinite)
  }
}
