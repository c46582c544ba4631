import BatchRunner
import CareModel
import RandomStreams
import Reporting
import Testing

@Suite("Situation picture: figures")
struct SituationReportTests {
  private static let trajectory = SituationFixture.trajectory

  @Test(
    "Each figure is that of a run recorded to its cut-off alone, and the cut-off is the last one published",
    arguments: [5, 8, 9, 10, 30, 55, 56, 100, 130, 200])
  func figuresAtTheirCutOff(hour: Int) throws {
    let report = SituationFixture.report(hour: hour)
    for area in report.areas(.region) {
      let region = area.regions[0]
      for (key, kind, times) in [("ward", 0, [6, 18]), ("icu", 1, [8]), ("municipal", 2, [6, 18])] {
        let index = try #require(report.measure("\(key)_occupied_places"))
        // Ninety minutes after the cut-off it is published: not before two whole hours.
        let published = (0...hour).filter { times.contains($0 % 24) && $0 + 2 <= hour }
        let heard = published.filter { !(region == 2 && (51..<123).contains($0)) }
        guard let last = heard.last else {
          #expect(area.figures[index] == nil)
          continue
        }
        let again = SituationFixture.record(hours: last)
        let units = try #require(again.samples.last).total(kind: kind, region: region)
        let figure = try #require(area.figures[index])
        #expect(figure.cutOffHour == last)
        #expect(figure.value == Double(units.occupied))
        #expect(area.value(report.measure("\(key)_waiting_patients")) == Double(units.waiting))
        if key != "ward" {
          #expect(area.value(report.measure("\(key)_free_places")) == Double(units.freePlaces))
          #expect(area.value(report.measure("\(key)_available_places")) == Double(units.open))
        } else {
          #expect(area.value(report.measure("ward_available_places")) == 12)
          #expect(area.value(report.measure("ward_over_places")) == Double(max(0, units.occupied - 12)))
        }
      }
    }
  }

  @Test("Nothing that happens after the cut-offs changes the picture")
  func nothingFromTheFuture() {
    let hour = 150
    let report = SituationFixture.report(hour: hour)
    var other = Self.trajectory
    for index in other.samples.indices {
      let isCutOff = report.editions.contains { $0.cutOffHour >= index }
      guard !isCutOff else { continue }
      for unit in other.samples[index].units.indices { other.samples[index].units[unit].occupied += 1000 }
      for region in other.samples[index].regions.indices {
        other.samples[index].regions[region].counts.deaths += 1000
      }
    }
    #expect(other.samples[hour].units[0].occupied >= 1000)
    #expect(SituationFixture.report(other, hour: hour) == report)
    #expect(SituationFixture.report(SituationFixture.record(hours: hour), hour: hour) == report)
  }

  @Test("A region whose reports do not come keeps its older figures, and is named with their age")
  func silentRegion() throws {
    let report = SituationFixture.report(hour: 100)
    let edition = try #require(report.edition(.intensiveCare))
    #expect(edition.cutOffHour == 80 && edition.reporting == [0, 1])
    #expect(edition.late.map(\.region) == [2] && edition.late.map(\.cutOffHour) == [32])
    let index = try #require(report.measure("icu_occupied_places"))
    let regions = report.areas(.region).map { $0.figures[index] }
    #expect(regions.map { $0?.cutOffHour } == [80, 80, 32])
    #expect(report.nation.figures[index]?.oldestCutOffHour == 32)
    #expect(report.nation.value(index) == regions.reduce(0.0) { $0 + ($1?.value ?? 0) })
    #expect(regions[2]?.change == nil || regions[2]?.changeHours == 24)
  }

  @Test(
    "A region that has never reported since day 0 has no figures, and the nation is the sum of the others")
  func neverHeard() throws {
    var silent = Self.trajectory
    for index in silent.samples.indices { silent.samples[index].regions[1].isSilent = true }
    let report = SituationFixture.report(silent, hour: 60)
    let index = try #require(report.measure("ward_occupied_places"))
    let regions = report.areas(.region).map { $0.value(index) }
    #expect(regions[1] == nil)
    #expect(report.edition(.wards)?.missing == [1])
    #expect(report.nation.value(index) == regions.reduce(0.0) { $0 + ($1 ?? 0) })
  }

  @Test(
    "By the model's own reporting times the picture is the one that the model's policies know",
    arguments: [3, 27, 49, 52, 76, 99, 125, 150, 213])
  func agreesWithTheModelsPicture(hour: Int) throws {
    let network = Self.trajectory.network
    let report = SituationFixture.report(hour: hour, plan: .asPicture(of: network))
    let published = try #require(Self.trajectory.samples[hour].published)
    for (key, kind) in [("icu", 1), ("municipal", 2)] {
      for area in report.areas(.region) {
        let row = published.rows[area.regions[0] * network.unitKinds.count + kind]
        #expect(area.value(report.measure("\(key)_occupied_places")) == Double(row.occupied))
        #expect(area.value(report.measure("\(key)_available_places")) == Double(row.open))
        #expect(area.value(report.measure("\(key)_waiting_patients")) == Double(row.waiting))
      }
    }
  }

