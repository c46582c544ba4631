/// A JSON value on its way to text. Keys are sorted when written, and of two equal keys the first is kept.
indirect enum SchemaText {
  case string(String)
  case number(Double)
  case flag(Bool)
  case list([SchemaText])
  case object([(String, SchemaText)])

  static func type(_ name: String) -> SchemaText { .object([("type", .string(name))]) }

  static func type(_ names: [String]) -> SchemaText {
    .object([("type", .list(names.map { .string($0) }))])
  }

  static func integer(_ range: ClosedRange<Int>) -> SchemaText {
    var members: [(String, SchemaText)] = [("type", .string("integer"))]
    if range.lowerBound != .min { members.append(("minimum", .number(Double(range.lowerBound)))) }
    if range.upperBound != .max { members.append(("maximum", .number(Double(range.upperBound)))) }
    return .object(members)
  }

  static func number(_ range: NumberRange) -> SchemaText {
    var members: [(String, SchemaText)] = [("type", .string("number"))]
    if range.lowest.isFinite {
      let key = range.isLowestExcluded ? "exclusiveMinimum" : "minimum"
      members.append((key, .number(range.lowest)))
    }
    if range.highest.isFinite { members.append(("maximum", .number(range.highest))) }
    return .object(members)
  }

  static func list(of element: SchemaText, length: ClosedRange<Int> = 0...1_000_000) -> SchemaText {
    var members: [(String, SchemaText)] = [("type", .string("array")), ("items", element)]
    if length.lowerBound > 0 { members.append(("minItems", .number(Double(length.lowerBound)))) }
    if length.upperBound < 1_000_000 {
      members.append(("maxItems", .number(Double(length.upperBound))))
    }
    return .object(members)
  }

  func rendered(indent: Int) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return plainText(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let elements):
      if elements.isEmpty { return "[]" }
      let lines = elements.map { inner + $0.rendered(indent: indent + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      var sorted: [(key: String, value: SchemaText)] = []
      // The sort is stable in practice only; the index makes it so by contract.
      let order = members.indices.sorted { (members[$0].0, $0) < (members[$1].0, $1) }
      for index in order where sorted.last?.key != members[index].0 {
        sorted.append((members[index].0, members[index].1))
      }
      let lines = sorted.map {
        "\(inner)\(Self.quoted($0.key)): \($0.value.rendered(indent: indent + 1))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
