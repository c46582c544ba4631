import Dispatch

/// The threads of a window crew besides the calling one.
@usableFromInline
final class WorkerThreads: Sendable {
  private let group = DispatchGroup()

  @usableFromInline
  init() {}

  /// Starts `work` on a thread of its own: a serial queue gets one, however few processors there are.
  @usableFromInline
  func start(_ worker: Int, _ work: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "window worker \(worker)", qos: .userInitiated)
      .async(group: group, execute: DispatchWorkItem(block: work))
  }

  /// Returns when all work has ended.
  @usableFromInline
  func wait() { group.wait() }
}
