import RandomStreams
import Testing

import Reporting

@Suite("Laws in words")
struct LawWordsTests {
  @Test(
    "A law is said by its name, its mean and how it varies",
    arguments: [
      (.constant(5), "5 h"), (.uniform(from: 2, to: 8), "uniform, 2 to 8 h"),
      (.exponential(mean: 12), "exponential, mean 12 h"),
      (.erlang(stages: 4, mean: 8), "Erlang of 4 stages, mean 8 h, sd 4 h"),
      (.gamma(shape: 4, scale: 2), "gamma, mean 8 h, sd 4 h"),
      (.lognormal(mean: 60, coefficientOfVariation: 1), "lognormal, mean 60 h, sd 60 h"),
      (.logLogistic(median: 5, shape: 1), "log-logistic, median 5 h, shape 1"),
      (.triangular(minimum: 1, mode: 2, maximum: 6), "triangular, 1 to 6 h, mode 2 h"),
      (
        .discrete([WeightedValue(1, weight: 1), WeightedValue(3, weight: 1)]),
        "2 values with shares, mean 2 h, sd 1 h"
      ),
      (.empirical([4]), "1 observed value, mean 4 h, sd 0 h"),
      (.shifted(.exponential(mean: 2), by: 1), "shifted exponential, mean 3 h, sd 2 h"),
      (
        .limited(.uniform(from: 0, to: 8), from: 0, to: 8),
        "uniform limited to at most 8 h, mean 4 h, sd 2.31 h"
      ),
      (
        .truncated(.uniform(from: 0, to: 8), from: 2, to: 6),
        "uniform truncated to 2–6 h, mean 4 h, sd 1.15 h"
      ),
      (.limited(.constant(5), from: 2), "constant limited to at least 2 h, mean 5 h, sd 0 h"),
      (
        .mixture([
          WeightedLaw(.constant(2), weight: 1), WeightedLaw(.logLogistic(median: 3, shape: 1.5), weight: 1),
        ]), "mixture of constant and log-logistic, mean 4.63 h, no finite sd"
      ),
      (.shifted(.logLogistic(median: 3, shape: 1), by: 1), "shifted log-logistic, no finite mean"),
    ] as [(Distribution, String)])
  func words(law: Distribution, words: String) {
    #expect(LawWords.hours(law) == words)
  }
}
