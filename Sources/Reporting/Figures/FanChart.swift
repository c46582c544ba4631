/// A fan chart as SVG: the median of replications by day with the bands that hold half and nine tenths of
/// them, one panel for each arm on one scale, and a line for capacity. Readable in greyscale and by a
/// screen reader.
public struct FanChart: Sendable {
  /// Quantiles over replications of one day.
  public struct Day: Sendable, Equatable {
    /// 5 % quantile.
    public var p05: Double
    /// 25 % quantile.
    public var p25: Double
    /// Median.
    public var p50: Double
    /// 75 % quantile.
    public var p75: Double
    /// 95 % quantile.
    public var p95: Double

    /// Quantiles of a day.
    public init(p05: Double, p25: Double, p50: Double, p75: Double, p95: Double) {
      self.p05 = p05
      self.p25 = p25
      self.p50 = p50
      self.p75 = p75
      self.p95 = p95
    }
  }

  /// One panel.
  public struct Panel: Sendable, Equatable {
    /// Heading, such as the title of the arm.
    public var title: String
    /// Days from day 0.
    public var days: [Day]

    /// A panel.
    public init(title: String, days: [Day]) {
      self.title = title
      self.days = days
    }
  }

  /// Title of the figure.
  public var title: String
  /// What the vertical axis counts.
  public var axisTitle: String
  /// Capacity, in the unit of the axis; nil draws no line.
  public var capacity: Double?
  /// What the capacity is, such as `526 staffed places`.
  public var capacityTitle: String
  /// Panels side by side.
  public var panels: [Panel]
  /// Last line, such as the seed and how the figure is to be handled.
  public var footer: String

  /// A chart.
  public init(
    title: String, axisTitle: String, capacity: Double?, capacityTitle: String, panels: [Panel],
    footer: String = ""
  ) {
    self.title = title
    self.axisTitle = axisTitle
    self.capacity = capacity
    self.capacityTitle = capacityTitle
    self.panels = panels
    self.footer = footer
  }

  /// A panel alone is wide enough for the legend.
  private var panelWidth: Double { panels.count > 1 ? 400 : 600 }
  private static let panelHeight = 240.0
  private static let left = 64.0
  private static let top = 76.0
  private static let gap = 28.0

