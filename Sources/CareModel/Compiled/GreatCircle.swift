/// Distances on the sphere, in plain arithmetic so that every processor gives the same bits.
package enum GreatCircle {
  /// Mean radius of the earth, km (IUGG).
  static let radius = 6_371.0

  /// Kilometres between two points given in degrees, by the haversine formula, rounded to the metre.
  package static func kilometres(
    _ latitude1: Double, _ longitude1: Double, _ latitude2: Double, _ longitude2: Double
  ) -> Double {
    let degree = 0.017453292519943295
    let south = sine((latitude2 - latitude1) * degree / 2)
    let east = sine((longitude2 - longitude1) * degree / 2)
    let cosines = cosine(latitude1 * degree) * cosine(latitude2 * degree)
    let half = min(1, (south * south + cosines * east * east).squareRoot())
    return (2 * radius * arcsine(half) * 1000).rounded() / 1000
  }

  /// Taylor series; |x| ≤ π, error below 1e-12.
  static func sine(_ x: Double) -> Double {
    var term = x
    var sum = x
    for k in 1...16 {
      term *= -x * x / Double(2 * k * (2 * k + 1))
      sum += term
    }
    return sum
  }

  private static func cosine(_ x: Double) -> Double { sine(1.5707963267948966 - x) }

  /// Half-angle reduction, then the Taylor series; 0 ≤ x ≤ 1, error below 1e-12.
  static func arcsine(_ x: Double) -> Double {
    var reduced = x
    for _ in 0..<4 {
      reduced = reduced / (2 * (1 + (1 - reduced * reduced).squareRoot())).squareRoot()
    }
    let square = reduced * reduced
    let series =
      1 + square * (1 / 6.0 + square * (3 / 40.0 + square * (15 / 336.0 + square * 105 / 3456.0)))
    return 16 * reduced * series
  }
}

extension CareNetwork {
  /// Great-circle kilometres between two facilities, by index.
  public func kilometres(from: Int, to: Int) -> Double {
    GreatCircle.kilometres(
      facilities[from].latitude, facilities[from].longitude, facilities[to].latitude,
      facilities[to].longitude)
  }
}