  @Test("What is counted over a day is the difference of the counts at the cut-off and a day before")
  func lastDay() throws {
    let report = SituationFixture.report(hour: 200)
    let cutOff = try #require(report.edition(.casualties)).cutOffHour
    let (now, before) = (Self.trajectory.samples[cutOff], Self.trajectory.samples[cutOff - 24])
    var sum = 0
    for area in report.areas(.region) {
      let region = area.regions[0]
      let received =
        now.regions[region].counts.casualtyArrivals - before.regions[region].counts.casualtyArrivals
      sum += received
      #expect(
        area.value(report.measure("casualties_received_24_hours_patients")) == Double(received))
    }
    #expect(sum > 0)
    #expect(report.nation.value(report.measure("casualties_received_24_hours_patients")) == Double(sum))
  }

  @Test("Stocks last so many days at normal use, and at the use of the day before the cut-off")
  func stocks() throws {
    let report = SituationFixture.report(hour: 200)
    let cutOff = try #require(report.edition(.stocks)).cutOffHour
    #expect(cutOff == 198)
    for area in report.areas(.region) {
      let region = area.regions[0]
      func stock(_ hour: Int) -> RegionSample.StockSample {
        Self.trajectory.samples[hour].regions[region].stocks[0]
      }
      // The day's use so far, and of the day before all but what was used by the same hour.
      let used = stock(198).usedToday + stock(192).usedToday - stock(174).usedToday
      #expect(used > 0)
      #expect(area.value(report.measure("whole_blood_left_amount")) == stock(198).level)
      #expect(area.value(report.measure("whole_blood_normal_use_days")) == stock(198).level / 10)
      #expect(area.value(report.measure("whole_blood_current_use_days")) == stock(198).level / used)
    }
  }

  @Test("Planned care is whole while nobody is postponed, and sinks by what is")
  func plannedCare() throws {
    let report = SituationFixture.report(hour: 200)
    #expect(try #require(report.edition(.plannedCare)).cutOffHour == 168)
    #expect(report.nation.value(report.measure("planned_started_share")) == 1)
    var other = Self.trajectory
    other.samples[168].regions[0].counts.postponed = 7
    let cut = SituationFixture.report(other, hour: 200)
    // Two a day, all of it on the five working days of the week.
    let share = try #require(cut.areas(.region)[0].value(cut.measure("planned_started_share")))
    #expect(abs(share - 0.5) < 1e-9)
    #expect(cut.nation.value(cut.measure("planned_postponed_7_days_patients")) == 7)
    // By appointment seven a week in groups of three: a third is postponed.
    other.network.inflows[1].process = .appointments([
      .init(weekdays: [0, 2], fromMinute: 480, count: 3, spanHours: 4),
      .init(weekdays: [4], fromMinute: 0, count: 1),
    ])
    other.network.inflows[1].groupSize = .constant(3)
    let booked = SituationFixture.report(other, hour: 200)
    let bookedShare = try #require(booked.areas(.region)[0].value(booked.measure("planned_started_share")))
    #expect(abs(bookedShare - 2.0 / 3) < 1e-9)
  }

  @Test("Preparedness follows the rules where the model orders no levels, and its orders where it does")
  func preparedness() {
    let report = SituationFixture.report(hour: 200)
    #expect(!report.isPreparednessOrdered)
    let edition = report.edition(.preparedness)?.cutOffHour ?? -1
    for area in report.areas(.region) {
      let icu = Self.trajectory.samples[edition].total(kind: 1, region: area.regions[0])
      let ward = Self.trajectory.samples[edition].total(kind: 0, region: area.regions[0])
      let free = Double(icu.freePlaces) / Double(icu.open)
      let waiting = Double(icu.waiting + ward.waiting) / Double(icu.open + 12)
      let expected: PreparednessLevel =
        waiting > 0.1
        ? .disaster : waiting > 0.02 || free < 0.1 ? .reinforced : free < 0.2 ? .standby : .normal
      #expect(area.preparedness == [expected])
    }
    var network = Self.trajectory.network
    network.unitKinds[1].surgeLevels = [SurgeLevel(id: "more", extra: .share(0.5))]
    var samples = Self.trajectory.samples
    for index in samples.indices { samples[index].regions[1].surgeLevels = [0, 1, 0, 0] }
    let order = TrajectoryEntry(
      ticks: Int64(edition) * 3_600_000_000, kind: .surgeOrdered, region: 0, unitKind: 1, value: 2)
    let late = TrajectoryEntry(
      ticks: Int64(edition) * 3_600_000_000 + 1, kind: .surgeOrdered, region: 2, unitKind: 1, value: 3)
    let ordered = SituationFixture.report(
      Trajectory(
        network: network, scenario: Self.trajectory.scenario, samples: samples, entries: [order, late]),
      hour: 200)
    #expect(ordered.isPreparednessOrdered)
    #expect(ordered.areas(.region).map(\.preparedness) == [[.reinforced], [.standby], [.normal]])
  }

  @Test(
    "Regions are counted by their free share of intensive care: below 10, from 10 to 20, above 20 per cent")
  func freeClasses() {
    #expect(
      [0, 0.0999, 0.1, 0.2, 0.2001].map { FreeShareClass($0) } == [
        .below10, .below10, .from10To20, .from10To20, .above20,
      ])
    for hour in [60, 120, 200] {
      let report = SituationFixture.report(hour: hour)
      let counted = FreeShareClass.allCases.flatMap { report.regions(in: $0) }
      #expect(counted.sorted() == [0, 1, 2])
    }
  }
}
