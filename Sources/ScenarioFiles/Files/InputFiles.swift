import Foundation

/// Where inputs are read from: the disk, or texts that the program carries.
///
/// It is not a file system: it reads whole files and lists folders, and writes nothing.
public struct InputFiles: Sendable {
  /// What a path leads to.
  public enum PathKind: Sendable {
    /// A file.
    case file
    /// A folder.
    case folder
    /// Nothing.
    case missing
  }

  /// Sorted by path; nil stands for the disk.
  private let texts: [(path: String, bytes: [UInt8])]?

  /// The disk.
  public static let disk = InputFiles(texts: nil)

  private init(texts: [(path: String, bytes: [UInt8])]?) { self.texts = texts }

  /// Texts by path, for built-in models and tests.
  public init(_ texts: [(path: String, text: String)]) {
    self.texts = texts.map { (normalPath($0.path), Array($0.text.utf8)) }.sorted { $0.0 < $1.0 }
  }

  /// Bytes by path.
  public init(bytes: [(path: String, bytes: [UInt8])]) {
    texts = bytes.map { (normalPath($0.path), $0.bytes) }.sorted { $0.0 < $1.0 }
  }

  /// Reads a file, or reports why it cannot be read and returns nil.
  public func load(_ path: String, into log: MistakeLog) -> SourceText? {
    guard let texts else { return SourceText.load(path: path, into: log) }
    guard let found = texts.first(where: { $0.path == path }) else {
      log.add(
        Mistake(
          file: path, line: 1, column: 1, path: "", sentence: "there is no such file",
          kind: .missingInput))
      return nil
    }
    return SourceText.checked(path: path, bytes: found.bytes, into: log)
  }

  /// What a path leads to.
  public func kind(of path: String) -> PathKind {
    guard let texts else {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        return .missing
      }
      return isFolder.boolValue ? .folder : .file
    }
    let path = normalPath(path)
    if texts.contains(where: { $0.path == path }) { return .file }
    return texts.contains { $0.path.hasPrefix(path + "/") } || path == "." ? .folder : .missing
  }

  /// Names in a folder, sorted, hidden ones left out; empty if there is no such folder.
  public func names(in folder: String) -> [String] {
    guard let texts else {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { !$0.hasPrefix(".") }.sorted()
    }
    let start = normalPath(folder) == "." ? "" : normalPath(folder) + "/"
    let inside = texts.filter { $0.path.hasPrefix(start) }
      .compactMap { $0.path.dropFirst(start.count).split(separator: "/").first.map { String($0) } }
    return Set(inside).sorted()
  }
}

/// An input file as it was read, for its hash.
public struct InputFile: Sendable {
  /// The path as shown to the user.
  public let path: String
  /// All its bytes.
  public let bytes: [UInt8]

  /// The file of a text.
  init(_ source: SourceText) {
    path = source.path
    bytes = source.fileBytes
  }
}

/// A relative path from a folder, as a person writes it: `a/b` and `../c` give `a/c`.
package func path(_ relative: String, from folder: String) -> String {
  relative.hasPrefix("/") || folder.isEmpty || folder == "."
    ? normalPath(relative) : normalPath(folder + "/" + relative)
}

/// A path without `.`, empty steps and, where possible, `..`.
package func normalPath(_ path: String) -> String {
  var steps: [Substring] = []
  let isAbsolute = path.hasPrefix("/")
  for step in path.split(separator: "/") where step != "." {
    if step == "..", let last = steps.last, last != ".." {
      steps.removeLast()
    } else if step != ".." || !isAbsolute {
      steps.append(step)
    }
  }
  let joined = steps.joined(separator: "/")
  return isAbsolute ? "/" + joined : (joined.isEmpty ? "." : joined)
}

/// The folder that a path is in; `.` when it says none.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last step of a path.
package func lastStep(of path: String) -> String {
  path.split(separator: "/").last.map { String($0) } ?? path
}
