import Foundation

/// A finished call of the built command.
struct Call {
  let code: Int32
  /// Ended by a signal, as a crash is.
  let wasKilled: Bool
  let output: String
  let complaint: String
}

/// The built `beredskap`, run as its users run it.
enum Command {
  /// Beside the test bundle, or in a folder above it.
  static let path: String = {
    let manager = FileManager.default
    let starts = [CommandLine.arguments[0]] + Bundle.allBundles.map(\.bundlePath)
    for start in starts {
      var folder = URL(fileURLWithPath: start).deletingLastPathComponent()
      for _ in 0..<5 {
        let candidate = folder.appendingPathComponent("beredskap").path
        var isFolder: ObjCBool = false
        let exists = unsafe manager.fileExists(atPath: candidate, isDirectory: &isFolder)
        if exists, !isFolder.boolValue { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    fatalError("there is no built beredskap near \(starts)")
  }()

  /// Runs the command in a folder and waits for its end.
  static func run(_ words: String..., in folder: TemporaryFolder) throws -> Call {
    try run(words, in: folder)
  }

  /// Runs the command in a folder and waits for its end.
  static func run(_ words: [String], in folder: TemporaryFolder) throws -> Call {
    // Files, not pipes, so that long outputs cannot fill a buffer that nobody reads yet.
    let output = try folder.scratchFile()
    let complaint = try folder.scratchFile()
    let process = try start(words, in: folder, output: output.handle, complaint: complaint.handle)
    process.waitUntilExit()
    return Call(
      code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOfFile: output.path, encoding: .utf8),
      complaint: try String(contentsOfFile: complaint.path, encoding: .utf8))
  }

  /// Starts the command with given ends of its streams.
  static func start(
    _ words: [String], in folder: TemporaryFolder, output: FileHandle, complaint: FileHandle,
    environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaint
    try process.run()
    return process
  }
}