  /// The SVG document.
  ///
  /// - Complexity: O(panels × days).
  public func svg() -> String {
    let count = Double(max(1, panels.count))
    let width = Self.left + count * panelWidth + (count - 1) * Self.gap + 20
    let height = Self.top + Self.panelHeight + (footer.isEmpty ? 78 : 102)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Markup.number(width)) \(Markup.number(height))\" "
        + "role=\"img\" aria-labelledby=\"fan-title fan-desc\" font-family=\"sans-serif\" font-size=\"13\">",
      "<title id=\"fan-title\">\(Markup.escaped(title))</title>",
      "<desc id=\"fan-desc\">\(Markup.escaped(description))</desc>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
      "<text x=\"16\" y=\"26\" font-size=\"17\" font-weight=\"bold\" fill=\"#111111\">"
        + "\(Markup.escaped(title))</text>",
      "<text x=\"16\" y=\"46\" fill=\"#333333\">\(Markup.escaped(axisTitle))</text>",
    ]
    for (index, panel) in panels.enumerated() { lines += draw(panel, at: index) }
    lines += legend(y: Self.top + Self.panelHeight + 56)
    if !footer.isEmpty { lines.append(Markup.label(footer, x: 16, y: height - 16, anchor: "start")) }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// What a reader who cannot see the figure needs: the course of each median and its highest point.
  private var description: String {
    var sentences = [axisTitle + "."]
    for panel in panels {
      guard let first = panel.days.first, let last = panel.days.last else { continue }
      let peak = panel.days.enumerated().max { $0.element.p50 < $1.element.p50 }
      sentences.append(
        "\(panel.title): the median is \(Self.spoken(first.p50)) on day 0, at most "
          + "\(Self.spoken(peak?.element.p50 ?? 0)) on day \(peak?.offset ?? 0), and "
          + "\(Self.spoken(last.p50)) on day \(panel.days.count - 1).")
    }
    if capacity != nil { sentences.append("The dashed line is \(capacityTitle).") }
    if !footer.isEmpty { sentences.append(footer) }
    return sentences.joined(separator: " ")
  }

  private func draw(_ panel: Panel, at index: Int) -> [String] {
    let x0 = Self.left + Double(index) * (panelWidth + Self.gap)
    let scale = verticalScale
    let span = Double(max(1, (panels.map(\.days.count).max() ?? 1) - 1))
    func x(_ day: Int) -> Double { x0 + Double(day) / span * panelWidth }
    func y(_ value: Double) -> Double { Self.top + Self.panelHeight * (1 - value / scale.top) }
    func band(_ lower: (Day) -> Double, _ upper: (Day) -> Double, _ fill: String) -> String {
      let over = panel.days.enumerated().map { Markup.point(x($0.offset), y(upper($0.element))) }
      let under = panel.days.enumerated().reversed().map { Markup.point(x($0.offset), y(lower($0.element))) }
      return "<polygon points=\"\((over + under).joined(separator: " "))\" fill=\"\(fill)\"/>"
    }
    var lines = [
      "<text x=\"\(Markup.number(x0))\" y=\"\(Markup.number(Self.top - 8))\" font-weight=\"bold\" "
        + "fill=\"#111111\">\(Markup.escaped(shortened(panel.title)))</text>"
    ]
    for step in 0...scale.steps {
      let value = Double(step) * scale.step
      lines.append(Markup.line(x0, y(value), x0 + panelWidth, y(value), "#dddddd", 1))
      if index == 0 {
        lines.append(Markup.label(Self.spoken(value), x: x0 - 8, y: y(value) + 4, anchor: "end"))
      }
    }
    lines.append(band(\.p05, \.p95, "#c4c4c4"))
    lines.append(band(\.p25, \.p75, "#868686"))
    let median = panel.days.enumerated().map { Markup.point(x($0.offset), y($0.element.p50)) }
    lines.append(
      "<polyline points=\"\(median.joined(separator: " "))\" fill=\"none\" stroke=\"#111111\" "
        + "stroke-width=\"2\"/>")
    if let capacity {
      lines.append(
        Markup.line(x0, y(capacity), x0 + panelWidth, y(capacity), "#111111", 1.5, dash: "7 4"))
    }
    for day in stride(from: 0, through: Int(span), by: dayStep(Int(span))) {
      lines.append(
        Markup.label("\(day)", x: x(day), y: Self.top + Self.panelHeight + 18, anchor: "middle"))
    }
    lines.append(
      Markup.label(
        "day", x: x0 + panelWidth, y: Self.top + Self.panelHeight + 34, anchor: "end"))
    return lines
  }

  /// A title that would run into the next panel is cut; the description has all of it.
  private func shortened(_ title: String) -> String {
    let limit = Int(panelWidth / 8)
    return title.count <= limit ? title : title.prefix(limit - 1) + "…"
  }

  private func legend(y: Double) -> [String] {
    var lines = [
      "<rect x=\"64\" y=\"\(Markup.number(y - 10))\" width=\"22\" height=\"12\" fill=\"#c4c4c4\"/>",
      Markup.label("9 of 10 replications", x: 92, y: y, anchor: "start"),
      "<rect x=\"236\" y=\"\(Markup.number(y - 10))\" width=\"22\" height=\"12\" fill=\"#868686\"/>",
      Markup.label("half of them", x: 264, y: y, anchor: "start"),
      Markup.line(362, y - 4, 384, y - 4, "#111111", 2),
      Markup.label("median", x: 390, y: y, anchor: "start"),
    ]
    if capacity != nil {
      lines.append(Markup.line(456, y - 4, 486, y - 4, "#111111", 1.5, dash: "7 4"))
      lines.append(Markup.label(capacityTitle, x: 492, y: y, anchor: "start"))
    }
    return lines
  }

  /// Top of the axis and its steps: 1, 2 or 5 times a power of ten, four to eight of them.
  private var verticalScale: (top: Double, step: Double, steps: Int) {
    let highest = panels.flatMap { $0.days.map(\.p95) }.reduce(capacity ?? 0, max)
    var step = 1e-3
    let factors = [2, 2.5, 2]
    var turn = 0
    while highest / step > 8, turn < 60 {
      step *= factors[turn % 3]
      turn += 1
    }
    let steps = max(1, Int((highest / step).rounded(.up)))
    return (Double(steps) * step, step, steps)
  }

  private func dayStep(_ span: Int) -> Int {
    [1, 2, 5, 10, 20, 30, 60, 90].first { span / $0 <= 8 } ?? 365
  }

  private static func spoken(_ value: Double) -> String {
    SpokenNumber.text(value, exponent: SpokenNumber.exponent(for: value, standardError: nil))
  }
}
