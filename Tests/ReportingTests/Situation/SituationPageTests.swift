import BatchRunner
import CareModel
import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Situation picture: page and files")
struct SituationPageTests {
  private static let trajectory = SituationFixture.trajectory

  private static func page(_ report: SituationReport, _ network: CareNetwork = trajectory.network) -> String {
    SituationPage(report, network: network).html
  }

  /// Rows of tables that name an area: key, and the values behind the cells with the headings of their columns.
  private static func rows(_ html: String) -> [(key: String, values: [(column: String, value: String)])] {
    var rows: [(String, [(String, String)])] = []
    for table in html.components(separatedBy: "<table").dropFirst() {
      let headings = table.components(separatedBy: "<th scope=\"col\"").dropFirst().map { head in
        head.prefix { $0 != ">" }.components(separatedBy: "data-column=\"").dropFirst().first
          .map { String($0.prefix { $0 != "\"" }) } ?? ""
      }
      for row in table.components(separatedBy: "<tr data-key=\"").dropFirst() {
        let key = row.prefix { $0 != "\"" }.replacingOccurrences(of: "&lt;", with: "<")
          .replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&amp;", with: "&")
        let cells = row.components(separatedBy: "<td").dropFirst().enumerated().compactMap { index, cell in
          cell.prefix { $0 != ">" }.components(separatedBy: "data-value=\"").dropFirst().first.map {
            (
              headings.indices.contains(index + 1) ? headings[index + 1] : "",
              String($0.prefix { $0 != "\"" })
            )
          }
        }
        rows.append((key, cells))
      }
    }
    return rows.map { (key: $0.0, values: $0.1.map { (column: $0.0, value: $0.1) }) }
  }

  private static func part(_ key: String, _ name: String) -> String {
    key.components(separatedBy: ";").first { $0.hasPrefix("\(name)=") }.map {
      String($0.dropFirst(name.count + 1))
    }
      ?? ""
  }

