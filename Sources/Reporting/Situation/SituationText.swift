import CareModel

/// Figures and times of a situation picture as a reader sees them, in one language.
struct SituationText {
  let report: SituationReport
  let language: Language
  let clock: ExerciseClock

  init(_ report: SituationReport, _ language: Language) {
    self.report = report
    self.language = language
    clock = ExerciseClock(timeOrigin: report.origin.timeOrigin)
  }

  func words(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  /// A value as its form asks for.
  func value(_ value: Double, _ form: SituationMeasure.Form) -> String {
    switch form {
    case .count: language.number(value)
    case .share: language.percent(value)
    case .days: language.number(value, exponent: value < 100 ? -1 : 0)
    case .amount: language.plain(value)
    }
  }

  /// A change with its sign; of a share in percentage points.
  func change(_ change: Double, _ form: SituationMeasure.Form) -> String {
    let size: String
    switch form {
    case .count: size = language.number(abs(change))
    case .share:
      size = language.number(abs(100 * change)) + words("\u{202F}p.e.", "\u{202F}pp")
    case .days: size = language.number(abs(change), exponent: -1)
    case .amount: size = language.number(abs(change), exponent: abs(change) < 10 ? -1 : 0)
    }
    let isNone = !size.contains { ("1"..."9").contains($0) }
    return (isNone ? "±" : change < 0 ? "−" : "+") + size
  }

  /// A forecast with its range.
  func forecast(_ forecast: SituationForecast, _ form: SituationMeasure.Form) -> String {
    let mean = value(forecast.mean, form)
    guard let lower = forecast.lower, let upper = forecast.upper else { return mean }
    return "\(mean) (\(value(lower, form))–\(value(upper, form)))"
  }

  /// `9/1 08:00` or `9 Jan 08:00`.
  func moment(_ minute: Int) -> String {
    let text = clock.readable(minute)
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return text }
    let time = text.suffix(5)
    return words("\(parts[2])/\(parts[1]) \(time)", "\(parts[2]) \(Self.months[parts[1] - 1]) \(time)")
  }

  /// `lördag 9 januari 2027 kl. 08:00`.
  func fullMoment(_ minute: Int) -> String {
    let text = clock.readable(minute)
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let date = CalendarDate(text) else { return text }
    let time = text.suffix(5)
    return words(
      "\(Self.svDays[date.weekday]) \(parts[2]) \(Language.swedish.month(parts[1])) \(parts[0]) kl. \(time)",
      "\(Self.enDays[date.weekday]) \(parts[2]) \(Language.english.month(parts[1])) \(parts[0]), \(time)")
  }

  /// How old what was taken at an hour is: `2 tim`, `3 dygn`.
  func age(ofHour hour: Int) -> String {
    let age = report.hour - hour
    if age < 48 { return words("\(age)\u{202F}tim", "\(age)\u{202F}h") }
    let (days, hours) = (age / 24, age % 24)
    let whole = words("\(days)\u{202F}dygn", "\(days)\u{202F}days")
    return hours == 0 ? whole : whole + words(" \(hours)\u{202F}tim", " \(hours)\u{202F}h")
  }

  /// When a figure was taken and how old it is; a star when older figures are in it.
  func taken(_ figure: SituationFigure) -> String {
    let star = figure.oldestCutOffHour < figure.cutOffHour ? "\u{202F}*" : ""
    return "\(moment(figure.cutOffHour * 60)) (\(age(ofHour: figure.cutOffHour)))\(star)"
  }

  /// What a measure is called, with the hours it really counts where they are fewer than it says.
  func title(_ measure: SituationMeasure, _ figure: SituationFigure) -> String {
    let title = measure.title[language]
    guard let window = measure.windowHours, let counted = figure.windowHours, counted < window,
      measure.id != "planned_started_share" || counted > 0
    else { return title }
    return title + words(" (sedan dag 0, \(counted)\u{202F}tim)", " (since day 0, \(counted)\u{202F}h)")
  }

  /// Name of an area.
  func name(_ area: SituationArea) -> String {
    area.level == .nation ? report.origin.areaTitle[language] : area.name
  }

  /// Name of a region.
  func region(_ index: Int) -> String { report.areas(.region)[index].name }

  /// Regions by name, or how many when they are many.
  func regions(_ indices: [Int]) -> String { language.list(indices.map(region)) }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let svDays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
  private static let enDays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
