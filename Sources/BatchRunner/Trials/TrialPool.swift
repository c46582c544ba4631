import CareModel
import Dispatch
import Foundation
import SimulationKernel

/// Runs the replications of a plan on several threads, with the same result for any number of them.
///
/// Work is one replication of one design point with all its arms. Workers take it in index order from one
/// counter and leave results in slots; the calling thread folds the slots in index order. When there are at least
/// twice as many threads as pieces of work, the pieces are run one by one, each with its partitions on all threads:
/// replications or partitions, never both.
public struct TrialPool: Sendable {
  /// Workers, at least one.
  public let threads: Int
  /// Whether every event is followed by an independent walk of all state; some hundred times slower.
  public let auditsEveryEvent: Bool

  /// A pool.
  ///
  /// - Precondition: `threads` is positive.
  public init(threads: Int, auditsEveryEvent: Bool = false) {
    precondition(threads > 0, "a pool needs a thread")
    self.threads = threads
    self.auditsEveryEvent = auditsEveryEvent
  }

  private static func sharesPartitions(_ plan: BatchPlan, threads: Int) -> Bool {
    threads >= 2 * plan.points.count * plan.replications
  }

  /// Pieces of work that are under way at a time.
  static func piecesAtOnce(_ plan: BatchPlan, threads: Int) -> Int {
    sharesPartitions(plan, threads: threads) ? 1 : min(threads, plan.points.count * plan.replications)
  }

  /// Runs `plan` and hands each design point to `finished`, in order.
  ///
  /// - Parameters:
  ///   - progress: called on the calling thread, some four times a second.
  ///   - finished: called on the calling thread; when it throws, workers end and the error is passed on.
  /// - Complexity: holds the regional figures of one or two design points at a time.
  public func run<Failure: Error>(
    _ plan: BatchPlan, progress: (BatchProgress) -> Void,
    finished: (PointOutcome) throws(Failure) -> Void
  ) throws(Failure) {
    let slots = TrialSlots(count: plan.points.count * plan.replications)
    let news = DispatchSemaphore(value: 0)
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "trials", qos: .userInitiated, attributes: .concurrent)
    let sharesPartitions = Self.sharesPartitions(plan, threads: threads)
    let workers = sharesPartitions ? windowWorkers : .one
    for _ in 0..<Self.piecesAtOnce(plan, threads: threads) {
      queue.async(group: group) { [auditsEveryEvent] in
        Self.work(plan, slots, news, workers, auditsEveryEvent: auditsEveryEvent)
      }
    }
    defer {
      slots.stop()
      group.wait()
    }
    let clock = ContinuousClock()
    let start = clock.now
    func report() {
      let elapsed = (clock.now - start) / .seconds(1)
      progress(BatchProgress(done: slots.done, total: slots.count, elapsedSeconds: elapsed))
    }
    for point in plan.points.indices {
      var fold = PointFold(plan, point: point)
      for replication in 0..<plan.replications {
        while true {
          if let results = slots.take(point * plan.replications + replication) {
            fold.add(results)
            break
          }
          _ = news.wait(timeout: .now() + .milliseconds(250))
          report()
        }
      }
      try finished(fold.finish())
    }
    report()
  }

  /// Threads that look for each other while each has a processor, and sleep at once when they share one.
  private var windowWorkers: WindowWorkers {
    threads <= ProcessInfo.processInfo.activeProcessorCount
      ? WindowWorkers(count: threads) : WindowWorkers(count: threads, spinsBeforeParking: 0)
  }

  private static func work(
    _ plan: BatchPlan, _ slots: TrialSlots, _ news: DispatchSemaphore, _ workers: WindowWorkers,
    auditsEveryEvent: Bool
  ) {
    var current = -1
    var network = plan.points[0].network
    var scenario = plan.points[0].scenario
    var measures = MeasureList(network)
    while let index = slots.claim() {
      let point = index / plan.replications
      if point != current {
        network = plan.points[point].network.detached()
        scenario = plan.points[point].scenario
        measures = MeasureList(network)
        current = point
      }
      let work = TrialWork(
        plan: plan, point: point, replication: index % plan.replications,
        auditsEveryEvent: auditsEveryEvent, workers: workers)
      slots.put(work.run(network, scenario, measures: measures), at: index)
      news.signal()
    }
  }
}
