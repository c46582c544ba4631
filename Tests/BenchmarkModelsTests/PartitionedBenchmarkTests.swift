import BenchmarkModels
import Testing

/// Digests of PHOLD and of the benchmark of many regions, whatever the partitions and the threads.
@Suite("Benchmarks in partitions", .serialized)
struct PartitionedBenchmarkTests {
  @Test("PHOLD gives one digest in 1, 8 and 1,024 partitions, at 1, 2, 3 and 8 threads")
  func phold() {
    let serial = PholdBenchmark.outcome(seed: 5, partitions: 1, threads: 1, endHours: 2)
    #expect(serial.hops > 20_000)
    for partitions in [8, 1_024] {
      for threads in [1, 2, 3, 8] {
        let outcome = PholdBenchmark.outcome(seed: 5, partitions: partitions, threads: threads, endHours: 2)
        #expect(outcome == serial, "\(partitions) partitions, \(threads) threads")
      }
    }
    #expect(PholdBenchmark.outcome(seed: 6, partitions: 8, threads: 1, endHours: 2) != serial)
  }

  @Test("Regions give the same figures one by one, 21 together and all together, at 1, 2, 3, 8 threads")
  func regions() {
    let serial = ScalingBenchmark.outcome(seed: 7, factor: 2, regionsPerPartition: 42, days: 4)
    #expect(serial.transfers > 100)
    for size in [1, 21] {
      for threads in [1, 2, 3, 8] {
        let outcome = ScalingBenchmark.outcome(
          seed: 7, factor: 2, regionsPerPartition: size, days: 4, threads: threads)
        #expect(outcome == serial, "\(size) regions a partition, \(threads) threads")
      }
    }
  }
}
