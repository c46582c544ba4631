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

  @Test("means are told to a tenth, with no decimal that is not theirs")
  func tenths() {
    let texts = [5.333333, 9.828, 22, 15.66, 0.04, 5.96, 120.5].map {
      Quantity(language: .english).tenths($0)
    }
    #expect(texts == ["5.3", "9.8", "22", "15.7", "0", "6", "121"])
    #expect(Quantity(language: .swedish).tenths(5.333333) == "5,3")
  }

  @Test("a mean difference that is rounding noise has no direction on the page")
  func noise() throws {
    var contents = try ReportFixture.usual.get().contents
    let table = try #require(contents.firstIndex { $0.name == "summary.csv" })
    var lines = String(decoding: contents[table].bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    let heads = lines[0]
    func column(_ name: String) throws -> Int { try #require(heads.firstIndex(of: name)) }
    let row = try #require(
      lines.firstIndex { $0.contains("share") && $0.contains("deaths_after_drain_patients") })
    for (name, value) in [
      ("difference_mean", "-2.9e-17"), ("difference_standard_error", "0.1"),
      ("difference_ci95_lower", "-0.29"), ("difference_ci95_upper", "0.29"),
    ] { lines[row][try column(name)] = value }
    contents[table].bytes = Array(lines.map { $0.joined(separator: ",") }.joined(separator: "\r\n").utf8)
    let page = try #require(Report(RunFiles(contents))).html()
    #expect(page.contains(": lika många döda till dag 6 i medeltal (95 procents"))
    #expect(page.contains(": as many deaths by day 6 on average (95 per cent"))
  }

  @Test("one replication with a factor says that it has no interval to tell by")
  func oneReplication() throws {
    let factor = """
      factors: [{ id: "casualties", title: "Casualties", levels: [{ id: "1" },
        { id: "3", set: { "scenario.casualty_factor": { value: 3, source: "what if" } } }] }],
      arms: [
      """
    let page = try ReportFixture.make([("replications: 2", "replications: 1"), ("arms: [", factor)]).page
    #expect(page.contains("Varied: Casualties. One replication gives no interval, so nothing can be said"))
    #expect(page.contains("Varierat: Casualties. En replikation ger inget intervall, så vad som vänder"))
    #expect(!page.contains("to the first alternative:"))
  }

  @Test("moves by the horizon and moves over the whole simulation say until when they are counted")
  func moves() throws {
    let page = try ReportFixture.usual.get().page
    #expect(page.contains("Moved to another region by day 5") && page.contains("till dag 5<"))
    #expect(page.contains("over the whole simulation, to day 6, means."))
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
