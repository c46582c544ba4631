/// The probability of some of a distribution's values, and the first two moments over those alone.
struct PartialMoments {
  var probability = 0.0
  /// Of the value times its probability, in the unit of the quantity.
  var first = 0.0
  /// Of its square, in the squared unit.
  var second = 0.0

  /// One value with its probability.
  static func atom(_ value: Double, _ probability: Double) -> PartialMoments {
    // A limit that does not exist is never reached.
    if probability == 0 { return PartialMoments() }
    return PartialMoments(
      probability: probability, first: probability * value, second: probability * value * value)
  }

  /// Those with probabilities multiplied.
  func weighted(by weight: Double) -> PartialMoments {
    PartialMoments(probability: probability * weight, first: first * weight, second: second * weight)
  }

  /// Those of values greater by a constant.
  func shifted(by shift: Double) -> PartialMoments {
    PartialMoments(
      probability: probability, first: first + shift * probability,
      second: second + 2 * shift * first + shift * shift * probability)
  }

  static func + (one: PartialMoments, other: PartialMoments) -> PartialMoments {
    PartialMoments(
      probability: one.probability + other.probability, first: one.first + other.first,
      second: one.second + other.second)
  }

  static func - (one: PartialMoments, other: PartialMoments) -> PartialMoments {
    one + other.weighted(by: -1)
  }

  /// Mean and variance, given that the value is one of them.
  var conditional: (mean: Double, variance: Double) {
    let mean = first / probability
    return (mean, mean.isFinite ? max(0, second / probability - mean * mean) : .infinity)
  }
}

extension Distribution {
  /// Those of the values between two limits, both included.
  ///
  /// - Complexity: O(*n*) in values and laws; that of the incomplete gamma function for gamma and Weibull laws, and some
  ///   hundreds of exponentials for the log-logistic.
  func partialMoments(from: Double, to: Double) -> PartialMoments {
    switch self {
    case .constant(let value):
      return value >= from && value <= to ? .atom(value, 1) : PartialMoments()
    case .discrete(let values):
      let total = values.reduce(0) { $0 + $1.weight }
      return values.reduce(PartialMoments()) { sum, entry in
        entry.value >= from && entry.value <= to ? sum + .atom(entry.value, entry.weight / total) : sum
      }
    case .empirical(let values):
      return Distribution.discrete(values.map { WeightedValue($0, weight: 1) }).partialMoments(
        from: from, to: to)
    case .mixture(let parts):
      return parts.shares.reduce(PartialMoments()) {
        $0 + $1.law.partialMoments(from: from, to: to).weighted(by: $1.share)
      }
    case .shifted(let law, let shift):
      return law.partialMoments(from: from - shift, to: to - shift).shifted(by: shift)
    case .truncated(let law, let least, let most):
      if from > most || to < least { return PartialMoments() }
      return law.partialMoments(from: max(from, least), to: min(to, most))
        .weighted(by: 1 / law.probability(from: least, to: most))
    case .limited(let law, let least, let most):
      if from > most || to < least { return PartialMoments() }
      var sum = law.partialMoments(from: max(from, least), to: min(to, most))
      if from <= least { sum = sum + .atom(least, law.probability(below: least)) }
      if to >= most { sum = sum + .atom(most, 1 - law.cumulativeProbability(most)) }
      return sum
    default:
      if from > to { return PartialMoments() }
      return moments(below: to) - moments(below: from)
    }
  }

  /// Those of the values below one, of a law without atoms.
  private func moments(below x: Double) -> PartialMoments {
    let all = moments
    let square = all.variance + all.mean * all.mean
    if x == .infinity { return PartialMoments(probability: 1, first: all.mean, second: square) }
    let probability = cumulativeProbability(x)
    if probability == 0 { return PartialMoments() }
    switch self {
    case .uniform(let from, let to):
      return Distribution.rising(from: from, to: min(x, to), weights: (1 / (to - from), 0))
    case .triangular(let minimum, let mode, let maximum):
      let (width, top) = (maximum - minimum, min(x, maximum))
      let (rise, fall) = (width * (mode - minimum), width * (maximum - mode))
      // The density is 2 (x − minimum) / rise, and then 2 (maximum − x) / fall.
      let left = Distribution.rising(
        from: minimum, to: min(top, mode), weights: (-2 * minimum / rise, 2 / rise))
      return top <= mode
        ? left : left + Distribution.rising(from: mode, to: top, weights: (2 * maximum / fall, -2 / fall))
    case .exponential(let mean):
      return Distribution.gammaMoments(below: x, shape: 1, scale: mean)
    case .erlang(let stages, let mean):
      return Distribution.gammaMoments(below: x, shape: Double(stages), scale: mean / Double(stages))
    case .gamma(let shape, let scale):
      return Distribution.gammaMoments(below: x, shape: shape, scale: scale)
    case .weibull(let shape, let scale):
      let hazard = PortableMath.pow(x / scale, shape)
      return PartialMoments(
        probability: probability,
        first: all.mean * PortableMath.incompleteGamma(shape: 1 + 1 / shape, x: hazard).lower,
        second: square * PortableMath.incompleteGamma(shape: 1 + 2 / shape, x: hazard).lower)
    case .lognormal(let mu, let sigma):
      func share(_ power: Double) -> Double {
        Distribution.lognormal(mu: mu + power * sigma * sigma, sigma: sigma).cumulativeProbability(x)
      }
      return PartialMoments(probability: probability, first: all.mean * share(1), second: square * share(2))
    case .normal(let mean, let deviation, let minimum):
      return Distribution.normalMoments(below: x, mean, deviation, minimum, probability)
    case .logLogistic(let median, let shape):
      let last = shape * PortableMath.log(x / median)
      return PartialMoments(
        probability: probability, first: median * Distribution.logisticMoment(1 / shape, below: last),
        second: median * median * Distribution.logisticMoment(2 / shape, below: last))
    case .constant, .discrete, .empirical, .mixture, .shifted, .truncated, .limited:
      fatalError("A law with atoms has partial moments of its own.")
    }
  }

