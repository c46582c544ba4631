extension [UInt8] {
  /// The offset of the first byte that cannot be part of well-formed UTF-8 (Unicode 16, table 3-7), or nil.
  ///
  /// - Complexity: O(bytes).
  package var firstInvalidUTF8: Int? {
    var index = 0
    while index < count {
      let lead = self[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard let sequence = UTF8Sequence(lead: lead) else { return index }
      guard index + sequence.length <= count, sequence.second.contains(self[index + 1]) else {
        return index
      }
      for following in index + 2..<Swift.max(index + 2, index + sequence.length)
      where self[following] & 0xC0 != 0x80 {
        return index
      }
      index += sequence.length
    }
    return nil
  }
}

/// What may follow a lead byte: the sequence's length and the range of its second byte, which is what rules
/// out overlong forms, surrogates and values above U+10FFFF.
private struct UTF8Sequence {
  let length: Int
  let second: ClosedRange<UInt8>

  init?(lead: UInt8) {
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
  }
}
