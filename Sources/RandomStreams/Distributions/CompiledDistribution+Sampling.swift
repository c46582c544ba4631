extension CompiledDistribution {
  /// One draw, in the unit of the quantity, with the tables as an array.
  ///
  /// The commonest kinds are drawn in place, the others in a call.
  ///
  /// - Parameter tables: the array that `init(_:tables:)` filled, possibly longer by now.
  /// - Complexity: O(log *n*) in the values of a discrete distribution.
  @inlinable @inline(__always)
  public func sample(tables: borrowing [Double], using random: inout some RandomSource) -> Double {
    switch kind {
    case .constant: return a
    case .exponential: return random.exponential(mean: a)
    case .lognormal: return random.lognormal(mu: a, sigma: b)
    case .discrete, .empirical: return sampleTable(tables, using: &random)
    case .mixture, .shifted, .truncated, .limited, .invertedComposite:
      return unsafe tables.withUnsafeBufferPointer {
        guard let tables = $0.baseAddress else { return .nan }
        return unsafe sampleComposite(tables, using: &random)
      }
    default: return sampleParametric(using: &random)
    }
  }

  /// One draw, in the unit of the quantity, with the tables as a pointer: no bounds are checked.
  ///
  /// - Parameter tables: the storage of the array that `init(_:tables:)` filled.
  /// - Complexity: O(log *n*) in the values of a discrete distribution.
  @inlinable @inline(__always)
  public func sample(tables: UnsafePointer<Double>, using random: inout some RandomSource) -> Double {
    switch kind {
    case .constant: return a
    case .exponential: return random.exponential(mean: a)
    case .lognormal: return random.lognormal(mu: a, sigma: b)
    case .discrete, .empirical: return unsafe sampleTable(tables, using: &random)
    case .mixture, .shifted, .truncated, .limited, .invertedComposite:
      return unsafe sampleComposite(tables, using: &random)
    default: return sampleParametric(using: &random)
    }
  }

  /// One draw of a kind that has a table.
  @inlinable
  func sampleTable(_ tables: borrowing [Double], using random: inout some RandomSource) -> Double {
    let offset = Int(tableOffset)
    if kind == .empirical { return tables[offset + Int(random.below(UInt64(tableCount)))] }
    let count = Int(tableCount) / 2
    let u = random.uniform()
    var low = offset
    var high = offset + count - 1
    while low < high {
      let middle = (low + high) / 2
      if u < tables[middle] { high = middle } else { low = middle + 1 }
    }
    return tables[low + count]
  }

  /// One draw of a kind that has a table, without bounds checks.
  @inlinable
  func sampleTable(_ tables: UnsafePointer<Double>, using random: inout some RandomSource) -> Double {
    let own = unsafe tables + Int(tableOffset)
    if kind == .empirical { return unsafe own[Int(random.below(UInt64(tableCount)))] }
    let count = Int(tableCount) / 2
    let u = random.uniform()
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      if unsafe u < own[middle] { high = middle } else { low = middle + 1 }
    }
    return unsafe own[low + count]
  }

  /// One draw of a kind that has no table.
  @inlinable
  func sampleParametric(using random: inout some RandomSource) -> Double {
    switch kind {
    case .constant:
      return a
    case .exponential:
      return random.exponential(mean: a)
    case .lognormal:
      return random.lognormal(mu: a, sigma: b)
    case .uniform:
      return random.uniform(from: a, to: b)
    case .erlang:
      var sum = 0.0
      for _ in 0..<Int(b) { sum += random.exponential() }
      return a * sum
    case .gamma:
      return c * random.gammaCandidate(d: a, c: b)
    case .boostedGamma:
      let boosted = random.gammaCandidate(d: a, c: b)
      return c * boosted * PortableMath.exp(-random.exponential() / d)
    case .weibull:
      return random.weibull(shape: a, scale: b)
    case .normal:
      return random.normal(mean: a, standardDeviation: b)
    case .truncatedNormal:
      return random.normal(mean: a, standardDeviation: b, minimum: c)
    case .logLogistic:
      return random.logLogistic(median: a, shape: b)
    case .triangular:
      return random.triangular(minimum: a, mode: b, maximum: c)
    case .inverted:
      return quantile(random.uniform())
    case .discrete, .empirical, .mixture, .shifted, .truncated, .limited, .invertedComposite:
      fatalError("A distribution with a table was drawn from without it.")
    }
  }
}
