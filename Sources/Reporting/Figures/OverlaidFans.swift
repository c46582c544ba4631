/// One panel with the fans of two runs over each other: the median by day and the band that holds nine tenths of the
/// replications of each, the first filled with a solid median, the second dashed. Letters stand at the medians where
/// these are farthest apart, so that the panel reads without colour.
struct OverlaidFans {
  /// Heading, such as the title of the arm.
  var title: String
  /// Letters of the runs.
  var letters = (own: "A", other: "B")
  /// Days of the first run from day 0.
  var own: [DailyFigures.Figure]
  /// Days of the second.
  var other: [DailyFigures.Figure]
  /// Capacities, each with a letter where they differ.
  var capacities: [(letter: String, value: Double)]
  /// Axis of the values.
  var axis: Axis

  private static let (width, height) = (340.0, 218.0)
  private static let (left, right, top, bottom) = (46.0, 12.0, 30.0, 26.0)

  /// Draws the panel.
  ///
  /// - Complexity: O(days).
  func svg(id: String, description: String, language: Language, number: Int) -> HTML {
    var canvas = Canvas(width: Self.width, height: Self.height)
    canvas.mark(number, x: 8, y: 12, size: 4.2)
    canvas.text(
      Markup.fitted(title, width: Self.width - 24, size: 12.5, isBold: true), x: 19, y: 16.5, size: 12.5,
      isBold: true)
    for tick in axis.ticks {
      canvas.line(
        Self.left, y(tick), Self.width - Self.right, y(tick), tick == axis.lowest ? "s-shade" : "s-hair")
      canvas.text(
        language.number(tick, exponent: axis.exponent), x: Self.left - 6, y: y(tick) + 4, size: 11,
        anchor: "end", fill: "f-soft")
    }
    canvas.trace(points(own, \.p95) + points(own, \.p05).reversed(), fill: "f-wide")
    canvas.trace(points(other, \.p95), fill: "none", stroke: "s-accent", width: 1.1, dash: "2 3")
    canvas.trace(points(other, \.p05), fill: "none", stroke: "s-accent", width: 1.1, dash: "2 3")
    canvas.trace(points(own, \.p50), fill: "none", stroke: "s-ink", width: 1.8)
    canvas.trace(points(other, \.p50), fill: "none", stroke: "s-accent", width: 2, dash: "8 4")
    let highest = capacities.map(\.value).max()
    for capacity in capacities {
      let height = y(capacity.value)
      canvas.line(Self.left, height, Self.width - Self.right, height, "s-warn", width: 1.6, dash: "6 4")
      // In the margin, above the higher line's end and below the lower's, so that they meet nothing.
      canvas.text(
        capacity.letter, x: Self.width - Self.right + 2, y: height + (capacity.value == highest ? 0 : 9),
        size: 10.5, fill: "f-warn", isBold: true)
    }
    addLetters(to: &canvas)
    let dayAxis = Axis(lowest: 0, highest: span, steps: 6)
    for tick in dayAxis.ticks where tick <= span && tick == tick.rounded() {
      canvas.text(
        language.number(tick), x: x(Int(tick)), y: Self.height - 8, size: 11, anchor: "middle", fill: "f-soft"
      )
    }
    return canvas.svg(id: id, title: title, description: description)
  }

  /// The day on which the medians are farthest apart, away from the edges where there is room; nil when they lie on
  /// each other.
  var widestDay: Int? {
    let days = min(own.count, other.count)
    let margin = days / 25
    let candidates = margin..<max(margin, days - margin)
    guard let widest = candidates.max(by: { gap($0) < gap($1) }), gap(widest) >= 2 else { return nil }
    return widest
  }

  /// Pixels between the medians.
  private func gap(_ day: Int) -> Double { abs(y(own[day].p50) - y(other[day].p50)) }

  private func addLetters(to canvas: inout Canvas) {
    guard let day = widestDay else {
      // One letter beside the other, at the highest point of both.
      guard let peak = own.indices.max(by: { own[$0].p50 < own[$1].p50 }) else { return }
      addLetter("\(letters.own), \(letters.other)", day: peak, value: own[peak].p50, shift: -13, to: &canvas)
      return
    }
    let isOwnAbove = own[day].p50 > other[day].p50
    addLetter(letters.own, day: day, value: own[day].p50, shift: isOwnAbove ? -13 : 13, to: &canvas)
    addLetter(letters.other, day: day, value: other[day].p50, shift: isOwnAbove ? 13 : -13, to: &canvas)
  }

  private func addLetter(
    _ letter: String, day: Int, value: Double, shift: Double, to canvas: inout Canvas
  ) {
    let width = 7.5 * Double(letter.count) + 6
    let across = min(max(x(day), Self.left + width / 2 + 2), Self.width - Self.right - width / 2)
    let middle = min(max(y(value) + shift, Self.top + 2), y(axis.lowest) - 8)
    canvas.line(x(day), y(value), across, middle, "s-shade")
    canvas.box(
      x: across - width / 2, y: middle - 7, width: width, height: 14, fill: "f-paper", stroke: "s-shade",
      radius: 3)
    canvas.text(letter, x: across, y: middle + 4, size: 11, anchor: "middle", isBold: true)
  }

  private var span: Double { Double(max(1, max(own.count, other.count) - 1)) }

  private func x(_ day: Int) -> Double {
    Self.left + Double(day) / span * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double {
    Self.top + (1 - axis.share(value)) * (Self.height - Self.top - Self.bottom)
  }

  private func points(
    _ days: [DailyFigures.Figure], _ value: (DailyFigures.Figure) -> Double
  ) -> [(x: Double, y: Double)] {
    days.enumerated().map { (x($0.offset), y(value($0.element))) }
  }
}
