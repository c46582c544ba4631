/// How the draws of one replication are made.
///
/// What is left of a stay that is met at a random moment, when the run begins, is excepted: never by
/// inversion, and in a pair as good as independent.
public enum DrawMode: Sendable {
  /// By the fastest way to each variate.
  case ordinary
  /// Each by inversion of one uniform, so that it increases with it: the first of an antithetic pair.
  case inverted
  /// Each by inversion of one less the same uniform: the second of an antithetic pair.
  case complemented

  var isByInversion: Bool { self != .ordinary }
}
