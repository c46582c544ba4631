/// The page for the meeting: question, alternatives and who decides, the answer, what could turn it, how long things
/// last.
enum MeetingSheet {
  static let section = ReportSection(id: "sheet", title: LocalText("")) { report, language in
    let record = report.run.record
    return .joined([
      .paragraph(
        "\(record.words(record.scenarioTitle)[language]) · \(record.words(record.modelTitle)[language])",
        kind: "eyebrow"),
      .element("h1", [:], record.words(record.title)[language]),
      .paragraph(record.words(record.question)[language], kind: "lead"),
      answer(report, language), uncertainty(report, language), decisionDay(report, language),
      alternatives(report, language), EnduranceTable.html(report, language), basis(report, language),
    ])
  }

  private static func heading(_ text: LocalText, _ language: Language) -> HTML {
    .element("h2", ["class": "small"], text[language])
  }

  // MARK: The answer

  private static func answer(_ report: Report, _ language: Language) -> HTML {
    let record = report.run.record
    let measure = HeadlineMeasure.id(report.run)
    let heading = heading(LocalText(sv: "Svar", en: "Answer"), language) + shown(report, language)
    let others = record.choices.dropFirst().filter {
      report.run.summary.row(measure, arm: $0.id)?.number("difference_mean") != nil
    }
    guard !others.isEmpty else {
      return .element("div", ["class": "answer"], heading, level(report, record.choices.first, language))
    }
    func mean(_ arm: RunRecord.Arm) -> Double {
      report.run.summary.row(measure, arm: arm.id)?.number("difference_mean") ?? 0
    }
    let sorted = others.sorted { mean($0) < mean($1) }
    let sentences = sorted.map {
      AnswerSentence(report: report, language: language, arm: $0, measure: measure).html
    }
    return .element(
      "div", ["class": "answer"], heading,
      .element("p", ["class": "lead"], sentences.first ?? .none),
      .list(Array(sentences.dropFirst())), level(report, record.choices.first, language))
  }

  /// The levels that this page stands at; nothing without factors.
  private static func shown(_ report: Report, _ language: Language) -> HTML {
    let levels = report.run.summary.shownPoint
    if levels.isEmpty { return .none }
    let label = label(report, levels, language)
    return .paragraph(
      language == .swedish
        ? "Visat, också i figurer, tabeller och karta: \(label)."
        : "Shown, in figures, tables and the map too: \(label).", kind: "sub")
  }

  /// The level of the headline measure in one arm.
  private static func level(_ report: Report, _ arm: RunRecord.Arm?, _ language: Language) -> HTML {
    let measure = HeadlineMeasure.id(report.run)
    guard let arm, let row = report.run.summary.row(measure, arm: arm.id), let mean = row.number("mean")
    else {
      return .none
    }
    let error = row.number("standard_error")
    let exponent = SpokenNumber.exponent(for: mean, standardError: error)
    let key = report.key(["arm": arm.id, "measure": measure])
    func said(_ column: String) -> HTML {
      let value = row.number(column) ?? 0
      return Quantity(language: language).inline(
        language.number(value, exponent: exponent), row, column, file: "summary.csv", key: key)
    }
    let name = report.names.name(of: measure)[language]
    let isSwedish = language == .swedish
    var text =
      HTML.words("\(name), ") + .element("em", [:], report.title(arm, language)) + .words(": ") + said("mean")
    if row.number("ci95_lower") != nil {
      text += .words(isSwedish ? " (95 procents chansintervall " : " (95 per cent chance interval ")
      text += said("ci95_lower") + .words(isSwedish ? " till " : " to ") + said("ci95_upper") + .words(")")
    }
    return .element("p", [:], text + .words("."))
  }

  // MARK: What could turn it

