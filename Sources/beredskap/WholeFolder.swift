import BatchRunner
import Foundation

/// A folder of files of one kind that appear together or not at all.
struct WholeFolder {
  /// The path, without a slash at its end.
  let place: String
  /// The file that says what the folder is.
  let marker: String
  /// The names of all files of an earlier one, from the bytes of its marker.
  let files: ([UInt8]) -> [String]

  /// Writes files into the folder. Those of an earlier one of its kind are replaced; a folder that holds
  /// anything else is left alone, unless forced: then the rest stays as it is.
  func write(_ files: [(name: String, bytes: [UInt8])], force: Bool) throws(CommandFailure) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    let isThere = unsafe manager.fileExists(atPath: place, isDirectory: &isFolder)
    if isThere, !isFolder.boolValue {
      throw CommandFailure(code: .cannotCreate, message: "\(place) cannot be made: it is a file")
    }
    let earlier = earlierFiles
    if !force, let other = otherContents("", than: earlier) {
      throw CommandFailure(
        code: .cannotCreate,
        message: "\(place) holds something else, such as \(other); "
          + "name another folder with --out, or write into it with --force")
    }
    let partial = "\(place)/\(FileReplacement.partialName("new"))"
    defer {
      try? manager.removeItem(atPath: partial)
      if !isThere { _ = unsafe rmdir(place) }
    }
    do {
      try? manager.removeItem(atPath: partial)
      for file in files {
        let url = URL(fileURLWithPath: "\(partial)/\(file.name)")
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    } catch {
      throw CommandFailure(
        code: .cannotCreate, message: "\(place) cannot be written: not allowed, or the disk is full")
    }
    do {
      // The marker last: without it a folder is no whole one.
      let names = files.map(\.name).filter { $0 != marker } + [marker]
      try FileReplacement(in: place, of: earlier, by: names) { "\(partial)/\($0)" }.run()
    } catch {
      throw CommandFailure(code: .cannotCreate, message: error.description)
    }
  }

  private var earlierFiles: [String] {
    guard let data = FileManager.default.contents(atPath: "\(place)/\(marker)") else { return [] }
    // Such a name would reach outside the folder.
    let names = files([UInt8](data)).filter { !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") }
    return names.contains(marker) ? names : names.isEmpty ? [] : names + [marker]
  }

  /// The first name in a folder below this one that is none of `own`; nil when all are.
  private func otherContents(_ below: String, than own: [String]) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(place)/\(below)")) ?? []
    for name in names.sorted().map({ below + $0 }) where !own.contains(name) {
      if below.isEmpty, FileReplacement.isPartial(name) { continue }
      guard own.contains(where: { $0.hasPrefix("\(name)/") }) else { return name }
      if let other = otherContents("\(name)/", than: own) { return other }
    }
    return nil
  }
}
