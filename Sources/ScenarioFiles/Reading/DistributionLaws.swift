extension DistributionDimension {
  /// The laws and their parameters in this dimension.
  ///
  /// - Complexity: builds some twenty short lists; the time-valued ones are built once.
  public var laws: VariantList {
    switch self {
    case .time: Self.timeLaws
    case .quantity: makeLaws()
    }
  }

  private static let timeLaws = DistributionDimension.time.makeLaws()

  private func value(
    _ key: String, _ text: String, _ presence: Presence = .required, isPositive: Bool = true
  ) -> Field {
    switch self {
    case .time:
      Field(
        key, .time(isPositive ? .positiveTime : .time), presence, text, example: "\(key)_hours: 6")
    case .quantity(let unit):
      Field(
        key, .number(isPositive ? .positiveQuantity : .quantity, unit: unit.isEmpty ? nil : unit),
        presence, text, example: unit.isEmpty ? "\(key): 6" : "\(key)_\(unit): 6")
    }
  }

  private var values: Field {
    switch self {
    case .time:
      Field(
        "values", .times(.time, length: 1...1_000_000), "The values.",
        example: "values_hours: [2, 4, 9]")
    case .quantity(let unit):
      Field(
        "values", .numbers(.quantity, unit: unit.isEmpty ? nil : unit, length: 1...1_000_000),
        "The values.", example: unit.isEmpty ? "values: [2, 4]" : "values_\(unit): [2, 4]")
    }
  }

  private func plain(
    _ key: String, _ range: NumberRange, _ text: String, _ presence: Presence = .required
  ) -> Field {
    Field(key, .number(range), presence, text, example: "\(key): 1.2")
  }

  private func variation(_ text: String) -> Field { plain("cv", .variation, text, .optional) }

  /// How the names of its concepts begin.
  private var prefix: String {
    switch self {
    case .time: "time-"
    case .quantity(let unit): unit.isEmpty ? "" : "\(unit)-"
    }
  }

  private func makeLaws() -> VariantList {
    VariantList(
      prefix + "distribution", "A probability distribution; its law says which parameters it has.",
      tag: "law", positiveLaws + boundedLaws + listedLaws + countLaws + compoundLaws)
  }

  private var positiveLaws: [FieldList] {
    [
      FieldList(
        "lognormal", "Lognormal: mean with cv or sd, or median with sigma.",
        [
          value("mean", "Mean.", .optional),
          value("sd", "Standard deviation.", .optional),
          value("median", "Median.", .optional),
          variation("Standard deviation over mean, at most 100."),
          plain("sigma", .logDeviation, "Standard deviation of the logarithm, at most 4.", .optional),
        ]),
      FieldList("exponential", "Exponential.", [value("mean", "Mean.")]),
      FieldList(
        "gamma", "Gamma: mean with cv or sd.",
        [
          value("mean", "Mean."), value("sd", "Standard deviation.", .optional),
          variation("Standard deviation over mean, at most 100."),
        ]),
      FieldList(
        "weibull", "Weibull: survival exp(−(x / scale)^shape).",
        [
          value("scale", "Value exceeded by 37 %."),
          plain("shape", .shape, "From 0.1; below 1 the hazard falls."),
        ]),
      FieldList(
        "log-logistic", "Log-logistic: survival 1 / (1 + (x / median)^shape).",
        [value("median", "Median."), plain("shape", .shape, "Steepness, from 0.1; the mean exists above 1.")]),
      FieldList(
        "erlang", "The sum of equal exponential stages.",
        [
          value("mean", "Mean of the sum."),
          Field("stages", .integer(1...1_000), "Number of stages.", example: "stages: 3"),
        ]),
    ]
  }

  private var boundedLaws: [FieldList] {
    let minimum = value("minimum", "Least value.", isPositive: false)
    let maximum = value("maximum", "Greatest value.", isPositive: false)
    return [
      FieldList("constant", "Always the same.", [value("value", "The value.", isPositive: false)]),
      FieldList("uniform", "All values between two equally likely.", [minimum, maximum]),
      FieldList(
        "triangular", "Between two values with a peak.",
        [minimum, value("mode", "Most likely value.", isPositive: false), maximum]),
      FieldList(
        "normal", "Normal, drawn again while below the minimum.",
        [
          value("mean", "Mean before the minimum acts.", isPositive: false),
          value("sd", "Standard deviation before the minimum acts."),
          value("minimum", "Least value.", .standard(.number(0)), isPositive: false),
        ]),
    ]
  }

  private var listedLaws: [FieldList] {
    [
      FieldList("empirical", "Each listed value equally likely.", [values]),
      FieldList(
        "discrete", "Listed values with their shares.",
        [
          values,
          Field(
            "shares", .numbers(.share, length: 1...1_000_000),
            "Probability of each value; they sum to 1.", example: "shares: [0.2, 0.5, 0.3]"),
        ]),
    ]
  }

  /// Laws of whole numbers.
  private var countLaws: [FieldList] {
    let step =
      switch self {
      case .time:
        value("step", "Distance of two neighbouring values: a stay of whole days has a step of one day.")
      case .quantity:
        value("step", "Distance of two neighbouring values.", .standard(.number(1)))
      }
    let mean = value("mean", "Mean, at most 1,000 steps.")
    return [
      FieldList(
        "geometric",
        "Whole steps from one on, each the last with the same probability, step / mean: groups of many sizes, stays that may end on each day.",
        [value("mean", "Mean, 1 to 1,000 steps."), step]),
      FieldList("poisson", "Whole steps from none on, Poisson.", [mean, step]),
      FieldList(
        "negative-binomial",
        "Whole steps from none on, Poisson with a mean that varies from draw to draw: the variance is mean + mean² / shape, in steps.",
        [mean, plain("shape", .shape, "From 0.1; the smaller, the more they vary."), step]),
    ]
  }

  /// Laws made of others.
  private var compoundLaws: [FieldList] {
    let inner = Field(
      "of", .distribution(self), "The other law.", example: "of: {law: \"exponential\", \(exampleMean): 6}")
    let limits = [
      inner,
      value("minimum", "Least value; one of the two is given.", .standard(.number(0)), isPositive: false),
      value("maximum", "Greatest value, above the least; absent: none.", .optional),
    ]
    return [
      FieldList(
        "mixture",
        "One of several laws at each draw, by their shares: of patients of several kinds that are not told apart. With exponential laws it is hyperexponential.",
        [
          Field(
            "parts", .objects(mixturePart), "The laws.",
            example:
              "parts: [{share: 0.8, of: {law: \"exponential\", \(exampleMean): 2}}, {share: 0.2, of: {law: \"exponential\", \(exampleMean): 9}}]"
          )
        ]),
      FieldList(
        "shifted", "Another law, and a constant more.",
        [inner, value("by", "The constant.", isPositive: false)]),
      FieldList(
        "truncated",
        "Another law, drawn again while outside the limits: the law given that its value lies between them. They keep at least 5 % of its values, and where laws are truncated within one another some 0.5 % of what is drawn at first.",
        limits),
      FieldList(
        "limited", "Another law, with the nearer limit in place of each value outside the limits.", limits),
    ]
  }

  private var mixturePart: FieldList {
    FieldList(
      prefix + "mixture-part", "One law of a mixture.",
      [
        Field("share", .share, "Its probability; those of all parts sum to 1.", example: "share: 0.8"),
        Field(
          "of", .distribution(self), "The law.", example: "of: {law: \"exponential\", \(exampleMean): 2}"),
      ])
  }

  private var exampleMean: String {
    switch self {
    case .time: "mean_hours"
    case .quantity(let unit): unit.isEmpty ? "mean" : "mean_\(unit)"
    }
  }
}

