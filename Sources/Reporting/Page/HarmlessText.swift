/// Words of users as pages and figures may hold them.
enum HarmlessText {
  /// The text without characters that change what stands around them: controls become spaces; marks, overrides and
  /// isolates of writing direction, and what is no character, go away.
  ///
  /// - Complexity: O(length).
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: kept.append(" ")
      case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: continue
      default:
        if scalar.value & 0xFFFE != 0xFFFE { kept.append(scalar) }
      }
    }
    return String(kept)
  }

  /// A web address without its scheme, in words: a page that nothing leads out of can be searched for the scheme.
  static func withoutSchemes(_ text: String) -> String {
    guard text.lowercased().contains("http") else { return text }
    var kept = ""
    var rest = Substring(text)
    while let first = rest.first {
      let head = rest.prefix(8).lowercased()
      if head.hasPrefix("https://") {
        rest = rest.dropFirst(8)
      } else if head.hasPrefix("http://") {
        rest = rest.dropFirst(7)
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
