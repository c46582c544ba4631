/// CRC-32 as ZIP has it: polynomial 0x04C11DB7, reflected (ISO/IEC 13239; APPNOTE 6.3.10, 4.4.7).
package enum CyclicRedundancyCheck {
  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    return value
  }

  /// The check of some bytes.
  ///
  /// - Complexity: O(bytes).
  package static func value(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 }
    return ~value
  }
}
