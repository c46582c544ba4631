import RandomStreams
import ScenarioFiles
import Testing

struct DistributionReadingTests {
  private func law(_ text: String, _ dimension: DistributionDimension = .time) -> (
    law: DistributionSpecification?, mistakes: String
  ) {
    let context = ReadingContext()
    let root = JSON5Parser.parse(SourceText(path: "d", text: text), into: context.log)
    let law = DistributionSpecification(
      root, dimension: dimension, path: "stay", cover: SourceNote("a table"), context: context)
    return (law, context.log.rendered())
  }

  @Test(
    "every law is read, times in seconds",
    arguments: [
      ("law: 'lognormal', mean_hours: 60, cv: 1", .lognormalMean(216_000, coefficientOfVariation: 1)),
      ("law: 'lognormal', mean_days: 2, sd_hours: 24", .lognormalMean(172_800, coefficientOfVariation: 0.5)),
      ("law: 'lognormal', median_days: 10.5, sigma: 1.39", .lognormalMedian(907_200, sigma: 1.39)),
      ("law: 'exponential', mean_hours: 5", .exponential(mean: 18_000)),
      ("law: 'constant', value_minutes: 20", .constant(1_200)),
      (
        "law: 'triangular', minimum_hours: 1, mode_hours: 2, maximum_hours: 3",
        .triangular(minimum: 3_600, mode: 7_200, maximum: 10_800)
      ),
      ("law: 'uniform', minimum_hours: 0, maximum_hours: 1", .uniform(minimum: 0, maximum: 3_600)),
      (
        "law: 'normal', mean_hours: 2, sd_hours: 1",
        .normal(mean: 7_200, standardDeviation: 3_600, minimum: 0)
      ),
      ("law: 'gamma', mean_hours: 1, cv: 0.5", .gamma(shape: 4, scale: 900)),
      ("law: 'weibull', scale_hours: 1, shape: 2", .weibull(shape: 2, scale: 3_600)),
      ("law: 'log-logistic', median_hours: 1, shape: 2", .logLogistic(median: 3_600, shape: 2)),
      ("law: 'erlang', mean_hours: 1, stages: 3", .erlang(stages: 3, mean: 3_600)),
      ("law: 'empirical', values_hours: [1, 2]", .empirical([3_600, 7_200])),
      (
        "law: 'discrete', values_hours: [1, 2], shares: [0.25, 0.75]",
        .discrete([DiscreteOutcome(value: 3_600, share: 0.25), DiscreteOutcome(value: 7_200, share: 0.75)])
      ),
      ("law: 'geometric', mean_days: 5, step_days: 1", .count(.geometric, mean: 432_000, step: 86_400)),
      ("law: 'poisson', mean_hours: 5, step_minutes: 30", .count(.poisson, mean: 18_000, step: 1_800)),
      (
        "law: 'negative-binomial', mean_hours: 5, shape: 2, step_hours: 1",
        .count(.negativeBinomial(shape: 2), mean: 18_000, step: 3_600)
      ),
      (
        "law: 'mixture', parts: [{ share: 0.25, of: { law: 'constant', value_minutes: 1 } }, { share: 0.75, of: { law: 'exponential', mean_hours: 1 } }]",
        .mixture([
          MixturePart(law: .constant(60), share: 0.25),
          MixturePart(law: .exponential(mean: 3_600), share: 0.75),
        ])
      ),
      (
        "law: 'shifted', by_minutes: 5, of: { law: 'erlang', mean_hours: 1, stages: 2 }",
        .shifted(.erlang(stages: 2, mean: 3_600), by: 300)
      ),
      (
        "law: 'truncated', maximum_days: 1, of: { law: 'limited', minimum_hours: 1, of: { law: 'exponential', mean_hours: 5 } }",
        .truncated(
          .limited(.exponential(mean: 18_000), minimum: 3_600, maximum: .infinity), minimum: 0,
          maximum: 86_400)
      ),
    ] as [(String, DistributionSpecification)])
  func laws(text: String, expected: DistributionSpecification) {
    let (law, mistakes) = law("{\(text)}")
    #expect(mistakes == "")
    #expect(law == expected)
  }

