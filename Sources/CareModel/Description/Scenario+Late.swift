extension Scenario {
  /// A part of a scenario that begins after a run has ended.
  public struct LatePart: Sendable, Equatable {
    /// What it is, as a file names it.
    public let name: String
    /// The day on which it begins, counted from day 0.
    public let day: Double
  }

  /// Occasions of mass-casualty events on given days that are on `day` or later.
  public func occasions(onOrAfter day: Double) -> [LatePart] {
    events.flatMap { event in
      event.scheduled.filter { $0.day >= day }.map {
        LatePart(name: "an occasion of event \(event.id)", day: $0.day)
      }
    }
  }

  /// The parts that begin on `day` or later, in the order of a scenario's file.
  public func parts(onOrAfter day: Double) -> [LatePart] {
    var parts: [LatePart] = []
    func add(_ name: String, _ from: Double) {
      if from >= day { parts.append(LatePart(name: name, day: from)) }
    }
    for stream in streams {
      for (place, phase) in stream.phases.enumerated() {
        add("phase \(place + 1) of stream \(stream.id)", phase.fromDay)
      }
    }
    for event in events {
      if event.ratePerDay > 0 { add("the random occasions of event \(event.id)", event.fromDay) }
      for occasion in event.scheduled { add("an occasion of event \(event.id)", occasion.day) }
    }
    for disruption in disruptions {
      if disruption.ratePerDay > 0 {
        add("the random occasions of disruption \(disruption.id)", disruption.fromDay)
      }
      for occasion in disruption.scheduled { add("an occasion of disruption \(disruption.id)", occasion.day) }
    }
    for force in forces {
      for joining in force.reinforcements { add("a reinforcement of force \(force.id)", joining.day) }
    }
    for change in deliveries { add("a change of deliveries", change.fromDay) }
    for plan in surge { add("an order of surge", plan.fromDay) }
    for change in staffChanges { add("a change of staff", change.fromDay) }
    for closure in closures { add("a closure of ways", closure.fromDay) }
    for loss in transportLosses { add("losses of vehicles", loss.fromDay) }
    return parts
  }
}
