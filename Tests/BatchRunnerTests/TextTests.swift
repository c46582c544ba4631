import BatchRunner
import Testing

@Suite struct TextTests {
  @Test("digests equal those of FIPS 180-4 and NIST's example files")
  func digests() {
    #expect(
      SHA256.hexadecimal([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexadecimal(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(
      SHA256.hexadecimal(Array(two.utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    let four =
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"
    #expect(
      SHA256.hexadecimal(Array(four.utf8))
        == "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")
  }

  @Test("a digest does not depend on how bytes are cut")
  func pieces() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for size in [1, 55, 56, 63, 64, 65, 127, 999] {
      var digest = SHA256()
      var start = 0
      while start < bytes.count {
        digest.update(Array(bytes[start..<min(start + size, bytes.count)]))
        start += size
      }
      #expect(digest.hexadecimal() == SHA256.hexadecimal(bytes))
    }
  }

  @Test(
    "numbers are the shortest decimals that read back, without exponents at ordinary sizes",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (12.0, "12"), (-3.5, "-3.5"), (0.1 + 0.2, "0.30000000000000004"),
      (1e15, "1000000000000000"), (1.5e20, "150000000000000000000"), (1e16, "10000000000000000"),
      (0.00001, "0.00001"), (1.25e-7, "0.000000125"), (-2e-5, "-0.00002"), (1e-30, "1e-30"),
      (123_456_789.125, "123456789.125"),
    ])
  func numbers(_ value: Double, _ text: String) {
    #expect(JSONText.number(value).rendered == text + "\n")
    #expect(Double(text) == value)
  }

  @Test("JSON keeps the order of keys, escapes what it must and has no infinities")
  func json() {
    let value = JSONText.keys([
      "b": .text("a \"quote\"\n\u{1}å"), "a": .list([.number(.infinity), .flag(true), .null]),
      "empty": .list([]), "seed": .unsigned(1 << 53), "beyond": .unsigned(.max),
    ])
    #expect(
      value.rendered == """
        {
          "b": "a \\"quote\\"\\n\\u0001å",
          "a": [
            null,
            true,
            null
          ],
          "empty": [],
          "seed": 9007199254740992,
          "beyond": "18446744073709551615"
        }

        """)
  }
}

@Suite struct ThousandthsTests {
  @Test("numbers to thousandths have no trailing zeros and no sign for zero")
  func thousandths() {
    var writer = CSVWriter()
    for number in [0, -0.0001, 1.5, 2.0004, -3.25, 0.0625, 1234.5678] { writer.field(thousandths: number) }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "0,0,1.5,2,-3.25,0.063,1234.568")
  }
}
