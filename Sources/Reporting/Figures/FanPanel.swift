/// One panel of a fan chart: the median of replications by day, the bands that hold half and nine tenths of them, and a
/// line for capacity. Panels of one figure share a scale.
struct FanPanel {
  /// Heading, such as the title of the arm.
  var title: String
  /// Days from day 0.
  var days: [DailyFigures.Figure]
  /// Capacity; nil draws no line.
  var capacity: Double?
  /// Axis of the values.
  var axis: Axis
  /// What a vertical line at a day is called, such as the horizon.
  var marks: [(day: Int, label: String)] = []

  /// The axis that all panels fit on.
  static func axis(_ panels: [[DailyFigures.Figure]], capacity: Double?) -> Axis {
    let highest = max(panels.flatMap { $0.map(\.p95) }.max() ?? 0, capacity ?? 0, 1)
    let lowest = min(panels.flatMap { $0.map(\.p05) }.min() ?? 0, capacity ?? highest)
    // From zero, unless that presses everything into the upper half.
    return Axis(lowest: lowest < 0.6 * highest ? 0 : lowest, highest: highest, steps: 4)
  }

  /// Draws the panel.
  ///
  /// - Complexity: O(days).
  func svg(id: String, description: String, language: Language, number: Int) -> HTML {
    let frame = DayFrame(axis: axis, dayCount: days.count)
    var canvas = Canvas(width: DayFrame.width, height: DayFrame.height)
    frame.addValues(title, number: number, language, to: &canvas)
    func points(_ value: (DailyFigures.Figure) -> Double) -> [(x: Double, y: Double)] {
      frame.points(days, value)
    }
    canvas.trace(points(\.p95) + points(\.p05).reversed(), fill: "f-wide")
    canvas.trace(points(\.p75) + points(\.p25).reversed(), fill: "f-half")
    canvas.trace(points(\.p50), fill: "none", stroke: "s-ink", width: 1.8)
    if let capacity {
      canvas.line(
        DayFrame.left, frame.y(capacity), frame.edge, frame.y(capacity), "s-warn", width: 1.6, dash: "6 4")
    }
    for mark in marks where Double(mark.day) < frame.span {
      let across = frame.x(Double(mark.day))
      canvas.line(across, DayFrame.top, across, frame.y(axis.lowest), "s-shade", dash: "1 3")
      canvas.text(mark.label, x: across + 3, y: DayFrame.top + 9, size: 10, fill: "f-soft")
    }
    frame.addDays(language, to: &canvas)
    return canvas.svg(id: id, title: title, description: description)
  }

  /// What a reader who cannot see the panel needs: the course of the median and its highest point.
  func description(in language: Language) -> String { Self.course(of: days, in: language) }

  /// The course of a median and its highest point, in words.
  static func course(of days: [DailyFigures.Figure], in language: Language) -> String {
    guard let first = days.first, let last = days.last else { return "" }
    let peak = days.enumerated().max { $0.element.p50 < $1.element.p50 }
    let (start, top, end) = (
      language.plain(first.p50), language.plain(peak?.element.p50 ?? 0), language.plain(last.p50)
    )
    let day = language.number(peak?.offset ?? 0)
    return language == .swedish
      ? "Medianen är \(start) dag 0, som högst \(top) dag \(day) och \(end) dag \(days.count - 1)."
      : "The median is \(start) on day 0, at most \(top) on day \(day), and \(end) on day \(days.count - 1)."
  }
}
