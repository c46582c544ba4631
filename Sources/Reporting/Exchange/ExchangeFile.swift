/// A file for another tool: its name and its bytes.
public struct ExchangeFile: Sendable, Equatable {
  /// Name within the folder of the exercise; a `/` parts folders.
  public var name: String
  /// Contents.
  public var bytes: [UInt8]

  /// A file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
