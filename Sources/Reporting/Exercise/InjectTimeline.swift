/// Injects along the time of the exercise, a row for each audience; a mark says how each stands to the truth by its
/// shape, so that the figure reads in greyscale.
struct InjectTimeline {
  let list: ExerciseList
  let names: BookNames
  let language: Language

  private static let left = 190.0
  private static let right = 900.0
  private static let rowHeight = 54.0
  private static let top = 34.0

  /// The figure with its table: injects an hour and audience.
  var figure: HTML {
    let audiences = list.audiences.filter { audience in list.injects.contains { $0.audience == audience.id } }
    let title = language == .swedish ? "Inspel per målgrupp och tid" : "Injects by audience and time"
    let hours = (list.endMinute - list.startMinute + 59) / 60
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let busiest = (0..<max(1, hours)).map { hour in
      (hour, list.injects.count { ($0.minute - list.startMinute) / 60 == hour })
    }.filter { $0.1 > 0 }
    let table = PageTable(
      caption: title,
      headings: [language == .swedish ? "Timme från" : "Hour from"] + audiences.map { $0.name[language] },
      rows: busiest.map { hour, _ in
        PageTable.Row(
          [.words(clock.relative(list.startMinute + hour * 60))]
            + audiences.map { audience in
              let count = list.injects.count {
                ($0.minute - list.startMinute) / 60 == hour && $0.audience == audience.id
              }
              return .number("\(count)", value: "\(count)")
            })
      }, hidesCaption: true)
    return PageFigure(
      id: "timeline-\(language.rawValue)", title: title,
      subtitle: language == .swedish
        ? "Cirkel: sant. Kvadrat: äldre siffror. Triangel: motstridigt. Kryss: rykte."
        : "Circle: true. Square: older figures. Triangle: contradiction. Cross: rumour.",
      drawing: .element(
        "div", ["class": "wide", "tabindex": "0", "role": "group", "aria-label": title],
        HTML(markup: drawing(audiences, clock, title))), tables: [table],
      tableHeading: language == .swedish ? "Antal per timme" : "Numbers by hour"
    ).html
  }

  private func x(_ minute: Int) -> Double {
    let span = Double(max(1, list.endMinute - list.startMinute))
    return Self.left + (Self.right - Self.left) * Double(minute - list.startMinute) / span
  }

  private func drawing(_ audiences: [ExerciseAudience], _ clock: ExerciseClock, _ title: String) -> String {
    let height = Self.top + Double(audiences.count) * Self.rowHeight + 14
    var lines = [
      "<svg viewBox=\"0 0 920 \(Markup.number(height))\" role=\"img\" aria-label=\"\(Markup.escaped(title))\" font-size=\"12\">"
    ]
    // At most seven labels, at whole quarters of a day.
    let step = max(360, (list.endMinute - list.startMinute + 2_519) / 2_520 * 360)
    for minute in stride(from: list.startMinute, through: list.endMinute, by: step) {
      let place = Markup.number(x(minute))
      lines.append(
        "<line class=\"s-hair\" x1=\"\(place)\" y1=\"22\" x2=\"\(place)\" y2=\"\(Markup.number(height - 8))\"/>"
      )
      // The last one ends with the figure.
      let isLast = x(minute) > Self.right - 20
      lines.append(
        "<text class=\"f-soft\" x=\"\(isLast ? "918" : place)\" y=\"16\" text-anchor=\"\(isLast ? "end" : "middle")\">\(Markup.escaped(clock.relative(minute)))</text>"
      )
    }
    for (row, audience) in audiences.enumerated() {
      let y = Self.top + (Double(row) + 0.5) * Self.rowHeight
      lines.append(
        "<line class=\"s-rule\" x1=\"\(Markup.number(Self.left))\" y1=\"\(Markup.number(y))\" x2=\"\(Markup.number(Self.right))\" y2=\"\(Markup.number(y))\"/>"
      )
      let words = wrapped(audience.name[language])
      for (index, line) in words.enumerated() {
        let own = y + 4 + (Double(index) - Double(words.count - 1) / 2) * 14
        lines.append(
          "<text class=\"f-ink\" x=\"0\" y=\"\(Markup.number(own))\">\(Markup.escaped(line))</text>")
      }
      var stacked: [Int: Int] = [:]
      for inject in list.injects where inject.audience == audience.id {
        // Marks of one place stand above each other.
        let column = Int(x(inject.minute) / 7)
        let level = stacked[column, default: 0]
        stacked[column, default: 0] += 1
        let offset = Double((level + 1) / 2 * (level % 2 == 0 ? 1 : -1)) * 8
        lines.append(mark(inject.truth, x(inject.minute), y + min(22, max(-22, offset))))
      }
    }
    return lines.joined(separator: "\n") + "\n</svg>"
  }

  private func mark(_ truth: InjectTruth, _ x: Double, _ y: Double) -> String {
    let (left, right) = (Markup.number(x - 3.5), Markup.number(x + 3.5))
    let (above, below) = (Markup.number(y - 3.5), Markup.number(y + 3.5))
    return switch truth {
    case .true: "<circle class=\"f-accent\" cx=\"\(Markup.number(x))\" cy=\"\(Markup.number(y))\" r=\"3.2\"/>"
    case .outdated: "<rect class=\"f-shade\" x=\"\(left)\" y=\"\(above)\" width=\"7\" height=\"7\"/>"
    case .contradiction:
      "<path class=\"f-warn\" d=\"M\(Markup.number(x)) \(above)L\(right) \(below)H\(left)Z\"/>"
    case .rumour:
      "<path class=\"s-warn\" stroke-width=\"2\" d=\"M\(left) \(above)L\(right) \(below)M\(right) \(above)L\(left) \(below)\"/>"
    }
  }

  /// Up to three lines of a name.
  private func wrapped(_ name: String) -> [String] {
    var lines: [String] = []
    for word in name.split(separator: " ") {
      if let last = lines.last, Markup.width(last + " " + word, size: 12) < Self.left - 14 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return Array(lines.prefix(3))
  }
}