  private static func uncertainty(_ report: Report, _ language: Language) -> HTML {
    let record = report.run.record
    guard record.choices.count > 1 else { return .none }
    let isSwedish = language == .swedish
    let heading = heading(
      LocalText(sv: "Osäkra antaganden", en: "Uncertain assumptions"), language)
    let factors = Reversal.factors(record)
    guard !factors.isEmpty else {
      let one = one(record)[language]
      let chance =
        record.hasIntervals
        ? (isSwedish ? "Intervallen ovan visar bara slumpen." : "The intervals above show chance alone.")
        : (isSwedish ? "\(one) ger inget intervall." : "\(one) gives no interval.")
      return heading
        + .paragraph(
          isSwedish
            ? "\(chance) Osäkra antaganden varierades inte i den här körningen, så den säger inte vilket antagande som skulle vända svaret."
            : "\(chance) Uncertain assumptions were not varied in this run, so it does not say which of them would turn the answer."
        )
    }
    let measure = HeadlineMeasure.id(report.run)
    let names = factors.map { record.words($0.title)[language] }
    guard record.hasIntervals else {
      let one = one(record)[language]
      return heading
        + .paragraph(
          isSwedish
            ? "Varierat: \(language.list(names)). \(one) ger inget intervall, så vad som vänder svaret går inte att säga."
            : "Varied: \(language.list(names)). \(one) gives no interval, so nothing can be said of what turns the answer."
        )
    }
    let sentences = record.choices.dropFirst().compactMap { arm in
      Reversal(report.run, arm: arm.id, measure: measure).map { sentence(report, arm, $0, language) }
    }
    if sentences.isEmpty {
      return heading
        + .paragraph(
          isSwedish
            ? "Varierat: \(language.list(names)); det finns inga skillnader att jämföra."
            : "Varied: \(language.list(names)); there are no differences to compare.")
    }
    return heading
      + .paragraph(
        isSwedish
          ? "Varierat: \(language.list(names)). Skillnaden i ”\(report.names.name(of: measure)[language])” mot första alternativet:"
          : "Varied: \(language.list(names)). The difference in “\(report.names.name(of: measure)[language])” to the first alternative:"
      ) + .list(sentences)
  }

  /// What a run without intervals has one of.
  private static func one(_ record: RunRecord) -> LocalText {
    record.isAntithetic
      ? LocalText(sv: "Ett antitetiskt par", en: "One antithetic pair")
      : LocalText(sv: "En replikation", en: "One replication")
  }

  private static func sentence(
    _ report: Report, _ arm: RunRecord.Arm, _ reversal: Reversal, _ language: Language
  ) -> HTML {
    let isSwedish = language == .swedish
    let (least, most) = reversal.range
    let quantity = Quantity(language: language)
    func said(_ point: Reversal.Point) -> HTML {
      guard let row = report.run.summary.row(reversal.measure, arm: arm.id, point: point.levels) else {
        return .none
      }
      let error = row.number("difference_standard_error")
      return quantity.inline(
        quantity.said(point.difference, error), row, "difference_mean", file: "summary.csv",
        key: report.key(point: point.levels, ["arm": arm.id, "measure": reversal.measure]))
    }
    var text = HTML.element("em", [:], report.title(arm, language))
    text += .words(isSwedish ? ": från " : ": from ") + said(least)
    text += .words(" (\(label(report, least.levels, language)))") + .words(isSwedish ? " till " : " to ")
    text += said(most) + .words(" (\(label(report, most.levels, language))). ")
    let turned = reversal.reversed(from: report.run.summary.shownPoint)
    if turned.isEmpty {
      let unclear = reversal.unclear.count
      text += .words(
        isSwedish
          ? "Inget av det prövade vänder svaret"
            + (unclear > 0
              ? "; i \(unclear) av \(reversal.points.count) fall går skillnaden inte att skilja från slumpen."
              : ".")
          : "Nothing that was tried turns the answer"
            + (unclear > 0
              ? "; in \(unclear) of \(reversal.points.count) cases the difference is lost in chance." : "."))
    } else {
      let where_ = turned.prefix(3).map { label(report, $0.levels, language) }.joined(separator: "; ")
      text += .words((isSwedish ? "Svaret vänder vid " : "The answer turns at ") + "\(where_).")
    }
    return text
  }

  /// The levels of a design point in words.
  static func label(_ report: Report, _ levels: [String], _ language: Language) -> String {
    let record = report.run.record
    return zip(record.factors, levels).map { "\(record.words($0.title)[language]) \($1)" }
      .joined(separator: ", ")
  }

  // MARK: The latest useful day

  private static func decisionDay(_ report: Report, _ language: Language) -> HTML {
    let measure = HeadlineMeasure.id(report.run)
    let days = DecisionDay.all(report.run, measure: measure)
    if days.isEmpty { return .none }
    let isSwedish = language == .swedish
    let items = days.compactMap { day -> HTML? in
      guard let arm = report.run.record.arms.first(where: { $0.id == day.arm }) else { return nil }
      let name = HTML.element("em", [:], report.title(arm, language))
      guard let latest = day.latestUseful else {
        let none =
          isSwedish
          ? ": ingen av de prövade dagarna ger en säker förbättring."
          : ": no day that was tried gives a clear gain."
        let notTheFirst =
          isSwedish
          ? ": förbättringen är inte säker på den första av de prövade dagarna, men på en senare; flera simuleringar kan visa "
            + "till vilken dag beslutet gör nytta."
          : ": the gain is not clear on the first of the days tried, but on a later one; more simulations may show until "
            + "which day a decision does good."
        return name + .words(day.doesGoodOnce ? notTheFirst : none)
      }
      let number = HTML.element("strong", [:], "\(isSwedish ? "dag" : "day") \(language.plain(latest.day))")
      let tail =
        day.isBeyondTrials
        ? (isSwedish
          ? " eller senare (sista dagen som prövades)." : " or later (the last day that was tried).") : "."
      return name
        + .words(isSwedish ? ": beslut gör säker nytta till och med " : ": a decision does clear good up to ")
        + number
        + .words(tail)
    }
    return heading(
      LocalText(sv: "Senaste dag då beslutet gör nytta", en: "Latest useful day of decision"), language)
      + .list(items)
  }

