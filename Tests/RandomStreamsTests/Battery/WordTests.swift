import OutputStatistics
import RandomStreams

/// Tests of independent uniform 64-bit words; each gives one p-value, uniform in (0, 1) for ideal words.
enum WordTests {
  /// The p-value of counts whose cells have these probabilities; chi-square.
  static func pValue(_ counts: [Int], _ probabilities: [Double]) -> Double {
    let total = Double(counts.reduce(0, +))
    let test = GoodnessOfFit.chiSquare(observed: counts, expected: probabilities.map { $0 * total })
    return test?.pValue ?? .nan
  }

  /// The p-value of counts in equally likely cells.
  static func pValue(equal counts: [Int]) -> Double {
    pValue(counts, Array(repeating: 1 / Double(counts.count), count: counts.count))
  }

  /// All bytes of all words in 256 cells.
  static func bytes(_ words: [UInt64]) -> Double {
    var counts = Array(repeating: 0, count: 256)
    for word in words {
      for shift in stride(from: 0, to: 64, by: 8) as StrideTo<UInt64> {
        counts[Int(truncatingIfNeeded: word >> shift & 255)] += 1
      }
    }
    return pValue(equal: counts)
  }

  /// Ones at each of the 64 positions: the sum of 64 squared standard scores, chi-square with 64 degrees of
  /// freedom.
  static func bits(_ words: [UInt64]) -> Double {
    var ones = Array(repeating: 0, count: 64)
    for word in words {
      for position in 0..<64 { ones[position] += Int(truncatingIfNeeded: word >> UInt64(position) & 1) }
    }
    let n = Double(words.count)
    let statistic = ones.reduce(0) { $0 + (Double($1) - n / 2) * (Double($1) - n / 2) / (n / 4) }
    return ChiSquareDistribution.exceedanceProbability(statistic, degreesOfFreedom: 64)
  }

  /// Knuth's serial test: pairs of some bits of a word and the next, without overlap, in equal cells.
  static func serial(_ words: [UInt64], width: UInt64, shift: UInt64) -> Double {
    var counts = Array(repeating: 0, count: 1 << Int(2 * width))
    let mask: UInt64 = 1 << width - 1
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      let (one, next) = (words[index] >> shift & mask, words[index + 1] >> shift & mask)
      counts[Int(truncatingIfNeeded: one << width | next)] += 1
    }
    return pValue(equal: counts)
  }

  /// Knuth's gap test: words between two whose highest three bits are zero; 40 cells and the rest.
  static func gaps(_ words: [UInt64]) -> Double {
    var counts = Array(repeating: 0, count: 41)
    var gap = 0
    for word in words {
      if word >> 61 == 0 {
        counts[min(gap, 40)] += 1
        gap = 0
      } else {
        gap += 1
      }
    }
    var probabilities: [Double] = []
    var reaches = 1.0
    for _ in 0..<40 {
      probabilities.append(reaches / 8)
      reaches *= 7.0 / 8
    }
    return pValue(counts, probabilities + [reaches])
  }

  /// Knuth's run test: lengths of ascending runs, the word that ends a run thrown away so that they are
  /// independent; length r has probability 1/r! − 1/(r + 1)!.
  static func runs(_ words: [UInt64]) -> Double {
    var counts = Array(repeating: 0, count: 6)
    var length = 1
    var index = 1
    while index < words.count {
      if words[index] > words[index - 1] {
        length += 1
        index += 1
      } else {
        counts[min(length, 6) - 1] += 1
        length = 1
        index += 2
      }
    }
    return pValue(counts, [1.0 / 2, 1.0 / 3, 1.0 / 8, 1.0 / 30, 1.0 / 144, 1.0 / 720])
  }

  /// Bits that differ between a word and the next: binomial of 64 halves, the tails pooled.
  static func differences(_ words: [UInt64]) -> Double {
    var counts = Array(repeating: 0, count: 65)
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      counts[(words[index] ^ words[index + 1]).nonzeroBitCount] += 1
    }
    let probabilities = halves
    func pooled<Number: AdditiveArithmetic>(_ values: [Number]) -> [Number] {
      let (low, high) = (values[...20].reduce(.zero, +), values[44...].reduce(.zero, +))
      return [low] + values[21...43] + [high]
    }
    return pValue(pooled(counts), pooled(probabilities))
  }

  /// Dependence of Hamming weights: low, middle or high weights of three consecutive words, in 27 cells.
  static func weights(_ words: [UInt64]) -> Double {
    var counts = Array(repeating: 0, count: 27)
    func cell(_ word: UInt64) -> Int {
      let weight = word.nonzeroBitCount
      return weight < 31 ? 0 : (weight > 33 ? 2 : 1)
    }
    for index in stride(from: 0, to: words.count - 2, by: 3) {
      counts[9 * cell(words[index]) + 3 * cell(words[index + 1]) + cell(words[index + 2])] += 1
    }
    let outer = halves[...30].reduce(0, +)
    let single = [outer, 1 - 2 * outer, outer]
    return pValue(counts, single.flatMap { a in single.flatMap { b in single.map { a * b * $0 } } })
  }

  /// The probabilities of 0, 1, … 64 ones in 64 fair bits.
  private static var halves: [Double] {
    var probability = 0x1p-64
    return (0...64).map { ones in
      defer { probability *= Double(64 - ones) / Double(ones + 1) }
      return probability
    }
  }
}
