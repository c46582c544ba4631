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

  private var frame: DayFrame {
    DayFrame(axis: axis, dayCount: max(own.count, other.count), right: 12)
  }

  /// Draws the panel.
  ///
  /// - Complexity: O(days).
  func svg(id: String, description: String, language: Language, number: Int) -> HTML {
    let frame = frame
    var canvas = Canvas(width: DayFrame.width, height: DayFrame.height)
    frame.addValues(title, number: number, language, to: &canvas)
    canvas.trace(frame.points(own, \.p95) + frame.points(own, \.p05).reversed(), fill: "f-wide")
    canvas.trace(frame.points(other, \.p95), fill: "none", stroke: "s-accent", width: 1.1, dash: "2 3")
    canvas.trace(frame.points(other, \.p05), fill: "none", stroke: "s-accent", width: 1.1, dash: "2 3")
    canvas.trace(frame.points(own, \.p50), fill: "none", stroke: "s-ink", width: 1.8)
    canvas.trace(frame.points(other, \.p50), fill: "none", stroke: "s-accent", width: 2, dash: "8 4")
    let highest = capacities.map(\.value).max()
    for capacity in capacities {
      let height = frame.y(capacity.value)
      canvas.line(DayFrame.left, height, frame.edge, height, "s-warn", width: 1.6, dash: "6 4")
      // In the margin, above the higher line's end and below the lower's, so that they meet nothing.
      canvas.text(
        capacity.letter, x: frame.edge + 2, y: height + (capacity.value == highest ? 0 : 9),
        size: 10.5, fill: "f-warn", isBold: true)
    }
    addLetters(to: &canvas)
    frame.addDays(language, to: &canvas)
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
  private func gap(_ day: Int) -> Double { abs(frame.y(own[day].p50) - frame.y(other[day].p50)) }

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
    let frame = frame
    let place = frame.x(Double(day))
    let across = min(max(place, DayFrame.left + width / 2 + 2), frame.edge - width / 2)
    let middle = min(max(frame.y(value) + shift, DayFrame.top + 2), frame.y(axis.lowest) - 8)
    canvas.line(place, frame.y(value), across, middle, "s-shade")
    canvas.box(
      x: across - width / 2, y: middle - 7, width: width, height: 14, fill: "f-paper", stroke: "s-shade",
      radius: 3)
    canvas.text(letter, x: across, y: middle + 4, size: 11, anchor: "middle", isBold: true)
  }
}
