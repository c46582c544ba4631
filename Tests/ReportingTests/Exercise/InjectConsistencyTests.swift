import BatchRunner
import CareModel
import Reporting
import ScenarioFiles
import Testing

@Suite("Injects agree with the course that they come from")
struct InjectConsistencyTests {
  @Test("Nobody is reported before being hurt, and nothing before it happened", arguments: UInt64(1)...4)
  func nothingEarly(seed: UInt64) throws {
    let plan = try TemplateExercise.plan(seed: seed)
    let list = try TemplateExercise.list(plan)
    let hurt = Dictionary(
      list.cards.map { ($0.id, $0.injuredMinute) }, uniquingKeysWith: { first, _ in first })
    var told = 0
    for inject in list.injects {
      #expect(inject.eventMinute <= inject.minute)
      if let cutOff = inject.cutOffMinute { #expect(cutOff <= inject.eventMinute, "\(inject.id)") }
      for card in inject.cards {
        told += 1
        #expect((hurt[card] ?? .max) <= inject.minute, "\(inject.id): \(card)")
      }
    }
    #expect(told > 20)
    for card in list.cards {
      #expect(card.injuredMinute <= card.arrivalMinute ?? .max)
      #expect(card.vitalSigns.allSatisfy { $0.minute >= card.injuredMinute })
    }
  }

  @Test(
    "The figures of a report are those that another recording has at its cut-off", arguments: UInt64(1)...3)
  func figures(seed: UInt64) throws {
    let plan = try TemplateExercise.plan(seed: seed)
    let list = try TemplateExercise.list(plan)
    let network = plan.points[0].network
    let again = TrajectoryRun(plan, replication: 0).record(arms: [0], hours: 7 * 24, scope: .none)[0]
    var checked = 0
    for inject in list.injects where inject.kind == "icu-report" || inject.kind == "theatre-queue" {
      let region = try #require(network.regions.firstIndex { $0.id == inject.region })
      let kind = try #require(
        network.unitKinds.firstIndex { $0.id == (inject.kind == "icu-report" ? "icu" : "theatre") })
      let cutOff = try #require(inject.cutOffMinute)
      let units = again.samples[cutOff / 60].units.filter { $0.kind == kind && $0.region == region }
      let occupied = units.reduce(0) { $0 + $1.occupied }
      let open = units.reduce(0) { $0 + $1.open }
      let waiting = units.reduce(0) { $0 + $1.waiting }
      #expect(inject.message.en.contains("\(occupied) of \(open) "), "\(inject.id): \(inject.message.en)")
      #expect(inject.message.sv.contains("\(waiting) "), "\(inject.id)")
      #expect(inject.stateValue == (inject.kind == "icu-report" ? "\(occupied)" : "\(waiting)"))
      checked += 1
    }
    #expect(checked >= 20)
  }

