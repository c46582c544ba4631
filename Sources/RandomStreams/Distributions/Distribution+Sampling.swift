extension Distribution {
  /// One draw, in the unit of the quantity.
  ///
  /// The same draw as that of the `CompiledDistribution` made from it, at the cost of compiling it: for
  /// setting up and for tests. An inner loop compiles once.
  ///
  /// - Precondition: `mistakes` is empty.
  /// - Complexity: O(*n*) in the values of a discrete or empirical distribution.
  public func sample(using random: inout some RandomSource) -> Double {
    var tables: [Double] = []
    let compiled = CompiledDistribution(self, tables: &tables)
    return compiled.sample(tables: tables, using: &random)
  }
}
