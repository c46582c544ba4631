/// People at risk of becoming casualties: rates of a stream act on those who are present.
///
/// Everybody hurt is no longer present from that moment: killed, wounded or ill. Who leaves care with the outcome
/// return to duty is present again, in the region they came from; nobody else comes back.
public struct Force: Sendable {
  /// Persons who join on a day.
  public struct Reinforcement: Sendable, Equatable {
    /// When, in days after day 0.
    public var day: Double
    /// How many.
    public var persons: Int

    /// Persons who join.
    public init(day: Double, persons: Int) {
      self.day = day
      self.persons = persons
    }
  }

  /// Kebab-case identifier.
  public var id: String
  /// Persons on day 0.
  public var persons: Int
  /// Regions with their shares, summing to one; whole persons, the largest remainders first.
  public var regions: [(region: Int, share: Double)]
  /// Who joins later, in the same shares.
  public var reinforcements: [Reinforcement]
  /// Hours from leaving care until a person is present again.
  public var returnDelayHours: Double

  /// A force.
  public init(
    id: String, persons: Int, regions: [(region: Int, share: Double)], reinforcements: [Reinforcement] = [],
    returnDelayHours: Double = 0
  ) {
    self.id = id
    self.persons = persons
    self.regions = regions
    self.reinforcements = reinforcements
    self.returnDelayHours = returnDelayHours
  }

  /// Whole persons of `number` in each of the force's regions: by share, what is left to the largest remainders, of
  /// equal ones to the region named first.
  public func persons(of number: Int) -> [Int] {
    let total = regions.reduce(0) { $0 + $1.share }
    guard total > 0 else { return regions.map { _ in 0 } }
    let exact = regions.map { Double(number) * $0.share / total }
    var whole = exact.map { Int($0.rounded(.down)) }
    let left = max(0, number - whole.reduce(0, +))
    let order = exact.indices.sorted {
      let (one, two) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
      return one != two ? one > two : $0 < $1
    }
    for index in order.prefix(left) { whole[index] += 1 }
    return whole
  }
}

/// What becomes of casualties: some are killed and never enter care, some are ill or hurt other than in battle, the
/// rest are wounded.
public struct CasualtyFates: Sendable {
  /// Index of the force that they are of; nil for none.
  public var force: Int?
  /// Share of all who are killed.
  public var killedShare: Double
  /// Share of all with a disease or an injury other than of battle.
  public var diseaseShare: Double
  /// Their classes with shares, summing to one.
  public var diseaseClasses: [(patientClass: Int, share: Double)]

  /// Fates of casualties; by default all are wounded, of no force.
  public init(
    force: Int? = nil, killedShare: Double = 0, diseaseShare: Double = 0,
    diseaseClasses: [(patientClass: Int, share: Double)] = []
  ) {
    self.force = force
    self.killedShare = killedShare
    self.diseaseShare = diseaseShare
    self.diseaseClasses = diseaseClasses
  }
}
