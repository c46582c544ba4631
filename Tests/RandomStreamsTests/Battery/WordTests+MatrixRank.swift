import OutputStatistics
import RandomStreams

extension WordTests {
  /// The rank over two elements of matrices of 64 × 64 bits, a word a row: full, one less, two less, and the
  /// rest. Marsaglia and Tsay 1985, DOI 10.1016/0024-3795(85)90192-2. Linear generators fail it.
  static func ranks(_ words: [UInt64]) -> Double {
    var counts = Array(repeating: 0, count: 3)
    for start in stride(from: 0, through: words.count - 64, by: 64) {
      counts[min(2, 64 - rank(Array(words[start..<start + 64])))] += 1
    }
    // Π (1 − 2⁻ⁱ) over i = 1 … 64 is the probability of full rank; one less is 2 (1 − 2⁻⁶⁴)² times it.
    let full = (1...64).reduce(1.0) { product, i in
      product * (1 - Double(sign: .plus, exponent: -i, significand: 1))
    }
    return pValue(counts, [full, 2 * full, 1 - 3 * full])
  }

  private static func rank(_ rows: [UInt64]) -> Int {
    var rows = rows
    var rank = 0
    for bit in 0..<64 as Range<UInt64> {
      guard let pivot = rows[rank...].firstIndex(where: { $0 >> bit & 1 == 1 }) else { continue }
      rows.swapAt(rank, pivot)
      for index in rank + 1..<max(rank + 1, 64) where rows[index] >> bit & 1 == 1 {
        rows[index] ^= rows[rank]
      }
      rank += 1
      if rank == 64 { break }
    }
    return rank
  }
}
