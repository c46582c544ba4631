import BatchRunner
import CareModel
import Foundation
public import ScenarioFiles

/// `exercise.json`: how an exercise was made. No time of day, so that equal inputs give equal bytes.
public enum ExerciseRecord {
  /// Its name.
  public static let fileName = "exercise.json"

  /// The file.
  ///
  /// - Parameters:
  ///   - list: the exercise.
  ///   - exercise: the exercise file that was read.
  ///   - files: the other files of the folder.
  ///   - version: of the program.
  public static func file(
    _ list: ExerciseList, exercise: InputFile, files: [ExchangeFile], version: String
  ) -> ExchangeFile {
    let json = JSONText.keys([
      "program": .text("beredskap"), "version": .text(version), "kind": .text("exercise"),
      "notice": .text("ÖVNING – EXERCISE. Simulated; nothing here was reported or has happened."),
      "experiment": .text(list.experiment), "scenario": .text(list.scenario),
      "arms": .list(list.arms.map { .text($0) }), "seed": .unsigned(list.seed),
      "replication": .whole(list.replication), "time_origin": .text(list.timeOrigin),
      "start_minute": .whole(list.startMinute), "end_minute": .whole(list.endMinute),
      "compression": .number(list.compression), "handling": .text(list.handling.rawValue),
      "injects": .whole(list.injects.count), "casualty_cards": .whole(list.cards.count),
      "exercise_file_sha256": .text(hash(exercise.bytes)),
      "files": .list(
        files.map {
          .keys(["path": .text($0.name), "bytes": .whole($0.bytes.count), "sha256": .text(hash($0.bytes))])
        }),
    ])
    return ExchangeFile(name: fileName, bytes: Array((json.rendered + "\n").utf8))
  }

  /// The names of the other files, as the bytes of this one list them; none when it is no such file.
  public static func files(in bytes: [UInt8]) -> [String] {
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      root["program"] as? String == "beredskap", root["kind"] as? String == "exercise",
      let files = root["files"] as? [[String: Any]]
    else { return [] }
    return files.compactMap { $0["path"] as? String }
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal()
  }
}
