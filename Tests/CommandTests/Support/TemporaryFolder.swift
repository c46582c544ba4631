import Foundation

/// A folder that goes away with its owner.
final class TemporaryFolder {
  let path: String
  private let scratch: String
  private var scratchCount = 0

  init() throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("beredskap-command-\(UUID().uuidString)").path
    path = root + "/work"
    scratch = root + "/scratch"
    for folder in [path, scratch] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path + "/..") }

  /// An empty file outside ``path``, open for writing.
  func scratchFile() throws -> (path: String, handle: FileHandle) {
    scratchCount += 1
    let file = "\(scratch)/\(scratchCount)"
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    guard let handle = FileHandle(forWritingAtPath: file) else { throw CocoaError(.fileWriteUnknown) }
    return (file, handle)
  }

  /// Writes a file, making its folders.
  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  /// Names in a folder, hidden ones too, sorted; empty when there is none.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }
}
