#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program has used so far, or between two moments.
public struct ResourceUse: Sendable {
  /// Time by a clock that is never set back, seconds.
  public var wallSeconds: Double
  /// Time of the processors, user and system, seconds.
  public var processorSeconds: Double
  /// The most memory ever resident, megabytes of 10^6 bytes; not a difference.
  public var peakMemoryMegabytes: Double
  /// Heap blocks asked for, if a counter was loaded with the program (``AllocationCounter``).
  public var allocations: Int?

  /// A use of so much.
  package init(
    wallSeconds: Double, processorSeconds: Double, peakMemoryMegabytes: Double, allocations: Int? = nil
  ) {
    self.wallSeconds = wallSeconds
    self.processorSeconds = processorSeconds
    self.peakMemoryMegabytes = peakMemoryMegabytes
    self.allocations = allocations
  }

  /// The use of this program until now.
  public static var now: ResourceUse {
    var usage = rusage()
    #if canImport(Glibc)
      _ = unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
      let bytes = Double(usage.ru_maxrss) * 1024
    #else
      _ = unsafe getrusage(RUSAGE_SELF, &usage)
      let bytes = Double(usage.ru_maxrss)
    #endif
    var clock = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &clock)
    return ResourceUse(
      wallSeconds: Double(clock.tv_sec) + 1e-9 * Double(clock.tv_nsec),
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMemoryMegabytes: bytes / 1e6, allocations: AllocationCounter.count)
  }

  /// The use since `earlier`, with the peak memory of the whole program.
  public func since(_ earlier: ResourceUse) -> ResourceUse {
    ResourceUse(
      wallSeconds: wallSeconds - earlier.wallSeconds,
      processorSeconds: processorSeconds - earlier.processorSeconds,
      peakMemoryMegabytes: peakMemoryMegabytes, allocations: difference(allocations, earlier.allocations))
  }

  private func difference(_ later: Int?, _ earlier: Int?) -> Int? {
    guard let later, let earlier else { return nil }
    return later - earlier
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + 1e-6 * Double(time.tv_usec)
  }
}
