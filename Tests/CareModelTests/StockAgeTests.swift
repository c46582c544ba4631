import CareModel
import OutputStatistics
import RandomStreams
import Testing

@Suite("Stocks that expire, and what a shortage does")
struct StockAgeTests {
  private let patient = [PatientClass(id: "p", title: "P", pathway: 0)]
  private let measures = [
    DeclaredMeasure(id: "used", quantity: .stockUsed, stock: 0),
    DeclaredMeasure(id: "wasted", quantity: .stockWasted, stock: 0),
    DeclaredMeasure(id: "short", quantity: .stockShort, stock: 0),
    DeclaredMeasure(id: "normal_days", quantity: .lowestDaysAtNormalUse, stock: 0),
    DeclaredMeasure(id: "refused", quantity: .refused, unitKind: 0),
    DeclaredMeasure(id: "hours", quantity: .meanHoursInSystem),
    DeclaredMeasure(id: "first", quantity: .firstDayShort, stock: 0),
  ]

  private func network(
    _ stock: Stock, use: StockUse, stay: Double = 1, beds: Int = 9, arrivals: [(Int, Double)],
    refused: [Branch] = []
  ) -> CareNetwork {
    var step = Step(id: "s", unitKind: 0, stay: .constant(stay))
    step.uses = [use]
    step.refused = refused
    var network = PlaceHoldingTests.network(
      kinds: [UnitKind(id: "unit", title: "unit")], beds: [beds],
      steps: [step, Step(id: "other", stay: .constant(5))], classes: patient, arrivals: arrivals,
      measures: measures)
    network.stocks = [stock]
    return network
  }

  private func values(_ id: String, _ network: CareNetwork, days: Int = 3) -> [Double] {
    Fixture.values(
      id, Fixture.run(network, horizonDays: days, seed: 1, replications: 1, audits: true), network)
  }

  @Test("The oldest is used first, and what is left is thrown away when its days are over")
  func oldestFirst() {
    let stock = Stock(
      id: "blood", title: "Blood", level: .fixed(0), deliveryPerDay: .fixed(4), shelfLifeDays: 2,
      normalUsePerDay: .fixed(2))
    let network = network(stock, use: StockUse(stock: 0, amount: 4), arrivals: [(0, 36)])
    // The delivery of day 0 is used on day 1, that of day 1 expires at 06:00 of day 3.
    #expect(values("wasted", network, days: 3) == [0])
    #expect(values("wasted", network, days: 4) == [4])
    #expect(values("used", network, days: 4) == [4])
    #expect(values("normal_days", network, days: 4) == [2])
  }

  @Test(
    "What sums of parts round to makes no shortage: three tenths are three times one tenth, ten deliveries one"
  )
  func sums() {
    let tenth = StockUse(stock: 0, amount: 0.1, whenShort: .wait)
    let level = network(
      Stock(id: "blood", title: "Blood", level: .fixed(0.3)), use: tenth, arrivals: [(0, 1), (0, 2), (0, 3)])
    #expect(values("hours", level) == [1])
    let delivered = Stock(id: "blood", title: "Blood", level: .fixed(0), deliveryPerDay: .fixed(0.1))
    let one = network(delivered, use: StockUse(stock: 0, amount: 1), arrivals: [(0, 228)])
    #expect(values("short", one, days: 10) == [0] && values("used", one, days: 10) == [1])
    // The start's thirds are gone when ten are delivered; all ten are there for one each.
    let thirds = Stock(
      id: "blood", title: "Blood", level: .fixed(10), deliveryPerDay: .fixed(5), deliveryIntervalDays: 2,
      shelfLifeDays: 3)
    let each = network(
      thirds, use: StockUse(stock: 0, amount: 1), beds: 99, arrivals: (0..<10).map { (0, 102 + Double($0)) })
    #expect(values("short", each, days: 5) == [0] && values("used", each, days: 5) == [10])
  }

  @Test("A step with neither unit nor stay uses its stock too")
  func bareStep() {
    var network = network(
      Stock(id: "blood", title: "Blood", level: .fixed(5)), use: StockUse(stock: 0, amount: 2),
      arrivals: [(0, 1), (0, 2), (0, 3)])
    network.pathways[0].steps[0].unitKind = nil
    network.pathways[0].steps[0].stay = nil
    network.pathways[0].steps[0].next = [Branch(to: .step(1))]
    #expect(values("used", network) == [4] && values("short", network) == [1])
    #expect(values("hours", network) == [5])
  }

