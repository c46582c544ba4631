import ScenarioFiles
import Testing

/// One slip of a bracket or a quotation mark is told once, and what it makes of the rest is not told.
struct JSON5RepairTests {
  @Test("a key in a list is an object without its brace, and is read as one")
  func missingBrace() {
    let (root, mistakes) = parse("{list: [{id: 'a', n: 1}, id: 'b', n: 2}, {id: 'c'}], more: 3}")
    #expect(
      mistakes
        == "m.json5:1:26: list: the key 'id' stands in a list: write '{' before it, where its object begins")
    #expect(root["list"]?.elements?.compactMap { $0["id"]?.text } == ["a", "b", "c"])
    #expect(root["more"]?.number?.value == 3)
  }

  @Test(
    "each slip of a bracket has one sentence",
    arguments: [
      ("id: 'a', b: 1}", "m.json5:1:1: a document begins with '{': write it before the key 'id'"),
      (
        "{a: ['x', 'y'], b: [[1, 2], c: 3}",
        "m.json5:1:20: b: there is one '[' too many here"
      ),
      (
        "{list: [[{id: 'a'}, {id: 'b'}], b: 3}",
        "m.json5:1:8: list: there is one '[' too many here"
      ),
      (
        "{a: {b: 1}}, c: 2}",
        "m.json5:1:12: the document ends on line 1, before this: a bracket before it closes too much, or one that opens is missing"
      ),
      ("{a: 1}}", "m.json5:1:7: there is one '}' too many here"),
      ("{a:: [1], b: 2}", "m.json5:1:4: a: there is one ':' too many here"),
      ("{a: {id: 'x'}, {id: 'y'}], b: 2}", "m.json5:1:5: a: a list begins with '[': write it here"),
      (
        "{a: {id: 'x'], b: 2}",
        "m.json5:1:13: a: expected '}' to close the object opened on line 1, found ']'"
      ),
      ("{a: [id: 'x', n: 1}, b: 2}", "m.json5:1:5: a: an object begins with '{', not with '['"),
      ("{a: b: 1}, c: 2}", "m.json5:1:5: a: the value of 'a' is an object: write '{' before the key 'b'"),
      ("{a: [1, 2", "m.json5:1:5: a: the list that opens here is never closed with ']'"),
      ("{a: '08:00, b: 2}", "m.json5:1:5: a: the text is not closed before the end of the line"),
      ("{a: 08:00', b: 2}", "m.json5:1:5: a: the text that begins here lacks its first quotation mark"),
      ("{a: '08:00'', b: 2}", "m.json5:1:12: there is one quotation mark too many here"),
      ("{a: [ // 1],\n b: 2}", "m.json5:1:7: a: '//' makes a comment of the brackets after it: remove it"),
    ])
  func sentences(text: String, expected: String) {
    #expect(parse(text).mistakes == expected)
  }

  @Test("an object that is closed too late is told where the lines show it")
  func lines() {
    let (root, mistakes) = parse(
      """
      { streams: [
          { id: "a",
            delay: { mean: 3, source: "s",
            phases: [1, 2] },
          { id: "b" },
        ] }
      """)
    #expect(mistakes == "m.json5:3:36: streams[0].delay: expected '}' to close the object opened on line 3")
    #expect(root["streams"]?.elements?.first?["phases"]?.elements?.count == 2)
  }

  @Test("where it is not sure what lies in what, nothing is read of it, and what stands before is told")
  func unsure() {
    let (root, mistakes) = parse("{a: tru, b: {c: 1, d: {e: 1}, f: 2, g: [")
    #expect(
      mistakes == """
        m.json5:1:5: a: a text needs quotes: write "tru"
        m.json5:1:40: b.g: the list that opens here is never closed with ']'
        """)
    #expect(root.isBroken)
  }

  @Test("two slips are both told")
  func two() {
    let (root, mistakes) = parse("{a: [id: 'x'}], b: [{n: 1}, n: 2}], c: fast}")
    #expect(
      mistakes == """
        m.json5:1:6: a: the key 'id' stands in a list: write '{' before it, where its object begins
        m.json5:1:29: b: the key 'n' stands in a list: write '{' before it, where its object begins
        m.json5:1:40: c: a text needs quotes: write "fast"
        """)
    #expect(root["b"]?.elements?.count == 2)
  }
}
