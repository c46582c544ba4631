/// Closed forms of queueing theory, against which simulations are tested.
///
/// Gross, Shortle, Thompson and Harris 2008, *Fundamentals of queueing theory*, DOI 10.1002/9781118625651.
/// Offered load is the arrival rate times the mean service time, in erlangs. Rates are per unit of time and
/// waits in that unit of time.
public enum QueueingTheory {
  /// The probability that an arrival finds all servers busy and is lost: Erlang B, for any service
  /// distribution.
  ///
  /// - Precondition: `offeredLoad >= 0`, `servers >= 0`.
  /// - Complexity: O(`servers`); the recursion is stable.
  public static func erlangB(offeredLoad: Double, servers: Int) -> Double {
    precondition(offeredLoad >= 0 && servers >= 0, "Erlang B needs a load and servers not below zero.")
    var blocking = 1.0
    for count in 0..<servers {
      blocking = offeredLoad * blocking / (Double(count + 1) + offeredLoad * blocking)
    }
    return blocking
  }

  /// The probability that an arrival must wait: Erlang C. One if the load is not below the number of servers.
  ///
  /// - Precondition: `offeredLoad >= 0`, `servers >= 1`.
  /// - Complexity: O(`servers`).
  public static func erlangC(offeredLoad: Double, servers: Int) -> Double {
    precondition(servers >= 1, "Erlang C needs at least one server.")
    let utilisation = offeredLoad / Double(servers)
    if utilisation >= 1 { return 1 }
    let blocking = erlangB(offeredLoad: offeredLoad, servers: servers)
    return blocking / (1 - utilisation * (1 - blocking))
  }

  /// The mean wait before service in M/M/c, those who do not wait included; infinite if the load is not below
  /// the servers.
  ///
  /// - Precondition: `arrivalRate >= 0`, `meanService > 0`, `servers >= 1`.
  public static func meanWait(arrivalRate: Double, meanService: Double, servers: Int) -> Double {
    let load = arrivalRate * meanService
    if load >= Double(servers) { return .infinity }
    return erlangC(offeredLoad: load, servers: servers) * meanService / (Double(servers) - load)
  }

  /// The mean time in system in M/M/c: the mean wait and the mean service.
  ///
  /// - Precondition: `arrivalRate >= 0`, `meanService > 0`, `servers >= 1`.
  public static func meanTimeInSystem(arrivalRate: Double, meanService: Double, servers: Int) -> Double {
    meanWait(arrivalRate: arrivalRate, meanService: meanService, servers: servers) + meanService
  }

  /// The mean wait before service in M/G/1, by Pollaczek and Khinchine; infinite if the load is not below
  /// one.
  ///
  /// - Precondition: `arrivalRate >= 0`, `meanService >= 0`, `standardDeviation >= 0`, of the service time.
  public static func meanWaitSingleServer(
    arrivalRate: Double, meanService: Double, standardDeviation: Double
  ) -> Double {
    let load = arrivalRate * meanService
    if load >= 1 { return .infinity }
    let secondMoment = meanService * meanService + standardDeviation * standardDeviation
    return arrivalRate * secondMoment / (2 * (1 - load))
  }

  /// The mean wait before service of each class in M/M/c with non-pre-emptive priorities, highest first.
  ///
  /// Cobham 1954, DOI 10.1287/opre.2.1.70; Kella and Yechiali 1985, Stochastic Models 1, 257–262, for equal
  /// mean services. Infinite from the first class with which the load is no longer below the servers; higher
  /// classes then find every server busy.
  ///
  /// - Precondition: no rate is negative, `meanService > 0`, `servers >= 1`.
  /// - Complexity: O(`servers` + classes).
  public static func meanWaitsByPriority(
    arrivalRates: [Double], meanService: Double, servers: Int
  ) -> [Double] {
    let capacity = Double(servers)
    let total = arrivalRates.reduce(0, +) * meanService
    let busy = erlangC(offeredLoad: total, servers: servers)
    let residual = busy * meanService / capacity
    var waits: [Double] = []
    var higher = 0.0
    for rate in arrivalRates {
      let upTo = higher + rate * meanService / capacity
      waits.append(upTo >= 1 ? .infinity : residual / ((1 - higher) * (1 - upTo)))
      higher = upTo
    }
    return waits
  }
}