  @Test(
    "A longer run-in moves no delivery: every seventh day is counted from day 0", arguments: [0.0, 3, 10])
  func runIn(days: Double) {
    let stock = Stock(
      id: "blood", title: "Blood", level: .fixed(0), largest: .fixed(7), deliveryPerDay: .fixed(1),
      deliveryIntervalDays: 7)
    // Seven are there from 06:00 of day 0 and are used at noon; the next wait from the midnight after to day 7.
    var network = network(
      stock, use: StockUse(stock: 0, amount: 7, whenShort: .wait), arrivals: [(0, 12), (0, 24)])
    network.runInDays = days
    #expect(values("hours", network, days: 9) == [(1 + 151) / 2])
  }

  @Test("The level at the start is of all ages alike")
  func startingAges() {
    let stock = Stock(id: "blood", title: "Blood", level: .fixed(42), shelfLifeDays: 42)
    let network = network(stock, use: StockUse(stock: 0, amount: 1), arrivals: [(0, 0)])
    // One is used of the first day's part, and so is not thrown away.
    let wasted = values("wasted", network, days: 10)
    #expect(wasted.count == 1 && abs(wasted[0] - 9) < 1e-9)
  }

  @Test("Kept for a day, what is wasted is E(S − D)⁺ of a Poisson demand, within 4.5 standard errors")
  func newsvendor() throws {
    var network = Fixture.singleUnit(
      servers: 50, arrivalsPerHour: 8.0 / 24, stay: .constant(0.1), runInDays: 3, measures: measures)
    network.stocks = [
      Stock(id: "blood", title: "Blood", level: .fixed(0), deliveryPerDay: .fixed(9), shelfLifeDays: 1)
    ]
    network.pathways[0].steps[0].uses = [StockUse(stock: 0, amount: 1)]
    var (probability, wasted) = (PortableMath.exp(-8), 0.0)
    for demand in 0..<9 {
      wasted += probability * Double(9 - demand)
      probability *= 8 / Double(demand + 1)
    }
    let results = Fixture.run(network, horizonDays: 100, seed: 71, replications: 8)
    for (id, exact) in [("wasted", wasted), ("short", 8 - 9 + wasted), ("used", 9 - wasted)] {
      let interval = try #require(StudentInterval.of(Fixture.values(id, results, network)))
      let z = (interval.estimate - 100 * exact) / interval.standardError
      #expect(abs(z) < 4.5, "\(id) \(interval.estimate), exactly \(100 * exact), z \(z)")
    }
  }

  @Test("A shortage turns away who asks, and whose turn in the queue comes then")
  func refusal() {
    let stock = Stock(id: "blood", title: "Blood", level: .fixed(7))
    let use = StockUse(stock: 0, amount: 4, whenShort: .refuse)
    let elsewhere = [Branch(to: .step(1))]
    // The first takes four; the second asks while three are left, and is in the other step for 5 hours.
    let asks = network(stock, use: use, arrivals: [(0, 1), (0, 2)], refused: elsewhere)
    #expect(values("refused", asks) == [1])
    #expect(values("hours", asks) == [3])
    #expect(values("used", asks) == [4])
    // Enough for two when three ask; one place, stays of 4 hours: the third waits 6.5 hours for nothing.
    var queues = network(
      stock, use: use, stay: 4, beds: 1, arrivals: [(0, 1), (0, 2), (0, 2.5)], refused: elsewhere)
    queues.stocks[0].level = .fixed(8)
    #expect(values("refused", queues) == [1])
    #expect(values("hours", queues) == [7.5])
  }

  @Test("A shorter shelf life makes more go without: the 95 % interval of paired differences is above 0")
  func shortLife() throws {
    func short(_ days: Int) -> [Double] {
      var network = Fixture.singleUnit(
        servers: 50, arrivalsPerHour: 0.4, stay: .constant(1), runInDays: 5, measures: measures)
      network.stocks = [
        Stock(id: "blood", title: "Blood", level: .fixed(20), deliveryPerDay: .fixed(10), shelfLifeDays: days)
      ]
      network.pathways[0].steps[0].uses = [StockUse(stock: 0, amount: 1)]
      return Fixture.values(
        "short", Fixture.run(network, horizonDays: 40, seed: 72, replications: 8), network)
    }
    let differences = zip(short(1), short(5)).map { $0 - $1 }
    let interval = try #require(StudentInterval.of(differences))
    // t(7, 0.975) = 2.365.
    #expect(interval.estimate - 2.365 * interval.standardError > 0, "\(interval.estimate)")
  }

