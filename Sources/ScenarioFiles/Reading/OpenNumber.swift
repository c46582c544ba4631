/// A number under a name that its list does not fix, such as a parameter of a facility.
public struct OpenNumber: Sendable {
  /// The key or column.
  public let name: String
  /// The value.
  public let value: Double
  /// Where it stands.
  public let place: TextPlace
}

/// Checked fields with further numbers beside them, from an object or from a row of a table.
public protocol OpenFields: CheckedFields {
  /// The further numbers, in file order.
  var openNumbers: [OpenNumber] { get }
}
