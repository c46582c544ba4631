import CareModel
import Reporting
import Testing

@Suite("The drawing of a network")
struct NetworkDrawingTests {
  @Test("is a well-formed document that needs nothing beside itself, and the same bytes each time")
  func wellFormed() {
    for network in [DescribedNetwork.network, DescribedNetwork.large, FindingsFixture.network] {
      let svg = NetworkDrawing.svg(network)
      #expect(MarkupWalk.mistake(in: svg) == nil)
      #expect(svg == NetworkDrawing.svg(network))
      for foreign in ["<script", "href", "@import", "url(h", "<image"] { #expect(!svg.contains(foreign)) }
    }
  }

  @Test("names every region, facility, step, end and fleet, escaped")
  func names() {
    let svg = NetworkDrawing.svg(DescribedNetwork.network)
    #expect(
      svg.contains("<title id=\"network-title\">Every &lt;mechanism&gt; &amp; &quot;name&quot;</title>"))
    let names = [
      ">01 North &lt;up&gt;<", ">02 South &amp; &quot;east&quot;<", ">03 &amp;\u{301}combined <",
      ">Place &lt;2&gt; &amp; co<", ">first&lt;look&gt;<", ">intensive<", ">again<", ">journey<", ">home<",
      ">dead<",
      ">aircraft: Aircraft &amp; crew<", ">bay (Bay): 4 / 6<",
    ]
    for name in names { #expect(svg.utf8.contains(name.utf8), "\(name)") }
  }

  @Test("says what a step does beside a stay, and dashes the ways of those who were not served")
  func mechanisms() {
    let svg = NetworkDrawing.svg(DescribedNetwork.network)
    for words in [
      "together with team", "patience 2 h", "gives up", "turned away", "when full: queue", "trip by aircraft",
      "by share of ill", "25 %", "request, 1.5 h", "worsens to critical",
    ] { #expect(svg.contains(words), "\(words)") }
    // One gives up, one is turned away (the second step to do so is told to queue), one trip each in the pathway and
    // in transport.
    #expect(svg.split(separator: "stroke-dasharray=\"5 3\"").count - 1 == 4)
  }

  @Test("has a row for each region when facilities are many")
  func summary() {
    let svg = NetworkDrawing.svg(DescribedNetwork.large)
    #expect(svg.contains(">1,704 / 1,708<") && !svg.contains(">Place 7<"))
  }

  @Test("a network without parts is drawn too")
  func empty() {
    let network = CareNetwork(
      id: "none", title: "", unitKinds: [], regions: [], facilities: [], units: [], classes: [], pathways: [],
      inflows: [])
    #expect(MarkupWalk.mistake(in: NetworkDrawing.svg(network)) == nil)
    #expect(NetworkDescription.text(network).hasPrefix(" (none), handling: open\n"))
  }
}
