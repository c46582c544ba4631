extension Distribution {
  /// What is wrong with the parameters, one sentence each; empty if the distribution can be drawn from.
  ///
  /// A draw from a distribution with mistakes may be NaN, may end the program, or may not end.
  public var mistakes: [String] {
    var list: [String] = []
    func require(_ isRight: Bool, _ sentence: String) {
      if !isRight { list.append(sentence) }
    }
    func requireFinite(_ value: Double, _ name: String) {
      require(value.isFinite, "The \(name) is \(value), and must be a finite number.")
    }
    func requirePositive(_ value: Double, _ name: String) {
      require(value > 0 && value.isFinite, "The \(name) is \(value), and must be finite and above zero.")
    }
    func requireNotNegative(_ value: Double, _ name: String) {
      require(value >= 0 && value.isFinite, "The \(name) is \(value), and must be finite and not below zero.")
    }
    switch self {
    case .constant(let value):
      requireFinite(value, "value")
    case .uniform(let from, let to):
      requireFinite(from, "lower bound")
      requireFinite(to, "upper bound")
      require(!(from > to), "The lower bound \(from) is above the upper bound \(to).")
    case .exponential(let mean):
      requirePositive(mean, "mean")
    case .erlang(let stages, let mean):
      require(stages >= 1, "The number of stages is \(stages), and must be at least 1.")
      requirePositive(mean, "mean")
    case .gamma(let shape, let scale), .weibull(let shape, let scale):
      requirePositive(shape, "shape")
      requirePositive(scale, "scale")
    case .lognormal(let mu, let sigma):
      requireFinite(mu, "mu")
      requireNotNegative(sigma, "sigma")
    case .normal(let mean, let deviation, let minimum):
      requireFinite(mean, "mean")
      requireNotNegative(deviation, "standard deviation")
      require(
        minimum < .infinity, "The minimum is \(minimum), and must be a number, or minus infinity for none.")
      require(
        !(minimum > mean + 4 * deviation),
        "The minimum \(minimum) is more than four standard deviations above the mean: nearly all draws are redrawn."
      )
    case .logLogistic(let median, let shape):
      requirePositive(median, "median")
      requirePositive(shape, "shape")
    case .triangular(let minimum, let mode, let maximum):
      requireFinite(minimum, "minimum")
      requireFinite(mode, "mode")
      requireFinite(maximum, "maximum")
      require(!(minimum > mode), "The mode \(mode) is below the minimum \(minimum).")
      require(!(mode > maximum), "The mode \(mode) is above the maximum \(maximum).")
    case .discrete(let values):
      require(!values.isEmpty, "A discrete distribution needs at least one value.")
      for (index, entry) in values.enumerated() {
        requireFinite(entry.value, "value number \(index + 1)")
        requireNotNegative(entry.weight, "weight number \(index + 1)")
      }
      let total = values.reduce(0) { $0 + $1.weight }
      require(
        values.isEmpty || (total != 0 && total < .infinity),
        "The weights sum to \(total), and must be above zero.")
    case .empirical(let values):
      require(!values.isEmpty, "An empirical distribution needs at least one observed value.")
      for (index, value) in values.enumerated() { requireFinite(value, "value number \(index + 1)") }
    case .mixture(let parts):
      require(!parts.isEmpty, "A mixture needs at least one law.")
      for (index, part) in parts.enumerated() {
        requireNotNegative(part.weight, "weight number \(index + 1)")
        list += part.law.mistakes
      }
      let total = parts.reduce(0) { $0 + $1.weight }
      require(
        parts.isEmpty || (total != 0 && total < .infinity),
        "The weights sum to \(total), and must be above zero.")
    case .shifted(let law, let shift):
      list += law.mistakes
      requireFinite(shift, "shift")
    case .truncated(let law, let from, let to), .limited(let law, let from, let to):
      list += law.mistakes
      require(!from.isNaN && !to.isNaN && from < .infinity && to > -.infinity, "A limit is not a number.")
      require(!(from > to), "The lower limit \(from) is above the upper limit \(to).")
      if list.isEmpty, case .truncated = self {
        let kept = law.probability(from: from, to: to)
        require(
          kept >= Distribution.leastKept,
          "A share of \(kept) of the values lies between the limits, and it must be at least 0.05."
        )
        require(
          kept < Distribution.leastKept || wordsPerDraw <= Distribution.mostWordsPerDraw,
          "A draw takes \(Int(min(1e18, wordsPerDraw.rounded(.up)))) random words on average, for the law within is drawn again too; it must be at most 200."
        )
      }
    }
    return list
  }

  /// The least share of the values that truncation must keep.
  public static let leastKept = 0.05 * (1 - 1e-9)

  /// The most words of a stream that a truncated law may take on average. That more than the 8,192 of a keyed stream are
  /// needed then has a probability below 1e-17.
  public static let mostWordsPerDraw = 200.0

  /// Words of a stream that a draw takes on average, rounded up; of a mixture, those of its dearest law.
  ///
  /// - Precondition: the laws within have no mistakes.
  public var wordsPerDraw: Double {
    switch self {
    case .constant, .uniform, .exponential, .weibull, .lognormal, .logLogistic, .triangular, .discrete,
      .empirical:
      1.1
    case .erlang(let stages, _): stages > 8 ? 3 : 1.1 * Double(stages)
    case .gamma: 4
    case .normal(let mean, let deviation, let minimum):
      // Farther out it is drawn from its tail.
      if deviation == 0 {
        1.1
      } else if minimum > mean + 2 * deviation {
        3
      } else {
        1.1 / PortableMath.normalProbabilities((minimum - mean) / deviation).upper
      }
    case .mixture(let parts): 1.1 + (parts.shares.map(\.law.wordsPerDraw).max() ?? 0)
    case .shifted(let law, _), .limited(let law, _, _): law.wordsPerDraw
    case .truncated(let law, let from, let to): law.wordsPerDraw / law.probability(from: from, to: to)
    }
  }
}
