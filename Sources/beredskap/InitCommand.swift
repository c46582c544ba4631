import Foundation

/// `beredskap init`.
enum InitCommand {
  static func run(_ words: [String]) throws(CommandFailure) {
    let arguments = try Arguments(words, syntax: Verbs.initialise)
    if arguments.flags.contains("--help") { return Console.printPage(Verbs.initialise.help) }
    let folder = arguments.positions[0]
    if !arguments.flags.contains("--force") { try refuseToOverwrite(in: folder) }
    for file in StarterFiles.all {
      let place = "\(folder)/\(file.path)"
      do {
        try FileManager.default.createDirectory(
          at: URL(fileURLWithPath: place).deletingLastPathComponent(), withIntermediateDirectories: true)
      } catch {
        throw CommandFailure(
          code: .cannotCreate,
          message: "\(folder) cannot be made: something else has its name, or it may not be written")
      }
      try WholeFile.write(file.text, to: place)
      Console.print("wrote \(place)")
    }
    let place = folder.contains(" ") ? "'\(folder)'" : folder
    Console.print(
      """

      Next, check the files and ask the first question:

        cd \(place)
        beredskap check Models Experiments
        beredskap run Experiments/template

      README.md says how to go on.
      """)
  }

  private static func refuseToOverwrite(in folder: String) throws(CommandFailure) {
    for file in StarterFiles.all where FileManager.default.fileExists(atPath: "\(folder)/\(file.path)") {
      throw CommandFailure(
        code: .cannotCreate,
        message: "\(folder)/\(file.path) is there already; name another folder, or overwrite with --force")
    }
  }
}
