import ScenarioFiles
import Testing

struct JSON5ParserTests {
  @Test("all of JSON5 is read")
  func everything() {
    let (root, mistakes) = parse(
      """
      // a comment
      {
        unquoted: 'and you can quote "me"', /* block */
        "quoted": "line \\
      continued", $dollar_1: [1, 2, 3,], åäö: null,
        hex: 0x1F, leading: .5, trailing: 5., plus: +1, minus: -0, exponent: 1.5E-3,
        escapes: '\\x41\\u00e5\\uD834\\uDD1E\\t\\0\\'\\q', yes: true, no: false,
        infinite: -Infinity, nan: NaN, nested: {a: {b: []}},
      }
      """)
    #expect(mistakes == "")
    #expect(root["unquoted"]?.text == "and you can quote \"me\"")
    #expect(root["quoted"]?.text == "line continued")
    #expect(root["$dollar_1"]?.elements?.count == 3)
    #expect(root["åäö"]?.kindName == "null")
    #expect(root["hex"]?.number == JSON5Number(text: "0x1F", value: 31))
    #expect(root["leading"]?.number == JSON5Number(text: ".5", value: 0.5))
    #expect(root["trailing"]?.number == JSON5Number(text: "5.", value: 5))
    #expect(root["plus"]?.number?.value == 1)
    #expect(root["minus"]?.number?.value.sign == .minus)
    #expect(root["exponent"]?.number?.value == 0.0015)
    #expect(root["escapes"]?.text == "Aå𝄞\t\0'q")
    #expect(root["infinite"]?.number?.value == -.infinity)
    #expect(root["nan"]?.number?.value.isNaN == true)
    #expect(root.members?.map(\.key).prefix(3) == ["unquoted", "quoted", "$dollar_1"])
  }

  @Test("several syntax mistakes are reported at once, and what is good is kept")
  func several() {
    let (root, mistakes) = parse(
      """
      {
        a: 1
        b: "open
        c: 1e400,
        d: [1, 2 3, 4],
        e = 5,
        f: lognormal,
        g: 1,5,
        a: 2,
        h: 7
      }
      """)
    #expect(
      mistakes == """
        m.json5:2:7: a: expected ',' or '}' after this value
        m.json5:3:6: b: the text is not closed before the end of the line
        m.json5:4:6: c: the number 1e400 is too large
        m.json5:5:11: d[1]: expected ',' or ']' after this value
        m.json5:6:5: e: write ':' after the key 'e', not '='
        m.json5:7:6: f: a text needs quotes: write "lognormal"
        m.json5:8:8: expected a key, found '5'; write decimals with a point, not a comma
        m.json5:9:3: a: the key 'a' is already given on line 2
        """)
    #expect(root["h"]?.number?.value == 7)
    #expect(root["a"]?.number?.value == 1)
    #expect(root.isIncomplete)
  }

  @Test(
    "each syntax mistake has its own sentence",
    arguments: [
      ("", "m.json5:1:1: the file is empty"),
      ("{a: 1", "m.json5:1:1: the object that opens here is never closed with '}'"),
      ("{a: [1, 2}", "m.json5:1:10: a: expected ']' to close the list opened on line 1, found '}'"),
      ("{a: 1} b", "m.json5:1:8: the document ends before this; remove what follows"),
      ("{a: }", "m.json5:1:5: a: a value is missing before '}'"),
      ("{a: 1,, b: 2}", "m.json5:1:7: there is one comma too many here"),
      ("{a 1}", "m.json5:1:4: a: expected ':' after the key 'a', found '1'"),
      ("{2a: 1}", "m.json5:1:2: a key that starts with a digit needs quotes"),
      ("{a: True}", "m.json5:1:5: a: write true, not True"),
      ("{a: “x”}", "m.json5:1:5: a: use a straight quotation mark (\") here"),
      ("{a: 0x}", "m.json5:1:5: a: '0x' must be followed by hexadecimal digits"),
      ("{a: 012}", "m.json5:1:5: a: a number cannot start with a superfluous 0"),
      ("{a: 1.2.3}", "m.json5:1:5: a: '1.2.3' is not a number"),
      ("{a: 12h}", "m.json5:1:5: a: '12h' is not a number"),
      ("{a: 1e}", "m.json5:1:5: a: the exponent of this number has no digits"),
      ("{a: -}", "m.json5:1:5: a: expected a number, found '-'"),
      (
        "{a: '\\u12'}",
        "m.json5:1:6: a: '\\u' must be followed by four hexadecimal digits that form a character"
      ),
      ("{a: 1 /* b", "m.json5:1:7: a: the comment that opens here is never closed with '*/'"),
    ])
  func sentences(text: String, expected: String) {
    #expect(parse(text).mistakes == expected)
  }

  @Test("nesting deeper than 128 is a mistake, not a crash")
  func depth() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(parse(deep).mistakes.contains("more than 128 levels of nesting"))
    let allowed = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(parse(allowed).mistakes == "")
  }

  @Test("a file that is no JSON5 at all stops after a hundred mistakes")
  func rubbish() {
    let lines = parse("[" + String(repeating: "% ,", count: 10_000)).mistakes.split(separator: "\n")
    #expect(lines.count == 101)
  }

  @Test("2,000 random mutations of a good document never crash (seed 88172645463325252)")
  func mutations() {
    let good = Array(
      """
      {id: 'ward-1', source: "x", staffed_beds: 0x1F, /* c */ turnaround_minutes: .5e1, // d
      stay: {law: "lognormal", mean_hours: 60, cv: 1}, hourly: [1, 2., -3], "tags": ['å\\u00e5',],}
      """.utf8)
    let alphabet = Array("{}[]:,'\"\\/*+-.0123456789eExXinfNaå\n\r\t #=;u".utf8)
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    var withMistakes = 0
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0...next(4) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes[place] = alphabet[next(alphabet.count)]
        case 1: bytes.remove(at: place)
        default: bytes.insert(alphabet[next(alphabet.count)], at: place)
        }
      }
      let context = ReadingContext()
      guard let source = SourceText.checked(path: "f", bytes: bytes, into: context.log) else { continue }
      let root = JSON5Parser.parse(source, into: context.log)
      _ = FieldReader(root, as: wardList, context: context)
      if !context.log.isEmpty { withMistakes += 1 }
      #expect(context.log.sorted.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    }
    #expect(withMistakes > 1_000)
  }
}
