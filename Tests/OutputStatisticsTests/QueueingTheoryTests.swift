import OutputStatistics
import Testing

/// Published and independently computed values, to five decimals or more.
@Suite("QueueingTheory")
struct QueueingTheoryTests {
  func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-5 }

  @Test("Erlang B at ten erlangs is the table's")
  func erlangB() {
    let table = [(8, 0.338318), (10, 0.214582), (12, 0.119739), (14, 0.056819), (16, 0.022302)]
    for (servers, blocking) in table {
      #expect(isNear(QueueingTheory.erlangB(offeredLoad: 10, servers: servers), blocking))
    }
    #expect(QueueingTheory.erlangB(offeredLoad: 3, servers: 0) == 1)
    #expect(QueueingTheory.erlangB(offeredLoad: 0, servers: 3) == 0)
  }

  @Test("Erlang C with two arrivals a day that stay five days, 11 to 16 beds")
  func erlangC() {
    let table = [
      (11, 0.682118, 3.410591), (12, 0.449388, 1.123471), (14, 0.174132, 0.217665), (16, 0.057340, 0.047784),
    ]
    for (servers, probability, wait) in table {
      #expect(isNear(QueueingTheory.erlangC(offeredLoad: 10, servers: servers), probability))
      #expect(isNear(QueueingTheory.meanWait(arrivalRate: 2, meanService: 5, servers: servers), wait))
    }
    #expect(QueueingTheory.erlangC(offeredLoad: 10, servers: 10) == 1)
    #expect(QueueingTheory.meanWait(arrivalRate: 2, meanService: 5, servers: 10) == .infinity)
  }

  @Test("Three priority classes at four servers wait less and more than first come, first served")
  func priorities() {
    let rates = [0.8, 1.2, 1.2]
    let waits = QueueingTheory.meanWaitsByPriority(arrivalRates: rates, meanService: 1, servers: 4)
    for (wait, expected) in zip(waits, [0.186385, 0.372770, 1.491081]) { #expect(isNear(wait, expected)) }
    let common = QueueingTheory.meanWait(arrivalRate: 3.2, meanService: 1, servers: 4)
    #expect(isNear(common, 0.745541))
    // Work is conserved: the classes' waits, weighted by their rates, average to the common wait.
    #expect(abs(zip(rates, waits).reduce(0) { $0 + $1.0 * $1.1 } / 3.2 - common) < 1e-12)
    let overloaded = QueueingTheory.meanWaitsByPriority(arrivalRates: [1, 5], meanService: 1, servers: 4)
    #expect(abs(overloaded[0] - 1.0 / 3) < 1e-12)
    #expect(overloaded[1] == .infinity)
  }

  @Test("Pollaczek and Khinchine: the wait grows with the variance of the service")
  func singleServer() {
    for (deviation, wait) in [(0.0, 4.0), (1.5, 6.25), (2.0, 8.0)] {
      let mean = QueueingTheory.meanWaitSingleServer(
        arrivalRate: 0.4, meanService: 2, standardDeviation: deviation)
      #expect(isNear(mean, wait))
    }
    #expect(
      QueueingTheory.meanWaitSingleServer(arrivalRate: 0.5, meanService: 2, standardDeviation: 0) == .infinity
    )
  }

  @Test("M/M/c with arrivals every 4 and service of 10; M/M/20 at 90 %")
  func manyServers() {
    #expect(isNear(QueueingTheory.erlangC(offeredLoad: 2.5, servers: 4), 0.31986))
    #expect(isNear(QueueingTheory.erlangC(offeredLoad: 2.5, servers: 5), 0.13037))
    #expect(isNear(QueueingTheory.meanWait(arrivalRate: 0.25, meanService: 10, servers: 4), 2.13238))
    #expect(isNear(QueueingTheory.meanWait(arrivalRate: 0.25, meanService: 10, servers: 5), 0.52149))
    #expect(isNear(QueueingTheory.meanTimeInSystem(arrivalRate: 18, meanService: 1, servers: 20), 1.275385))
  }
}
