import CareModel
import Foundation
import ScenarioFiles
import Testing

struct CapacityReadingTests {
  private static let staff = """
    facility,region,profession,employed_persons,working_week_hours,calendar,also_claimed_share,claimed_by,source
    lund,,nurse,140,38,nights,0.1,armed-forces,SCB
    ,09,nurse,20,40,,,,SCB
    """

  private static func files() -> InputFiles {
    let texts = SmallWorld.texts.map { path, text in
      let changes: [(String, String)] = [
        (
          "unit_kinds: [\n",
          """
          calendars: [{ id: "nights", source: "s", otherwise_share: 1,
            open: [{ weekdays: ["fri", "sun"], from: "22:00", until: "06:00", share: 0.5 }] }],
          professions: [{ id: "nurse", title: "Nurses", sickness_share: 0.05, surge_working_week_hours: 48, source: "s",
            exhaustion: { after_days: 14, lost_share_per_day: 0.02, least_share: 0.5 } }],
          staff: "staff.csv",
          unit_kinds: [

          """
        ),
        (
          "id: \"icu\", title: \"ICU\",",
          """
          id: "icu", title: "ICU", calendar: "nights", staff_priority: 2, source: "s",
            staff_need: [{ profession: "nurse", persons_per_place: 1 }],
            surge_levels: [{ id: "more", added_share: 0.5, lead_time_hours: 12,
              staff_need: [{ profession: "nurse", persons_per_place: 0.5 }] }],
          """
        ),
        (
          "facility,kind,staffed_beds,physical_beds,source\nlund,ward,20,25,SIR",
          "facility,kind,staffed_beds,physical_beds,source,calendar,staff_need_factor\nlund,ward,20,25,SIR,nights,1.5"
        ),
        ("lund,icu,5,,SIR", "lund,icu,5,,SIR,,"), ("lund,theatre,2,,SIR", "lund,theatre,2,,SIR,,"),
        ("visby,ward,4,4,SIR", "visby,ward,4,4,SIR,,"), ("visby,icu,2,,SIR", "visby,icu,2,,SIR,,"),
        (
          "casualty_factor: 2,",
          """
          surge: [{ unit: "icu", level: "more", from_day: 1, until_day: 3, regions: ["09"], source: "s" }],
          staff_claims: [{ employer: "armed-forces", from_day: 1, until_day: 9, source: "s" }],
          call_ups: [{ profession: "nurse", added_share: 0.2, from_day: 2, until_day: 9, source: "s" }],
          staff_absence: [{ share: 0.3, from_day: 3, until_day: 4, facilities: ["lund"], source: "s" }],
          casualty_factor: 2,
          """
        ),
        (
          "set: { \"model.regions",
          "set: { \"model.staff[lund/nurse].employed_persons\": { value: 70, source: \"what if\" }, \"model.regions"
        ),
      ]
      return (path, changes.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) })
    }
    return InputFiles(texts + [("Models/small/staff.csv", staff)])
  }

  @Test("calendars, levels of surge, staff and what changes it are read from lists and tables")
  func everything() throws {
    let point = try #require(ExperimentReader.load("Experiments/ask", files: Self.files()).points.first)
    let network = point.network
    #expect(
      network.calendars == [
        OpeningCalendar(
          id: "nights",
          intervals: [OpeningInterval(weekdays: 0b101_0000, fromMinute: 1_320, untilMinute: 360, share: 0.5)],
          otherwiseShare: 1)
      ])
    #expect(network.unitKinds[1].calendar == 0)
    #expect(network.unitKinds[1].staffPriority == 2)
    #expect(network.unitKinds[1].staffNeed == [StaffNeed(profession: 0, personsPerPlace: 1)])
    #expect(
      network.unitKinds[1].surgeLevels == [
        SurgeLevel(
          id: "more", extra: .share(0.5), leadTimeHours: 12,
          staffNeed: [StaffNeed(profession: 0, personsPerPlace: 0.5)])
      ])
    #expect(network.units.map(\.calendar) == [0, nil, nil, nil, nil])
    #expect(network.units.map(\.staffNeedFactor) == [1.5, 1, 1, 1, 1])
    #expect(
      network.professions == [
        Profession(
          id: "nurse", title: "Nurses", sicknessShare: 0.05, surgeWeeklyHours: 48,
          exhaustion: Exhaustion(afterDays: 14, lostSharePerDay: 0.02, leastShare: 0.5))
      ])
    #expect(
      network.staff == [
        StaffGroup(
          profession: 0, region: 0, facility: 0, persons: 70, weeklyHours: 38, calendar: 0,
          claimedPersons: 7, claimedBy: "armed-forces"),
        StaffGroup(profession: 0, region: 1, persons: 20, weeklyHours: 40),
      ])
    #expect(
      point.scenario.surge == [SurgePlan(unitKind: 1, level: 1, fromDay: 1, untilDay: 3, regions: [1])])
    #expect(
      point.scenario.staffChanges == [
        StaffChange(kind: .claim(employer: "armed-forces"), fromDay: 1, untilDay: 9),
        StaffChange(kind: .callUp(share: 0.2), profession: 0, fromDay: 2, untilDay: 9),
        StaffChange(kind: .absence(share: 0.3), fromDay: 3, untilDay: 4, facilities: [0]),
      ])
  }
}
