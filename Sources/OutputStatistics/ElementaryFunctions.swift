/// The square root, correctly rounded.
///
/// Generic, so that an unoptimised build calls the standard library and needs no C mathematics library linked.
func squareRoot<Number: FloatingPoint>(_ x: Number) -> Number {
  x.squareRoot()
}
