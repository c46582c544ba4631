import BatchRunner
import CareModel
import Foundation
import Reporting
import ScenarioFiles

/// Exercises on the model to copy.
enum TemplateExercise {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func plan(seed: UInt64) throws -> BatchPlan {
    BatchPlan(try ExperimentReader.load("\(folder)/Experiments/template"), seed: seed)
  }

  static func file(_ network: CareNetwork) throws -> LoadedExercise {
    try ExerciseReader.load("\(folder)/Models/template/exercise.json5", network: network)
  }

  /// Wishes of five days, in which the strike and the loss of power happen, without limits.
  static var wishes: ExerciseWishes {
    ExerciseWishes(
      fromDay: 1, days: 5, withRumours: true, withContradictions: true, mostPerHour: 1_000, quiet: (0, 0))
  }

  static func arms(_ plan: BatchPlan, _ arms: [Int]) -> [(id: String, trajectory: Trajectory)] {
    let recorded = TrajectoryRun(plan, replication: 0).record(arms: arms, hours: 7 * 24, scope: .casualties)
    return zip(arms, recorded).map { (id: plan.arms[$0].id, trajectory: $1) }
  }

  static func list(_ plan: BatchPlan, arms: [Int] = [0], wishes: ExerciseWishes = wishes) throws
    -> ExerciseList
  {
    ExerciseMaker.list(
      Self.arms(plan, arms), exercise: try file(plan.points[0].network), wishes: wishes,
      of: ExerciseMaker.Origin(
        experiment: plan.experimentID, seed: plan.seed, replication: 0, handling: plan.handling))
  }
}
