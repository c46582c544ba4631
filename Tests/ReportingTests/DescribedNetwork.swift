import CareModel
import RandomStreams

/// A network with every mechanism that a description names, and names that markup must escape.
enum DescribedNetwork {
  static let network = CareNetwork(
    id: "every", title: "Every <mechanism> & \"name\"",
    unitKinds: [
      UnitKind(
        id: "bay", title: "Bay", whenFull: .refuse, preemption: .resume, turnaround: .constant(0.5)),
      UnitKind(id: "team", title: "Team"),
      UnitKind(
        id: "icu", title: "Intensive care", isHospitalBed: true, isIntensiveCare: true, calendar: 0,
        surgeLevels: [
          SurgeLevel(id: "more", extra: .share(0.5), leadTimeHours: 12),
          SurgeLevel(
            id: "all", extra: .physical, leadTimeHours: 48,
            staffNeed: [StaffNeed(profession: 0, personsPerPlace: 0.5)]),
        ], staffNeed: [StaffNeed(profession: 0, personsPerPlace: 1)]),
    ],
    regions: [
      Region(id: "01", name: "North <up>"), Region(id: "02", name: "South & \"east\""),
      Region(id: "03", name: "&\u{301}combined\u{1}"),
    ],
    facilities: (0..<3).map { Facility(id: "f\($0)", name: "Place <\($0)> & co", region: $0) },
    units: (0..<3).flatMap { place in
      (0..<3).map { CareUnit(facility: place, kind: $0, staffedBeds: 4, physicalBeds: 6 + place) }
    },
    classes: [
      PatientClass(
        id: "stable", title: "Stable", pathway: 0,
        worsening: Worsening(after: .exponential(mean: 7), patientClass: 1)),
      PatientClass(id: "critical", title: "Critical", pathway: 0, priority: 0),
    ],
    pathways: [
      Pathway(
        id: "way",
        steps: [
          Step(
            id: "first<look>", unitKind: 0, stay: .exponential(mean: 3), refused: [Branch(to: .step(3))],
            together: [1], patience: .constant(2), gaveUp: [Branch(to: .step(2))],
            next: [
              Branch(to: .step(1), share: .column("share_of_ill")), Branch(to: .step(2), share: .fixed(0.25)),
              Branch(to: .exit(.home)),
            ]),
          Step(
            id: "intensive", unitKind: 2, stay: .exponential(mean: 48),
            uses: [StockUse(stock: 0, amount: 4, factorWithout: 2)], next: [Branch(to: .step(2))]),
          Step(
            id: "again", unitKind: 0, stay: .exponential(mean: 1), whenFull: .queue,
            next: [Branch(to: .step(0), share: .fixed(0.5)), Branch(to: .exit(.dead))]),
          Step(
            id: "journey", move: Move(fleet: 0, unitKind: 2, leastHours: 1.5, way: .exponential(mean: 1)),
            next: [Branch(to: .step(1))]),
        ])
    ],
    inflows: [
      Inflow(
        id: "buses", classes: [(0, 1)], ratePerDay: .fixed(2), groupSize: .uniform(from: 2, to: 6),
        fromHours: 24, untilHours: 96),
      Inflow(id: "wave", classes: [(1, 1)], ratePerDay: .fixed(0), process: .observedByDay([3, 41, 5])),
    ],
    fleets: [
      Fleet(
        id: "aircraft", title: "Aircraft & crew", mode: .air, vehicles: .fixed(2), isNational: true,
        dispatchDelayHours: 3, seats: 4, loadHours: 0.5, handoverHours: 0.25, speedLoaded: 400,
        speedEmpty: 450)
    ],
    stocks: [
      Stock(
        id: "blood", title: "Red cells", level: .fixed(40), deliveryPerDay: .column("blood_per_day"),
        deliveryIntervalDays: 7)
    ],
    calendars: [
      OpeningCalendar(
        id: "nights",
        intervals: [OpeningInterval(weekdays: 0b11_0000, fromMinute: 1_320, untilMinute: 360, share: 0.5)],
        otherwiseShare: 1)
    ],
    professions: [
      Profession(
        id: "nurse", title: "Nurses", sicknessShare: 0.05, surgeWeeklyHours: 48,
        exhaustion: Exhaustion(afterDays: 14, lostSharePerDay: 0.02, leastShare: 0.6))
    ],
    staff: (0..<3).map {
      StaffGroup(
        profession: 0, region: $0, facility: $0, persons: 84, weeklyHours: 40, claimedPersons: 4,
        claimedBy: "army")
    })

  /// The same with many facilities in one region.
  static var large: CareNetwork {
    var large = network
    large.facilities += (3..<20).map { Facility(id: "f\($0)", name: "Place \($0)", region: 2) }
    large.units += (3..<20).map { CareUnit(facility: $0, kind: 1, staffedBeds: 100) }
    return large
  }
}
