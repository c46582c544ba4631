import Reporting
import Testing

@Suite("Text for exchange")
struct ExchangeTextTests {
  @Test("what hides or reorders text is taken out, and line ends become one newline")
  func plain() {
    #expect(
      ExchangeText.plain("a\u{202E}b\u{2066}c\u{200F}d\u{0}\u{8}\u{1F}\u{FFFE}\u{7F}\u{FEFF}e") == "abcde")
    #expect(ExchangeText.plain("a\r\nb\rc\u{2028}d\te") == "a\nb\nc\nd\te")
    #expect(ExchangeText.plain("Åkerön 👩‍⚕️") == "Åkerön 👩‍⚕️")
  }

  @Test(
    "a cell that begins as a formula gets an apostrophe",
    arguments: ["=1+1", "+46", "-cmd", "@SUM(A1)", "\tx", "\r=x", "\u{202E}=x", "＝1", "-"])
  func formulas(text: String) {
    #expect(ExchangeText.cell(text).hasPrefix("'"))
  }

  @Test(
    "a plain number and plain words stay as they are", arguments: ["-3.5", "-14", "12", "Umeå", "", "a=b"])
  func harmless(text: String) {
    #expect(ExchangeText.cell(text) == text)
  }

  @Test("a text is cut by UTF-16 units and no character in two")
  func limited() {
    #expect(ExchangeText.limited("abcdef", to: 6) == "abcdef")
    #expect(ExchangeText.limited("abcdef", to: 4) == "abc…")
    #expect(ExchangeText.limited("😀😀😀", to: 4) == "😀…")
  }

  @Test("an identifier follows from its parts, is of version 8, and parts do not run together")
  func identifiers() {
    let one = StableIdentifier.uuid("inject", "a", "b")
    #expect(one == StableIdentifier.uuid("inject", "a", "b"))
    #expect(one != StableIdentifier.uuid("inject", "ab", ""))
    let groups = one.split(separator: "-")
    #expect(groups.map(\.count) == [8, 4, 4, 4, 12])
    #expect(groups[2].first == "8" && "89ab".contains(groups[3].first ?? "x"))
  }

  @Test("a message is marked once at either end, in its language")
  func marks() {
    let once = ExerciseMark.message("Fjorton skadade.", in: .swedish)
    #expect(once == "ÖVNING ÖVNING ÖVNING\nFjorton skadade.\nÖVNING ÖVNING ÖVNING")
    #expect(ExerciseMark.message(once, in: .swedish) == once)
    #expect(ExerciseMark.subject("METHANE", in: .english) == "EXERCISE – METHANE")
    #expect(ExerciseMark.subject("EXERCISE – METHANE", in: .english) == "EXERCISE – METHANE")
  }
}