  @Test("A stock that outlives the run changes no figure")
  func neutral() {
    var (network, scenario) = RandomNetwork.make(seed: 8)
    network.stocks[0].level = .fixed(0)
    network.stocks[0].shelfLifeDays = nil
    var kept = network
    kept.stocks[0].shelfLifeDays = 3_650
    scenario.disruptions = []
    let one = Fixture.run(network, scenario: scenario, horizonDays: 4, seed: 5, replications: 1)[0]
    let two = Fixture.run(kept, scenario: scenario, horizonDays: 4, seed: 5, replications: 1)[0]
    #expect(one.values == two.values)
    let wasted = MeasureList(kept).regionalIndex(of: "stock_blood_wasted") ?? 0
    let days = 4 * network.regions.count
    #expect(two.regional[wasted * days..<(wasted + 1) * days].allSatisfy { $0 == 0 })
    var rest = two.regional
    rest.removeSubrange(wasted * days..<(wasted + 1) * days)
    #expect(one.regional == rest)
  }

  @Test("Going without again is no worse than going on without, and what is there again ends it")
  func shortage() throws {
    let law = DeathLaw(family: .exponential, median: .hours(20 * 24))
    // Three steps of a day; `uses` are those that use the stock, and `care` has a care factor of its own.
    func deaths(uses: [Int], care: Int? = nil, delivered: Bool = false) throws -> Double {
      let use = StockUse(stock: 0, amount: 1, factorWithout: 4)
      var network = PlaceHoldingTests.network(
        kinds: [UnitKind(id: "unit", title: "unit")], beds: [400],
        steps: (0..<3).map { index in
          Step(
            id: "s\(index)", unitKind: 0, stay: .constant(24), uses: uses.contains(index) ? [use] : [],
            careFactor: care == index ? 1 : nil, next: index < 2 ? [Branch(to: .step(index + 1))] : [])
        }, classes: [PatientClass(id: "p", title: "P", pathway: 0, death: law)], arrivals: [],
        measures: [DeclaredMeasure(id: "deaths", quantity: .deaths)])
      network.inflows = [
        Inflow(
          id: "i", classes: [(patientClass: 0, share: 1)], ratePerDay: .fixed(0),
          process: .pulse(count: 400, fromHours: 1, spanHours: 0))
      ]
      // Delivered at 6, after the first step has begun.
      network.stocks = [
        Stock(
          id: "oxygen", title: "Oxygen", level: .fixed(0), deliveryPerDay: .fixed(delivered ? 1_000 : 0),
          deliveryIntervalDays: 3)
      ]
      return try #require(
        Fixture.values(
          "deaths", Fixture.run(network, horizonDays: 4, seed: 5, replications: 1, audits: true), network
        ).first)
    }
    let once = try deaths(uses: [0])
    #expect(try deaths(uses: [0, 1, 2]) == once)
    // Three days at four times the hazard: 1 − 2 to the −12/20, within 4.5 standard errors.
    let share = 0.34
    #expect(abs(once / 400 - share) < 4.5 * (share * (1 - share) / 400).squareRoot(), "\(once) died")
    // There for the second step.
    let ended = try deaths(uses: [0, 1], delivered: true)
    #expect(ended < once)
    #expect(try deaths(uses: [0], care: 1) == ended)
  }

  @Test(
    "A stock runs out on the days on which somebody goes without, is turned away, or waits for it by a free place",
    arguments: [StockUse.WhenShort.without, .wait, .refuse])
  func ranOut(whenShort: StockUse.WhenShort) throws {
    let stock = Stock(
      id: "blood", title: "Blood", level: .fixed(2), deliveryPerDay: .fixed(0.5), deliveryIntervalDays: 4)
    func days(_ network: CareNetwork) throws -> [Double] {
      let result = try #require(
        Fixture.run(network, horizonDays: 6, seed: 1, replications: 1, audits: true).first)
      let column = try #require(MeasureList(network).regionalIndex(of: "stock_blood_ran_out"))
      return (0..<6).map { result.regional[column * 6 + $0] }
    }
    // Delivered at 6 too, so that there is enough for two; the third comes on day 1.
    let use = StockUse(stock: 0, amount: 2, whenShort: whenShort)
    let free = network(stock, use: use, stay: 60, arrivals: [(0, 1), (0, 7), (0, 30)])
    #expect(try days(free) == (whenShort == .wait ? [0, 1, 1, 1, 1, 0] : [0, 1, 0, 0, 0, 0]))
    #expect(values("first", free, days: 6) == [1])
    // With one place the second waits for that until 61, and the third until 121: there is enough at each time.
    let full = network(stock, use: use, stay: 60, beds: 1, arrivals: [(0, 1), (0, 7), (0, 30)])
    #expect(try days(full) == [0, 0, 0, 0, 0, 0])
    #expect(values("first", full, days: 6) == [])
  }
}
