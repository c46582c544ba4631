// Laws made of others: a mixture, a shift, limits. The rows of the inner laws stand in the table as numbers.
extension CompiledDistribution {
  /// Numbers of a row in the table.
  @usableFromInline static var rowLength: Int { 7 }

  /// The row of a law made of others, and theirs in the tables; nil for any other law.
  ///
  /// A mixture has its cumulative shares, and then its rows.
  init?(composite law: Distribution, isInverted: Bool, tables: inout [Double]) {
    let inner: [Distribution]
    var (kind, from, to, shares) = (Kind.mixture, 0.0, 0.0, [Double]())
    switch law {
    case .mixture(let parts) where parts.shares.count == 1:
      // The law itself, with its draws.
      let only = parts.shares[0].law
      self =
        isInverted
        ? CompiledDistribution(inverting: only, tables: &tables) : CompiledDistribution(only, tables: &tables)
      return
    case .mixture(let parts):
      inner = parts.shares.map(\.law)
      var sum = 0.0
      shares = parts.shares.map { part in
        sum += part.share
        return sum
      }
      shares[shares.count - 1] = 1
    case .shifted(let law, let shift): (kind, inner, from) = (.shifted, [law], shift)
    case .truncated(let law, let least, let most): (kind, inner, from, to) = (.truncated, [law], least, most)
    case .limited(let law, let least, let most): (kind, inner, from, to) = (.limited, [law], least, most)
    default: return nil
    }
    // Their own tables come first.
    let rows = inner.map {
      isInverted
        ? CompiledDistribution(inverting: $0, tables: &tables) : CompiledDistribution($0, tables: &tables)
    }
    self.init(
      kind: isInverted ? .invertedComposite : kind, from, to, Double(kind.rawValue),
      tableOffset: UInt32(tables.count), tableCount: UInt32(shares.count + rows.count * Self.rowLength))
    tables += shares
    for row in rows {
      tables += [
        Double(row.kind.rawValue), row.a, row.b, row.c, row.d, Double(row.tableOffset),
        Double(row.tableCount),
      ]
    }
  }

  /// The row that stands in the table from a place on.
  @inlinable
  static func row(_ numbers: UnsafePointer<Double>) -> CompiledDistribution {
    guard let kind = unsafe Kind(rawValue: UInt8(numbers[0])) else {
      fatalError("The table holds no row there.")
    }
    return unsafe CompiledDistribution(
      kind: kind, numbers[1], numbers[2], numbers[3], numbers[4], tableOffset: UInt32(numbers[5]),
      tableCount: UInt32(numbers[6]))
  }

  /// One draw of a law made of others.
  @inlinable @inline(never)
  func sampleComposite(_ tables: UnsafePointer<Double>, using random: inout some RandomSource) -> Double {
    let own = unsafe tables + Int(tableOffset)
    switch kind {
    case .mixture:
      let count = Int(tableCount) / (Self.rowLength + 1)
      let u = random.uniform()
      var part = 0
      while unsafe u >= own[part] { part += 1 }
      let row = unsafe Self.row(own + count + part * Self.rowLength)
      return unsafe row.sample(tables: tables, using: &random)
    case .shifted:
      return unsafe a + Self.row(own).sample(tables: tables, using: &random)
    case .truncated:
      let row = unsafe Self.row(own)
      while true {
        let value = unsafe row.sample(tables: tables, using: &random)
        if value >= a && value <= b { return value }
      }
    case .limited:
      return min(b, max(a, unsafe Self.row(own).sample(tables: tables, using: &random)))
    default:
      return unsafe inverted(tables).quantile(random.uniform())
    }
  }

  /// The distribution of a row that is drawn from by inversion.
  @usableFromInline
  func inverted(_ tables: UnsafePointer<Double>) -> Distribution {
    let own = unsafe tables + Int(tableOffset)
    switch kind {
    case .inverted: return parametric
    case .constant: return .constant(a)
    case .empirical: return .empirical((0..<Int(tableCount)).map { unsafe own[$0] })
    case .discrete:
      let count = Int(tableCount) / 2
      return .discrete(
        (0..<count).map { index in
          let below = index == 0 ? 0 : unsafe own[index - 1]
          return unsafe WeightedValue(own[count + index], weight: own[index] - below)
        })
    default: break
    }
    guard Kind(rawValue: UInt8(c)) == .mixture else { return unsafe compound(Self.row(own).inverted(tables)) }
    let count = Int(tableCount) / (Self.rowLength + 1)
    return .mixture(
      (0..<count).map { part in
        let below = part == 0 ? 0 : unsafe own[part - 1]
        return unsafe WeightedLaw(
          Self.row(own + count + part * Self.rowLength).inverted(tables), weight: own[part] - below)
      })
  }

  private func compound(_ law: Distribution) -> Distribution {
    switch Kind(rawValue: UInt8(c)) {
    case .shifted: .shifted(law, by: a)
    case .truncated: .truncated(law, from: a, to: b)
    default: .limited(law, from: a, to: b)
    }
  }
}