  @Test("Nobody who arrives after the exercise ends is told of, by a card or in the log")
  func end() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    var wishes = TemplateExercise.wishes
    wishes.fromDay = 0
    wishes.days = 3
    let list = try TemplateExercise.list(plan, wishes: wishes)
    // The strike is on day 3, within the hours that are looked ahead.
    let trajectory = TemplateExercise.arms(plan, [0])[0].trajectory
    let log = PatientLogMaker.rows(trajectory, endMinute: wishes.endMinute)
    #expect(trajectory.entries.contains { $0.kind == .arrived && $0.ticks >= 3 * 86_400_000_000 })
    #expect(!list.cards.isEmpty && !log.isEmpty)
    #expect(list.cards.allSatisfy { ($0.arrivalMinute ?? .max) <= wishes.endMinute })
    #expect(log.allSatisfy { $0.minute < Double(wishes.endMinute) })
  }

  @Test("All whom an event brings are its casualties, of whatever class, in every text and in the log")
  func event() throws {
    let plan = try TemplateExercise.plan(seed: 1)
    let list = try TemplateExercise.list(plan)
    let log = PatientLogMaker.rows(
      TemplateExercise.arms(plan, [0])[0].trajectory, endMinute: TemplateExercise.wishes.endMinute)
    let hurt = log.filter { $0.entity.hasPrefix("strike@") && $0.event == "arrival" }
    #expect(Set(hurt.map(\.pathway)) == ["wounded", "acute"])
    for kind in ["methane", "methane-hospital", "allocation"] {
      let inject = try #require(list.injects.first { $0.kind == kind })
      #expect(inject.stateValue == "\(hurt.count)")
      #expect(inject.message.en.contains("\(hurt.count) casualties"), "\(inject.message.en)")
    }
  }

  @Test(
    "Clock times of another day have their date, and nothing that was put off asks about a replaced picture")
  func clocks() throws {
    var (asked, dated) = (0, 0)
    for seed in UInt64(1)...4 {
      let plan = try TemplateExercise.plan(seed: seed)
      var wishes = TemplateExercise.wishes
      wishes.fromDay = 0
      wishes.quiet = (12 * 60, 6 * 60)
      let course = TemplateExercise.arms(plan, [0])[0].trajectory
      for inject in try TemplateExercise.list(plan, wishes: wishes).injects {
        let (day, date) = (inject.eventMinute / 1_440, inject.minute / 1_440 + 4)
        if ["picture-differs", "move-requested"].contains(inject.kind) {
          asked += 1
          let told = try #require(course.samples[inject.eventMinute / 60].published)
          #expect(told.cutOffTicks >= 0, "\(inject.id)")
          if inject.minute > inject.eventMinute + 60 {
            #expect(course.samples[inject.minute / 60].published?.edition == told.edition, "\(inject.id)")
          }
        } else if ["stretchers", "theatre-queue", "places-lost"].contains(inject.kind) {
          let isDated = day + 4 < date
          dated += isDated ? 1 : 0
          #expect(inject.message.en.contains(" on \(day + 4) January") == isDated, "\(inject.message.en)")
          #expect(inject.message.sv.contains(" den \(day + 4) januari") == isDated, "\(inject.message.sv)")
        }
      }
    }
    #expect(asked > 10 && dated > 0)
  }

  @Test(
    "A cause stands in the list before its consequence, on the same track or on none",
    arguments: UInt64(1)...4)
  func causes(seed: UInt64) throws {
    let plan = try TemplateExercise.plan(seed: seed)
    let list = try TemplateExercise.list(plan, arms: [0, 1])
    let byName = Dictionary(list.injects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(byName.count == list.injects.count)
    var count = 0
    for inject in list.injects {
      guard let name = inject.cause else { continue }
      let cause = try #require(byName[name])
      #expect(cause.minute < inject.minute && cause.number < inject.number)
      #expect(cause.track.isEmpty || cause.track == inject.track)
      count += 1
    }
    #expect(count >= 2)
    #expect(list.injects.map(\.number) == Array(1...list.injects.count))
    #expect(zip(list.injects, list.injects.dropFirst()).allSatisfy { $0.minute <= $1.minute })
  }

  @Test("Who is trained sends nothing and receives everything, and no word in braces is left")
  func people() throws {
    let list = try TemplateExercise.list(try TemplateExercise.plan(seed: 1))
    let trained = list.actors.filter { $0.role == .trained }.map(\.id)
    for inject in list.injects {
      #expect(!trained.contains(inject.sender) && trained.contains(inject.receiver), "\(inject.id)")
      #expect(list.channels.contains { $0.id == inject.channel })
      for text in [inject.subject, inject.message, inject.expectedAction, inject.evaluatorNote] {
        #expect(!text.sv.contains("{") && !text.en.contains("{"), "\(inject.id): \(text.en)")
      }
    }
    #expect(
      list.injects.contains { $0.truth == .rumour } && list.injects.contains { $0.truth == .contradiction })
    #expect(list.injects.filter { $0.truth == .rumour }.allSatisfy { $0.kind == "rumour" })
  }

  @Test(
    "One list of casualties and two courses: what is common is said once, and each track is its arm's own list"
  )
  func tracks() throws {
    let plan = try TemplateExercise.plan(seed: 2)
    let both = try TemplateExercise.list(plan, arms: [0, 1])
    #expect(both.injects.contains { $0.track.isEmpty })
    for arm in [0, 1] {
      let alone = try TemplateExercise.list(plan, arms: [arm])
      #expect(alone.cards == both.cards)
      let id = plan.arms[arm].id
      let own = both.injects.filter { $0.track.isEmpty || $0.track == id }
      #expect(own.map(\.message) == alone.injects.map(\.message))
      #expect(
        own.map { $0.track.isEmpty ? $0.id : String($0.id.dropLast(id.count + 1)) } == alone.injects.map(\.id)
      )
    }
  }
}
