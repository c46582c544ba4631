import Foundation

/// The files of a run for reading: in its folder, or while it is being written, each once it is closed.
public struct RunFiles: Sendable {
  private let read: @Sendable (String) -> [UInt8]?

  /// The files of a finished run: those that its manifest lists, and no other that lies beside them.
  ///
  /// - Parameter folder: its path.
  public init(folder: String) {
    let names = Set(OutputFolder.outputs(ofRunIn: folder) ?? [])
    read = { name in
      guard names.contains(name) else { return nil }
      return FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
    }
  }

  /// Files in memory, by name.
  public init(_ files: [(name: String, bytes: [UInt8])]) {
    read = { name in files.first { $0.name == name }?.bytes }
  }

  /// The closed files of a folder that is being written.
  init(writingTo folder: String) {
    read = { name in
      let partial = "\(folder)/\(FileReplacement.partialName(name))"
      return FileManager.default.contents(atPath: partial).map { [UInt8]($0) }
    }
  }

  /// The bytes of a file; nil when there is none.
  ///
  /// - Complexity: O(bytes).
  public func bytes(_ name: String) -> [UInt8]? {
    name.contains("/") || name.hasPrefix(".") ? nil : read(name)
  }
}
