package import CareModel

/// A page that needs nothing beside itself: one file, no address, no script needed to read it.
///
/// The body is written once for each language; one is shown, and a little script switches.
package struct Page {
  /// What kind of figures the page holds, said at its head and on every printed sheet.
  package enum Nature {
    /// Results of a simulation.
    case simulated
    /// Material of an exercise.
    case exercise

    /// The mark of every sheet, the same in all languages.
    var mark: String { self == .simulated ? "SIMULERADE SIFFROR – SIMULATED FIGURES" : "ÖVNING – EXERCISE" }

    /// The banner of the page.
    var banner: LocalText {
      switch self {
      case .simulated:
        LocalText(
          sv: "Simulerade siffror – inget på den här sidan är rapporterat eller har hänt.",
          en: "Simulated figures – nothing on this page was reported or has happened.")
      case .exercise:
        LocalText(
          sv: "ÖVNING – allt på den här sidan är övningsmaterial från en simulering.",
          en: "EXERCISE – everything on this page is exercise material from a simulation.")
      }
    }
  }

  /// Title of the document.
  package var title: LocalText
  /// How it may be passed on.
  package var handling: Handling
  /// What kind of figures it holds.
  package var nature: Nature
  /// Language that is shown first.
  package var language: Language
  /// Languages that it is written in, in order.
  package var languages: [Language]
  /// Further style, after the stylesheet that all pages share.
  package var style: String
  /// Further script, after the language switch.
  package var script: String
  /// What script and style cannot carry, such as data; placed before the script.
  package var data: HTML
  /// The whole of the page in one language. Identifiers must differ between languages: end them with its tag.
  package var body: (Language) -> HTML

  /// A page.
  package init(
    title: LocalText, handling: Handling, nature: Nature = .simulated, language: Language = .swedish,
    languages: [Language] = Language.allCases, style: String = "", script: String = "", data: HTML = .none,
    body: @escaping (Language) -> HTML
  ) {
    self.title = title
    self.handling = handling
    self.nature = nature
    self.language = language
    self.languages = languages
    self.style = style
    self.script = script
    self.data = data
    self.body = body
  }

  /// The file.
  ///
  /// - Complexity: O(length of the page).
  package func html() -> String {
    let first = languages.contains(language) ? language : languages.first ?? .english
    let head = HTML.joined([
      HTML(markup: "<meta charset=\"utf-8\">"),
      HTML(markup: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
      HTML(markup: "<meta name=\"color-scheme\" content=\"light dark\">"),
      .element("title", [:], title[first]),
      HTML(markup: "<style>\n\(PageStyle.text)\(sheets)\(style)</style>"),
    ])
    let bodies = languages.map { language in
      HTML.element(
        "main", ["lang": language.rawValue, "hidden": language == first ? nil : ""],
        banner(in: language), body(language), foot(in: language))
    }
    let page = HTML.element(
      "html", ["lang": first.rawValue],
      .element("head", [:], head), HTML(markup: "\n"),
      .element(
        "body", [:], switchBar(first), .joined(bodies), data,
        HTML(markup: "<script>\n\(PageScript.text)\(script)</script>")))
    return "<!DOCTYPE html>\n\(page.markup)\n"
  }

  /// The banner and the handling mark.
  private func banner(in language: Language) -> HTML {
    .element(
      "p", ["class": "banner"],
      .element("strong", [:], nature.banner[language]), .words(" "),
      .element("span", ["class": "mark"], handling.sentence[language]))
  }

  private func foot(in language: Language) -> HTML {
    .element("footer", ["class": "end"], "\(nature.banner[language]) \(handling.sentence[language])")
  }

  /// The languages, shown by the script that makes them work.
  private func switchBar(_ first: Language) -> HTML {
    guard languages.count > 1 else { return .none }
    let buttons = languages.map { language in
      HTML.element(
        "button",
        [
          "type": "button", "lang": language.rawValue, "data-language": language.rawValue,
          "data-title": title[language],
          "aria-pressed": language == first ? "true" : "false",
        ], language.ownName)
    }
    return .element(
      "nav", ["class": "languages", "hidden": "", "aria-label": "Språk – Language"], buttons)
  }

  /// The marks of every printed sheet.
  private var sheets: String {
    let mark = PageStyle.string("\(nature.mark) · \(handling.mark.sv) – \(handling.mark.en)")
    return """
      @page { @top-left { content: \(mark); font: 7.5pt system-ui, sans-serif; color: #444; }
        @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt system-ui, sans-serif;
          color: #444; } }

      """
  }
}
