import Foundation
import Synchronization

/// Whether colour is wanted, and the little there is of it.
enum Colour {
  private static let off = Atomic<Bool>(false)

  /// Set by `--no-color`.
  static var isOff: Bool {
    get { off.load(ordering: .relaxed) }
    set { off.store(newValue, ordering: .relaxed) }
  }

  /// On a terminal that is not dumb, unless the user does not want it: https://no-color.org.
  static func isWanted(_ stream: Int32) -> Bool {
    guard !isOff, isAble(stream) else { return false }
    return (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Whether a stream is a terminal that knows what an escape is.
  static func isAble(_ stream: Int32) -> Bool {
    isatty(stream) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  static func bold(_ text: String, on stream: Int32) -> String { wrapped(text, "1", stream) }

  static func red(_ text: String, on stream: Int32) -> String { wrapped(text, "1;31", stream) }

  private static func wrapped(_ text: String, _ code: String, _ stream: Int32) -> String {
    isWanted(stream) ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
