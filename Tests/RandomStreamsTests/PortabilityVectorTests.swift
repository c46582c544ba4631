import RandomStreams
import Testing

/// Three draws of each variate from one keyed stream each, as exact bits. A difference on any machine, or
/// after any change, is another simulation: change a vector only with the version number.
@Suite("Portability vectors")
struct PortabilityVectorTests {
  static let draws: [@Sendable (inout KeyedStream) -> Double] = [
    { $0.uniform() },
    { $0.exponential() },
    { $0.normal() },
    { $0.lognormal(mu: 1, sigma: 0.5) },
    { $0.gamma(shape: 0.5, scale: 2) },
    { $0.gamma(shape: 2.5, scale: 2) },
    { $0.erlang(stages: 3, mean: 6) },
    { $0.weibull(shape: 1.5, scale: 10) },
    { $0.logLogistic(median: 5, shape: 3) },
    { $0.triangular(minimum: 1, mode: 2, maximum: 6) },
    { $0.normal(mean: 1, standardDeviation: 2, minimum: 0) },
    { Double($0.poisson(mean: 4)) },
    { Double($0.poisson(mean: 400)) },
    { Double($0.binomial(trials: 20, probability: 0.3)) },
    { Double($0.binomial(trials: 2_000, probability: 0.3)) },
    { Double($0.below(1_000_000)) },
  ]

  @Test("Every variate gives the same bits everywhere", arguments: 0..<16)
  func bits(_ index: Int) {
    let draw = Self.draws[index]
    var stream = KeyedStream(
      key: StreamKey(seed: 20_260_101, replication: 5), ordinal: UInt32(index), origin: streamHash("origin"),
      purpose: streamHash("purpose"), visit: 2)
    let bits = (0..<3).map { _ in draw(&stream).bitPattern }
    #expect(bits == Self.vectors[index])
  }

  @Test("100,000 draws of the two ziggurats, with their wedges and tails, give the same sum everywhere")
  func checksum() {
    var random = Xoshiro256PlusPlus(key: StreamKey(seed: 20_260_101, replication: 6))
    var sum: UInt64 = 0
    for _ in 0..<50_000 {
      sum = sum &* 3 &+ random.exponential().bitPattern
      sum = sum &* 3 &+ random.normal().bitPattern
    }
    #expect(sum == 0xb17f_d70a_bd3c_bbeb)
  }

  static let vectors: [[UInt64]] = [
    [0x3fc7_3f60_451b_7e5c, 0x3fda_4d30_068e_f87a, 0x3f6c_a208_4dfb_4d00],
    [0x3ff8_bc92_e037_218d, 0x4007_8493_e04f_009c, 0x3fe0_4b17_01e6_ab66],
    [0x3ff8_fed5_023d_22aa, 0x3fe9_63b7_9915_5d03, 0xbfd9_5d35_5c3e_2c90],
    [0x4003_7901_e9a5_588e, 0x3ff9_9ed8_7276_7839, 0x3fed_cc2e_1851_21d0],
    [0x4004_fa2d_6a4a_a0b8, 0x3fd3_74e9_e74f_b9d8, 0x3fd2_e0b7_b2a4_15ec],
    [0x4019_d62e_3946_021b, 0x3ffe_9685_0d7b_4736, 0x4013_2d13_f819_476a],
    [0x4023_fd02_243f_7c09, 0x401b_0069_4576_d0f1, 0x402c_c397_9e22_5867],
    [0x3fff_6dfd_31bf_fbcf, 0x4028_b1a1_9c41_80a2, 0x4024_c40a_8f14_bf00],
    [0x401f_fb97_05e0_f2e4, 0x4011_1b4b_c556_347f, 0x4018_2e3b_415d_a205],
    [0x3ffd_cb86_25ff_10aa, 0x4009_5d62_d0ab_a70d, 0x4000_0924_8384_702b],
    [0x3ff1_1cca_df45_a18e, 0x3ff5_f24d_01a7_9622, 0x4008_6e38_74a4_9ed3],
    [0x4010_0000_0000_0000, 0x4018_0000_0000_0000, 0x4010_0000_0000_0000],
    [0x4077_8000_0000_0000, 0x407a_5000_0000_0000, 0x4078_8000_0000_0000],
    [0x401c_0000_0000_0000, 0x4010_0000_0000_0000, 0x4014_0000_0000_0000],
    [0x4082_5800_0000_0000, 0x4082_7800_0000_0000, 0x4083_2000_0000_0000],
    [0x410a_b160_0000_0000, 0x4120_9ad0_0000_0000, 0x4121_5a8c_0000_0000],
  ]
}
