import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FanChartTests {
  private static let chart = FanChart(
    title: "Intensive care <North & South>", axisTitle: "Mean number over the day", capacity: 40,
    capacityTitle: "40 staffed places",
    panels: ["As today", "Postpone"].map { title in
      FanChart.Panel(
        title: title,
        days: (0..<30).map { day in
          let median = Double(20 + day)
          return FanChart.Day(
            p05: median - 6, p25: median - 3, p50: median, p75: median + 3, p95: median + 6)
        })
    })

  @Test("the document is well-formed and says its course in words")
  func wellFormed() {
    let svg = Self.chart.svg()
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(svg.contains("<title id=\"fan-title\">Intensive care &lt;North &amp; South&gt;</title>"))
    #expect(svg.contains("As today: the median is 20 on day 0, at most 49 on day 29, and 49 on day 29."))
    #expect(svg.contains("The dashed line is 40 staffed places."))
  }

  @Test("every panel has two bands, a median and a capacity line on the same scale")
  func parts() {
    let svg = Self.chart.svg()
    #expect(svg.components(separatedBy: "<polygon").count == 5)
    #expect(svg.components(separatedBy: "<polyline").count == 3)
    #expect(svg.components(separatedBy: "stroke-dasharray").count == 4)
    #expect(Self.chart.svg() == svg)
  }
}
