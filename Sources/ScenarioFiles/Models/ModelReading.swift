import CareModel
import RandomStreams

/// One reading of a model's documents: the network, and where its parts stand for the checks that follow.
///
/// The network is complete only if nothing was reported; until then stand-ins fill the gaps.
final class ModelReading {
  let document: ModelDocument
  let context: ReadingContext
  let root: FieldReader
  var network: CareNetwork
  let translations: [Translation]

  var unitKinds: [FieldReader] = []
  var regions: [any OpenFields] = []
  var facilities: [any OpenFields] = []
  var units: [any CheckedFields] = []
  var classes: [FieldReader] = []
  var pathways: [FieldReader] = []
  /// Who wrote each step of each pathway of the network.
  var stepReaders: [[FieldReader]] = []
  /// Whether every step and way of each pathway could be read.
  var isWholePathway: [Bool] = []
  var inflows: [FieldReader] = []
  var days: [any OpenFields] = []
  var groupsAtStart: [FieldReader] = []

  var kindNames = NameIndex("unit kind", [])
  var regionNames = NameIndex("region", [])
  var facilityNames = NameIndex("facility", [])
  var profileNames = NameIndex("profile", [])
  var classNames = NameIndex("class", [])
  var pathwayNames = NameIndex("pathway", [])
  var fleetNames = NameIndex("fleet", [])
  var stockNames = NameIndex("stock", [])
  var calendarNames = NameIndex("calendar", [])
  var linkNames = NameIndex("link", [])
  var professionNames = NameIndex("profession", [])
  /// Employers who claim persons of the staff.
  var employerNames = NameIndex("employer", [])
  /// Units of each facility and kind that a unit was read for, to find a second one.
  var unitPlaces: [UnitPlace: TextPlace] = [:]

  /// Keys of tables and lists that are empty, or of which a whole column cannot be read.
  var torn: Set<String> = []

  struct UnitPlace: Hashable {
    let facility: Int
    let kind: Int
  }

  /// Ids of the kinds for whose units some step lets patients wait, whatever the kind says; nil where a step that could
  /// not be read may let them wait for any.
  private(set) lazy var kindsQueuedFor: Set<String>? = readKindsQueuedFor()

  var log: MistakeLog { context.log }

  init(_ document: ModelDocument, context: ReadingContext) {
    self.document = document
    self.context = context
    root = FieldReader(document.root, as: ModelFields.model, context: context)
    translations = Translation.read(root, titles: document.titles)
    network = CareNetwork(
      id: root.text("id") ?? "", title: root.text("title") ?? "",
      handling: root.text("handling").flatMap { Handling(rawValue: $0) } ?? .open, unitKinds: [],
      regions: [], facilities: [], units: [], classes: [], pathways: [], inflows: [])
    if let source = document.root["source"] {
      log.add(
        "a model as a whole has no source: write it nearer to the numbers", at: source.place,
        path: "source")
    }
    readTime()
    readPlaces()
    readPatients()
    readStocks()
    readPathways()
    readFlows()
    readPresentAtStart()
    readMeasures()
    checkStreamNames()
  }

  private func readTime() {
    guard let time = root.object("time") else { return }
    if let text = time.text("origin") {
      let (origin, mistake) = TimeOrigin.read(text)
      if let mistake { time.report(mistake.sentence(text), about: "origin") }
      network.timeOrigin = text
      network.firstWeekday = origin.day.weekday
    }
    if let days = time.days("run_in") {
      if days != days.rounded() {
        time.report("the run-in must be a whole number of days", about: "run_in")
      }
      network.runInDays = days.rounded()
    }
  }

  /// Reads what is a table beside the model or a list in it. `nil` if it cannot be read at all.
  func rows(_ key: String, as list: FieldList) -> [any OpenFields]? {
    if root.isText(key) {
      guard let table = document.table(key) else { return nil }
      let reader = CSVTableReader(table, as: list, path: key, context: context)
      if reader.isTorn { torn.insert(key) }
      return reader.rows
    }
    return root.has(key) ? root.objects(key) : nil
  }

  /// Whether nothing of what is a table or a list is lost to mistakes.
  func isWhole(_ key: String) -> Bool {
    document.isWhole(key) && !torn.contains(key) && (root.isWhole(key) || root.isText(key))
  }

  /// Keys of which something is lost to mistakes.
  var tornKeys: Set<String> { Set(root.list.fields.map(\.key).filter { !isWhole($0) }) }

  /// Reports a list that is there and empty.
  func requireSome(_ key: String, _ count: Int?, _ what: String) {
    guard count == 0, isWhole(key) else { return }
    root.report("the model has no \(what)", about: key)
    torn.insert(key)
  }

  /// The names for a column of a table; where no cell of it is one, that is said once, at the first.
  func names(_ index: NameIndex, ofColumn key: String, in rows: [any CheckedFields], of table: String)
    -> NameIndex
  {
    let unknown = rows.filter { row in row.text(key).map { index.index(of: $0) == nil } ?? false }
    if !unknown.isEmpty { torn.insert(table) }
    guard index.isComplete, unknown.count >= 4, unknown.count == rows.count else { return index }
    _ = index.index(of: unknown[0].text(key) ?? "") { sentence in
      unknown[0].report(
        "\(sentence); so in all \(rows.count) rows: is the name of the column right?", about: key)
    }
    return NameIndex(index.what, index.names, isComplete: false)
  }

  /// Reads classes with their shares.
  func mix(_ fields: FieldReader) -> [(patientClass: Int, share: Double)] {
    classMix(fields, classNames: classNames)
  }
}

/// Reads `classes` of an inflow or stream: references and the sum of shares.
func classMix(
  _ fields: FieldReader, key: String = "classes", classNames: NameIndex
) -> [(patientClass: Int, share: Double)] {
  guard fields.has(key) else { return [] }
  let parts = fields.objects(key)
  reportShareSum(parts.map { $0.number("share") }, of: fields, about: key)
  reportRepeats(parts, "class")
  return parts.map { part in
    (patientClass: classNames.index(of: "class", in: part) ?? 0, share: part.number("share") ?? 0)
  }
}

/// Reports shares that do not sum to one within 1e-6; nothing if one of them is unusable.
func reportShareSum(_ shares: [Double?], of fields: FieldReader, about key: String) {
  let known = shares.compactMap { $0 }
  guard known.count == shares.count else { return }
  if known.isEmpty {
    fields.reportIfEmpty(key)
  } else if let sentence = shareSumMistake(known) {
    fields.report(sentence, about: key)
  }
}

/// Reports an element that names the same thing as an earlier one.
func reportRepeats(_ parts: [FieldReader], _ key: String) {
  var seen: Set<String> = []
  for part in parts {
    guard let name = part.text(key) else { continue }
    if !seen.insert(name).inserted {
      part.report("'\(name)' is in the list already", about: key)
    }
  }
}