  // MARK: Alternatives

  /// When the policies of an arm are in force; nothing where that is all of the run.
  private static func term(_ arm: RunRecord.Arm, _ language: Language) -> String {
    let isSwedish = language == .swedish
    var words: [String] = []
    if arm.fromDay > 0 {
      words.append((isSwedish ? "från dag " : "from day ") + language.plain(arm.fromDay))
    }
    if let day = arm.untilDay { words.append((isSwedish ? "till dag " : "until day ") + language.plain(day)) }
    return words.isEmpty
      ? "" : (isSwedish ? " Gäller " : " In force ") + words.joined(separator: " ") + "."
  }

  private static func alternatives(_ report: Report, _ language: Language) -> HTML {
    let record = report.run.record
    let isSwedish = language == .swedish
    guard record.choices.count > 1 else { return .none }
    let rows = record.choices.enumerated().map { index, arm -> HTML in
      var who: [String] = []
      for policy in arm.policies where !who.contains(policy.decidedBy[language]) {
        who.append(policy.decidedBy[language])
      }
      let assumed =
        arm.policies.contains { $0.isAssumed } ? (isSwedish ? " (antagande)" : " (an assumption)") : ""
      let decides =
        who.isEmpty
        ? (isSwedish ? "Inget beslut behövs." : "Needs no decision.")
        : (isSwedish ? "Beslutas av " : "Decided by ") + "\(language.list(who))\(assumed)."
      let term = Self.term(arm, language)
      let role =
        index == 0
        ? (isSwedish ? " Jämförelsen utgår från detta." : " The others are compared with this.") : ""
      return ArmMark.html(index) + .element("strong", [:], report.title(arm, language)) + .words(". ")
        + .words("\(decides)\(term)\(role)")
    }
    let note =
      record.arms.contains { $0.isNoWait }
      ? HTML.paragraph(
        isSwedish
          ? "Dessutom ett tankeexperiment utan köer, som visar vad väntan kostar. Det går inte att välja."
          : "Besides these a thought experiment without queues, which shows what waiting costs. It cannot be chosen.",
        kind: "note") : .none
    return heading(
      LocalText(sv: "Alternativ, och vem som får besluta", en: "Alternatives, and who may decide"), language)
      + .list(rows, kind: "arms") + note
  }

  // MARK: What it rests on

  private static func basis(_ report: Report, _ language: Language) -> HTML {
    let record = report.run.record
    let total = record.evidence.sourced + record.evidence.derived + record.evidence.assumed
    let isSwedish = language == .swedish
    var words: [String] = []
    if !record.whoseFigures.isEmpty { words.append(record.words(record.whoseFigures)[language]) }
    let number = language.number(record.replications)
    let isOne = record.replications == 1
    words.append(
      isSwedish
        ? "Simulerat \(isOne ? "en gång" : "\(number) gånger"), \(record.horizonDays) dygn"
          + (record.drainDays > 0 ? " och \(record.drainDays) dygns uppföljning." : ".")
        : "Simulated \(isOne ? "once" : "\(number) times"), \(record.horizonDays) days"
          + (record.drainDays > 0 ? " and \(record.drainDays) days of follow-up." : "."))
    if total > 0 {
      func share(_ number: Int) -> String { language.percent(Double(number) / Double(total)) }
      words.append(
        isSwedish
          ? "Av indata (\(language.number(total)) tal) har \(share(record.evidence.sourced)) en källa, \(share(record.evidence.derived)) är härledda och \(share(record.evidence.assumed)) är antaganden."
          : "Of the inputs (\(language.number(total)) numbers) \(share(record.evidence.sourced)) have a source, \(share(record.evidence.derived)) are derived and \(share(record.evidence.assumed)) are assumed."
      )
    }
    return .paragraph(words.joined(separator: " "), kind: "note")
  }
}

/// The mark that an arm has in every figure.
enum ArmMark {
  static func html(_ index: Int) -> HTML {
    var canvas = Canvas(width: 16, height: 16)
    canvas.mark(index, x: 8, y: 8, size: 4.6)
    return canvas.ornament(kind: "armmark")
  }
}
