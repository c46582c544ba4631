/// What keeps an exercise from being written as a file for another tool.
public enum ExchangeFailure: Error, Equatable, CustomStringConvertible {
  /// The file would be larger than its format can hold.
  case tooLarge(file: String)

  /// What is wrong, in a sentence.
  public var description: String {
    switch self {
    case .tooLarge(let file): "'\(file)' would be larger than its format can hold"
    }
  }
}
