/// The frame of a panel of days: heading with its number, values to the left, days below. Panels of one figure share its
/// size and scale.
struct DayFrame {
  /// Axis of the values.
  var axis: Axis
  /// Days from the first to the last, at least 1.
  var span: Double
  /// Room to the right of the last day.
  var right = 10.0

  static let (width, height) = (340.0, 218.0)
  static let (left, top, bottom) = (46.0, 30.0, 26.0)

  /// A frame for so many days.
  init(axis: Axis, dayCount: Int, right: Double = 10) {
    self.axis = axis
    self.right = right
    span = Double(max(1, dayCount - 1))
  }

  /// Where the lines of values end.
  var edge: Double { Self.width - right }

  func x(_ day: Double) -> Double { Self.left + day / span * (Self.width - Self.left - right) }

  func y(_ value: Double) -> Double {
    Self.top + (1 - axis.share(value)) * (Self.height - Self.top - Self.bottom)
  }

  func points(
    _ days: [DailyFigures.Figure], _ value: (DailyFigures.Figure) -> Double
  ) -> [(x: Double, y: Double)] {
    days.enumerated().map { (x(Double($0.offset)), y(value($0.element))) }
  }

  /// Heading and values.
  func addValues(_ title: String, number: Int, _ language: Language, to canvas: inout Canvas) {
    canvas.mark(number, x: 8, y: 12, size: 4.2)
    canvas.text(
      Markup.fitted(title, width: Self.width - 24, size: 12.5, isBold: true), x: 19, y: 16.5, size: 12.5,
      isBold: true)
    for tick in axis.ticks {
      canvas.line(Self.left, y(tick), edge, y(tick), tick == axis.lowest ? "s-shade" : "s-hair")
      canvas.text(
        language.number(tick, exponent: axis.exponent), x: Self.left - 6, y: y(tick) + 4, size: 11,
        anchor: "end", fill: "f-soft")
    }
  }

  /// Days below.
  func addDays(_ language: Language, to canvas: inout Canvas) {
    let days = Axis(lowest: 0, highest: span, steps: 6)
    for tick in days.ticks where tick <= span && tick == tick.rounded() {
      canvas.text(
        language.number(tick), x: x(tick), y: Self.height - 8, size: 11, anchor: "middle", fill: "f-soft")
    }
  }
}

extension Canvas {
  /// A small drawing and what it stands for, in a legend of fans.
  static func legendItem(_ drawing: String, _ words: String) -> HTML {
    var canvas = Canvas(width: 34, height: 18)
    canvas.add(drawing)
    return canvas.ornament() + .words(words)
  }
}
