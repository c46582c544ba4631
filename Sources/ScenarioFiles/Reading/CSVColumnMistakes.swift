/// What is wrong with the cells of a table, by column: where all cells of a column are wrong its name is, which is said
/// once.
final class CSVColumnMistakes {
  /// Fewer cells say nothing of a column.
  private static let leastCells = 4

  private var columns: [String] = []
  private var mistakes: [String: [Mistake]] = [:]
  private var cells: [String: Int] = [:]

  /// Counts a cell that has content.
  func count(_ column: String) { cells[column, default: 0] += 1 }

  func add(_ sentence: String, at place: TextPlace, path: String, column: String) {
    if mistakes[column] == nil { columns.append(column) }
    mistakes[column, default: []].append(Mistake(at: place, path: path, sentence: sentence))
  }

  /// Whether all cells of a column are wrong.
  func isWhollyWrong(_ column: String) -> Bool {
    guard let count = mistakes[column]?.count else { return false }
    return count >= Self.leastCells && count >= cells[column] ?? 0
  }

  /// Reports all mistakes, of a column that is wholly wrong the first for all; whether there is such a column.
  func report(into log: MistakeLog) -> Bool {
    var isAnyWrong = false
    for column in columns {
      let own = mistakes[column] ?? []
      guard isWhollyWrong(column), let first = own.first else {
        for mistake in own { log.add(mistake) }
        continue
      }
      isAnyWrong = true
      log.add(
        Mistake(
          file: first.file, line: first.line, column: first.column, path: first.path,
          sentence: "\(first.sentence); all \(own.count) cells of the column are wrong: is its name?"))
    }
    return isAnyWrong
  }
}
