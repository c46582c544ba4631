import CareModel
import CarePolicies
import RandomStreams
import ScenarioFiles
import Testing

struct ExperimentReaderTests {
  @Test("an experiment with every part loads: references, units, overrides and design points")
  func everything() throws {
    let experiment = try ExperimentReader.load("Experiments/ask", files: SmallWorld.files())
    #expect(experiment.handling == .protected)
    #expect(experiment.seed == 7)
    #expect(experiment.horizonDays == 20)
    #expect(experiment.drainDays == 5)
    #expect(experiment.noWait)
    #expect(!experiment.isAntithetic)
    #expect(experiment.arms.map(\.id) == ["baseline", "postpone"])
    #expect(experiment.arms[1].choices.map(\.id) == ["postpone-by-priority", "none"])
    #expect(experiment.arms[1].choices[0].values.map(\.value) == [0.9])
    #expect(
      experiment.points.map(\.levels) == [["1", "few"], ["1", "many"], ["3", "few"], ["3", "many"]])
    #expect(experiment.points.map(\.scenario.casualtyFactor) == [1, 1, 3, 3])
    #expect(experiment.points.map { $0.network.units[0].staffedBeds } == [20, 25, 20, 25])
    #expect(
      experiment.points[0].network.regions[0].parameters[0] == NamedNumber(name: "icu_share", value: 0.25))
    #expect(experiment.expectations[0].levels == [nil, "few"])
    #expect(
      experiment.inputFiles.map(\.path) == [
        "Experiments/ask/experiment.json5", "Models/small/model.json5", "Models/small/regions.csv",
        "Models/small/facilities.csv", "Models/small/units.csv", "Models/small/scenarios/high.json5",
      ])
  }

  @Test("an experiment may ask for antithetic pairs")
  func antithetic() throws {
    let files = SmallWorld.files([
      ("experiment.json5", "replications: 3", "antithetic: true, replications: 4")
    ])
    #expect(try ExperimentReader.load("Experiments/ask", files: files).isAntithetic)
  }

  @Test("a model is compiled to indices and the units of the description")
  func network() throws {
    let model = try ModelReader.load("Models/small", files: SmallWorld.files())
    let network = model.network
    #expect(model.handling == .internal)
    #expect(network.firstWeekday == 0)
    #expect(network.runInDays == 2)
    #expect(
      network.unitKinds[2].openingHours
        == OpeningHours(weekdays: 3, fromMinute: 465, untilMinute: 990, aroundTheClockShare: 0.2))
    #expect(network.facilities.map(\.region) == [0, 1])
    #expect(network.facilities[0].capabilities == ["trauma", "neurosurgery"])
    #expect(network.units[0].physicalBeds == 25)
    #expect(network.units[1].physicalBeds == 5)
    #expect(network.pathways[0].steps[0].stay == .lognormal(median: 216, sigma: 1))
    #expect(network.pathways[0].steps[0].next[0].share == .column("icu_share"))
    #expect(network.pathways[0].steps[1].waitDeath == WaitDeath(ratePerDay: 0.69))
    #expect(network.pathways[1].steps[1].next.isEmpty)
    #expect(network.inflows[0].ratePerDay == .column("visits_per_day"))
    #expect(network.inflows[1].ratePerDay == .fixed(1))
    #expect(network.inflows[3].process == .pulse(count: 10, fromHours: 0, spanHours: 6))
    #expect(network.classes[2].death?.median == .bySeverity(factorMinutes: 43_500, exponent: -1.95))
    #expect(network.classes[1].postponement?.bands[1].fromDays == 90)
    #expect(network.fleets[1].dispatchDelayHours == 0.5)
    #expect(network.situation.intervalHours == 12)
    #expect(network.measures[1].quantity == .occupiedAt(hours: 12))
    #expect(model.evidence.assumed == 8)
    #expect(model.evidence.derived == 2)
  }
}
