import CareModel

extension TimeOrigin.Mistake {
  /// The mistake in a sentence about the text.
  func sentence(_ text: String) -> String {
    switch self {
    case .form: "'\(text)' is not a time such as 2027-01-04T00:00:00+01:00"
    case .noOffset: "'\(text)' lacks its offset from UTC, such as +01:00"
    case .noSuchDay: "there is no such day as \(text.prefix(10))"
    case .notMidnight: "day 0 begins at 00:00 local time, not at \(text.dropFirst(11).prefix(5))"
    }
  }
}
