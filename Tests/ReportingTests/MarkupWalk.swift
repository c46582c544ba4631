/// What keeps a text from being a well-formed XML document, or nil: tags that close in order, attributes in quotes and
/// once each, no bare `<` or `&`, no control characters. It knows no declarations, comments or sections.
enum MarkupWalk {
  static func mistake(in text: String) -> String? {
    var rest = text[...]
    var open: [Substring] = []
    var rootCount = 0
    while let start = rest.firstIndex(of: "<") {
      if let mistake = mistake(inWords: rest[..<start]) { return mistake }
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without end" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard open.popLast() == tag.dropFirst() else { return "</\(tag.dropFirst())> closes another tag" }
        continue
      }
      let body = tag.hasSuffix("/") ? tag.dropLast() : tag
      let name = body.prefix { $0 != " " }
      guard !name.isEmpty, name.allSatisfy(\.isLetter) else { return "a tag named \(name)" }
      if let mistake = mistake(inAttributes: body.dropFirst(name.count)) { return "\(name): \(mistake)" }
      if open.isEmpty { rootCount += 1 }
      if !tag.hasSuffix("/") { open.append(name) }
    }
    if !open.isEmpty || rootCount != 1 { return "\(open.count) tags left open, \(rootCount) roots" }
    return rest.allSatisfy(\.isWhitespace) ? nil : "words after the end"
  }

  private static func mistake(inAttributes text: Substring) -> String? {
    var rest = text
    var names: Set<Substring> = []
    while !rest.isEmpty {
      guard rest.removeFirst() == " ", let equals = rest.firstIndex(of: "=") else {
        return "no attribute in \(text)"
      }
      guard names.insert(rest[..<equals]).inserted else { return "twice \(rest[..<equals])" }
      rest = rest[rest.index(after: equals)...]
      guard rest.popFirst() == "\"", let quote = rest.firstIndex(of: "\"") else {
        return "no quotes in \(text)"
      }
      if let mistake = mistake(inWords: rest[..<quote]) { return mistake }
      rest = rest[rest.index(after: quote)...]
    }
    return nil
  }

  private static func mistake(inWords text: Substring) -> String? {
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar.value < 0x20, scalar != "\n" { return "a control character" }
      guard scalar == "&" else { continue }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: scalars[(index + 1)...].prefix { $0 != ";" }.prefix(5))
      if !["amp", "lt", "gt", "quot"].contains(String(name)) { return "&\(String(name)) is no entity" }
    }
    return nil
  }
}
