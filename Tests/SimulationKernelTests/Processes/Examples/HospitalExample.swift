import RandomStreams
import SimulationKernel

@SimulationActor
final class Hospital {
  let doctors = Resource(capacity: 2)
  let ward = Resource(capacity: 6)
  let laboratory = Store<Int>()
  let results = ProcessCondition()
  var analysed: [Bool] = []
  var random: Xoshiro256PlusPlus
  var admitted = 0
  var sentHome = 0
  var left = 0
  var boarding = SimulationDuration.zero

  init(seed: UInt64) {
    random = Xoshiro256PlusPlus(key: StreamKey(seed: seed, replication: 0))
  }

  func receive() async throws {
    let simulation = ProcessSimulation.current
    while true {
      try await simulation.hold(for: .minutes(random.exponential(mean: 20)))
      let patient = analysed.count
      analysed.append(false)
      let urgency = random.uniform() < 0.2 ? 1 : 2
      simulation.spawn { try await self.treat(patient, urgency) }
    }
  }

  func analyse() async throws {
    while true {
      let patient = try await laboratory.take()
      try await hold(for: .minutes(random.uniform(from: 5, to: 15)))
      analysed[patient] = true
      results.signal()
    }
  }

  func treat(_ patient: Int, _ urgency: Int) async throws {
    let simulation = ProcessSimulation.current
    let patience: SimulationDuration = urgency == 1 ? .days(1) : .hours(2)
    guard try await doctors.acquire(priority: urgency, patience: patience) else {
      left += 1
      return
    }
    do {
      defer { doctors.release() }
      let duration = SimulationDuration.minutes(random.exponential(mean: 25))
      async let examination: Void = simulation.hold(for: duration)
      async let sample: Void = laboratory.put(patient)
      _ = try await (examination, sample)
      try await results.wait { self.analysed[patient] }
    }
    guard urgency == 1 || random.uniform() < 0.05 else {
      sentHome += 1
      return
    }
    let decision = simulation.now
    try await ward.with(priority: urgency) {
      boarding = boarding + (simulation.now - decision)
      admitted += 1
      try await simulation.hold(for: .hours(random.exponential(mean: 7)))
    }
  }
}

func hospitalExample() throws -> [String] {
  try withProcessSimulation(end: .zero + .days(7)) { simulation in
    let hospital = Hospital(seed: 3)
    simulation.spawn { try await hospital.receive() }
    simulation.spawn { try await hospital.analyse() }
    try simulation.run()
    let mean = SimulationDuration(ticks: hospital.boarding.ticks / Int64(hospital.admitted))
    return [
      "came \(hospital.analysed.count), sent home \(hospital.sentHome), left unseen \(hospital.left)",
      "admitted \(hospital.admitted), mean wait for a bed \(minutes(mean)) minutes",
    ]
  }
}
