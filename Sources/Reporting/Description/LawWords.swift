package import RandomStreams

/// A law of a time in words: its name, and what says most of its mean and how it varies.
package enum LawWords {
  /// In hours; numbers to three significant figures or so.
  package static func hours(_ law: Distribution) -> String {
    switch law {
    case .constant(let value): time(value)
    case .uniform(let from, let to): "uniform, \(Phrase.number(from)) to \(time(to))"
    case .triangular(let minimum, let mode, let maximum):
      "triangular, \(Phrase.number(minimum)) to \(time(maximum)), mode \(time(mode))"
    case .logLogistic(let median, let shape):
      "log-logistic, median \(time(median)), shape \(Phrase.number(shape))"
    // The deviation is the mean.
    case .exponential(let mean): "exponential, mean \(time(mean))"
    default: name(law) + ", " + moments(law)
    }
  }

  private static func name(_ law: Distribution) -> String {
    switch law {
    case .constant: "constant"
    case .uniform: "uniform"
    case .exponential: "exponential"
    case .erlang(let stages, _): "Erlang of \(Phrase.count(stages, "stage", "stages"))"
    case .gamma: "gamma"
    case .weibull: "Weibull"
    case .lognormal: "lognormal"
    case .normal: "normal"
    case .logLogistic: "log-logistic"
    case .triangular: "triangular"
    case .discrete(let values): Phrase.count(values.count, "value with a share", "values with shares")
    case .empirical(let values): Phrase.count(values.count, "observed value", "observed values")
    case .mixture(let parts): "mixture of \(parts.map { name($0.law) }.joined(separator: " and "))"
    case .shifted(let law, _): "shifted \(name(law))"
    case .truncated(let law, let from, let to): "\(name(law)) truncated\(limits(from, to))"
    case .limited(let law, let from, let to): "\(name(law)) limited\(limits(from, to))"
    }
  }

  private static func limits(_ from: Double, _ to: Double) -> String {
    if !to.isFinite { return " to at least \(time(from))" }
    return from > 0 ? " to \(Phrase.number(from))–\(time(to))" : " to at most \(time(to))"
  }

  private static func moments(_ law: Distribution) -> String {
    let (mean, variance) = (law.mean, law.variance)
    if !mean.isFinite { return "no finite mean" }
    return variance.isFinite
      ? "mean \(time(mean)), sd \(time(variance.squareRoot()))" : "mean \(time(mean)), no finite sd"
  }

  private static func time(_ hours: Double) -> String { "\(Phrase.number(hours)) h" }
}
