import Foundation

/// A folder of files that appears whole or not at all.
enum WholeFolder {
  /// Writes beside the place and moves there. A folder with the marker, an earlier one of the kind, is replaced; one
  /// that holds something else only when forced, and then files of the same name alone.
  ///
  /// - Parameter marker: the file that says what the folder is.
  static func write(
    _ files: [(name: String, bytes: [UInt8])], to place: String, marker: String, force: Bool
  ) throws(CommandFailure) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    let isThere = unsafe manager.fileExists(atPath: place, isDirectory: &isFolder)
    if isThere, !isFolder.boolValue {
      throw CommandFailure(code: .cannotCreate, message: "\(place) cannot be made: it is a file")
    }
    let names = isThere ? ((try? manager.contentsOfDirectory(atPath: place)) ?? []) : []
    let isOwn = names.isEmpty || names.contains(marker)
    if !isOwn, !force {
      throw CommandFailure(
        code: .cannotCreate,
        message:
          "\(place) holds something else, such as \(names.sorted()[0]); name another folder with --out, or write into it with --force"
      )
    }
    let partial = "\(place).partial"
    do {
      try? manager.removeItem(atPath: partial)
      for file in files {
        let path = "\(partial)/\(file.name)"
        try manager.createDirectory(
          at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: URL(fileURLWithPath: path))
      }
      if isOwn {
        try? manager.removeItem(atPath: place)
        try manager.moveItem(atPath: partial, toPath: place)
      } else {
        for file in files {
          let path = "\(place)/\(file.name)"
          try manager.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
          try? manager.removeItem(atPath: path)
          try manager.moveItem(atPath: "\(partial)/\(file.name)", toPath: path)
        }
        try? manager.removeItem(atPath: partial)
      }
    } catch {
      try? manager.removeItem(atPath: partial)
      throw CommandFailure(
        code: .cannotCreate, message: "\(place) cannot be written: not allowed, or the disk is full")
    }
  }
}
