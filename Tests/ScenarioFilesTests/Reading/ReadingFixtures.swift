import ScenarioFiles

/// Parses a text named `m.json5` and returns the tree and the mistakes as one text.
func parse(_ text: String) -> (root: JSON5Node, mistakes: String) {
  let log = MistakeLog()
  let root = JSON5Parser.parse(SourceText(path: "m.json5", text: text), into: log)
  return (root, log.rendered())
}

/// Reads a text named `m.json5` against a list.
func read(_ text: String, as list: FieldList) -> (
  reader: FieldReader, mistakes: String, evidence: Evidence
) {
  let context = ReadingContext()
  let root = JSON5Parser.parse(SourceText(path: "m.json5", text: text), into: context.log)
  let reader = FieldReader(root, as: list, context: context)
  return (reader, context.log.rendered(), context.evidence)
}

/// Reads a table named `t.csv` against a list.
func readTable(_ text: String, as list: FieldList, isOpen: Bool = false) -> (
  reader: CSVTableReader?, mistakes: String, evidence: Evidence
) {
  let context = ReadingContext()
  let table = CSVTable.parse(SourceText(path: "t.csv", text: text), into: context.log)
  let reader = table.map {
    CSVTableReader($0, as: list, isOpen: isOpen, path: "regions", context: context)
  }
  return (reader, context.log.rendered(), context.evidence)
}

/// A small concept that has every kind of field.
let wardList = FieldList(
  "ward", "A ward.",
  [
    Field("id", .identifier, "Its id.", example: "id: \"ward-1\""),
    Field("title", .text, .optional, "Its name."),
    Field("kind", .choice(["ward", "intensive-care"]), .standard(.text("ward")), "What it is."),
    Field("open", .flag, .standard(.flag(true)), "Whether it is open."),
    Field("staffed_beds", .count(0...5_000), "Beds with staff.", example: "staffed_beds: 24"),
    Field("turnaround", .time(), .standard(.number(0)), "Cleaning time."),
    Field("arrivals", .rate(), .optional, "Arrivals."),
    Field("speed", .number(.positive, unit: "km_per_hour"), .optional, "Speed."),
    Field("occupancy", .share, .optional, "Share of beds taken at time zero."),
    Field("priority", .integer(0...7), .standard(.number(3)), "Priority.", isSetting: true),
    Field("hourly", .numbers(.nonNegative, length: 3...3), .optional, "Factors."),
    Field("meetings", .times(), .optional, "Times of meetings."),
    Field("outcomes", .shares, .optional, "Shares of outcomes."),
    Field("tags", .texts, .standard(.empty), "Tags."),
    Field("stay", .distribution(.time), .optional, "Length of stay."),
    Field("party", .distribution(.quantity("patients")), .optional, "Patients at once."),
    Field("table", .file, .optional, "A table."),
    Field("extra", .any, .optional, "Anything."),
    Field("nurse", .object(staffList), .optional, "Its nurses."),
    Field("teams", .objects(staffList), .standard(.empty), "Teams."),
    Field("shifts", .objectMap(staffList), .standard(.empty), "Shifts."),
  ])

let staffList = FieldList(
  "staff", "Staff.",
  [Field("id", .identifier, .optional, "Id."), Field("heads", .count(), "Number of people.")])