/// How far parameters may go. Assumption: beyond, of a million draws a quarter of the mean or more is usually missing,
/// as it lies in values rarer than one in a million. That quarter is Φ(σ − 4.75) of a lognormal at σ = 4, where a cv of
/// 100 makes σ 3.03; of a Weibull of shape 0.1 a fifth is missing, and of a gamma of cv 100 a twentieth. A log-logistic
/// of shape 0.1 is at most 10^160 medians at the 53 bits of a uniform, far within a double.
extension NumberRange {
  /// Standard deviation over mean; below the least the shape of a gamma would lose its digits.
  static let variation = NumberRange(0.000_001, 100)
  /// Standard deviation of a logarithm.
  fileprivate static let logDeviation = NumberRange(0, 4, isLowestExcluded: true)
  /// Shape of a Weibull, a log-logistic or a negative binomial.
  fileprivate static let shape = NumberRange(0.1, 1_000_000)
  /// Mean of a law of whole numbers, in its steps: more would make its table long.
  static let meanSteps = NumberRange(0, 1_000, isLowestExcluded: true)
  /// A number of something, such as the casualties of an event.
  fileprivate static let quantity = NumberRange(0, 1_000_000_000)
  /// As ``quantity``, without 0.
  fileprivate static let positiveQuantity = NumberRange(0, 1_000_000_000, isLowestExcluded: true)
}
