import Foundation

/// New files in the place of earlier ones: all of them, or none, and then the earlier ones are back.
///
/// Files that are none of them stay as they are. Not for two programs that write into one folder at a time.
package struct FileReplacement {
  /// The folder.
  let folder: String
  /// Names of the new files below the folder. The last comes last and goes first, so that it says that all are there.
  let names: [String]
  /// Names of earlier files; those that no new one replaces go.
  let earlier: [String]
  /// Where a new file waits, in the folder's own file system.
  let waiting: (String) -> String

  /// A replacement that has not begun.
  package init(
    in folder: String, of earlier: [String], by names: [String], waiting: @escaping (String) -> String
  ) {
    self.folder = folder
    self.names = names
    self.earlier = earlier
    self.waiting = waiting
  }

  /// A name for what is not finished: nobody's own, whoever left it there.
  package static func partialName(_ name: String) -> String { ".\(name).partial" }

  /// Whether a name is that of something unfinished, left by a run that was ended from outside.
  package static func isPartial(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".partial") }

  /// Moves all files.
  package func run() throws(OutputFailure) {
    for name in names { try Self.requireReplaceable(name, in: folder) }
    let manager = FileManager.default
    let aside = path(Self.partialName("earlier"))
    var moves: [(from: String, to: String)] = []
    func move(_ from: String, _ to: String) throws {
      try manager.createDirectory(
        at: URL(fileURLWithPath: to).deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.moveItem(atPath: from, toPath: to)
      moves.append((from, to))
    }
    try? manager.removeItem(atPath: aside)
    var current = ""
    do {
      for name in names.reversed() + earlier where Self.isFile(path(name)) {
        current = name
        try move(path(name), "\(aside)/\(name)")
      }
      for name in names {
        current = name
        try move(waiting(name), path(name))
      }
    } catch {
      for move in moves.reversed() { try? manager.moveItem(atPath: move.to, toPath: move.from) }
      removeEmptyFolders()
      try? manager.removeItem(atPath: aside)
      throw .cannotWrite(path: path(current), reason: "it cannot be put in place, and nothing was changed")
    }
    try? manager.removeItem(atPath: aside)
    removeEmptyFolders()
  }

  /// Refuses a name that a folder has: it is nobody's to remove.
  static func requireReplaceable(_ name: String, in folder: String) throws(OutputFailure) {
    let path = "\(folder)/\(name)"
    if type(of: path) == .typeDirectory {
      throw .cannotWrite(path: path, reason: "a folder has that name; move it away, or choose another folder")
    }
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Folders that held earlier files alone, or were made for new ones that did not come.
  private func removeEmptyFolders() {
    let folders = (names + earlier).compactMap { name in name.lastIndex(of: "/").map { name[..<$0] } }
    for name in Set(folders) { _ = unsafe rmdir(path(String(name))) }
  }

  /// A link is a file too, wherever it leads.
  private static func isFile(_ path: String) -> Bool {
    type(of: path).map { $0 != .typeDirectory } ?? false
  }

  private static func type(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }
}
