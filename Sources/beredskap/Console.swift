import Foundation

/// Words out: results to stdout, the rest to stderr.
enum Console {
  static func print(_ text: String) { write(text + "\n", to: .standardOutput) }

  static func complain(_ text: String) { write(text + "\n", to: .standardError) }

  /// Overwrites the line on a terminal.
  static func progress(_ text: String) { write("\r\u{1B}[K" + text, to: .standardError) }

  static var isTerminal: Bool { isatty(2) == 1 }

  /// Writes bytes to stdout; false when the reader has gone away.
  static func write(_ bytes: [UInt8]) throws(CommandFailure) -> Bool {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { rest in
        unsafe Foundation.write(1, rest.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if written > 0 {
        done += written
      } else if errno == EPIPE {
        return false
      } else if errno != EINTR {
        throw CommandFailure(code: .inputOutput, message: "cannot write to stdout: \(reason(errno))")
      }
    }
    return true
  }

  private static func reason(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// A reader that has gone away (a closed pipe) is no reason to crash.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