  @Test("Every number on the page is that of the JSON file, in both languages", arguments: [20, 100, 200])
  func numbersAgree(hour: Int) throws {
    let report = SituationFixture.report(hour: hour)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(SituationJSON.value(report).rendered.utf8)) as? [String: Any])
    var figures: [String: Double] = [:]
    for area in try #require(json["areas"] as? [[String: Any]]) {
      for figure in try #require(area["figures"] as? [[String: Any]]) {
        guard let value = figure["value"] as? Double, let measure = figure["measure"] as? String,
          let level = area["level"] as? String, let id = area["id"] as? String
        else { continue }
        figures["\(level)/\(id)/\(measure)"] = value
      }
    }
    var compared = 0
    for row in Self.rows(Self.page(report)) {
      let area = Self.part(row.key, "area")
      let (group, measure) = (Self.part(row.key, "group"), Self.part(row.key, "measure"))
      for cell in row.values where !cell.column.isEmpty {
        let id = !measure.isEmpty ? measure : !group.isEmpty ? "\(group)_\(cell.column)" : cell.column
        let known = figures["\(area)/\(id)"] ?? .nan
        let shown = Double(cell.value) ?? .infinity
        // Two readers of the same decimals may differ in the last bit.
        #expect(abs(known - shown) <= 1e-12 * abs(known), "\(area) \(id)")
        compared += 1
      }
    }
    #expect(compared > 200)
  }

  @Test("Both languages have the same rows, and no word of the one stands in the other")
  func languages() throws {
    let html = Self.page(SituationFixture.report(hour: 100))
    let mains = html.components(separatedBy: "<main ").dropFirst().map {
      $0.components(separatedBy: "</main>")[0]
    }
    #expect(mains.count == 2)
    let keys = mains.map { Self.rows($0).map(\.key) }
    #expect(keys[0] == keys[1] && keys[0].count > 40)
    for word in [
      "Disponibla", "Belagda", "Lediga", "Överbel", "Väntar", "Läget", "Sammanställd", "dygn", "antagande",
    ] {
      #expect(mains[0].contains(word))
      #expect(!mains[1].contains(word), "\(word) in the English page")
    }
    for word in ["Available", "Occupied", "Waiting", "Published", "Free capacity", "assumption"] {
      #expect(mains[1].contains(word))
      #expect(!mains[0].contains(word), "\(word) in the Swedish page")
    }
  }

  @Test("Every part of the page, and the file of hospitals, says that the situation is simulated")
  func marked() throws {
    let report = SituationFixture.report(hour: 100)
    let html = Self.page(report)
    let sections = html.components(separatedBy: "<section ").count - 1
    let marks =
      html.components(separatedBy: "SIMULERAT LÄGE – ÖVNING/ANALYS</p>").count
      + html.components(separatedBy: "SIMULATED SITUATION – EXERCISE/ANALYSIS</p>").count - 2
    #expect(sections == 2 * 6 && marks == sections)
    #expect(html.contains("@top-left { content: \"SIMULERAT L\\c4 GE "))
    let have = try #require(SituationHave.xml(report, network: Self.trajectory.network))
    #expect(have.components(separatedBy: "(ÖVNING, simulerat)</xnl:NameElement>").count == 4)
    #expect(have.contains("Status: Exercise"))
  }

  @Test("A forecast says that it knows no places, and may go above them")
  func forecastAbovePlaces() {
    let page = Self.page(SituationFixture.report(hour: 100))
    #expect(page.contains("nor how many places there are: where it goes above them it tells a need"))
    #expect(page.contains("eller hur många platser som finns: går den över dem är det ett behov"))
  }

  @Test("Each region's figures fold away on a screen under its name, and are printed unfolded")
  func folds() {
    let html = Self.page(SituationFixture.report(hour: 100))
    let folds = html.components(separatedBy: "<details class=\"print\"><summary>").dropFirst()
    #expect(folds.count == 2 * 3 && folds.allSatisfy { $0.contains("</table></div>") })
    #expect(folds.contains { $0.hasPrefix("Platser och uppgifter, South</summary>") })
    #expect(html.components(separatedBy: "<details").count == 1 + folds.count)
    #expect(html.contains("details.print::details-content { content-visibility: visible; display: block; }"))
    #expect(html.contains("window.addEventListener(\"beforeprint\""))
  }

  @Test("The region that does not report is named beside its figures with their age")
  func olderFigures() {
    let html = Self.page(SituationFixture.report(hour: 100))
    #expect(
      html.contains(
        "* Äldre uppgifter, rapport saknas: Intensivvård: South (5/1 08:00, 2\u{202F}dygn 20\u{202F}tim)"))
    #expect(html.contains("* Older figures, no report has come: Intensive care: South (5 Jan 08:00"))
    #expect(html.contains("2 av 3 regioner har rapporterat intensivvården 7/1 08:00."))
  }

  @Test(
    "Hospitals have the free and available beds that the trajectory has at their cut-off, in HAVE's order")
  func have() throws {
    let report = SituationFixture.report(hour: 100)
    let xml = try #require(SituationHave.xml(report, network: Self.trajectory.network))
    let walk = try HaveWalk(xml)
    #expect(
      walk.counts["BedType"] == [
        "AdultICU", "MedicalSurgical", "AdultICU", "MedicalSurgical", "AdultICU", "MedicalSurgical",
      ])
    let cutOffs = [80, 80, 32]
    for hospital in 0..<3 {
      let icu = Self.trajectory.samples[cutOffs[hospital]].total(kind: 1, facility: hospital)
      #expect(walk.counts["AvailableCount"]?[2 * hospital] == "\(icu.freePlaces)")
      #expect(walk.counts["BaselineCount"]?[2 * hospital] == "\(icu.open)")
    }
    // The oldest count of each: those of the third are from before the silence.
    #expect(
      walk.counts["LastUpdateTime"] == [
        "2027-01-07T08:00:00+01:00", "2027-01-07T08:00:00+01:00", "2027-01-05T08:00:00+01:00",
      ])
    #expect(SituationHave.xml(SituationFixture.report(hour: 0), network: Self.trajectory.network) == nil)
  }

  @Test("Hostile names stay words in page, JSON and HAVE")
  func hostile() throws {
    let names = [
      "<script>alert(1)</script>", "\"' & \u{202E}evil\u{0}\u{7}\n]]>",
      "=HYPERLINK(\"http://example.org\")-->",
    ]
    let network = SituationFixture.network(names: names, title: "<img src=x onerror=alert(1)>")
    let trajectory = SituationFixture.record(network, hours: 60)
    let report = SituationFixture.report(trajectory, hour: 60)
    let html = Self.page(report, network)
    #expect(html.components(separatedBy: "<script").count == 2 && !html.contains("<img"))
    #expect(!html.lowercased().contains("http:") && !html.contains("\u{202E}") && !html.contains("\u{0}"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    let json = SituationJSON.value(report).rendered
    let value = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((value["areas"] as? [[String: Any]])?.contains { $0["name"] as? String == names[0] } == true)
    let have = try #require(SituationHave.xml(report, network: network))
    let walk = try HaveWalk(have)
    #expect(walk.counts["NameElement"]?.first == "<script>alert(1)</script> hospital (ÖVNING, simulerat)")
    #expect(!have.contains("\u{202E}"))
  }

  @Test("Equal input gives equal bytes, and an hour before any report a page that says so")
  func reproducible() {
    let first = SituationFixture.report(hour: 100)
    let second = SituationFixture.report(SituationFixture.record(), hour: 100)
    #expect(Self.page(first) == Self.page(second))
    #expect(SituationJSON.value(first).rendered == SituationJSON.value(second).rendered)
    let early = SituationFixture.report(hour: 1)
    #expect(Self.page(early).contains("Ingen rapport om intensivvården är publicerad än."))
  }
}

/// Texts of an XML document by the name of their element, in order.
private final class HaveWalk: NSObject, XMLParserDelegate {
  private(set) var counts: [String: [String]] = [:]
  private var text = ""

  struct Broken: Error {}

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Broken() }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) { text = "" }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    counts[name.split(separator: ":").last.map(String.init) ?? name, default: []].append(text)
    text = ""
  }
}
