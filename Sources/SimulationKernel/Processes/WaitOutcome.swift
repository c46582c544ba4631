/// Why a wait ended without an error.
@usableFromInline
enum WaitOutcome: UInt8, Sendable {
  /// What was waited for has come.
  case fulfilled
  /// The patience of the process ended first.
  case reneged
}

/// Names one wait; after the wait is over it names nothing.
@frozen
@usableFromInline
struct WaitToken: BitwiseCopyable, Hashable, Sendable {
  let slot: UInt32
  let generation: UInt32
  /// Whether the wait belongs to the task of its process, not to a child of that.
  @usableFromInline let isOwn: Bool

  static var none: WaitToken { WaitToken(slot: .max, generation: 0, isOwn: true) }
}
