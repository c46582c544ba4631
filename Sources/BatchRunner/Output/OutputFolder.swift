import Foundation

/// The folder a run is written to: all files appear at the end, the manifest last, or none does.
///
/// A folder that holds an earlier run of the same experiment is written again. One that holds anything
/// else is left alone, unless forced: then files of a run replace those of the same name.
public final class OutputFolder {
  /// Path as given.
  public let path: String
  private let isNew: Bool
  private var earlier: [String]
  private var files: [OutputFile] = []

  /// Opens or creates a folder for a run of an experiment.
  ///
  /// - Throws: ``OutputFailure`` when it cannot be created or holds other contents.
  public init(at path: String, experimentID: String, force: Bool = false) throws(OutputFailure) {
    self.path = path
    let manager = FileManager.default
    isNew = !manager.fileExists(atPath: path)
    earlier = []
    do {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: path, reason: "not allowed, or a file stands in the way")
    }
    guard let contents = try? manager.contentsOfDirectory(atPath: path).sorted() else {
      throw .cannotCreate(path: path, reason: "it cannot be listed")
    }
    earlier = Self.files(ofRunIn: path, experimentID: experimentID)
    let others = contents.filter { !earlier.contains($0) && !FileReplacement.isPartial($0) }
    if !force, let other = others.first {
      throw .otherContents(folder: path, example: other)
    }
  }

  /// A file of the run under a temporary name.
  func create(_ name: String) throws(OutputFailure) -> OutputFile {
    // Before the run, not after it.
    try FileReplacement.requireReplaceable(name, in: path)
    let file = try OutputFile(name: name, in: path)
    files.append(file)
    return file
  }

  /// A whole file of the run, closed, under a temporary name.
  func write(_ text: String, to name: String) throws(OutputFailure) -> OutputFile {
    let file = try create(name)
    try file.append(Array(text.utf8))
    try file.close()
    return file
  }

  /// Puts all files in place, those named last at the end, and removes those of the earlier run that the
  /// new one does not have; when that fails the folder is as before.
  func commit() throws(OutputFailure) {
    // Without a manifest a folder is no complete run: it goes first and comes last.
    try FileReplacement(in: path, of: earlier, by: files.map(\.name)) { [path] name in
      "\(path)/\(FileReplacement.partialName(name))"
    }.run()
    files = []
  }

  /// Removes all temporary files, and the folder when this run created it and nothing is in it.
  func abandon() {
    for file in files { file.discard() }
    files = []
    let manager = FileManager.default
    if isNew, (try? manager.contentsOfDirectory(atPath: path))?.isEmpty == true {
      try? manager.removeItem(atPath: path)
    }
  }

  /// A page made of an earlier run afterwards: it goes with the run.
  private static func isPage(_ name: String) -> Bool {
    name.hasPrefix("report-against-") && name.hasSuffix(".html")
  }

  /// The tables and pages that the manifest of a run lists; nil where there is none, or it is of another experiment
  /// than the one that is named.
  static func outputs(ofRunIn path: String, experimentID: String? = nil) -> [String]? {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(RunManifest.fileName)"),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      manifest["program"] as? String == "beredskap",
      let outputs = manifest["outputs"] as? [[String: Any]]
    else { return nil }
    if let experimentID, manifest["experiment"] as? String != experimentID { return nil }
    // A name with a slash would reach outside the folder.
    return outputs.compactMap { $0["path"] as? String }.filter { !$0.contains("/") }
  }

  /// The files of an earlier run of the experiment.
  private static func files(ofRunIn path: String, experimentID: String) -> [String] {
    guard let names = outputs(ofRunIn: path, experimentID: experimentID) else { return [] }
    let contents = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let pages = contents.sorted().filter { isPage($0) && !names.contains($0) }
    return names + pages + [RunManifest.fileName]
  }
}