  @Test("a law is scaled and drawn from in the unit asked for")
  func units() {
    let law = law("{law: 'lognormal', median_days: 2, sigma: 1}").law
    #expect(law?.scaled(by: 0.5) == .lognormalMedian(86_400, sigma: 1))
    let hours = law?.distribution(in: .hours)
    #expect(hours?.mistakes == [])
    #expect(abs((hours?.cumulativeProbability(48) ?? 0) - 0.5) < 1e-12)
  }

  @Test("a quantity has its unit in the key, or none")
  func quantities() {
    #expect(law("{law: 'exponential', mean_patients: 4}", .quantity("patients")).law == .exponential(mean: 4))
    #expect(law("{law: 'exponential', mean: 4}", .quantity("")).law == .exponential(mean: 4))
    #expect(
      law("{law: 'exponential', mean: 4}", .quantity("patients")).mistakes
        == "d:1:22: stay.mean: mean needs its unit in the key: write mean_patients")
  }

  @Test(
    "impossible parameters are mistakes",
    arguments: [
      (
        "{}",
        "d:1:1: stay: law is missing: one of lognormal, exponential, gamma, weibull, log-logistic, erlang, constant, uniform, triangular, normal, empirical, discrete, geometric, poisson, negative-binomial, mixture, shifted, truncated, limited"
      ),
      ("{law: 'log-normal'}", "d:1:7: stay.law: unknown law 'log-normal'; did you mean 'lognormal'?"),
      (
        "{law: 'exponential', mean: 4}",
        "d:1:22: stay.mean: mean needs its unit in the key: write mean_minutes, mean_hours or mean_days"
      ),
      (
        "{law: 'exponential', mean_hours: 0}",
        "d:1:34: stay.mean_hours: mean_hours is 0; it must be more than 0 and at most 142 years"
      ),
      (
        "{law: 'lognormal', mean_hours: 1}",
        "d:1:1: stay: lognormal needs mean with cv or sd, or median with sigma; given is mean"
      ),
      (
        "{law: 'lognormal', mean_hours: 1, sigma: 1}",
        "d:1:1: stay: lognormal needs mean with cv or sd, or median with sigma; given is mean and sigma"
      ),
      ("{law: 'lognormal', mean_hours: 1, cv: 'x'}", "d:1:39: stay.cv: expected a number, found a text"),
      ("{law: 'gamma', mean_hours: 1}", "d:1:1: stay: gamma needs mean with either cv or sd"),
      (
        "{law: 'uniform', minimum_hours: 2, maximum_minutes: 3}",
        "d:1:1: stay: minimum must be less than maximum"
      ),
      (
        "{law: 'triangular', minimum_hours: 1, mode_hours: 4, maximum_hours: 3}",
        "d:1:51: stay.mode_hours: mode must lie between minimum and maximum"
      ),
      (
        "{law: 'normal', mean_hours: 1, sd_hours: 1, minimum_hours: 9}",
        "d:1:60: stay.minimum_hours: the minimum lies more than four standard deviations above the mean"
      ),
      (
        "{law: 'discrete', values_hours: [1, 2], shares: [1]}",
        "d:1:49: stay.shares: there are 2 values and 1 shares"
      ),
      (
        "{law: 'discrete', values_hours: [1, 2], shares: [0.5, 0.6]}",
        "d:1:49: stay.shares: the shares sum to 1.1, not to 1"
      ),
      (
        "{law: 'erlang', mean_hours: 1, stages: 0}",
        "d:1:40: stay.stages: stages is 0; it must be a whole number from 1 to 1000"
      ),
      ("{law: 'constant', value_hours: 1, cv: 2}", "d:1:35: stay.cv: unknown key 'cv'; known here: value_…"),
      (
        "{law: 'mixture', parts: [{share: 0.5, of: {law: 'constant', value_hours: 1}}, {share: 0.6, of: {law: 'constant', value_hours: 2}}]}",
        "d:1:25: stay.parts: the shares sum to 1.1, not to 1"
      ),
      (
        "{law: 'mixture', parts: [{share: 1, of: {law: 'constant', value_hours: 'x'}}]}",
        "d:1:72: stay.parts[0].of.value_hours: expected a number, found a text"
      ),
      (
        "{law: 'geometric', mean_hours: 23, step_days: 1}",
        "d:1:32: stay.mean_hours: the mean is less than a step, and no value is"
      ),
      (
        "{law: 'poisson', mean_hours: 2000, step_minutes: 1}",
        "d:1:30: stay.mean_hours: the mean is 120000 steps; it must be at most 1000"
      ),
      (
        "{law: 'negative-binomial', mean_hours: 2, shape: 0.01}",
        "d:1:1: stay: step is missing: write step_minutes, step_hours or step_days\nd:1:50: stay.shape: shape is 0.01; it must be between 0.1 and 1000000"
      ),
      ("{law: 'mixture', parts: []}", "d:1:25: stay.parts: the shares sum to 0, not to 1"),
      (
        "{law: 'shifted', by_hours: 1}",
        "d:1:1: stay: of is missing"
      ),
      (
        "{law: 'truncated', of: {law: 'exponential', mean_hours: 1}}",
        "d:1:1: stay: truncated needs a minimum above 0, a maximum or both"
      ),
      (
        "{law: 'limited', minimum_hours: 2, maximum_minutes: 90, of: {law: 'exponential', mean_hours: 1}}",
        "d:1:1: stay: minimum must be less than maximum"
      ),
      (
        "{law: 'truncated', maximum_minutes: 1, of: {law: 'uniform', minimum_hours: 0, maximum_hours: 1}}",
        "d:1:1: stay: 1.6 % of the values of the other law lie between the limits; it must be at least 5 %"
      ),
      (
        "{law: 'truncated', maximum_minutes: 0.6, of: {law: 'truncated', maximum_minutes: 10, of: {law: 'uniform', minimum_hours: 0, maximum_hours: 3}}}",
        "d:1:1: stay: a value would take some 330 random numbers, for the law in of is drawn again too; it must be at most 200"
      ),
      ("7", "d:1:1: stay: expected an object, found a number"),
    ])
  func impossible(text: String, expected: String) {
    let (law, mistakes) = law(text)
    #expect(mistakes == expected)
    #expect(law == nil || text.contains("cv: 2"))
  }

  @Test(
    "a spread that draws cannot show is refused with what there may be",
    arguments: [
      (
        "law: 'lognormal', mean_hours: 1, cv: 1e100", "stay.cv: cv is 1e100; it must be between 1e-06 and 100"
      ),
      (
        "law: 'lognormal', median_hours: 1, sigma: 1000",
        "stay.sigma: sigma is 1000; it must be more than 0 and at most 4"
      ),
      ("law: 'gamma', mean_hours: 1, cv: 1e6", "stay.cv: cv is 1e6; it must be between 1e-06 and 100"),
      (
        "law: 'gamma', mean_hours: 1, sd_hours: 200",
        "stay.sd_hours: sd is 200 times the mean; it must be 1e-06 to 100 times it"
      ),
      (
        "law: 'weibull', scale_hours: 1, shape: 0.01",
        "stay.shape: shape is 0.01; it must be between 0.1 and 1000000"
      ),
      (
        "law: 'log-logistic', median_hours: 1, shape: 0.001",
        "stay.shape: shape is 0.001; it must be between 0.1 and 1000000"
      ),
    ])
  func spreads(text: String, expected: String) {
    let mistakes = law("{\(text)}").mistakes
    #expect(mistakes.hasPrefix("d:1:") && mistakes.hasSuffix(": " + expected))
  }

  @Test("a million draws at the widest spreads show most of the mean (state 11, 12, 13, 14)")
  func widest() throws {
    for (text, least) in [
      ("law: 'lognormal', mean_hours: 1, cv: 100", 0.8), ("law: 'gamma', mean_hours: 1, cv: 100", 0.6),
    ] {
      let law = try #require(law("{\(text)}").law).distribution(in: .hours)
      var random = Xoshiro256PlusPlus(state: (11, 12, 13, 14))
      var sum = 0.0
      for _ in 0..<1_000_000 { sum += law.sample(using: &random) }
      #expect(sum / 1_000_000 > least && sum / 1_000_000 < 2)
    }
  }

  @Test("a number of patients stays below a milliard")
  func magnitude() {
    #expect(
      law("{law: 'exponential', mean_patients: 1e300}", .quantity("patients")).mistakes.hasSuffix(
        "stay.mean_patients: mean_patients is 1e300; it must be more than 0 and at most 1000000000"))
  }
}
