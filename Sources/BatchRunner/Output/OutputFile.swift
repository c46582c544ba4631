import Foundation

/// A file of a run, written under a temporary name in blocks, with its digest gathered on the way.
///
/// Used by one thread.
final class OutputFile {
  /// Name once in place.
  let name: String
  private let partialPath: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var digest = SHA256()
  private(set) var byteCount = 0
  private(set) var sha256 = ""

  private static let blockBytes = 1 << 18

  init(name: String, in folder: String) throws(OutputFailure) {
    self.name = name
    partialPath = "\(folder)/\(FileReplacement.partialName(name))"
    guard FileManager.default.createFile(atPath: partialPath, contents: nil),
      let handle = FileHandle(forWritingAtPath: partialPath)
    else { throw .cannotCreate(path: "\(folder)/\(name)", reason: "not allowed or no such folder") }
    self.handle = handle
  }

  /// Appends bytes; they reach the file in large blocks.
  func append(_ bytes: [UInt8]) throws(OutputFailure) {
    buffer += bytes
    if buffer.count >= Self.blockBytes { try flush() }
  }

  /// Writes what is left and closes the file; ``sha256`` is known afterwards.
  func close() throws(OutputFailure) {
    try flush()
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw .cannotWrite(path: name, reason: error.localizedDescription)
    }
    sha256 = digest.hexadecimal()
  }

  /// Closes and removes the temporary file; errors no longer matter.
  func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: partialPath)
  }

  private func flush() throws(OutputFailure) {
    if buffer.isEmpty { return }
    digest.update(buffer)
    byteCount += buffer.count
    do {
      try handle.write(contentsOf: Data(buffer))
    } catch {
      throw .cannotWrite(path: name, reason: error.localizedDescription)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
