#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Counts heap allocations, when `Benchmarks/peers/count_allocations.c` is loaded before the C library.
///
/// A difference of memory in use would miss a block that is asked for and given back within one event, so the
/// calls themselves are counted. `Benchmarks/allocations` builds the counter and shows the counts.
public enum AllocationCounter {
  /// Calls of the allocator by this program so far; nil when no counter is loaded.
  public static var count: Int? { counter.map { Int($0()) } }

  private static let counter: (@convention(c) () -> UInt64)? = {
    #if canImport(Glibc)
      // RTLD_DEFAULT is a null pointer here: search every object that is loaded.
      guard let symbol = unsafe dlsym(nil, "count_of_allocations") else { return nil }
    #else
      guard let symbol = unsafe dlsym(UnsafeMutableRawPointer(bitPattern: -2), "count_of_allocations") else {
        return nil
      }
    #endif
    return unsafe unsafeBitCast(symbol, to: (@convention(c) () -> UInt64).self)
  }()
}
