import Foundation
import ScenarioFiles
import Testing

struct FormatPageTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("the pages in the documentation are those of the field lists", arguments: FormatPages.Format.allCases)
  func pages(_ format: FormatPages.Format) throws {
    let url = Self.root.appendingPathComponent("Sources/ScenarioFiles/ScenarioFiles.docc/\(format.pageName)")
    let page = FormatPages.reference(format)
    if ProcessInfo.processInfo.environment["WRITE_FORMAT_PAGES"] != nil {
      try page.write(to: url, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: url, encoding: .utf8)
    #expect(
      written == page,
      "\(format.pageName) is out of date: run WRITE_FORMAT_PAGES=1 swift test --filter FormatPageTests")
  }

  @Test("the page and the schema mention every key", arguments: FormatPages.Format.allCases)
  func keys(_ format: FormatPages.Format) {
    let page = FormatPages.reference(format)
    let schema = FormatPages.schema(format)
    for list in Self.lists(format.root) {
      #expect(page.contains("## \(list.name)\n") || page.contains("\"\(list.name)\"\n"), "\(list.name)")
      for field in list.fields {
        #expect(page.contains("| `\(field.key)"), "\(list.name).\(field.key)")
        for spelling in field.spellings { #expect(schema.contains("\"\(spelling.key)\""), "\(spelling.key)") }
      }
    }
    #expect(schema.hasPrefix("{"))
  }

  /// Every field list that a root leads to.
  static func lists(_ root: FieldList) -> [FieldList] {
    var found: [FieldList] = []
    var waiting = [root]
    while let list = waiting.popLast() {
      if found.contains(where: { $0.name == list.name }) { continue }
      found.append(list)
      waiting += list.fields.flatMap { inner($0.kind) }
    }
    return found
  }

  private static func inner(_ kind: FieldKind) -> [FieldList] {
    switch kind {
    case .object(.fields(let list)), .objects(.fields(let list)), .objectMap(.fields(let list)),
      .objectsByPath(.fields(let list)):
      [list]
    case .object(.variants(let variants)), .objects(.variants(let variants)): variants.lists
    case .textOr(let kind): inner(kind)
    default: []
    }
  }
}
