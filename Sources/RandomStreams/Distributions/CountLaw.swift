/// A law of whole numbers, by its mean: what a group, a day or a number of stages may follow.
public enum CountLaw: Sendable, Equatable {
  /// Trials up to the first success, from 1 on: P(n) = p (1 − p)^(n − 1) with p = 1 / mean.
  case geometric

  /// Events in a time when each comes independently of the others, from 0 on.
  case poisson

  /// Poisson with a mean that varies as a gamma of this shape, from 0 on: variance mean + mean² / shape.
  case negativeBinomial(shape: Double)

  /// The least value.
  public var least: Double { self == .geometric ? 1 : 0 }

  /// P(n + 1) / P(n).
  private func ratio(after n: Double, mean: Double) -> Double {
    switch self {
    case .geometric: 1 - 1 / mean
    case .poisson: mean / (n + 1)
    case .negativeBinomial(let shape): (n + shape) / (n + 1) * (mean / (mean + shape))
    }
  }

  /// A value that no other exceeds in probability by more than rounding.
  private func mode(mean: Double) -> Double {
    switch self {
    case .geometric: 1
    case .poisson: mean.rounded(.down)
    case .negativeBinomial(let shape): shape > 1 ? ((shape - 1) * mean / shape).rounded(.down) : 0
    }
  }

  /// The values, those left out having less than 10⁻¹⁵ of the probability together, in increasing order; weights do not sum
  /// to one.
  ///
  /// Weights follow from their neighbours', from the mode outwards: no logarithm, no power, and the same bits everywhere.
  ///
  /// - Precondition: `mean` is finite, and at least 1 for the geometric law, above 0 for the others; the shape is above 0.
  /// - Complexity: O(*n*) in the values, some 35 means of a geometric law.
  func weights(mean: Double) -> [WeightedValue] {
    let mode = mode(mean: mean)
    var below: [WeightedValue] = []
    var total = 1.0
    var (value, weight) = (mode, 1.0)
    while value > least {
      weight /= ratio(after: value - 1, mean: mean)
      value -= 1
      if weight < total * Self.negligible { break }
      total += weight
      below.append(WeightedValue(value, weight: weight))
    }
    var values = Array(below.reversed())
    (value, weight) = (mode, 1)
    while weight >= total * Self.negligible {
      values.append(WeightedValue(value, weight: weight))
      weight *= ratio(after: value, mean: mean)
      value += 1
      total += weight
    }
    return values
  }

  /// Of all the weight so far: the values beyond, of which there are fewer than 10⁶, have less than a thousandth of a millionth
  /// of a millionth of it together.
  private static let negligible = 1e-21
}

extension Distribution {
  /// A law of whole numbers times `step`, with the mean of the product.
  ///
  /// - Precondition: `mean` / `step` is finite, and at least 1 for the geometric law, above 0 for the others.
  public static func count(_ law: CountLaw, mean: Double, step: Double = 1) -> Distribution {
    .discrete(law.weights(mean: mean / step).map { WeightedValue($0.value * step, weight: $0.weight) })
  }
}
