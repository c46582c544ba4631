import CareModel

/// A step or an end of a pathway as a box: what stands in it and how large it is.
struct PathwayBox {
  /// Heading, then the lines under it.
  var heading: String
  var lines: [String] = []
  var isEnd = false
  /// A box without a place of a unit, or a trip.
  var isDashed = false
  var fill = "#ffffff"
  /// Full text where the heading was cut.
  var fullName: String
  var width = 0.0
  var height = 0.0

  static let headingSize = 12.0
  static let lineSize = 10.5
  private static let widest = 250.0

  /// The box of an end.
  init(_ outcome: Outcome) {
    heading = outcome.rawValue
    fullName = heading
    isEnd = true
    fill = outcome == .dead ? "#d9d9d9" : "#ffffff"
    width = Markup.width(heading, size: 11) + 24
    height = 24
  }

  /// The box of a step, from which `leaving` arrows go.
  init(_ step: Step, _ network: CareNetwork, leaving: Int) {
    fullName = step.id
    heading = Markup.fitted(step.id, width: Self.widest, size: Self.headingSize, isBold: true)
    let unit = StepWords.unit(step, network)
    let stay = StepWords.stay(step)
    let both = "\(unit), \(stay)"
    if step.move != nil {
      lines = []
    } else if Markup.width(both, size: Self.lineSize) <= 140 {
      lines = [both]
    } else {
      lines = [unit] + DrawnPart.wrapped(stay.replacing("_", with: " "), width: 150, size: Self.lineSize)
    }
    for words in StepWords.mechanisms(step, network) {
      lines += DrawnPart.wrapped(words, width: 150, size: Self.lineSize)
    }
    lines = lines.map { Markup.fitted($0, width: Self.widest, size: Self.lineSize) }
    isDashed = step.unitKind == nil
    if let kind = step.unitKind { fill = network.unitKinds[kind].isIntensiveCare ? "#dcdcdc" : "#f0f0f0" }
    let widths = lines.map { Markup.width($0, size: Self.lineSize) }
    width = widths.reduce(Markup.width(heading, size: Self.headingSize, isBold: true), max) + 16
    height = max(26 + Double(lines.count) * 13.5, Double(leaving) * PathwayDrawing.portGap + 6)
  }

  /// The box with its upper left corner at 0, 0, `full` pixels wide.
  func part(width full: Double) -> DrawnPart {
    var part = DrawnPart(width: full, height: height)
    part.lines.append(
      Markup.box(
        x: 0, y: 0, width: full, height: height, radius: isEnd ? height / 2 : 2, fill: fill,
        dash: isDashed ? "4 3" : nil))
    if isEnd {
      part.lines.append(Markup.words(heading, x: full / 2, y: 16, size: 11, anchor: "middle"))
      return part
    }
    let top = (height - 26 - Double(lines.count) * 13.5) / 2
    part.lines.append(
      Markup.words(heading, x: 8, y: top + 18, size: Self.headingSize, isBold: true))
    for (index, line) in lines.enumerated() {
      part.lines.append(
        Markup.words(
          line, x: 8, y: top + 32.5 + Double(index) * 13.5, size: Self.lineSize, fill: "#333333"))
    }
    return part
  }
}