  /// Those of a density `weights.0 + weights.1 · x`.
  private static func rising(from: Double, to: Double, weights: (Double, Double)) -> PartialMoments {
    if to <= from { return PartialMoments() }
    func power(_ n: Int) -> Double {
      func raised(_ x: Double) -> Double { (0..<n).reduce(1) { product, _ in product * x } }
      return (raised(to) - raised(from)) / Double(n)
    }
    return PartialMoments(
      probability: weights.0 * power(1) + weights.1 * power(2),
      first: weights.0 * power(2) + weights.1 * power(3),
      second: weights.0 * power(3) + weights.1 * power(4))
  }

  private static func gammaMoments(below x: Double, shape: Double, scale: Double) -> PartialMoments {
    func lower(_ more: Double) -> Double {
      PortableMath.incompleteGamma(shape: shape + more, x: x / scale).lower
    }
    return PartialMoments(
      probability: lower(0), first: shape * scale * lower(1),
      second: shape * (shape + 1) * scale * scale * lower(2))
  }

  /// Johnson, Kotz and Balakrishnan 1994, *Continuous univariate distributions* 1, §13.10.1.
  private static func normalMoments(
    below x: Double, _ mean: Double, _ deviation: Double, _ minimum: Double, _ probability: Double
  ) -> PartialMoments {
    if deviation == 0 { return .atom(mean, probability) }
    func density(_ z: Double) -> Double {
      z.isFinite ? PortableMath.exp(-0.5 * z * z) * 0x1.9884533d43651p-2 : 0
    }
    let (bound, end) = ((minimum - mean) / deviation, (x - mean) / deviation)
    let kept = PortableMath.normalProbabilities(bound).upper
    let (first, last) = (density(bound), density(end))
    let standard = PartialMoments(
      probability: probability, first: (first - last) / kept,
      second: probability - ((last == 0 ? 0 : end * last) - (first == 0 ? 0 : bound * first)) / kept)
    return PartialMoments(
      probability: probability, first: deviation * standard.first,
      second: deviation * deviation * standard.second
    ).shifted(by: mean)
  }

  /// The integral of e^(power · v) over the logistic density below a value, by ten points of Gauss and Legendre in
  /// each unit.
  private static func logisticMoment(_ power: Double, below last: Double) -> Double {
    // Below, the integrand is less than 1e-20 of its greatest value, and beyond the same where it falls.
    let low = -50 / (1 + power)
    let high = power < 1 ? min(last, 50 / (1 - power)) : last
    if high <= low { return 0 }
    let parts = Int(min(100_000, (high - low).rounded(.up)))
    let half = (high - low) / Double(parts) / 2
    var sum = 0.0
    for part in 0..<parts {
      let middle = low + Double(2 * part + 1) * half
      for (place, weight) in legendre {
        for v in [middle - half * place, middle + half * place] {
          // The density is e^−|v| / (1 + e^−|v|)².
          let tail = PortableMath.exp(-abs(v))
          sum += weight * half * PortableMath.exp(power * v) * tail / ((1 + tail) * (1 + tail))
        }
      }
    }
    return sum
  }

  /// Abramowitz and Stegun 1964, table 25.4, n = 10.
  private static let legendre: [(place: Double, weight: Double)] = [
    (0.148874338981631211, 0.295524224714752870), (0.433395394129247191, 0.269266719309996355),
    (0.679409568299024406, 0.219086362515982044), (0.865063366688984511, 0.149451349150580593),
    (0.973906528517171720, 0.066671344308688138),
  ]
}
