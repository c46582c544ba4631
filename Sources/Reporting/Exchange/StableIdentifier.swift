import BatchRunner

/// Identifiers that follow from what they name, so that a second export of the same exercise has the same.
package enum StableIdentifier {
  /// A UUID of version 8 (RFC 9562, 5.8) made of the first 122 free bits of a SHA-256 digest.
  package static func uuid(_ parts: String...) -> String {
    var digest = Array(SHA256.hexadecimal(Array(parts.joined(separator: "\u{1F}").utf8)).utf8.prefix(32))
    digest[12] = UInt8(ascii: "8")
    let digits = Array("89ab".utf8)
    digest[16] = digits[Int(digest[16]) % 4]
    let text = String(decoding: digest, as: UTF8.self)
    var result = ""
    for (index, character) in text.enumerated() {
      if [8, 12, 16, 20].contains(index) { result.append("-") }
      result.append(character)
    }
    return result
  }
}
