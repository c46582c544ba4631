import Foundation
import Synchronization

/// Words out: results to stdout, the rest to stderr.
enum Console {
  /// Why the first text could not be printed; the command goes on, and says so at its end.
  private static let failure = Mutex<CommandFailure?>(nil)

  static func print(_ text: String) { printWhole(text + "\n") }

  /// Prints a text that ends in a line end of its own.
  static func printWhole(_ text: String) {
    do throws(CommandFailure) {
      _ = try write(Array(text.utf8))
    } catch let new {
      failure.withLock { $0 = $0 ?? new }
    }
  }

  /// Ends with the failure of what could not be printed, if there is any.
  static func finish() throws(CommandFailure) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// Prints a page with its headings in bold.
  static func printPage(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix(":") && !line.hasPrefix(" ") ? Colour.bold(String(line), on: 1) : String(line)
    }
    print(lines.joined(separator: "\n"))
  }

  static func complain(_ text: String) { write(text + "\n", to: .standardError) }

  /// Says why the command ends: the sentence, then what it is about in bold, line by line.
  static func complain(_ failure: CommandFailure) {
    var lines = failure.message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = lines.removeFirst()
    complain(Colour.red("beredskap:", on: 2) + " " + first)
    for line in lines { complain(emphasised(line)) }
  }

  /// A line with file, line and column in bold, if it begins with them.
  private static func emphasised(_ line: String) -> String {
    guard Colour.isWanted(2), let end = line.range(of: #"^[^ ]+:[0-9]+:[0-9]+:"#, options: .regularExpression)
    else { return line }
    return Colour.bold(String(line[end]), on: 2) + line[end.upperBound...]
  }

  /// Overwrites the line on a terminal.
  static func progress(_ text: String) { write("\r\u{1B}[K" + text, to: .standardError) }

  /// Whether a line on stderr can overwrite itself.
  static var isTerminal: Bool { Colour.isAble(2) }

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
