/// Words of a file in Swedish, for pages in that language.
public struct Translation: Sendable, Equatable {
  /// The words as a title of the file has them.
  public let text: String
  /// The same in Swedish.
  public let sv: String

  /// A translation.
  public init(text: String, sv: String) {
    self.text = text
    self.sv = sv
  }

  /// One entry of `translations`.
  public static let fields = FieldList(
    "translation", "A title of this file, or another text that a page shows, in Swedish.",
    [
      Field(
        "text", .text, "The text as it stands in this file as a title, a question or whose figures they are.",
        example: "text: \"Intensive care\""),
      Field("sv", .text, "The same in Swedish.", example: "sv: \"Intensivvård\""),
    ])

  /// The field of the three files that holds them.
  static let field = Field(
    "translations", .objects(fields), .standard(.empty),
    "Swedish words for pages in Swedish; what has none stands as it is.",
    example: "translations: [{ text: \"Intensive care\", sv: \"Intensivvård\" }]")

  /// Keys whose texts pages show.
  private static let shownKeys = ["title", "question", "whose_figures"]

  /// Every text of a tree that may have a translation, in file order.
  ///
  /// - Complexity: O(size of the tree).
  static func titles(in node: JSON5Node) -> [String] { texts(in: node, of: shownKeys) }

  /// Every text of a tree outside its translations.
  private static func texts(in node: JSON5Node) -> [String] {
    if let text = node.text { return [text] }
    if let elements = node.elements { return elements.flatMap { texts(in: $0) } }
    return (node.members ?? []).flatMap { $0.key == "translations" ? [] : texts(in: $0.value) }
  }

  private static func texts(in node: JSON5Node, of keys: [String]) -> [String] {
    if let elements = node.elements { return elements.flatMap { texts(in: $0, of: keys) } }
    return (node.members ?? []).flatMap { member in
      if keys.contains(member.key), let text = member.value.text { return [text] }
      return texts(in: member.value, of: keys)
    }
  }

  /// Reads the translations of a file; one of a text that no title has, or that has one already, is reported.
  static func read(_ root: FieldReader, titles: [String]) -> [Translation] {
    var seen: Set<String> = []
    // A title with a mistake of its own may be the one meant.
    let names = Set(texts(in: root.node, of: ["title"]))
    // So may one in what could not be read, or under a mistyped key.
    let areWhole =
      titles.allSatisfy { textMistake($0, name: names.contains($0) ? "title" : nil) == nil }
      && root.list.fields.allSatisfy { root.keyPlace(of: $0.key) == nil || root.has($0.key) }
      && !root.node.hasGaps
    let others = areWhole ? Set(texts(in: root.node)) : []
    return root.objects("translations").compactMap { fields in
      guard let text = fields.text("text"), let sv = fields.text("sv") else { return nil }
      if !titles.contains(text) {
        guard areWhole, !others.contains(text) else { return nil }
        let near = nearest(to: text, among: titles).map { "; the nearest is '\($0)'" } ?? ""
        fields.report("no title of this file is '\(text)'\(near)", about: "text")
        return nil
      }
      if !seen.insert(text).inserted {
        fields.report("'\(text)' is translated already", about: "text")
        return nil
      }
      if names.contains(text), let mistake = textMistake(sv, name: "title") {
        fields.report(mistake, about: "sv")
      }
      return Translation(text: text, sv: sv)
    }
  }

  private static func nearest(to text: String, among titles: [String]) -> String? {
    let typed = Array(text.lowercased().utf8.prefix(200))
    return titles.min { left, right in
      editDistance(typed, Array(left.lowercased().utf8.prefix(200)))
        < editDistance(typed, Array(right.lowercased().utf8.prefix(200)))
    }
  }
}
