import BatchRunner
import Foundation
import Reporting
import Testing

@Suite("Words of the report")
struct ReportTextTests {
  @Test("hostile words of users stay words")
  func hostile() throws {
    let words =
      "<script>alert(1)</script>\"><img src=x onerror=alert(2)>\u{202E}gnorw\nnext &amp; https://evil.example/x"
    // A file with some of them is refused, a plan is not.
    var plan = try ReportFixture.plan()
    plan.title = words
    plan.question = words
    for arm in plan.arms.indices { plan.arms[arm].title = words }
    let page = try ReportFixture.make(plan).page
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    #expect(!page.lowercased().contains("http"))
    #expect(
      page.contains(
        "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img src=x onerror=alert(2)&gt;gnorw next"))
    #expect(page.contains("&amp;amp; evil.example/x"))
  }

  @Test(
    "both languages are whole: no English words of the program in the Swedish body, no Swedish in the English"
  )
  func languages() throws {
    let page = try ReportFixture.usual.get().page
    let swedish = words(of: body("sv", of: page))
    let english = words(of: body("en", of: page))
    let commonEnglish: Set<Substring> = [
      "the", "of", "and", "with", "than", "days", "from", "which", "deaths", "mean", "numbers", "other",
      "region's",
      "waiting", "simulations", "between", "seed", "difference",
    ]
    let commonSwedish: Set<Substring> = [
      "och", "av", "med", "än", "dygn", "från", "som", "döda", "medel", "siffrorna", "till", "väntande",
      "simuleringar", "mellan", "skillnad", "för",
    ]
    #expect(swedish.intersection(commonEnglish).isEmpty, "\(swedish.intersection(commonEnglish))")
    #expect(english.intersection(commonSwedish).isEmpty, "\(english.intersection(commonSwedish))")
    #expect(!swedish.intersection(commonSwedish).isEmpty && !english.intersection(commonEnglish).isEmpty)
  }

  @Test("both bodies have the same numbers behind their words")
  func sameNumbers() throws {
    let page = try ReportFixture.usual.get().page
    let swedish = PageNumbers.all(in: body("sv", of: page)).map { "\($0.file) \($0.column) \($0.value)" }
    let english = PageNumbers.all(in: body("en", of: page)).map { "\($0.file) \($0.column) \($0.value)" }
    #expect(swedish.sorted() == english.sorted())
  }

  @Test("numbers are said as each language says them")
  func numbers() {
    #expect(Language.swedish.number(12_345.6, exponent: -1) == "12\u{202F}345,6")
    #expect(Language.english.number(12_345.6, exponent: -1) == "12,345.6")
    #expect(Language.swedish.percent(0.034) == "3,4\u{202F}%")
    #expect(Language.english.percent(0.5) == "50%")
    #expect(Language.swedish.list(["a", "b", "c"]) == "a, b och c")
  }

  private func body(_ language: String, of page: String) -> String {
    page.components(separatedBy: "<main lang=\"\(language)\"").last?.components(separatedBy: "</main>").first
      ?? ""
  }

  /// Words that are shown, without what is marked as being in English, names of files and commands, and titles of the
  /// experiment, which have no translation.
  private func words(of body: String) -> Set<Substring> {
    var text = body
    for title in ["Each hospital alone", "What does sharing change?", "Two alternatives"] {
      text = text.replacing(title, with: "")
    }
    for (open, close) in [("<span lang=\"en\">", "</span>"), ("<code", "</code>"), ("<pre", "</pre>")] {
      text = text.components(separatedBy: open).enumerated().map { index, piece in
        index == 0 ? piece : piece.components(separatedBy: close).dropFirst().joined(separator: close)
      }.joined(separator: " ")
    }
    let shown: String = text.split(separator: "<").compactMap { piece in
      piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) }
    }.joined(separator: " ")
    return Set(shown.lowercased().split { !$0.isLetter && $0 != "'" })
  }
}
