/// A value that is written as JSON with its keys in the order given, the same on every machine.
public indirect enum JSONText: Sendable, Equatable {
  /// Text.
  case text(String)
  /// A number; null when it is not finite.
  case number(Double)
  /// A whole number.
  case whole(Int)
  /// A whole number without sign, such as a seed; a text beyond 2^53, where readers that take numbers for doubles
  /// would change it.
  case unsigned(UInt64)
  /// True or false.
  case flag(Bool)
  /// Nothing.
  case null
  /// A list.
  case list([JSONText])
  /// An object.
  case object([Member])

  /// A key with its value.
  public struct Member: Sendable, Equatable {
    /// Key.
    public let key: String
    /// Value.
    public let value: JSONText

    /// A member.
    public init(_ key: String, _ value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  /// An object of keys and values, in order.
  public static func keys(_ pairs: KeyValuePairs<String, JSONText>) -> JSONText {
    .object(pairs.map { Member($0.key, $0.value) })
  }

  /// A number, or null.
  public static func optional(_ value: Double?) -> JSONText { value.map { .number($0) } ?? .null }

  /// The text, indented by two spaces, with a newline at the end.
  public var rendered: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0)
    bytes.append(0x0A)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .text(let text): Self.append(text, to: &bytes)
    case .number(let value):
      if value.isFinite { NumberText.append(value, to: &bytes) } else { bytes += "null".utf8 }
    case .whole(let value): NumberText.append(value, to: &bytes)
    case .unsigned(let value): bytes += (value <= 1 << 53 ? String(value) : "\"\(value)\"").utf8
    case .flag(let value): bytes += (value ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    case .list(let items):
      Self.append(items.count, open: "[", close: "]", to: &bytes, indent: indent) { index, bytes in
        items[index].append(to: &bytes, indent: indent + 2)
      }
    case .object(let members):
      Self.append(members.count, open: "{", close: "}", to: &bytes, indent: indent) { index, bytes in
        Self.append(members[index].key, to: &bytes)
        bytes += ": ".utf8
        members[index].value.append(to: &bytes, indent: indent + 2)
      }
    }
  }

  private static func append(
    _ count: Int, open: String, close: String, to bytes: inout [UInt8], indent: Int,
    item: (Int, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for index in 0..<count {
      bytes += index == 0 ? "\n".utf8 : ",\n".utf8
      bytes += Array(repeating: UInt8(ascii: " "), count: indent + 2)
      item(index, &bytes)
    }
    if count > 0 {
      bytes.append(0x0A)
      bytes += Array(repeating: UInt8(ascii: " "), count: indent)
    }
    bytes += close.utf8
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
