import Foundation

/// Words out: results to stdout, the rest to stderr.
enum Console {
  static func print(_ text: String) { write(text + "\n", to: .standardOutput) }

  static func complain(_ text: String) { write(text + "\n", to: .standardError) }

  /// Overwrites the line on a terminal.
  static func progress(_ text: String) { write("\r\u{1B}[K" + text, to: .standardError) }

  static var isTerminal: Bool { isatty(2) == 1 }

  /// A reader that has gone away (a closed pipe) is no reason to crash.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
