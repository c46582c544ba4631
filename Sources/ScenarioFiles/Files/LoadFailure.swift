/// Everything that is wrong with the inputs of one load.
public struct LoadFailure: Error, Sendable, CustomStringConvertible {
  /// The mistakes by file, line and column.
  public let mistakes: [Mistake]
  /// One mistake a line, and how many more there are.
  public let description: String
  /// Whether some input was missing rather than wrong.
  public let isMissingInput: Bool

  init(_ log: MistakeLog) {
    mistakes = log.sorted
    description = log.rendered()
    isMissingInput = log.hasMissingInput
  }
}
