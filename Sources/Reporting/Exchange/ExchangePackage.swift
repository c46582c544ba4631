import BatchRunner
import CareModel

/// The tables of an exercise with `datapackage.json`, as Frictionless Data Package 2.0 has them.
public enum ExchangePackage {
  /// `injects.csv`, `casualty_cards.csv`, `vital_signs.csv`, `actors.csv`, `channels.csv`, `audiences.csv` and
  /// `datapackage.json` that describes them.
  ///
  /// - Complexity: O(n log n) of the injects.
  public static func files(_ list: ExerciseList) -> [ExchangeFile] {
    let clock = ExerciseClock(timeOrigin: list.timeOrigin)
    let handling = list.handling.rawValue
    var files: [ExchangeFile] = []
    var resources: [JSONText] = []
    func add<Row>(_ table: ExchangeTable<Row>, _ rows: [Row]) {
      let file = table.file(rows)
      files.append(file)
      resources.append(table.resource(file, handling: handling))
    }
    add(InjectTable.table(list, clock), InjectTable.ordered(list.injects))
    add(CasualtyTables.cards(clock), list.cards)
    add(CasualtyTables.vitalSigns(clock), CasualtyTables.measurements(list.cards))
    add(RoleTables.actors, list.actors)
    add(RoleTables.channels, list.channels)
    add(RoleTables.audiences, list.audiences)
    files.append(ExchangeFile(name: "datapackage.json", text: description(of: list, resources).rendered))
    return files
  }

  private static func description(of list: ExerciseList, _ resources: [JSONText]) -> JSONText {
    .keys([
      "$schema": .text("https://datapackage.org/profiles/2.0/datapackage.json"),
      "name": .text(name(list.experiment)),
      "title": .text(ExchangeText.line(list.title.en)),
      "description": .text("\(ExerciseMark.both). Injects drawn from a simulated course of events."),
      "handling": .text(list.handling.rawValue),
      "experiment": .text(ExchangeText.line(list.experiment)),
      "scenario": .text(ExchangeText.line(list.scenario)),
      "arms": .list(list.arms.map { .text(ExchangeText.line($0)) }),
      "replication": .whole(list.replication),
      "seed": .text("\(list.seed)"),
      "time_origin": .text(ExchangeText.line(list.timeOrigin)),
      "start_minute": .whole(list.startMinute),
      "end_minute": .whole(list.endMinute),
      "resources": .list(resources),
    ])
  }

  /// As the specification wants a name: lower-case letters, digits, `.`, `-` and `_`.
  private static func name(_ text: String) -> String {
    "injects-" + ExchangeText.identifier(text.lowercased())
  }
}
