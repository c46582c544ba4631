/// The numbers of the regional benchmark, `Benchmarks/peers/W4-SPEC.md`; times in hours.
enum RegionalParameters {
  static let regionCount = 21
  static let vehicleCount = 20
  static let horizonHours = 2160.0

  static let meanTriageHours = 0.25
  static let leastTravelHours = 0.5
  static let meanExtraTravelHours = 1.5

  /// √ln 2: a lognormal law with coefficient of variation one.
  static let staySigma = 0.832_554_611_157_697_7
  /// ln 60 − ½ ln 2: mean stay of 60 h in intensive care.
  static let intensiveCareMu = 3.747_770_971_942_127_7
  /// ln 72 − ½ ln 2: mean stay of 72 h on a ward.
  static let wardMu = 3.930_092_528_736_082_6

  /// Size of a region relative to the mean region.
  static func size(_ region: Int) -> Double { 0.5 + Double(region) / 20 }

  static func nurses(_ region: Int) -> Int32 { Int32((3 * size(region)).rounded(.up)) }
  static func intensiveCareBeds(_ region: Int) -> Int32 { Int32((14 * size(region) + 0.5).rounded(.down)) }
  static func wardBeds(_ region: Int) -> Int32 { Int32((115 * size(region) + 0.5).rounded(.down)) }

  /// Mean time between arrivals of an origin: three a region, acute, planned and bursts.
  static func gapHours(origin: Int) -> Double {
    let ratesPerHour = [1.5, 0.5, 0.2 / 24]
    return 1 / (ratesPerHour[origin % 3] * size(origin / 3))
  }
}
