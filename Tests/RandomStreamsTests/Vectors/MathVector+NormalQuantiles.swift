/// Hard arguments of `PortableMath.normalQuantile`: extremes, subnormals, the neighbourhood of 1 and of changes of branch, and
/// the worst of some 10⁷ random arguments.
///
/// Computed by mpmath 1.3.0 with 400 bits; `MathVector` says what the columns are. The last column pins the
/// bits that our function gives.
extension MathVector {
  static let normalQuantiles: [MathVector] = [
    .init(Double(bitPattern: 0x1), -0x1.33bd3f27fcd03p+5, -0.3279, -1),
    .init(Double(bitPattern: 0x12688b70e62b), -0x1.2d4df29347fc2p+5, -0.0145, -1),
    .init(0x1.56e1fc2f8f359p-997, -0x1.286074064c26ep+5, 0.1809, 0),
    .init(0x1.bff2ee48e053p-333, -0x1.546010d755221p+4, 0.3936, -2),
    .init(0x1.79ca10c924223p-67, -0x1.2865170b43a4cp+3, -0.3543, -1),
    .init(0x1.19799812dea11p-40, -0x1.c234fba57a32ap+2, 0.2366, 0),
    .init(0x1p-53, -0x1.06b48528cea52p+3, 0.2998, -1),
    .init(0x1.5798ee2308c3ap-27, -0x1.672b074435e3dp+2, 0.3873, 1),
    .init(0x1.e8a37a45fb975p-37, -0x1.aa1b1c13ee556p+2, -0.2053, -1),
    .init(0x1.e8a37a45fc58cp-37, -0x1.aa1b1c13ee51bp+2, 0.3907, 0),
    .init(0x1.4f8b588e368f1p-17, -0x1.10f3f8843a3d9p+2, 0.0597, 1),
    .init(0x1.0624dd2f1a9fcp-10, -0x1.8b8cbb7204471p+1, 0.2271, -1),
    .init(0x1.47ae147ae147bp-7, -0x1.29c5c4630ff0fp+1, 0.2443, -1),
    .init(0x1.999999999999ap-6, -0x1.f5c0331eeff85p+0, 0.2689, -2),
    .init(0x1.3333333333332p-4, -0x1.7085226d3e525p+0, 0.4180, -3),
    .init(0x1.3333333333333p-4, -0x1.7085226d3e524p+0, -0.1405, -1),
    .init(0x1.3333333333334p-4, -0x1.7085226d3e524p+0, 0.3011, -1),
    .init(0x1.999999999999ap-4, -0x1.4813c36e26d32p+0, -0.3013, 1),
    .init(0x1.3333333333333p-2, -0x1.0c7e39582c5fbp-1, -0.3421, -1),
    .init(0x1.fffd60e94ee39p-2, -0x1.a48add58fc7ap-16, -0.0902, 2),
    .init(0x1.fffffffffffffp-2, -0x1.40d931ff62706p-53, 0.4127, 1),
    .init(0x1.0000000000001p-1, 0x1.40d931ff62706p-52, -0.4127, 1),
    .init(0x1.3333333333333p-1, 0x1.036d6c4a04b59p-2, 0.3348, 0),
    .init(0x1.999999999999ap-1, 0x1.aee8fa73a1335p-1, -0.3866, 0),
    .init(0x1.d99999999999ap-1, 0x1.7085226d3e525p+0, 0.4650, -1),
    .init(0x1.d99999999999bp-1, 0x1.7085226d3e529p+0, -0.0028, -1),
    .init(0x1.f333333333333p-1, 0x1.f5c0331eeff83p+0, 0.1271, -1),
    .init(0x1.ff7ced916872bp-1, 0x1.8b8cbb720447p+1, 0.1928, 0),
    .init(0x1.fffffff8p-1, 0x1.80993fb2838dfp+2, -0.0718, -2),
    .init(0x1.fffffffffffffp-1, 0x1.06b48528cea52p+3, -0.2998, -1),
    .init(0x1.67721cf2869d3p-611, -0x1.cf1c1b069e9a2p+4, 0.1729, -6),
    .init(0x1.5bb78f68dba22p-1, 0x1.dc72958ff3fdbp-2, -0.4120, -5),
    .init(0x1.3abee65945472p-609, -0x1.ce6acc662d1bap+4, -0.1812, -4),
    .init(0x1.5f7b9653e163fp-1, 0x1.f19647bc624dap-2, -0.0205, -4),
    .init(0x1.4bd47bbb2c862p-2, -0x1.d35961868498bp-2, 0.0358, -4),
    .init(0x1.e81e52d8f6df1p-632, -0x1.d6e97e4998ea9p+4, 0.2883, -4),
    .init(0x1.7b098fb9542b5p-601, -0x1.cb3cbe4a32689p+4, 0.3521, -4),
    .init(0x1.a041442bbfd28p-1, 0x1.c72ac163f1ee8p-1, -0.4067, -4),
  ]
}
