import BatchRunner
import CareModel
import Reporting
import ScenarioFiles
import Testing

@Suite("What a designer asks of an exercise")
struct InjectPacingTests {
  @Test("The same wishes give the same list, and a limit leaves out injects and renames none")
  func limit() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    let all = try TemplateExercise.list(plan)
    #expect(try TemplateExercise.list(plan) == all)
    var wishes = TemplateExercise.wishes
    wishes.mostPerHour = 1
    let few = try TemplateExercise.list(plan, wishes: wishes)
    #expect(few.injects.count < all.injects.count && few.injects.count > 10)
    #expect(Set(few.injects.map(\.id)).isSubset(of: Set(all.injects.map(\.id))))
    var counts: [String: Int] = [:]
    for inject in few.injects {
      counts["\(inject.audience)/\(inject.region)/\(inject.minute / 60)", default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 == 1 })
  }

  @Test("In quiet hours only what cannot wait is sent")
  func quiet() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    let exercise = try TemplateExercise.file(plan.points[0].network)
    let urgent = exercise.kinds.filter { $0.priority == 1 }.map(\.id)
    var wishes = TemplateExercise.wishes
    wishes.quiet = (22 * 60, 6 * 60)
    let list = try TemplateExercise.list(plan, wishes: wishes)
    let night = list.injects.filter { $0.minute % 1_440 >= 22 * 60 || $0.minute % 1_440 < 6 * 60 }
    #expect(night.allSatisfy { urgent.contains($0.kind) })
    let before = try TemplateExercise.list(plan).injects
    #expect(before.contains { !urgent.contains($0.kind) && $0.minute % 1_440 < 6 * 60 })
    #expect(list.injects.allSatisfy { $0.minute >= $0.eventMinute })
  }

  @Test("Regions, audiences and storylines choose, and labels of casualties stay")
  func selection() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    let all = try TemplateExercise.list(plan)
    var wishes = TemplateExercise.wishes
    wishes.regions = [0]
    wishes.audiences = ["region"]
    let some = try TemplateExercise.list(plan, wishes: wishes)
    #expect(some.injects.allSatisfy { ["01", ""].contains($0.region) && $0.audience == "region" })
    #expect(some.injects.count < all.injects.count && !some.injects.isEmpty)
    #expect(some.cards.allSatisfy { card in all.cards.contains(card) })
    wishes.withRumours = false
    wishes.withContradictions = false
    let plain = try TemplateExercise.list(plan, wishes: wishes)
    #expect(plain.injects.allSatisfy { $0.truth == .true || $0.truth == .outdated })
  }

  @Test("Played four times as fast, three days take eighteen hours, and the simulated clock stays")
  func compression() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    var wishes = TemplateExercise.wishes
    wishes.compression = 4
    let fast = try TemplateExercise.list(plan, wishes: wishes)
    #expect(fast.injects == (try TemplateExercise.list(plan)).injects)
    #expect(fast.playMinute(fast.startMinute) == fast.startMinute)
    #expect(fast.playMinute(fast.startMinute + 3 * 1_440) == fast.startMinute + 18 * 60)
  }

  @Test("A pick ranks by deaths, and a wish finds the replication that breaks nearest to its day")
  func pick() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    func pick(_ which: TrajectoryPick, threads: Int = 2) -> PickedReplication {
      which.choose(from: plan, arm: 0, hours: 7 * 24, candidates: 5, threads: threads)
    }
    let (best, median, worst) = (pick(.best), pick(.median), pick(.worst))
    #expect((best.deaths ?? 0) <= (median.deaths ?? 0) && (median.deaths ?? 0) <= (worst.deaths ?? 0))
    #expect(Set([best.replication, median.replication, worst.replication]).count == 3)
    #expect(pick(.median, threads: 1) == median)
    let kind = try #require(plan.points[0].network.unitKinds.firstIndex { $0.id == "icu" })
    let wish = BreachWish(unitKind: kind, region: 0, day: 4)
    let chosen = pick(.nearest([wish]))
    let days = (0..<5).map { replication -> Int? in
      var own = plan
      own.replications = 1
      return TrajectoryPick.nearest([wish]).choose(
        from: own, arm: 0, hours: 7 * 24, candidates: 5, threads: 1
      ).replication == replication ? chosen.breachDays[0] : nil
    }
    #expect(chosen.breachDays.count == 1 && days.contains(chosen.breachDays[0]))
    #expect(pick(.replication(3)).replication == 3)
  }
}
