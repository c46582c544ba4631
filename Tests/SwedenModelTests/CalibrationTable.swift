import BatchRunner
import CareModel
import OutputStatistics

/// One line of the calibration: a target, what peace gives, and whether the target was used in fitting.
struct CalibrationLine {
  enum Kind: String {
    case fitted, checked, assumed
  }

  let name: String
  let kind: Kind
  let target: Double
  let places: Int
  let interval: ConfidenceInterval
  let source: String

  /// Difference from the target, as a share of it.
  var difference: Double { interval.estimate / target - 1 }
  var relativeStandardError: Double { interval.standardError / interval.estimate }
  /// Within 3 % and two standard errors.
  var isClose: Bool { abs(difference) <= 0.03 + 2 * relativeStandardError }

  var row: String {
    "| \(name) | \(kind.rawValue) | \(text(target)) | \(text(interval.estimate)) | "
      + "\(percent(difference, 1)) | \(percent(relativeStandardError, 2)) | \(source) |"
  }

  private func text(_ value: Double) -> String { Self.fixed(value, places) }

  private func percent(_ share: Double, _ places: Int) -> String {
    (share > 0 ? "+" : "") + Self.fixed(100 * share, places) + " %"
  }

  /// A number with that many decimals.
  static func fixed(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let whole = Int((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard places > 0 else { return sign + String(whole) }
    let fraction = String(whole % Int(scale))
    return sign + String(whole / Int(scale)) + "."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }
}

/// The lines of the calibration, from the replications of peace.
struct CalibrationTable {
  let outcome: BatchOutcome

  private var arm: ArmOutcome { outcome.points[0].arms[0] }
  private var network: CareNetwork { outcome.plan.points[0].network }

  /// A figure computed for each replication from its measures.
  private func line(
    _ name: String, _ kind: CalibrationLine.Kind, _ target: Double, places: Int = 0, _ source: String,
    _ figure: ((String) -> Double) -> Double
  ) -> CalibrationLine? {
    let values = arm.trials.map { trial in
      figure { id in
        outcome.measures.nationalIndex(of: id).flatMap { trial.values[$0] } ?? .nan
      }
    }
    guard let interval = StudentInterval.of(values) else { return nil }
    return CalibrationLine(
      name: name, kind: kind, target: target, places: places, interval: interval, source: source)
  }

  var lines: [CalibrationLine] {
    let weeks = 365.0 / 7
    let beds = 19_742.0
    return [
      line("inpatient episodes a year", .fitted, 1_390_620, "Kolada N70808 2023") {
        $0("hospital_admissions_per_day") * 365
      },
      line(
        "occupancy of staffed beds", .assumed, 0.95, places: 3, "estimate, between sources of 2014 and 2023"
      ) {
        ($0("ward_occupied_mean_beds") + $0("icu_occupied_mean_beds")) / beds
      },
      line("intensive-care stays a year", .fitted, 45_500, "SIR 2019") {
        $0("icu_starts_per_week") * weeks
      },
      line("intensive-care mean stay, days", .fitted, 2.67, places: 2, "SIR 2019") {
        $0("icu_occupied_mean_beds") / ($0("icu_starts_per_week") / 7)
      },
      line("discharge-ready patients in beds", .fitted, 765, "Kolada N79176 by region") {
        $0("discharge_ready_bed_days") / Double(outcome.plan.horizonDays)
      },
      line("planned operations a week", .fitted, 6_862, "SPOR, 534,000 a year, 67 % planned") {
        $0("theatre_planned_starts_per_week")
      },
      line("acute operations a week", .fitted, 3_380, "SPOR, the rest") {
        $0("theatre_starts_per_week") - $0("theatre_planned_starts_per_week")
      },
      line("emergency visits a day", .fitted, 4_992, "Socialstyrelsen 2024: 1,822,244 in 2023") {
        $0("emergency_starts_per_week") / 7
      },
      line("intensive-care census", .checked, 332, "SIR 2019: 121,310 days") {
        $0("icu_occupied_mean_beds")
      },
      line("intensive-care occupancy", .checked, 0.63, places: 3, "SIR 2019: 63 % of 526") {
        $0("icu_occupancy_share")
      },
      line("mean hospital days an episode", .checked, 5.0, places: 2, "beds × 0.95 over episodes, 2023") {
        ($0("ward_occupied_mean_beds") + $0("icu_occupied_mean_beds")) / $0("hospital_admissions_per_day")
      },
      line(
        "hours in the emergency department", .checked, 4.283, places: 2, "Socialstyrelsen 2024: 4 h 17 min"
      ) {
        $0("emergency_occupied_mean_beds") * 24 / ($0("emergency_starts_per_week") / 7)
      },
      line("share of visits admitted", .checked, 1.0 / 3, places: 3, "Socialstyrelsen 2024: one in three") {
        $0("visits_admitted") / ($0("visits_admitted") + $0("visits_home"))
      },
      line("share of acute operations", .checked, 0.33, places: 3, "SPOR 2020: planned 67 %") {
        1 - $0("theatre_planned_starts_per_week") / $0("theatre_starts_per_week")
      },
      line("overcrowding per 100 staffed beds", .checked, 6.7, places: 1, "Kolada U70425 2023") {
        $0("ward_over_staffed_per_100")
      },
      line("intensive-care patients moved, share", .checked, 0.018, places: 3, "SIR 2019") {
        $0("icu_moved_share")
      },
      line("discharge-ready, the other count", .checked, 580, "SKR May 2024") {
        $0("discharge_ready_bed_days") / Double(outcome.plan.horizonDays)
      },
      line("use of short-term places", .assumed, 0.80, places: 3, "assumption") {
        $0("municipal_occupancy_share")
      },
    ].compactMap { $0 }
  }

  /// Episodes a year by region of care: target, simulated, and the standard error of a Poisson count.
  var regions: [CalibrationLine] {
    guard let daily = arm.daily,
      let measure = outcome.measures.regionalIndex(of: "admissions_patients")
    else { return [] }
    let days = Double(outcome.plan.horizonDays)
    return network.regions.indices.compactMap { region in
      guard
        let target = network.regions[region].parameters.first(where: {
          $0.name == "episodes_by_place_per_year"
        })?.value
      else { return nil }
      let sum = (0..<outcome.plan.horizonDays).reduce(0.0) {
        $0 + daily.figure(measure: measure, region: region, day: $1).mean
      }
      let count = sum * Double(arm.trials.count)
      let perYear = sum / days * 365
      let error = perYear / count.squareRoot()
      return CalibrationLine(
        name: "\(network.regions[region].id) \(network.regions[region].name)", kind: .fitted,
        target: target, places: 0,
        interval: ConfidenceInterval(
          estimate: perYear, lower: perYear - 2 * error, upper: perYear + 2 * error,
          standardError: error, count: arm.trials.count), source: "net flow in regions.csv")
    }
  }

  /// The two tables in Markdown.
  var markdown: String {
    let head = """
      | line | kind | target | simulated | difference | standard error | source of the target |
      |---|---|---|---|---|---|---|
      """
    return head + "\n" + lines.map(\.row).joined(separator: "\n")
      + "\n\nEpisodes a year by region of care:\n\n" + head + "\n"
      + regions.map(\.row).joined(separator: "\n")
  }
}
